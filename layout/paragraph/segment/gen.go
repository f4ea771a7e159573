//go:build ignore

// Command gen writes tables.go from the Unicode Character Database.
package main

import (
	"log"
	"slices"
	"strings"

	"warraq/content/char/ucd"
)

// The names are in the order of the constants in lineclass.go and grapheme.go.
var (
	lineNames = strings.Fields(`AL ALW ALU DC HL NU OP OPW CL CLW CP QU QUI QUF GL GLW NS NSW EX EXW SY IS PR PRW PO POW
		ID IDW IDU IN INW HY HH BA BAW BB B2 ZW CM CMB ZWJ WJ H2 H3 JL JV JT RI EB EBW EM CB AK AP AS VF VI SP BK CR LF NL`)
	graphemeNames = strings.Fields(`Other CR LF Control ZWNJ Extend Linker ZWJ Regional_Indicator Prepend SpacingMark
		L V T LV LVT Extended_Pictographic Consonant`)
)

// wide are the classes all of whose characters, unlike those of all others
// but QU, are East Asian: full width, wide or half width.
var wide = []string{"H2", "H3", "JL", "EM"}

func main() {
	log.SetFlags(0)
	category := ucd.Property("DerivedGeneralCategory", "")
	width := ucd.Property("EastAsianWidth", "")
	pictographic := ucd.Property("emoji-data", "Extended_Pictographic")
	conjunct := ucd.Property("DerivedCoreProperties", "InCB")

	line := ucd.Property("LineBreak", "")
	cluster := ucd.Property("GraphemeBreakProperty", "")
	for r := range line {
		pictograph := pictographic[r] == "Extended_Pictographic"
		if line[r] == "CM" && isControl(r) {
			line[r] = "CMB"
		}
		line[r] = lineClass(r, line[r], category[r], slices.Contains([]string{"F", "W", "H"}, width[r]), pictograph)
		cluster[r] = graphemeClass(r, cluster[r], conjunct[r], pictograph)
	}
	s := ucd.NewSource("segment", 7)
	table(s, "line", "line classes as rule LB1 leaves them", line, lineNames)
	table(s, "grapheme", "grapheme classes", cluster, graphemeNames)
	s.Save()
}

// isControl tells the characters of Bidi_Control (UAX #9, 2.7): the three marks, and what embeds, overrides and isolates.
func isControl(r int) bool {
	return r == 0x061c || r == 0x200e || r == 0x200f || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}

// lineClass resolves the classes of rule LB1 and splits those that rules LB15, LB19a, LB28a, LB30 and LB30b
// tell apart.
func lineClass(r int, class, category string, eastAsian, pictograph bool) string {
	switch class {
	case "AI", "SG", "XX":
		class = "AL"
	case "SA":
		class = "AL"
		if category == "Mn" || category == "Mc" {
			class = "CM"
		}
	case "CJ":
		class = "NS"
	case "QU":
		switch category {
		case "Pi":
			class = "QUI"
		case "Pf":
			class = "QUF"
		}
	}
	switch {
	case r == 0x25cc: // DOTTED CIRCLE
		return "DC"
	case pictograph && category == "Cn" && (class == "AL" || class == "ID"):
		// Of these LB19a asks whether they are wide, and LB30b whether they are unassigned.
		if eastAsian {
			log.Fatalf("%04X is an unassigned pictograph and wide: it needs a class", r)
		}
		return class + "U"
	case class == "CM", class == "CMB": // part of what it follows
		return class
	case slices.Contains(wide, class):
		if !eastAsian {
			log.Fatalf("%04X, of class %s, is not wide", r, class)
		}
		return class
	case eastAsian:
		return class + "W"
	}
	return class
}

// graphemeClass adds the pictographs of rule GB11 and what rule GB9c tells apart.
func graphemeClass(r int, class, conjunct string, pictograph bool) string {
	switch {
	case pictograph && class == "Other":
		return "Extended_Pictographic"
	case conjunct == "Consonant" && class == "Other":
		return "Consonant"
	case conjunct == "Linker" && class == "Extend":
		return "Linker"
	case class == "Extend" && conjunct == "None":
		if r != 0x200c {
			log.Fatalf("%04X is Extend and no InCB", r)
		}
		return "ZWNJ"
	case pictograph, conjunct == "Consonant", conjunct == "Linker", conjunct == "Extend" && class != "Extend" && class != "ZWJ":
		log.Fatalf("%04X is %s and of conjuncts %s: the table needs a bit of its own", r, class, conjunct)
	}
	return class
}

func table(s *ucd.Source, name, doc string, values, names []string) {
	number := map[string]byte{}
	for i, n := range names {
		number[n] = byte(i)
	}
	data := make([]byte, len(values))
	for r, v := range values {
		n, ok := number[v]
		if !ok {
			log.Fatalf("%04X: unknown class %q", r, v)
		}
		data[r] = n
	}
	s.Table(name+"Pages", "gives the number of the page of "+doc+" for each 128 code points.",
		name+"Classes", "holds the pages of "+doc+", a byte a code point.", data)
}
