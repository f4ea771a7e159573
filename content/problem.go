package content

import (
	"errors"
	"strings"
)

// Problem is one thing in the manuscript that its author should know of: what
// is the matter, and what to do about it.
type Problem struct {
	Pos Pos
	// Column is the character of the line, from 1, at which it begins; 0 where that is
	// not known. Where it ends is said by its words, see [warraq/content/notice.Span].
	Column int

	What string // "image figs/map.png is not there"
	Hint string // "put the file beside the chapter or correct its name"; may be empty
	// Warns tells, of what is no error, that it is more than advice: readers of
	// the book are the worse for it.
	Warns bool
	// Kind is what the matter is without what is special about this place:
	// problems of one kind are told together. Empty: What is the kind.
	Kind string
}

// OfKind is the kind of the problem.
func (p *Problem) OfKind() string {
	if p.Kind == "" {
		return p.What
	}
	return p.Kind
}

// String gives "file:line: what, hint".
func (p Problem) String() string {
	s := p.What
	if p.Hint != "" {
		s += ", " + p.Hint
	}
	if at := p.Pos.String(); at != "" {
		s = at + ": " + s
	}
	return s
}

// Problems is an error that lists everything an author can mend in one go. A
// reader that returns it has read the whole manuscript.
type Problems []Problem

// Error gives one problem a line.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

// Join makes one error of several, each told once: what the author can mend comes
// as one list of [Problems], which [errors.As] finds, and the others before it. Of
// nothing but nil it is nil.
func Join(errs ...error) error {
	var all Problems
	var others []error
	told := make(map[string]bool)
	once := func(says string, add func()) {
		if !told[says] {
			told[says] = true
			add()
		}
	}
	for _, err := range errs {
		var ps Problems
		switch {
		case err == nil:
		case errors.As(err, &ps):
			for _, p := range ps {
				once(p.String(), func() { all = append(all, p) })
			}
		default:
			once(err.Error(), func() { others = append(others, err) })
		}
	}
	switch {
	case len(others) == 0 && all == nil:
		return nil
	case len(others) == 0:
		return all
	case all != nil:
		others = append(others, all)
	}
	return errors.Join(others...)
}
