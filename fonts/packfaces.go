//go:build ignore

// Packemoji writes notoemoji/NotoEmoji.ttf.gz, the part of Noto Emoji that this
// package embeds: pictographs up to Emoji 11 (2018) and the circles and squares of
// Emoji 12, with the flags, families and other sequences of them. All of the face
// would be 100 kB more, for what hardly any manuscript has. Its argument is NotoEmoji_400Regular.ttf, as the npm package
// @expo-google-fonts/noto-emoji 0.4.7 has it.
package main

import (
	"bytes"
	"compress/gzip"
	"log"
	"os"

	"warraq/content/char/ucd"
	"warraq/fonts"
)

// from is the first version of Emoji that is left out.
const from = 12

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("packemoji: give it NotoEmoji_400Regular.ttf")
	}
	whole, err := os.ReadFile(os.Args[1])
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
	part := fonts.Subset(whole, text)
	if len(part) == len(whole) {
		log.Fatal("packemoji: the face cannot be parted")
	}
	var packed bytes.Buffer
	z, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	check(err)
	_, err = z.Write(part)
	check(err)
	check(z.Close())
	check(os.WriteFile("notoemoji/NotoEmoji.ttf.gz", packed.Bytes(), 0o644))
	log.Printf("%d bytes, packed %d", len(part), packed.Len())
}

func check(err error) {
	if err != nil {
		log.Fatal("packemoji: ", err)
	}
}
