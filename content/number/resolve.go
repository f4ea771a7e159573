package number

import (
	"cmp"
	"strings"

	"warraq/content"
	"warraq/content/direct"
	"warraq/content/locale"
	"warraq/content/roles"
)

// bearer is a part of the book, or a span, that an anchor names.
type bearer struct {
	part    any
	id      content.ID
	title   []content.Inline // its own: of a chapter, heading, caption, division, term
	section []content.Inline // of the section it stands in
	note    *content.Note    // in which it stands, or which it is
}

// resolver finds what references are called.
type resolver struct {
	doc     *content.Document
	bearers map[string]*bearer
	refs    []*content.Reference
	tongues []content.Tongue                     // of the text around each
	notes   map[*content.Reference]*content.Note // of references to "^label"
	within  parts

	// where the walk is
	section []content.Inline
	note    *content.Note
}

// resolveReferences gives every reference its target and its text. Titles are
// read before any label is written, so that a title may hold a reference.
func resolveReferences(doc *content.Document) {
	r := resolver{doc: doc, notes: map[*content.Reference]*content.Note{}, within: parts{}}
	for _, c := range doc.Chapters {
		r.chapter(c)
	}
	r.bearers = map[string]*bearer{}
	r.collect()
	labels := make([]string, len(r.refs))
	for _, ref := range r.refs {
		ref.Label, ref.Dir, ref.Target, ref.Note = "", locale.Auto, 0, nil
	}
	for i, ref := range r.refs {
		labels[i] = r.resolve(ref, r.tongues[i].Lang)
	}
	for i, ref := range r.refs {
		ref.Label, ref.Dir = labels[i], direct.Against(labels[i], r.tongues[i].Dir)
	}
}

// chapter gathers the references of a chapter.
func (r *resolver) chapter(c *content.Chapter) {
	labelled := make(map[string]*content.Note, len(c.Notes))
	for _, n := range c.Notes {
		labelled[n.Label] = n
	}
	w := content.Walker{Book: r.doc.Meta.Tongue()}
	w.Text = func(_ *content.Place, text []content.Inline) {
		spoken(text, w.Tongue(), func(in content.Inline, t content.Tongue) {
			ref, ok := in.(*content.Reference)
			if !ok {
				return
			}
			r.refs, r.tongues = append(r.refs, ref), append(r.tongues, t)
			if label, ok := strings.CutPrefix(ref.Anchor, "^"); ok {
				if n := labelled[label]; n != nil {
					r.notes[ref] = n
				}
			}
		})
	}
	w.Chapter(c)
}

// collect finds what every anchor names and where it stands.
func (r *resolver) collect() {
	put := func(anchor string, b bearer) {
		if anchor != "" && r.bearers[anchor] == nil {
			b.section, b.note = r.section, r.note
			r.bearers[anchor] = &b
		}
	}
	w := content.Walker{Part: func(part any, place *content.Place) {
		r.enter(part)
		put(place.Anchor, bearer{part: part, id: place.ID, title: titleOf(part)})
	}, Text: func(_ *content.Place, text []content.Inline) {
		content.Inlines(text, func(in content.Inline) {
			if span, ok := in.(*content.Span); ok {
				put(span.Anchor, bearer{part: span, id: span.ID})
			}
		})
	}}
	for _, c := range r.doc.Chapters {
		w.Chapter(c)
	}
}

// enter keeps the section and the note of the walk.
func (r *resolver) enter(part any) {
	switch part := part.(type) {
	case *content.Chapter:
		r.section, r.note = part.Title, nil
	case *content.Heading:
		r.section = part.Inlines
	case *content.Note:
		r.note = part
	case *content.Div:
		r.within.add(part)
	}
}

// titleOf is the title that a part has of its own.
func titleOf(part any) []content.Inline {
	switch part := part.(type) {
	case *content.Chapter:
		return part.Title
	case *content.Heading:
		return part.Inlines
	case *content.Figure:
		return part.Caption
	case *content.Table:
		return part.Caption
	case *content.Div:
		return part.Title
	case *content.Definition:
		return part.Term
	}
	return nil
}

// resolve gives the text of a reference in the language around it. One that leads
// nowhere stays as it was written.
func (r *resolver) resolve(ref *content.Reference, lang string) string {
	b := r.bearers[ref.Anchor]
	if n := r.notes[ref]; n != nil {
		b = &bearer{part: n, id: n.ID, note: n}
	}
	if b == nil {
		return ref.Source()
	}
	ref.Target = b.id
	title := strings.TrimSpace(content.PlainText(b.title))
	if ref.Kind == content.TitleReference && title != "" {
		if h, ok := b.part.(*content.Heading); ok {
			title = strings.TrimSpace(content.PlainText(h.Words()))
		}
		return title
	}
	name := r.name(b.part, lang)
	switch {
	case name != "":
		return name
	case b.note != nil:
		ref.Note = b.note
		return locale.Of(lang).Definite(locale.WordsFor(lang).Note) + "\u00a0"
	case title != "":
		return locale.Of(lang).Quote(title)
	}
	title = strings.TrimSpace(content.PlainText(b.section))
	if ref.Kind == content.TitleReference {
		return cmp.Or(title, ref.Source())
	}
	return locale.Of(lang).Quote(title)
}

// name is what a part that is counted is spoken of by, «الشكل 3», «الفصل 2»; ""
// for every other part.
func (r *resolver) name(part any, lang string) string {
	words := locale.WordsFor(lang)
	switch part := part.(type) {
	case *content.Chapter:
		return r.chapterLabel(part, lang)
	case *content.Figure:
		if whole := r.within[part]; whole != nil {
			return r.counted(words.Figure, whole.Number, lang)
		}
		return r.counted(words.Figure, part.Number, lang)
	case *content.Div:
		return r.counted(words.Figure, part.Number, lang)
	case *content.Table:
		return r.counted(words.Table, part.Number, lang)
	}
	return ""
}

func (r *resolver) counted(word string, number int, lang string) string {
	if number == 0 {
		return ""
	}
	return locale.Of(lang).Definite(word) + "\u00a0" + locale.FormatInt(number, r.doc.DigitsIn(lang))
}

// chapterLabel is the label of a chapter of a numbered book as it is spoken of:
// "الفصل 3", "الملحق أ".
func (r *resolver) chapterLabel(c *content.Chapter, lang string) string {
	label := content.LabelIn(r.doc, c, lang)
	if c.Role == roles.Appendix && label != "" {
		return locale.Of(lang).Definite(label) // the other words have their article
	}
	return label
}

// spoken calls visit for each inline of a run, outer before inner, with the
// tongue that it is in.
func spoken(text []content.Inline, t content.Tongue, visit func(content.Inline, content.Tongue)) {
	for _, in := range text {
		inner := t
		if span, ok := in.(*content.Span); ok {
			inner = t.Of(&span.Attr)
		}
		visit(in, inner)
		spoken(content.InnerOf(in), inner, visit)
	}
}
