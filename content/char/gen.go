//go:build ignore

// Command gen writes tables.go from the Unicode Character Database.
package main

import (
	"log"
	"slices"
	"strings"

	"warraq/content/char/ucd"
)

// names are the categories in the order of the constants in char.go.
var names = strings.Fields("Cn Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Zs Zl Zp Cc Cf Cs Co")

func main() {
	log.SetFlags(0)
	data := make([]byte, ucd.Runes)
	for r, name := range ucd.Property("DerivedGeneralCategory", "") {
		c := slices.Index(names, name)
		if c < 0 {
			log.Fatalf("%04X: unknown category %q", r, name)
		}
		data[r] = byte(c)
	}
	s := ucd.NewSource("char", 8)
	s.Table("pages", "gives the number of the page of categories for each 256 code points.",
		"categories", "holds the pages, a byte a code point.", data)
	s.Save()
}
