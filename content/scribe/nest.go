package scribe

import (
	"strings"

	"warraq/content"
)

// tree nests what is settled: emphasis outside, then links, then spans.
func (s *settling) tree() []content.Inline {
	return nest(s.atoms, func(a, b *atom) bool { return a.look.emphasis() == b.look.emphasis() }, func(atoms []atom) []content.Inline {
		inner := linked(atoms)
		if atoms[0].look.Bold {
			inner = []content.Inline{&content.Strong{Inlines: inner}}
		}
		if atoms[0].look.Italic {
			inner = []content.Inline{&content.Emphasis{Inlines: inner}}
		}
		return inner
	})
}

// nest parts atoms where they are not alike and wraps each part.
func nest(atoms []atom, alike func(a, b *atom) bool, wrap func([]atom) []content.Inline) (out []content.Inline) {
	for from := 0; from < len(atoms); {
		to := from + 1
		for to < len(atoms) && alike(&atoms[to-1], &atoms[to]) {
			to++
		}
		out = append(out, wrap(atoms[from:to])...)
		from = to
	}
	return out
}

func linked(atoms []atom) []content.Inline {
	return nest(atoms, func(a, b *atom) bool { return a.look.Link == b.look.Link && a.look.Title == b.look.Title }, func(atoms []atom) []content.Inline {
		inner := spanned(atoms)
		if look := &atoms[0].look; look.Link != "" {
			return []content.Inline{&content.Link{URL: look.Link, Title: look.Title, Inlines: inner}}
		}
		return inner
	})
}

func spanned(atoms []atom) []content.Inline {
	return nest(atoms, func(a, b *atom) bool { return a.look == b.look }, func(atoms []atom) []content.Inline {
		inner := leaves(atoms)
		look := &atoms[0].look
		attr := content.Attr{Classes: strings.Fields(look.Classes), Lang: look.Lang, Dir: look.Dir}
		if other := look.Other; other != nil {
			attr.Anchor, attr.Keys = other.Anchor, other.Keys
			attr.Classes = append(attr.Classes, other.Classes...)
		}
		if Attributes(&attr) == "" {
			return inner
		}
		return []content.Inline{&content.Span{Attr: attr, Inlines: inner}}
	})
}

// leaves puts the texts of neighbours together, and their code.
func leaves(atoms []atom) (out []content.Inline) {
	for i := 0; i < len(atoms); {
		var b strings.Builder
		n := i
		if _, code := atoms[i].in.(*content.Code); code {
			for ; n < len(atoms); n++ {
				c, ok := atoms[n].in.(*content.Code)
				if !ok {
					break
				}
				b.WriteString(c.Value)
			}
			out = append(out, &content.Code{Value: b.String()})
		} else if atoms[i].in == nil {
			for ; n < len(atoms) && atoms[n].in == nil; n++ {
				b.WriteString(atoms[n].text)
			}
			out = append(out, &content.Text{Value: b.String()})
		} else {
			out = append(out, atoms[i].in)
			n++
		}
		i = n
	}
	return out
}
