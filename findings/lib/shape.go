// Command finding shapes words as go-text does, in the notation of hb-shape
// --no-glyph-names --no-clusters.
package main

import (
	"bytes"
	"fmt"
	"log"
	"os"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

func main() {
	data, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	face, err := font.ParseTTF(bytes.NewReader(data))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("lookups: GSUB %d, GPOS %d\n", len(face.GSUB.Lookups), len(face.GPOS.Lookups))
	for _, word := range os.Args[2:] {
		b := harfbuzz.NewBuffer()
		b.AddRunes([]rune(word), 0, -1)
		b.Props = harfbuzz.SegmentProperties{Direction: harfbuzz.RightToLeft, Script: language.Arabic, Language: "ar"}
		b.Shape(harfbuzz.NewFont(face), nil)
		between := "["
		for i, g := range b.Info {
			p := b.Pos[i]
			fmt.Printf("%s%d", between, g.Glyph)
			if p.XOffset != 0 || p.YOffset != 0 {
				fmt.Printf("@%d,%d", p.XOffset, p.YOffset)
			}
			fmt.Printf("+%d", p.XAdvance)
			between = "|"
		}
		fmt.Println("]")
	}
}
