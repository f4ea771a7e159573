package docx

import (
	"strings"

	"warraq/content"
	"warraq/content/container"
	"warraq/content/intake"
	"warraq/content/scribe"
)

// field is a field that is open: its instruction, then what it shows.
type field struct {
	code   strings.Builder
	result bool // what it shows is being read
	kind   string
	link   string          // where its result leads
	page   string          // the bookmark whose page it shows
	shows  strings.Builder // the number that it shows, which the book knows better
	note   *content.Note   // that it shows the number of
	hidden bool            // what it shows stays away
}

// mostFields bounds how many fields are open in one another.
const mostFields = 60

// fieldChar begins a field, its result, or ends it.
func (p *paragraph) fieldChar(e *container.Element) {
	b := p.body
	last := len(b.fields) - 1
	kind := e.Get("w:fldCharType")
	switch {
	case kind == "begin" && len(b.fields) >= mostFields:
		b.beyond++
		return
	case b.beyond > 0 && kind == "end":
		b.beyond--
		return
	case b.beyond > 0:
		return
	}
	switch kind {
	case "begin":
		b.fields = append(b.fields, &field{})
	case "separate":
		if last >= 0 && b.fields[last].kind == "" {
			p.opened(b.fields[last])
		}
	case "end":
		if last < 0 {
			return
		}
		f := b.fields[last]
		if f.kind == "" {
			p.opened(f)
		}
		b.fields = b.fields[:last]
		p.ended(f)
	}
}

// simpleField reads a field whose result is its content.
func (p *paragraph) simpleField(e *container.Element) {
	f := &field{}
	f.code.WriteString(e.Get("w:instr"))
	p.body.fields = append(p.body.fields, f)
	p.opened(f)
	p.inlines(e.Kids)
	if n := len(p.body.fields); n > 0 && p.body.fields[n-1] == f {
		p.body.fields = p.body.fields[:n-1]
		p.ended(f)
	}
}

// instruction adds to the instruction of a field.
func (p *paragraph) instruction(s string) {
	if n := len(p.body.fields); n > 0 && !p.body.fields[n-1].result && p.body.fields[n-1].code.Len() < 1<<16 {
		p.body.fields[n-1].code.WriteString(s)
	}
}

// opened reads the instruction of a field (ISO/IEC 29500-1 17.16.5).
func (p *paragraph) opened(f *field) {
	f.result = true
	words := fieldWords(f.code.String())
	if len(words) == 0 {
		f.kind = "?"
		return
	}
	f.kind = strings.ToUpper(words[0])
	argument := ""
	if len(words) > 1 && !strings.HasPrefix(words[1], `\`) {
		argument = words[1]
	}
	switch f.kind {
	case "TOC", "INDEX", "TOA", "PAGE", "NUMPAGES", "SECTIONPAGES":
		f.hidden = true
	case "REF":
		if argument != "" {
			f.link = "#" + p.anchor(argument)
		}
	case "PAGEREF":
		f.page = argument
	case "NOTEREF":
		f.note = p.marked[argument]
	case "HYPERLINK":
		to := argument
		for i, w := range words {
			if w == `\l` && i+1 < len(words) {
				if to == "" {
					to = "#" + p.anchor(words[i+1])
				} else {
					to += "#" + words[i+1]
				}
			}
		}
		f.link = p.address(to)
	case "SYMBOL":
		p.symbolField(words)
	case "EQ":
		p.lost("a formula in a field EQ stays away", strings.TrimSpace(f.code.String()), "write it anew")
	case "XE":
		p.say("an entry of the index stays away", argument, "write it as []{.index …}: the chapter of the guide on indexes says how")
	}
	if f.kind != "" && p.style.toc {
		f.hidden = true
	}
}

// fieldWords parts an instruction into words, those between quotation marks whole.
func fieldWords(s string) (words []string) {
	for {
		s = strings.TrimSpace(s)
		switch {
		case s == "":
			return words
		case s[0] == '"':
			word, rest, _ := strings.Cut(s[1:], `"`)
			words, s = append(words, word), rest
		default:
			end := strings.IndexAny(s, " \t\n\"")
			if end < 0 {
				end = len(s)
			}
			words, s = append(words, s[:end]), s[end:]
		}
	}
}

// ended adds what stands for the result of a field.
func (p *paragraph) ended(f *field) {
	switch {
	case p.swallowed():
	case f.page != "":
		p.line.Put(&content.Reference{Kind: content.PageReference, Anchor: p.anchor(f.page), Label: strings.TrimSpace(f.shows.String())}, scribe.Look{})
		p.last = '0'
	case f.note != nil:
		p.line.Put(&content.NoteRef{Note: f.note}, scribe.Look{})
		p.last = '0'
	case f.kind == "SEQ":
		if !p.labelled {
			p.label, p.labelled = len(p.line.Plain()), true
		}
	}
}

// swallowed tells whether the text here is not shown, or is that of an instruction.
func (p *paragraph) swallowed() bool {
	for _, f := range p.body.fields {
		if f.hidden || !f.result {
			return true
		}
	}
	return false
}

// swallow is swallowed, and counts what is.
func (p *paragraph) swallow(s string) bool {
	for _, f := range p.body.fields {
		if f.hidden {
			if f.kind == "TOC" || f.kind == "INDEX" || f.kind == "TOA" {
				p.contents(s)
			}
			return true
		}
		if !f.result {
			if strings.TrimSpace(s) != "" {
				p.say("text within the instruction of a field stays away", intake.FirstWords(s), "")
			}
			return true
		}
	}
	return false
}

// capturing tells whether the text here is a number that the book writes itself.
func (p *paragraph) capturing() bool {
	for _, f := range p.body.fields {
		if f.page != "" || f.note != nil {
			return true
		}
	}
	return false
}

// capture keeps such a number.
func (p *paragraph) capture(s string) {
	for _, f := range p.body.fields {
		if f.page != "" || f.note != nil {
			f.shows.WriteString(s)
			return
		}
	}
}

// linkHere is where the text here leads, "" for nowhere.
func (p *paragraph) linkHere() string {
	for i := len(p.body.fields) - 1; i >= 0; i-- {
		if link := p.body.fields[i].link; link != "" {
			return link
		}
	}
	return ""
}
