package dump

import (
	"strconv"

	"warraq/content"
)

func (d *dumper) entries(entries []*content.Entry) {
	d.depth++
	for _, e := range entries {
		if e.Letter != "" {
			d.line("letter", e.Letter)
		}
		words := []string{d.text(e.Text)}
		switch {
		case e.Level > 1:
			words = append([]string{"under"}, words...)
		case e.Apart:
			words = append([]string{"apart"}, words...)
		}
		for _, m := range e.Marks {
			words = append(words, strconv.Itoa(int(m.ID))+"#"+m.Anchor)
		}
		for _, s := range e.See {
			words = append(words, "see<"+s.Anchor+">("+quoted(s.Text)+")")
		}
		d.place("entry", &e.Place, words...)
	}
	d.depth--
}

func (d *dumper) lines(lines []*content.Line) {
	d.depth++
	for _, l := range lines {
		words := make([]string, len(l.Text))
		for i, text := range l.Text {
			words[i] = quoted(text)
		}
		if l.Label != "" {
			words = append([]string{"label=" + quoted(l.Label)}, words...)
		}
		if l.Src != "" {
			words = append(words, quoted(l.Src))
		}
		d.place(l.Kind.String(), &l.Place, words...)
	}
	d.depth--
}
