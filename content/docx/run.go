package docx

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/content"
	"warraq/content/container"
	"warraq/content/intake"
	"warraq/content/scribe"
)

// inline reads what stands in a paragraph.
func (p *paragraph) inline(e *container.Element) {
	switch e.Name {
	case "w:r":
		p.run(e)
	case "w:hyperlink":
		p.hyperlink(e)
	case "w:fldSimple":
		p.simpleField(e)
	case "w:sdt":
		p.inlineSdt(e)
	case "w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:dir", "w:bdo":
		p.inlines(e.Kids)
	case "w:del", "w:moveFrom":
		p.deleted(e)
	case "mc:AlternateContent":
		p.inlines(alternative(e))
	case "w:ruby":
		p.inlines(childrenOf(e.Child("w:rubyBase")))
	case "w:bookmarkStart":
		p.bookmark(e)
	case "w:bookmarkEnd":
		delete(p.reader.bookmarks, e.Get("w:id"))
	case "m:oMath":
		p.formula(e)
	case "m:oMathPara":
		for _, k := range e.All("m:oMath") {
			p.formula(k)
		}
	default:
		p.misplaced(e)
	}
}

func (p *paragraph) inlines(all []*container.Element) {
	for _, k := range all {
		p.inline(k)
	}
}

// inlineSdt reads a control within a line; the words that ask to be replaced stay away.
func (p *paragraph) inlineSdt(e *container.Element) {
	if hint := e.Child("w:sdtPr").Child("w:showingPlcHdr"); hint != nil && toggleOf(hint) == on {
		if words := strings.TrimSpace(texts(e)); words != "" {
			p.say("a field that nobody filled in stays away", intake.FirstWords(words), "")
		}
		return
	}
	if inside := e.Child("w:sdtContent"); inside != nil {
		p.inlines(inside.Kids)
	}
}

// run reads a w:r.
func (p *paragraph) run(e *container.Element) {
	props := e.Child("w:rPr")
	direct := lookOf(props)
	if id := props.Child("w:rStyle").Get("w:val"); id != "" {
		direct = direct.over(p.styleOf(id).look)
	}
	l := direct.over(p.inherited()).over(p.defaults)
	if l.vanish == on {
		if words := strings.TrimSpace(texts(e)); words != "" {
			p.say("hidden text stays away", intake.FirstWords(words), "")
		}
		p.fieldMarks(e)
		return
	}
	for _, k := range e.Kids {
		p.runPart(k, l, direct)
	}
}

// inherited is what the style of the paragraph says of its letters. That captions,
// quotations and headings are bold or italic as a whole is the book's to say.
func (p *paragraph) inherited() look {
	l := p.style.look
	if p.style.role != intake.Body && p.style.role != intake.Meaning || p.style.shape.outline > 0 && p.style.shape.outline < 10 {
		l.bold, l.boldCs, l.italic, l.italicCs, l.underline = unsaid, unsaid, unsaid, unsaid, unsaid
	}
	return l
}

// fieldMarks reads the marks of fields in a run that is not shown.
func (p *paragraph) fieldMarks(e *container.Element) {
	for _, k := range e.Kids {
		switch k.Name {
		case "w:fldChar":
			p.fieldChar(k)
		case "w:instrText":
			p.instruction(k.Words())
		}
	}
}

// runPart reads what stands in a run.
func (p *paragraph) runPart(k *container.Element, l, direct look) {
	switch k.Name {
	case "w:t":
		p.text(k.Words(), p.look(l), direct.with(l))
	case "w:tab", "w:ptab":
		if p.last != 0 && len(p.gaps) < 8 {
			p.gaps = append(p.gaps, len(p.line.Plain()))
		}
		p.text(" ", p.look(l), look{})
	case "w:br":
		if t := k.Get("w:type"); t == "" || t == "textWrapping" {
			p.lineEnd()
		} else if p.last != 0 {
			p.text(" ", scribe.Look{}, look{})
		}
	case "w:cr":
		p.lineEnd()
	case "w:noBreakHyphen":
		p.text("\u2011", p.look(l), look{})
	case "w:softHyphen":
		p.soft = true
	case "w:sym":
		p.symbol(k.Get("w:font"), k.Get("w:char"), l)
	case "w:fldChar":
		p.fieldChar(k)
	case "w:instrText":
		p.instruction(k.Words())
	case "w:footnoteReference":
		p.noteRef("footnote", k)
	case "w:endnoteReference":
		p.noteRef("endnote", k)
	case "w:commentReference":
		p.say("a comment stays away", intake.FirstWords(p.commentWords(k.Get("w:id"))), "")
	case "w:drawing", "w:pict", "w:object":
		p.drawing(k)
	case "mc:AlternateContent":
		for _, a := range alternative(k) {
			p.runPart(a, l, direct)
		}
	case "w:ruby":
		p.inlines(childrenOf(k.Child("w:rubyBase")))
	case "w:delText":
		if words := strings.TrimSpace(k.Words()); words != "" {
			p.say("a deletion that is recorded in the file stays away", intake.FirstWords(words), "")
		}
	default:
		p.misplaced(k)
	}
}

// with is a look that has the faces of another.
func (l look) with(all look) look {
	l.ascii, l.face, l.rtl, l.cs = all.ascii, all.face, all.rtl, all.cs
	l.size, l.sizeCs = all.size, all.sizeCs
	return l
}

func (p *paragraph) lineEnd() {
	if !p.swallowed() {
		p.line.Break()
		p.last = '\n'
	}
}

// complex tells whether the properties for complex scripts count, and not the others.
func (l look) complex() bool { return l.rtl == on || l.cs == on }

// look is what of the formatting has a meaning in a book.
func (p *paragraph) look(l look) (out scribe.Look) {
	out.Bold, out.Italic = l.bold == on, l.italic == on
	if l.complex() {
		out.Bold, out.Italic = l.boldCs == on, l.italicCs == on
	}
	if l.strike == on || l.double == on {
		out = out.With("strike")
	}
	if l.underline == on && !l.link {
		out = out.With("underline")
	}
	if l.highlight != "" && l.highlight != "none" {
		out = out.With("mark")
	}
	switch l.vert {
	case "superscript":
		out = out.With("sup")
	case "subscript":
		out = out.With("sub")
	}
	return out
}

// text adds text, of which direct is what its run itself says.
func (p *paragraph) text(s string, out scribe.Look, direct look) {
	if p.swallow(s) || s == "" {
		return
	}
	if !p.formatted() {
		out = scribe.Look{}
	}
	s = p.legible(s, direct)
	if s = p.hyphenated(s); s == "" {
		return
	}
	if out.Link = p.linkHere(); out.Link != "" {
		out.Classes = strings.TrimSpace(strings.ReplaceAll(out.Classes, "underline", ""))
	}
	size := direct.size
	if direct.complex() {
		size = direct.sizeCs
	}
	p.body.letters.Add(s, &out, size)
	p.language(s, out, direct)
	for _, r := range s {
		p.last = r
	}
	p.capture(s)
}

// formatted tells whether the dress of words counts here.
func (p *paragraph) formatted() bool {
	return p.style.role != intake.Title && p.style.role != intake.Subtitle
}

// language adds text with the language of its words, as far as its run says it: that
// of Latin words by w:val, that of the others by w:bidi.
func (p *paragraph) language(s string, out scribe.Look, direct look) {
	if p.capturing() {
		return
	}
	said := func(script int) string {
		if script == latin {
			return direct.lang
		}
		return direct.langBidi
	}
	for _, part := range byScript(s) {
		look := out
		lang := said(part.script)
		if part.script != none {
			tag := intake.Tag(lang)
			look = look.In(intake.Base(tag))
			if part.script == latin {
				if tag == "" {
					tag = p.defaults.lang
				}
			} else if tag == "" && p.defaults.langBidi != arabicOfWord {
				tag = p.defaults.langBidi
			}
			p.reader.text.Lang.Count(part.text, tag)
		}
		if part.script == rightToLeft { // whose letters tell their direction; what programs say of them is noise
			look = look.In("")
		}
		if p.style.role == intake.Code {
			look = scribe.Look{}
		}
		if direct.code && p.style.role != intake.Code {
			p.line.Put(&content.Code{Value: part.text}, scribe.Look{Link: look.Link})
			continue
		}
		p.line.Text(part.text, look)
	}
}

// arabicOfWord is the language of complex scripts that Word writes where nobody chose
// one.
const arabicOfWord = "ar-SA"

// scripts of a stretch of text.
const (
	none = iota
	latin
	rightToLeft
)

type stretch struct {
	text   string
	script int
}

// byScript parts text between words where the direction of its letters changes.
func byScript(s string) (parts []stretch) {
	from, gap := 0, 0 // of the part, and behind the last space in it
	script := none
	for i, r := range s {
		k := none
		switch {
		case intake.IsArabic(r):
			k = rightToLeft
		case unicode.IsSpace(r):
			gap = i + utf8.RuneLen(r)
			continue
		case unicode.In(r, unicode.Arabic, unicode.Hebrew) && unicode.IsLetter(r):
			k = rightToLeft
		case unicode.IsLetter(r):
			k = latin
		}
		if k == none || k == script {
			continue
		}
		if script == none {
			script = k
			continue
		}
		at := max(gap, from)
		if at == from {
			at = i
		}
		parts = append(parts, stretch{s[from:at], script})
		from, script = at, k
	}
	return append(parts, stretch{s[from:], script})
}
