package content

import (
	"cmp"
	"strings"

	"warraq/content/locale"
)

// ReferenceKind says what a [Reference] prints of its target.
type ReferenceKind uint8

const (
	LabelReference ReferenceKind = iota // {ref: a}: what it is called, «الشكل 3»
	PageReference                       // {page: a}: the folio of its page
	TitleReference                      // {title: a}: its bare title
)

// String is the name of the field.
func (k ReferenceKind) String() string {
	return [...]string{"ref", "page", "title"}[k]
}

// Reference prints the name, the page or the title of another part of the book,
// and leads to it: `{ref: anchor}`.
type Reference struct {
	Pos    Pos
	Anchor string // of the target, or "^label" for a note of the same chapter
	Kind   ReferenceKind

	// What follows is found by [Number].

	// Target is the part or span that bears the anchor, 0 where there is none.
	Target ID
	// Label is what is printed, but for a folio. Where there are no pages it
	// stands for the folio too.
	Label string
	// Dir is the direction of Label, Auto where that is the one around it.
	Dir locale.Direction
	// Note is the note that is meant; its number, which may depend on pages,
	// is printed behind Label.
	Note *Note
}

func (*Reference) inline() {}

// ReferenceAt reads the field of a reference that s begins with, braces
// included, and measures it; the length is 0 where there is none.
func ReferenceAt(s string) (ref Reference, length int) {
	if len(s) < 6 || s[0] != '{' {
		return ref, 0
	}
	for ref.Kind = LabelReference; ref.Kind <= TitleReference; ref.Kind++ {
		rest, ok := strings.CutPrefix(s[1:], ref.Kind.String()+":")
		if !ok {
			continue
		}
		end := strings.IndexAny(rest, "{}\n")
		if end < 0 || rest[end] != '}' {
			return ref, 0
		}
		ref.Anchor = strings.TrimPrefix(strings.TrimSpace(rest[:end]), "#")
		if ref.Anchor == "" {
			return ref, 0
		}
		return ref, len(s) - len(rest) + end + 1
	}
	return ref, 0
}

// Source is the field as an author writes it.
func (r *Reference) Source() string { return "{" + r.Kind.String() + ": " + r.Anchor + "}" }

// bearer is a part of the book, or a span, that an anchor names.
type bearer struct {
	part    any
	id      ID
	title   []Inline // its own: of a chapter, heading, caption, division, term
	section []Inline // of the section it stands in
	note    *Note    // in which it stands, or which it is
}

// resolver finds what references are called.
type resolver struct {
	doc     *Document
	bearers map[string]*bearer
	refs    []*Reference
	tongues []Tongue             // of the text around each
	notes   map[*Reference]*Note // of references to "^label"

	// where the walk is
	section []Inline
	note    *Note
}

// resolveReferences gives every reference its target and its text. Titles are
// read before any label is written, so that a title may hold a reference.
func resolveReferences(doc *Document) {
	r := resolver{doc: doc, notes: map[*Reference]*Note{}}
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
		ref.Label, ref.Dir = labels[i], Against(labels[i], r.tongues[i].Dir)
	}
}

// chapter gathers the references of a chapter.
func (r *resolver) chapter(c *Chapter) {
	labelled := make(map[string]*Note, len(c.Notes))
	for _, n := range c.Notes {
		labelled[n.Label] = n
	}
	w := walker{book: r.doc.Meta.Tongue()}
	w.text = func(_ *Place, text []Inline) {
		spoken(text, w.tongue, func(in Inline, t Tongue) {
			ref, ok := in.(*Reference)
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
	w.chapter(c)
}

// collect finds what every anchor names and where it stands.
func (r *resolver) collect() {
	put := func(anchor string, b bearer) {
		if anchor != "" && r.bearers[anchor] == nil {
			b.section, b.note = r.section, r.note
			r.bearers[anchor] = &b
		}
	}
	w := walker{part: func(part any, place *Place) {
		r.enter(part)
		put(place.Anchor, bearer{part: part, id: place.ID, title: titleOf(part)})
	}, text: func(_ *Place, text []Inline) {
		Inlines(text, func(in Inline) {
			if span, ok := in.(*Span); ok {
				put(span.Anchor, bearer{part: span, id: span.ID})
			}
		})
	}}
	for _, c := range r.doc.Chapters {
		w.chapter(c)
	}
}

// enter keeps the section and the note of the walk.
func (r *resolver) enter(part any) {
	switch part := part.(type) {
	case *Chapter:
		r.section, r.note = part.Title, nil
	case *Heading:
		r.section = part.Inlines
	case *Note:
		r.note = part
	}
}

// titleOf is the title that a part has of its own.
func titleOf(part any) []Inline {
	switch part := part.(type) {
	case *Chapter:
		return part.Title
	case *Heading:
		return part.Inlines
	case *Figure:
		return part.Caption
	case *Table:
		return part.Caption
	case *Div:
		return part.Title
	case *Definition:
		return part.Term
	}
	return nil
}

// resolve gives the text of a reference in the language around it. One that leads
// nowhere stays as it was written.
func (r *resolver) resolve(ref *Reference, lang string) string {
	b := r.bearers[ref.Anchor]
	if n := r.notes[ref]; n != nil {
		b = &bearer{part: n, id: n.ID, note: n}
	}
	if b == nil {
		return ref.Source()
	}
	ref.Target = b.id
	title := strings.TrimSpace(PlainText(b.title))
	if ref.Kind == TitleReference && title != "" {
		if h, ok := b.part.(*Heading); ok {
			title = strings.TrimSpace(PlainText(h.Words()))
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
	title = strings.TrimSpace(PlainText(b.section))
	if ref.Kind == TitleReference {
		return cmp.Or(title, ref.Source())
	}
	return locale.Of(lang).Quote(title)
}

// name is what a part that is counted is spoken of by, «الشكل 3», «الفصل 2»; ""
// for every other part.
func (r *resolver) name(part any, lang string) string {
	words := locale.WordsFor(lang)
	switch part := part.(type) {
	case *Chapter:
		return r.chapterLabel(part, lang)
	case *Figure:
		return r.counted(words.Figure, part.Number, lang)
	case *Table:
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
func (r *resolver) chapterLabel(c *Chapter, lang string) string {
	label := labelIn(r.doc, c, lang)
	if c.Role == Appendix && label != "" {
		return locale.Of(lang).Definite(label) // the other words have their article
	}
	return label
}
