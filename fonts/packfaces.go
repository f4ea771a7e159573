//go:build ignore

// Packfaces packs the faces of this folder, and writes the parts of the Noto faces that
// this package embeds packed. Its
// argument is the folder @expo-google-fonts of the npm packages that the table below
// names; hb-subset of HarfBuzz (Debian's libharfbuzz-bin) parts all but the last.
package main

import (
	"bytes"
	"encoding/binary"
	"log"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/andybalholm/brotli"

	"warraq/content/char/ucd"
	"warraq/fonts"
)

// whole are the faces of this folder that are embedded whole.
var whole = []string{
	"plexmono/IBMPlexMono-Regular.ttf",
	"notoserifhebrew/NotoSerifHebrew-Regular.ttf", "notoserifhebrew/NotoSerifHebrew-Bold.ttf",
}

// part is what is embedded of a face.
type part struct {
	pkg    string // of npm, with its version when the part was made
	file   string // in it
	to     string // in this folder
	blocks string // ranges of characters, "" for pictographs
	rules  string // further features of OpenType, ",kern"
	em     uint16 // units, the face's own if 0; the more, the smaller it is
}

var parts = []part{
	// crimson-text 0.4.0: Latin words that are emphasised.
	{"crimson-text", "400Regular_Italic/CrimsonText_400Regular_Italic.ttf", "crimsontext/CrimsonText-Italic.ttf.br", "20-7E,A0-24F,1E00-1EFF,2010-203A,20AC", ",kern", 0},
	// noto-serif 0.4.2: Latin, Greek and Cyrillic, with their marks, punctuation and
	// currencies, so that all of a word is in one face. It is a seventh smaller than it
	// is drawn: its small letters are high for a text in Amiri.
	{"noto-serif", "400Regular/NotoSerif_400Regular.ttf", "notoserif/NotoSerif.ttf.br", "20-52F,1E00-20FF", "", 1150},
	// noto-sans-math 0.4.2: operators, arrows, technical signs and shapes, without
	// the alphabets of mathematics, which are as large as all of these.
	{"noto-sans-math", "400Regular/NotoSansMath_400Regular.ttf", "notosansmath/NotoSansMath.ttf.br", "20,2100-23FF,25A0-25FF,27C0-27FF", "", 0},
	// noto-sans-symbols-2 0.4.1: keys, dingbats and other signs.
	{"noto-sans-symbols-2", "400Regular/NotoSansSymbols2_400Regular.ttf", "notosanssymbols2/NotoSansSymbols2.ttf.br", "20,2300-243F,2600-27BF,2B00-2BFF", "", 0},
	// noto-sans-symbols 0.4.1: Roman numerals, numbers and letters in circles.
	{"noto-sans-symbols", "400Regular/NotoSansSymbols_400Regular.ttf", "notosanssymbols/NotoSansSymbols.ttf.br", "20,2150-218F,2460-24FF", "", 0},
	// noto-emoji 0.4.7: pictographs up to Emoji 11 (2018) and the circles and squares
	// of Emoji 12, with the flags, families and other sequences of them. All of the
	// face would be 100 kB more, for what hardly any manuscript has.
	{"noto-emoji", "400Regular/NotoEmoji_400Regular.ttf", "notoemoji/NotoEmoji.ttf.br", "", "", 0},
}

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("packfaces: give it the folder @expo-google-fonts")
	}
	for _, file := range whole {
		face, err := os.ReadFile(file)
		check(err)
		pack(face, file+".br")
	}
	for _, p := range parts {
		p.pack(os.Args[1])
	}
}

func (p part) pack(dir string) {
	whole := filepath.Join(dir, p.pkg, p.file)
	parted := pictographs
	if p.blocks != "" {
		parted = p.subset
	}
	face := parted(whole)
	pack(face, p.to)
}

// pack writes a face as small as Brotli can.
func pack(face []byte, to string) {
	var packed bytes.Buffer
	z := brotli.NewWriterOptions(&packed, brotli.WriterOptions{Quality: brotli.BestCompression, LGWin: 20})
	_, err := z.Write(face)
	check(err)
	check(z.Close())
	check(os.WriteFile(to, packed.Bytes(), 0o644))
	log.Printf("%s: %d bytes, packed %d", to, len(face), packed.Len())
}

// subset is the face with the blocks alone, without hints, which no press asks for,
// and with the rules that build and place marks.
func (p part) subset(whole string) []byte {
	dir, err := os.MkdirTemp("", "packfaces")
	check(err)
	defer os.RemoveAll(dir)
	to := filepath.Join(dir, "part.ttf")
	out, err := exec.Command("hb-subset", whole, "--unicodes="+p.blocks, "--output-file="+to, "--no-hinting",
		"--layout-features=ccmp,locl,mark,mkmk"+p.rules, "--drop-tables+=MATH,STAT,DSIG,meta").CombinedOutput()
	if err != nil {
		log.Fatalf("packfaces: hb-subset: %v: %s", err, out)
	}
	face, err := os.ReadFile(to)
	check(err)
	if p.em > 0 {
		scale(face, p.em)
	}
	return face
}

// scale changes the units of an em, and the sums that depend on them (OpenType 1.9,
// "head" and "Table Directory").
func scale(face []byte, em uint16) {
	be := binary.BigEndian
	for i := range int(be.Uint16(face[4:])) {
		entry := face[12+16*i:]
		if string(entry[:4]) != "head" {
			continue
		}
		at, size := be.Uint32(entry[8:]), be.Uint32(entry[12:])
		head := face[at : at+(size+3)&^3]
		be.PutUint16(head[18:], em)
		be.PutUint32(head[8:], 0)
		be.PutUint32(entry[4:], sum(head))
		be.PutUint32(head[8:], 0xB1B0AFBA-sum(face))
	}
}

func sum(data []byte) (n uint32) {
	for i := 0; i+4 <= len(data); i += 4 {
		n += binary.BigEndian.Uint32(data[i:])
	}
	return n
}

// from is the first version of Emoji that is left out.
const from = 12

// pictographs is the face with them alone, by our own hand: it keeps the rules of
// sequences.
func pictographs(file string) []byte {
	whole, err := os.ReadFile(file)
	check(err)
	text := new(fonts.Runes)
	for r, version := range ucd.Emoji() {
		if version < from || r >= 0x1F7E0 && r <= 0x1F7EB {
			text.Add(r)
		}
	}
	text.AddString("\u200d\u20e3\ufe0e\ufe0f") // what makes sequences of them
	for r := rune(0xE0020); r <= 0xE007F; r++ {
		text.Add(r) // tags of flags
	}
	face := fonts.Subset(whole, text)
	if len(face) == len(whole) {
		log.Fatal("packfaces: the pictographs cannot be parted")
	}
	return face
}

func check(err error) {
	if err != nil {
		log.Fatal("packfaces: ", err)
	}
}
