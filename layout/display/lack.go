package display

import (
	"slices"
	"strings"
	"unicode"

	"warraq/fonts"
)

// Lack is what a face of the author's has not of what the pages show in it, and
// what serves instead.
type Lack struct {
	Face  *fonts.Face
	Runes []rune        // in the order of Unicode
	Words int           // that another face sets
	Of    int           // words there are in the style of the face
	By    []*fonts.Face // that set them, in the order in which they first do
}

// Lacks tells it of each face of the author's that lacks anything, in the order
// in which the pages first ask for them.
func (b *Book) Lacks(set *fonts.Set) []Lack {
	var faces []*fonts.Face
	lacks := make(map[*fonts.Face]*Lack)
	for _, p := range b.Pages {
		for _, it := range p.Items {
			t, ok := it.(*Text)
			if !ok {
				continue
			}
			for i := range t.Line.Pieces {
				p := &t.Line.Pieces[i]
				own := set.Face(p.Style.Font)
				if p.Word == nil || p.Style.Object != nil || own.File == "" {
					continue
				}
				if lacks[own] == nil {
					lacks[own] = &Lack{Face: own}
					faces = append(faces, own)
				}
				lacks[own].add(p.Word.Face, p.Word.Text)
			}
		}
	}
	var found []Lack
	for _, f := range faces {
		if l := lacks[f]; len(l.Runes) > 0 {
			slices.Sort(l.Runes)
			found = append(found, *l)
		}
	}
	return found
}

// add counts a text and the face that sets it.
func (l *Lack) add(face *fonts.Face, text string) {
	word := strings.ContainsFunc(text, unicode.IsLetter)
	if word {
		l.Of++
	}
	if face == l.Face {
		return
	}
	if word {
		l.Words++
	}
	if !slices.Contains(l.By, face) {
		l.By = append(l.By, face)
	}
	for _, r := range text {
		if !l.Face.Covers(r) && !unicode.In(r, unicode.Cf, unicode.Variation_Selector) && !slices.Contains(l.Runes, r) {
			l.Runes = append(l.Runes, r)
		}
	}
}
