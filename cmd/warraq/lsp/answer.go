package lsp

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"warraq"
)

// place is a place in a book that a request asks of.
type place struct {
	*book
	name  string           // of the file, in the book's folder
	files map[string]*file // of the book, by their names there
	line  int
	byte  int // of the line
	lang  string
}

func (p *place) file() *file { return p.files[p.name] }

// twins are the marks of the book that mean what a mark means, with their files; notes
// are of one file.
func (p *place) twins(m *mark) (all []found) {
	for _, name := range slices.Sorted(maps.Keys(p.files)) {
		f := p.files[name]
		for i := range f.marks {
			o := &f.marks[i]
			if o.name == m.name && (isNote(o) && isNote(m) && name == p.name || isLink(o) && isLink(m)) {
				all = append(all, found{name, f, o})
			}
		}
	}
	return all
}

// found is a mark and where it stands.
type found struct {
	name string
	file *file
	mark *mark
}

func isNote(m *mark) bool   { return m.kind == noteCall || m.kind == noteText }
func isLink(m *mark) bool   { return m.kind == anchor || m.kind == reference }
func defines(m *mark) bool  { return m.kind == anchor || m.kind == noteText }
func (f found) place() span { return f.file.spanOf(f.mark) }

// definition is where what stands at the place is defined.
func (p *place) definition() (at []found) {
	m := p.file().at(p.line, p.byte)
	if m == nil || !isNote(m) && !isLink(m) {
		return nil
	}
	for _, t := range p.twins(m) {
		if defines(t.mark) {
			at = append(at, t)
		}
	}
	return at
}

// rename gives each place that has a name another one.
func (p *place) rename(to string) (map[string][]edit, error) {
	m := p.file().at(p.line, p.byte)
	if m == nil || !isNote(m) && !isLink(m) {
		return nil, p.refused(nothingHere)
	}
	if to == "" || strings.ContainsFunc(to, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("{}[]()#", r) }) {
		return nil, p.refused(noName, to)
	}
	edits := map[string][]edit{}
	for _, t := range p.twins(m) {
		edits[t.name] = append(edits[t.name], edit{t.place(), to})
	}
	for name, f := range p.files {
		for i := range f.marks {
			if o := &f.marks[i]; o.name == to && defines(o) && (isLink(m) || name == p.name && isNote(o)) && isNote(o) == isNote(m) {
				return nil, p.refused(nameTaken, to, name, o.line+1)
			}
		}
	}
	return edits, nil
}

// before are what stands before the cursor where something can be completed.
var before = []struct {
	of   *regexp.Regexp
	what func(p *place, typed string) []item
}{
	{regexp.MustCompile(`(?:\{(?:ref|page|title):[ \t]*|\]\()#?([^{}()\s]*)$`), (*place).anchors},
	{regexp.MustCompile(`\[\^([^\]\s]*)$`), (*place).notes},
	{regexp.MustCompile(`^ {0,3}:{3,}[ \t]*\{?\.?([^\s{}]*)$`), (*place).divisions},
	{regexp.MustCompile(`\{(?:[^{}]*[ \t])?\.([^\s{}.]*)$`), (*place).classes},
	{regexp.MustCompile(`\{(?:[^{}]*[ \t])?([a-z-]*)$`), (*place).keys},
}

// complete is what may stand at the place.
func (p *place) complete() []item {
	head := p.file().line(p.line)[:p.byte]
	if path.Ext(p.name) == ".yaml" {
		return p.settings(head)
	}
	for _, b := range before {
		if m := b.of.FindStringSubmatch(head); m != nil {
			items := b.what(p, m[1])
			for i := range items {
				items[i].Edit = &edit{p.file().span(p.line, p.byte-len(m[1]), p.byte), items[i].Label}
			}
			return items
		}
	}
	return nil
}

func (p *place) anchors(string) (items []item) {
	for _, name := range slices.Sorted(maps.Keys(p.files)) {
		f := p.files[name]
		for i := range f.marks {
			if m := &f.marks[i]; m.kind == anchor {
				items = append(items, item{Label: m.name, Kind: itemReference, Detail: f.wordsOf(m), Says: fmt.Sprintf("%s:%d", name, m.line+1)})
			}
		}
	}
	return items
}

// wordsOf are the words of what bears an anchor: those of its heading, or its line.
func (f *file) wordsOf(m *mark) string {
	for i := range f.marks {
		if h := &f.marks[i]; h.kind == heading && h.line == m.line {
			return h.name
		}
	}
	return strings.TrimSpace(anchorMark.ReplaceAllString(f.line(m.line), ""))
}

func (p *place) notes(string) (items []item) {
	known := map[string]bool{}
	for i := range p.file().marks {
		if m := &p.file().marks[i]; m.kind == noteText && !known[m.name] {
			known[m.name] = true
			items = append(items, item{Label: m.name, Kind: itemReference, Detail: strings.TrimSpace(p.file().line(m.line))})
		}
	}
	return items
}

func (p *place) divisions(string) []item { return p.named(divisionNames, itemKeyword) }
func (p *place) classes(string) []item   { return p.named(classNames, itemClass) }
func (p *place) keys(typed string) (items []item) {
	items = p.named([]string{"ref", "page", "title"}, itemKeyword)
	for _, k := range keyNames {
		items = append(items, item{Label: k + "=", Kind: itemProperty, Detail: doing(k, p.lang)})
	}
	return items
}

// divisionNames, classNames and keyNames are what authors write.
var divisionNames, classNames, keyNames = warraq.Vocabulary()

func (p *place) named(names []string, kind int) []item {
	items := make([]item, len(names))
	for i, n := range names {
		items[i] = item{Label: n, Kind: kind, Detail: doing(n, p.lang)}
	}
	return items
}

// schema is what book.yaml may say.
type schema struct {
	Says       string             `json:"description"`
	Properties map[string]*schema `json:"properties"`
	Enum       []any              `json:"enum"`
	Examples   []any              `json:"examples"`
	Type       any                `json:"type"`
	Any        []*schema          `json:"anyOf"`
	Ref        string             `json:"$ref"`
	Defs       map[string]*schema `json:"$defs"`
}

// settingsSchema is that of book.yaml, read when it is first asked for. TestSettings sees
// to it that it can be.
var settingsSchema = sync.OnceValue(func() *schema {
	s := new(schema)
	_ = json.Unmarshal(warraq.Schema(), s)
	return s
})

// of is the part of a schema that a path of keys leads to, nil for none.
func (s *schema) of(keys []string) *schema {
	for s != nil && s.Ref != "" {
		ref := settingsSchema().Defs[strings.TrimPrefix(s.Ref, "#/$defs/")]
		if ref == nil {
			break
		}
		with := *ref
		with.Says = cmp.Or(s.Says, ref.Says)
		s = &with
	}
	if s == nil || len(keys) == 0 {
		return s
	}
	if inner := s.Properties[keys[0]]; inner != nil {
		return inner.of(keys[1:])
	}
	for _, one := range s.Any {
		if inner := one.of(keys); inner != nil {
			return inner
		}
	}
	return nil
}

// choices are the values of an enumeration, or examples of one.
func (s *schema) choices() (values []string) {
	if s.Type == "boolean" {
		return []string{"true", "false"}
	}
	for _, v := range append(s.Enum[:len(s.Enum):len(s.Enum)], s.Examples...) {
		values = append(values, fmt.Sprint(v))
	}
	for _, one := range s.Any {
		if one = one.of(nil); one != nil {
			values = append(values, one.choices()...)
		}
	}
	return values
}

// keysAt are the keys of book.yaml under which a line stands, by how far it is set in.
func (f *file) keysAt(line, indent int) (keys []string) {
	for n := line - 1; n >= 0 && indent > 0; n-- {
		s := f.line(n)
		if in := len(s) - len(strings.TrimLeft(s, " ")); in < indent && strings.TrimSpace(s) != "" {
			key, _, ok := strings.Cut(strings.TrimSpace(s), ":")
			if !ok {
				return nil
			}
			keys, indent = append([]string{key}, keys...), in
		}
	}
	return keys
}

// settings is what may stand in book.yaml behind the head of a line.
func (p *place) settings(head string) (items []item) {
	key := strings.TrimLeft(head, " \t")
	under := p.file().keysAt(p.line, len(head)-len(key))
	replace := func(typed, with string) *edit {
		return &edit{p.file().span(p.line, p.byte-len(typed), p.byte), with}
	}
	if key, typed, valued := strings.Cut(key, ":"); valued {
		typed = strings.TrimLeft(typed, " \t")
		s := settingsSchema().of(append(under, key))
		if s == nil || strings.ContainsAny(typed, " \t") {
			return nil
		}
		for _, v := range s.choices() {
			items = append(items, item{Label: v, Kind: itemValue, Edit: replace(typed, v)})
		}
		return items
	}
	if strings.ContainsFunc(key, func(r rune) bool { return !isNameRune(r) }) {
		return nil
	}
	s := settingsSchema().of(under)
	for s != nil && s.Properties == nil && len(s.Any) > 0 {
		i := slices.IndexFunc(s.Any, func(one *schema) bool { return one.of(nil) != nil && one.of(nil).Properties != nil })
		if i < 0 {
			return nil
		}
		s = s.Any[i].of(nil)
	}
	if s == nil {
		return nil
	}
	for _, name := range slices.Sorted(maps.Keys(s.Properties)) {
		items = append(items, item{Label: name, Kind: itemProperty, Detail: s.Properties[name].Says, Edit: replace(key, name+": ")})
	}
	return items
}

func isNameRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || r == '-' || r == '_'
}

// hover says what stands at the place, "" for nothing.
func (p *place) hover() (string, span) {
	f := p.file()
	line := f.line(p.line)
	from, to := wordAt(line, p.byte, isNameRune)
	word, at := line[from:to], f.span(p.line, from, to)
	if path.Ext(p.name) == ".yaml" {
		in := len(line) - len(strings.TrimLeft(line, " "))
		if s := settingsSchema().of(append(f.keysAt(p.line, in), word)); s != nil && from == in && word != "" {
			text := s.Says
			if c := s.choices(); len(c) > 0 {
				text += " `" + strings.Join(c, "`, `") + "`"
			}
			return text, at
		}
		return "", at
	}
	if m := f.at(p.line, p.byte); m != nil && m.kind != division {
		defined := p.definition()
		switch {
		case len(defined) == 0:
			return fmt.Sprintf("`%s` is nowhere in the book", m.name), f.spanOf(m)
		case m.kind == anchor:
			return fmt.Sprintf("`%s`: %d references lead here", m.name, len(p.twins(m))-1), f.spanOf(m)
		case isNote(m):
			return strings.TrimSpace(defined[0].file.line(defined[0].mark.line)), f.spanOf(m)
		}
		d := defined[0]
		return fmt.Sprintf("**%s**\n\n%s:%d", d.file.wordsOf(d.mark), d.name, d.mark.line+1), f.spanOf(m)
	}
	if s := doing(word, p.lang); s != "" && inMarkup(line, from) {
		return "`" + word + "`: " + s, at
	}
	return "", at
}

// inMarkup tells whether a byte of a line stands in braces or behind colons.
func inMarkup(line string, i int) bool {
	return strings.HasPrefix(strings.TrimLeft(line, " "), ":::") || strings.LastIndexByte(line[:i], '{') > strings.LastIndexByte(line[:i], '}')
}
