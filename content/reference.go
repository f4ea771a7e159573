package content

import (
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

	// What follows is found by package number.

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
