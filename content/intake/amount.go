package intake

import "fmt"

// Amount is how much of each a file shows, or may hold.
type Amount struct{ Blocks, Notes, Links int64 }

// Tally counts the elements of a file toward what it may hold, as they are read.
type Tally struct {
	Most  Amount
	Kinds map[string]Amount // what each element shows, by its name
	shown Amount
}

// Meet counts an element; its error is that of [Tally.Within].
func (t *Tally) Meet(name string) error {
	t.shown.Add(t.Kinds[name])
	return t.Within()
}

// Within is [Amount.Within] of what was counted so far.
func (t *Tally) Within() error { return t.shown.Within(t.Most) }

// Add adds what another file shows.
func (a *Amount) Add(b Amount) {
	a.Blocks, a.Notes, a.Links = a.Blocks+b.Blocks, a.Notes+b.Notes, a.Links+b.Links
}

// TooMuch is the error of a file that has far too much of something.
type TooMuch struct {
	Most  int64
	Kind  string // of what, as messages have it
	Limit string // its name among the limits
}

// Error says it of the file.
func (t *TooMuch) Error() string { return fmt.Sprintf("it has more than %d %s", t.Most, t.Kind) }

// Within holds what a file shows to what it may hold, where that is not 0, before
// anything is made of it. What stands for what is not known yet, so that only a quarter
// more is a *[TooMuch].
func (a Amount) Within(most Amount) error {
	switch {
	case beyond(a.Blocks, most.Blocks):
		return &TooMuch{most.Blocks, "paragraphs, rows and items", "blocks"}
	case beyond(a.Notes, most.Notes):
		return &TooMuch{most.Notes, "notes", "notes"}
	case beyond(a.Links, most.Links):
		return &TooMuch{most.Links, "links and references", "references"}
	}
	return nil
}

func beyond(n, most int64) bool { return most > 0 && n > most+most/4 }
