package book

import (
	"path"
	"slices"
	"strings"

	"warraq/content"
	"warraq/content/book/bounds"
	"warraq/content/number"
)

// checkReferences finds what the references, the terms and the cross entries of
// the index mean, and reports those that mean nothing.
func (b *manuscript) checkReferences(l *linker) {
	again := false
	terms := nearby{list: func() []string { return number.Terms(b.doc) }}
	anchors := nearby{list: func() []string { return namesOf(l.anchors) }}
	content.Texts(b.doc, func(_ *content.Place, text []content.Inline) {
		content.Inlines(text, func(in content.Inline) {
			switch in := in.(type) {
			case *content.Reference:
				if in.Target != 0 {
					return
				}
				if anchor, ok := l.meant(in); ok {
					in.Anchor, again = anchor, true
					return
				}
				hint := "name a note that this chapter calls"
				if !strings.HasPrefix(in.Anchor, "^") {
					hint = anchors.hint(in.Anchor, "write {#"+strings.ReplaceAll(in.Anchor, " ", "-")+"} after the heading or figure, or in a line above the table")
				}
				b.problem(in.Pos, "reference "+in.Source()+" leads to nothing that is there", hint)
			case *content.Span:
				if in.Has("index") && !in.Indexed() {
					b.problem(in.Pos, "a mark for the index names no term", "write it in the brackets or as key=\"…\"")
				}
				if in.Has("term") && in.Entry == "" {
					b.problem(in.Pos, "no glossary has the term "+in.Term(), terms.hint(in.Term(), "write it in a chapter of class {.glossary}, its explanation below it after a colon"))
				}
			}
		})
	})
	b.checkSees()
	if again {
		number.Document(b.doc)
	}
	b.textOfReferences()
}

// checkSees reports the cross entries of the index that lead to no entry.
func (b *manuscript) checkSees() {
	content.Walk(b.doc, func(part any, _ *content.Place) {
		index, ok := part.(*content.Listing)
		if !ok || index.Kind != content.IndexListing {
			return
		}
		entries := nearby{list: func() (names []string) {
			for _, e := range index.Entries {
				names = append(names, content.PlainText(e.Text))
			}
			return names
		}}
		for _, e := range index.Entries {
			for _, see := range e.See {
				if see.Anchor == "" {
					b.problem(see.Pos, "the index has no entry "+see.Text, entries.hint(see.Text, "mark that term too: ["+see.Text+"]{.index}"))
				}
			}
		}
	})
}

// meant gives the anchor of a chapter's file, or of the heading whose words the
// reference has.
func (l *linker) meant(ref *content.Reference) (anchor string, ok bool) {
	if bounds.IsText(ref.Anchor) {
		if s := l.targets.exacts[path.Join(path.Dir(ref.Pos.File), ref.Anchor)]; s != nil {
			return s.anchor(), true
		}
	}
	return l.siteName(ref.Pos.File, ref.Anchor)
}

// nearby suggests a name of a list that is made once it is needed.
type nearby struct {
	list  func() []string
	names []string
}

func (n *nearby) hint(text, otherwise string) string {
	if n.names == nil {
		n.names = n.list()
	}
	if near := content.Nearest(text, n.names); near != "" {
		return "did you mean " + near + "?"
	}
	return otherwise
}

func namesOf(anchors map[string]any) []string {
	names := make([]string, 0, len(anchors))
	for name := range anchors {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
