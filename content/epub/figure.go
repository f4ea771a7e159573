package epub

import (
	"fmt"
	"strconv"
	"strings"

	"warraq/content"
	"warraq/content/design"
)

// extent is the size that an author asks of a picture.
type extent struct{ width, height design.Length }

func extentOf(a *content.Attr) extent { return extent{a.Length("width"), a.Length("height")} }

// size notes the size of a picture, for which the stylesheet has a class: a
// length in the markup could be in pixels only (HTML, dimension attributes).
func (s *surveyor) size(a *content.Attr) {
	x := extentOf(a)
	if _, known := s.e.sizes[x]; known || x == (extent{}) {
		return
	}
	class := "size-" + itoa(len(s.e.sizes)+1)
	if s.e.sizes == nil {
		s.e.sizes = map[extent]string{}
	}
	s.e.sizes[x] = class
	s.e.style.part.Data = append(s.e.style.part.Data, x.rule(class)...)
}

// rule is the class of a size. A part of the height is one of the screen's.
func (x extent) rule(class string) string {
	var b strings.Builder
	fmt.Fprintf(&b, ".%s {", class)
	measure(&b, "width", "%", x.width)
	measure(&b, "height", "vh", x.height)
	b.WriteString(" }\n")
	return b.String()
}

// measure writes a property, parts of the whole in a unit that counts hundredths.
func measure(b *strings.Builder, property, part string, l design.Length) {
	switch {
	case l.Value <= 0:
	case l.Unit == design.Parts:
		fmt.Fprintf(b, " %s: %s%s;", property, decimal(l.Value*100), part)
	default:
		fmt.Fprintf(b, " %s: %spt;", property, decimal(l.Value))
	}
}

func decimal(v float64) string {
	s := strconv.FormatFloat(v, 'f', 2, 64)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// paragraph writes a paragraph; one of pictures alone shows them side by side.
func (w *writer) paragraph(p *content.Paragraph) {
	images := content.Pictures(p.Inlines)
	if images == nil {
		w.open("p", &p.Attr, strings.TrimSpace(turnedClass(p.Inlines)+" "+w.standing(&p.Attr)), "")
		w.words(p.ID, p.Inlines)
		w.Raw("</p>\n")
		return
	}
	w.before(p.ID, content.OwnRun)
	w.open("p", &p.Attr, "pictures", "")
	for i, m := range images {
		if i > 0 {
			w.Raw(" ")
		}
		w.picture(m.Src, m.Alt, "")
	}
	w.Raw("</p>\n")
}
