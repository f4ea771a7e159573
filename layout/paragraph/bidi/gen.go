//go:build ignore

// Command gen writes tables.go from the Unicode Character Database.
package main

import (
	"log"
	"slices"
	"sort"

	"warraq/content/char/ucd"
)

// names holds the classes in the order of the constants in class.go, short and long.
var names = []string{
	"L", "R", "AL", "EN", "AN", "ES", "ET", "CS", "NSM", "BN", "B", "S", "WS", "ON",
	"LRE", "LRO", "RLE", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI",
}

var long = map[string]string{
	"Left_To_Right": "L", "Right_To_Left": "R", "Arabic_Letter": "AL", "European_Terminator": "ET",
}

func main() {
	log.SetFlags(0)
	props := classes()
	mirror := mirrors(props)
	brackets(props, mirror)

	s := ucd.NewSource("bidi", 7)
	s.Table("pages", "gives the number of the page of properties for each 128 code points.",
		"properties", "holds the pages, a byte a code point: class and flags.", props)
	var from []int
	for r := range mirror {
		from = append(from, r)
	}
	sort.Ints(from)
	s.Printf("// mirrors holds Bidi_Mirroring_Glyph in order of the first.\nvar mirrors = [...][2]uint16{\n")
	for _, r := range from {
		s.Printf("{0x%04x, 0x%04x},\n", r, mirror[r])
	}
	s.Printf("}\n")
	s.Save()
}

// classes fills the low bits.
func classes() []byte {
	props := make([]byte, ucd.Runes)
	for r, name := range ucd.Property("DerivedBidiClass", "") {
		if short, ok := long[name]; ok {
			name = short
		}
		c := slices.Index(names, name)
		if c < 0 {
			log.Fatalf("%04X: unknown class %q", r, name)
		}
		props[r] = byte(c)
	}
	return props
}

func mirrors(props []byte) map[int]int {
	m := map[int]int{}
	for _, f := range ucd.Rows("BidiMirroring") {
		from, _ := ucd.Span(f[0])
		m[from], _ = ucd.Span(f[1])
		props[from] |= 0x80
	}
	return m
}

func brackets(props []byte, mirror map[int]int) {
	for _, f := range ucd.Rows("BidiBrackets") {
		r, _ := ucd.Span(f[0])
		pair, _ := ucd.Span(f[1])
		if mirror[r] != pair {
			log.Fatalf("%04X pairs with %04X but mirrors to %04X: the tables need a map of their own", r, pair, mirror[r])
		}
		switch f[2] {
		case "o":
			props[r] |= 0x20
		case "c":
			props[r] |= 0x40
		}
	}
}
