package pdfread

import (
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
)

// Font is a composite font (Type0, CIDFontType2) of a PDF: what each
// two-byte code shows, how far it moves and what it reads as.
type Font struct {
	Base    string // BaseFont without its subset tag
	Program *Program
	widths  map[int]float64 // thousandths of an em by CID
	normal  float64         // DW
	gids    []byte          // CIDToGIDMap; nil is identity
	texts   map[int]string  // ToUnicode
}

// readFont reads the font dictionary v.
func (f *File) readFont(v any) (*Font, error) {
	d := f.dict(v)
	if f.name(d["/Subtype"]) != "/Type0" || f.name(d["/Encoding"]) != "/Identity-H" {
		return nil, fmt.Errorf("font %v is not a Type0 font with Identity-H", d["/BaseFont"])
	}
	cid := f.dict(f.Array(d["/DescendantFonts"])[0])
	font := &Font{Base: strings.TrimPrefix(f.name(d["/BaseFont"]), "/"), normal: 1000}
	if tag, rest, ok := strings.Cut(font.Base, "+"); ok && len(tag) == 6 {
		font.Base = rest
	}
	data, err := f.data(f.dict(cid["/FontDescriptor"])["/FontFile2"])
	if err != nil {
		return nil, fmt.Errorf("program of %s: %w", font.Base, err)
	}
	if font.Program, err = ReadProgram(data); err != nil {
		return nil, fmt.Errorf("program of %s: %w", font.Base, err)
	}
	if dw, ok := cid["/DW"]; ok {
		font.normal = f.Number(dw)
	}
	font.widths = f.readWidths(f.Array(cid["/W"]))
	if f.object(cid["/CIDToGIDMap"]).Stream != nil {
		if font.gids, err = f.data(cid["/CIDToGIDMap"]); err != nil {
			return nil, err
		}
	}
	cmap, err := f.data(d["/ToUnicode"])
	if err != nil {
		return nil, fmt.Errorf("ToUnicode of %s: %w", font.Base, err)
	}
	font.texts = readToUnicode(string(cmap))
	return font, nil
}

// readWidths reads the two forms of /W: c [w …] and c1 c2 w.
func (f *File) readWidths(w []any) map[int]float64 {
	widths := make(map[int]float64)
	for i := 0; i+1 < len(w); {
		first := int(f.Number(w[i]))
		if list := f.Array(w[i+1]); list != nil {
			for j, v := range list {
				widths[first+j] = f.Number(v)
			}
			i += 2
			continue
		}
		if i+2 >= len(w) {
			break
		}
		for c := first; c <= int(f.Number(w[i+1])); c++ {
			widths[c] = f.Number(w[i+2])
		}
		i += 3
	}
	return widths
}

// width of a code in thousandths of an em.
func (p *Font) width(code int) float64 {
	if w, ok := p.widths[code]; ok {
		return w
	}
	return p.normal
}

// Gid is the glyph that a code shows.
func (p *Font) Gid(code int) int {
	if p.gids == nil {
		return code
	}
	if 2*code+1 >= len(p.gids) {
		return 0
	}
	return int(binary.BigEndian.Uint16(p.gids[2*code:]))
}

// Units turns thousandths of an em into the program's units; what comes out
// must be whole but for the rounding of widths.
func (p *Font) Units(thousandths float64) float64 {
	return thousandths * float64(p.Program.Upem) / 1000
}

// readToUnicode reads the bfchar and bfrange sections of a CMap.
func readToUnicode(cmap string) map[int]string {
	texts := make(map[int]string)
	words := cmapWords(cmap)
	for i := 0; i < len(words); i++ {
		switch words[i] {
		case "beginbfchar":
			for i++; i+1 < len(words) && words[i] != "endbfchar"; i += 2 {
				texts[hexCode(words[i])] = hexText(words[i+1])
			}
		case "beginbfrange":
			for i++; i+2 < len(words) && words[i] != "endbfrange"; {
				i = readRange(texts, words, i)
			}
		}
	}
	return texts
}

// readRange reads one line of a bfrange section and gives the place after it.
func readRange(texts map[int]string, words []string, i int) int {
	first, last := hexCode(words[i]), hexCode(words[i+1])
	i += 2
	if words[i] == "[" {
		for i++; i < len(words) && words[i] != "]"; i++ {
			texts[first] = hexText(words[i])
			first++
		}
		return i + 1
	}
	text := []rune(hexText(words[i]))
	for c := first; c <= last && len(text) > 0; c++ {
		texts[c] = string(text)
		text[len(text)-1]++
	}
	return i + 1
}

// cmapWords splits a CMap into its words; brackets stand alone, a code is one
// word from < to >.
func cmapWords(s string) []string {
	var words []string
	for s != "" {
		head, rest, opened := strings.Cut(s, "<")
		head = strings.NewReplacer("[", " [ ", "]", " ] ").Replace(head)
		words = append(words, strings.Fields(head)...)
		if !opened {
			break
		}
		code, after, _ := strings.Cut(rest, ">")
		words = append(words, "<"+strings.Join(strings.Fields(code), "")+">")
		s = after
	}
	return words
}

func hexCode(s string) int {
	n, _ := strconv.ParseUint(strings.Trim(s, "<>"), 16, 32)
	return int(n)
}

func hexText(s string) string {
	s = strings.Trim(s, "<>")
	var units []uint16
	for ; len(s) >= 4; s = s[4:] {
		n, _ := strconv.ParseUint(s[:4], 16, 16)
		units = append(units, uint16(n))
	}
	return string(utf16.Decode(units))
}
