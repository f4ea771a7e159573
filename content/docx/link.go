package docx

import (
	"strconv"
	"strings"
	"unicode"

	"warraq/content"
	"warraq/content/container"
	"warraq/content/scribe"
)

// hyperlink reads a link.
func (p *paragraph) hyperlink(e *container.Element) {
	to := ""
	if rel, ok := p.rels[e.Get("r:id")]; ok && rel.outside {
		to = rel.target
		if at := e.Get("w:anchor"); at != "" && !strings.Contains(to, "#") {
			to += "#" + at
		}
	} else if at := e.Get("w:anchor"); at != "" {
		to = "#" + p.anchor(at)
	}
	p.linked(to, func() { p.inlines(e.Kids) })
}

// linked reads what is a link; one to a file of the author's machine is text.
func (p *paragraph) linked(to string, read func()) {
	f := &field{kind: "HYPERLINK", link: p.address(to), result: true}
	p.body.fields = append(p.body.fields, f)
	depth := len(p.body.fields)
	read()
	if len(p.body.fields) >= depth && p.body.fields[depth-1] == f {
		p.body.fields = append(p.body.fields[:depth-1], p.body.fields[depth:]...)
	}
}

// address is where a link leads, "" for what leads nowhere for a reader.
func (p *paragraph) address(to string) string {
	if strings.HasPrefix(to, "#") {
		return to
	}
	scheme, _, ok := strings.Cut(to, ":")
	switch strings.ToLower(scheme) {
	case "http", "https", "mailto", "ftp", "tel":
		if ok {
			return strings.TrimSpace(to)
		}
	}
	if strings.HasPrefix(to, "www.") {
		return "https://" + to
	}
	if to != "" {
		p.say("a link to a file of another machine is text", to, "")
	}
	return ""
}

// bookmark marks a place.
func (p *paragraph) bookmark(e *container.Element) {
	name := e.Get("w:name")
	if name == "" || name == "_GoBack" {
		return
	}
	p.reader.bookmarks[e.Get("w:id")] = name
	id := p.anchor(name)
	if p.swallowed() || p.placed[id] { // the first of a name is the place
		return
	}
	p.placed[id] = true
	p.line.Put(&content.Span{Attr: content.Attr{Anchor: id}}, scribe.Look{})
}

// anchor is the anchor of a bookmark: its letters and digits, and unique.
func (r *reader) anchor(name string) string {
	if id := r.ids[name]; id != "" {
		return id
	}
	id := strings.Trim(strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c) {
			return unicode.ToLower(c)
		}
		return '-'
	}, name), "-")
	if id == "" {
		id = "place"
	}
	id = r.unused(r.prefix+id, "")
	r.ids[name] = id
	return id
}

// unused is a name that nothing has yet: itself, or with a number behind it.
func (r *reader) unused(name, ending string) string {
	free := name + ending
	for r.used[free] > 0 {
		r.used[name+ending]++
		free = name + "-" + strconv.Itoa(r.used[name+ending]) + ending
	}
	r.used[free]++
	return free
}
