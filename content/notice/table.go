package notice

import (
	"cmp"
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"warraq/content/pattern"
)

// The catalogue is a folder of text. An entry is a line with its code and its name, and
// one for each of [Languages]; below them each thing to do about it, behind ">", again
// in each language, or in English alone where it stands above already; then a chapter
// that is told so, behind "$", and lines of book.yaml, behind "$$". What fills holes is
// an entry without a code, behind "~".
//
//go:embed table
var files embed.FS

// table is the catalogue as it is read.
type table struct {
	entries []*Entry
	named   map[string]*Entry // by code and by name, in small letters
	hints   []text
	hinted  map[string]text // hints by what they say in English
	phrases []text
}

// catalogue is the table, read once. A test sees to it that it reads without error.
var catalogue = sync.OnceValue(func() *table {
	c, _ := read(files, "table")
	return c
})

// read reads the files of a catalogue.
func read(fsys fs.FS, folder string) (*table, error) {
	c := &table{named: make(map[string]*Entry), hinted: make(map[string]text)}
	names, err := fs.Glob(fsys, folder+"/*.txt")
	for _, name := range names {
		data, failed := fs.ReadFile(fsys, name)
		err = cmp.Or(err, failed)
		r := reader{c: c, file: name, lines: strings.Split(string(data), "\n")}
		for ; r.at < len(r.lines); r.at++ {
			err = cmp.Or(err, r.entry())
		}
	}
	for _, e := range c.entries {
		for _, hint := range e.said {
			t, ok := c.hinted[hint]
			if !ok {
				err = cmp.Or(err, fmt.Errorf("%s: not in every language: %s", e.Code, hint))
			}
			e.hints = append(e.hints, t)
		}
	}
	slices.SortFunc(c.entries, func(a, b *Entry) int { return strings.Compare(a.Code, b.Code) })
	return c, err
}

// reader reads a file of the catalogue.
type reader struct {
	c     *table
	file  string
	lines []string
	at    int
}

// head is the first line of an entry.
var head = pattern.Of(`^([EW][1-9][0-9][0-9]) ([a-z0-9]+(?:-[a-z0-9]+)*)$`)

// entry reads what begins at a line, and stops at its last.
func (r *reader) entry() error {
	line := r.lines[r.at]
	if line == "" || strings.HasPrefix(line, "# ") {
		return nil
	}
	if phrase, ok := strings.CutPrefix(line, "~ "); ok {
		in, err := r.languages(phrase)
		r.c.phrases = append(r.c.phrases, textOf(in, false))
		return err
	}
	m := head.FindStringSubmatch(line)
	if m == nil {
		return r.wrong("no entry")
	}
	e := &Entry{Code: m[1], Name: m[2]}
	r.at++
	in, err := r.languages(r.line())
	e.says = textOf(in, true)
	for err == nil && r.next() {
		err = r.below(e)
	}
	r.keep(e)
	return err
}

// keep puts an entry where it is found.
func (r *reader) keep(e *Entry) {
	r.c.entries = append(r.c.entries, e)
	r.c.named[strings.ToLower(e.Code)], r.c.named[e.Name] = e, e
}

// below reads a line below an entry, with its translations.
func (r *reader) below(e *Entry) error {
	line := r.line()
	if rest, ok := strings.CutPrefix(line, "$$ "); ok {
		e.Settings += rest + "\n"
		return nil
	}
	if rest, ok := strings.CutPrefix(line, "$"); ok {
		e.Chapter += strings.TrimPrefix(rest, " ") + "\n"
		return nil
	}
	rest, ok := strings.CutPrefix(line, "> ")
	if !ok {
		return r.wrong("neither hint nor example")
	}
	e.said = append(e.said, rest)
	if r.at+1 == len(r.lines) || r.lines[r.at+1] == "" || strings.HasPrefix(r.lines[r.at+1], "> ") || strings.HasPrefix(r.lines[r.at+1], "$") {
		return nil // it stands elsewhere
	}
	in, err := r.languages(rest)
	if _, twice := r.c.hinted[rest]; twice {
		return r.wrong("written twice: " + rest)
	}
	hint := textOf(in, false)
	r.c.hinted[rest] = hint
	r.c.hints = append(r.c.hints, hint)
	return err
}

// languages reads a text in every language, of which the first is given.
func (r *reader) languages(first string) (in [3]string, err error) {
	in[0] = first
	for i := 1; i < len(in); i++ {
		if !r.next() || strings.HasPrefix(r.line(), "> ") || strings.HasPrefix(r.line(), "$") {
			return in, r.wrong("not in every language: " + first)
		}
		in[i] = r.line()
	}
	return in, nil
}

// next goes to the next line of the entry, and tells whether there is one.
func (r *reader) next() bool {
	if r.at+1 >= len(r.lines) || r.lines[r.at+1] == "" || strings.HasPrefix(r.lines[r.at+1], "~ ") {
		return false
	}
	r.at++
	return true
}

func (r *reader) line() string { return r.lines[r.at] }

func (r *reader) wrong(what string) error {
	return fmt.Errorf("%s:%d: %s", r.file, r.at+1, what)
}

// Phrasebook is messages without codes, which a program says beside those of the
// catalogue, in the same languages and the same form.
type Phrasebook struct{ c *table }

// ReadPhrases reads the messages of the files "*.txt" of a folder.
func ReadPhrases(fsys fs.FS, folder string) (*Phrasebook, error) {
	c, err := read(fsys, folder)
	return &Phrasebook{c}, err
}

// Say is a line in a language; known tells whether the book has it. What fills its
// holes is isolated as in [Say].
func (b *Phrasebook) Say(line, lang string) (said string, known bool) {
	at := slices.Index(Languages, lang)
	if at < 0 {
		return line, false
	}
	t, m := mostLiteral(b.c.phrases, line)
	switch {
	case t == nil:
		return isolated(line, at), false
	case at == 0:
		return line, true
	}
	return b.c.fill(t, m, at), true
}
