package book

import (
	"slices"

	"warraq/content"
)

// forgive makes warnings of what is wrong in the texts, where the book asks for it:
// those who wrote them wrote for another program. A file that cannot be read at all
// still stops the book.
func (b *manuscript) forgive() {
	if !b.manifest.Lenient {
		return
	}
	texts := map[string]bool{}
	for _, s := range b.chapters {
		texts[s.file] = s.name != "" && !b.stops[s.file] && (s.place != nil || len(s.chapters) > 0)
	}
	b.problems = slices.DeleteFunc(b.problems, func(p content.Problem) bool {
		if !texts[p.Pos.File] {
			return false
		}
		p.Warns = true
		b.advise(p)
		return true
	})
}

// dropTwinAnchors takes an anchor that is there already from what has it again, where
// mistakes are forgiven.
func (b *manuscript) dropTwinAnchors() {
	if !b.manifest.Lenient {
		return
	}
	first := map[string]content.Pos{}
	drop := func(name *string, at content.Pos) {
		if *name == "" {
			return
		}
		if was, ok := first[*name]; ok {
			b.problem(at, "anchor #"+*name+" is already at "+was.String(), "give one of them another name")
			*name = ""
			return
		}
		first[*name] = at
	}
	content.Walk(b.doc, func(_ any, place *content.Place) { drop(&place.Anchor, place.Pos) })
	content.Texts(b.doc, func(_ *content.Place, text []content.Inline) {
		content.Inlines(text, func(in content.Inline) {
			if span, ok := in.(*content.Span); ok {
				drop(&span.Anchor, span.Pos)
			}
		})
	})
}

// textOfReference is what stands in the place of a reference that leads to nothing,
// where mistakes are forgiven: what its author wrote.
func (b *manuscript) textOfReferences() {
	if !b.manifest.Lenient {
		return
	}
	content.EditInlines(b.doc, func(in content.Inline, _ *content.Link) []content.Inline {
		if ref, ok := in.(*content.Reference); ok && ref.Target == 0 {
			return []content.Inline{&content.Text{Pos: ref.Pos, Value: ref.Source()}}
		}
		return []content.Inline{in}
	})
}
