// Package openiti reads texts of the Open Islamicate Texts Initiative, in its mARkdown
// (alraqmiyyat.github.io/mARkdown), into the paragraphs of an [intake.Text]: a header of
// #META# lines; "### |" to "### |||||" before headings, "### $" before entries of
// biographies, "# " before paragraphs, "~~" before lines that go on; %~% between
// hemistichs; PageV01P002 at the end of each printed page; ms001 every 300 words; tags
// such as @PER02 within the text.
package openiti

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"warraq/content"
	"warraq/content/intake"
	"warraq/content/pattern"
	"warraq/content/scribe"
)

// Options say how a text is read.
type Options struct {
	// Pages keeps the ends of printed pages, as [1/9] for page 9 of volume 1.
	Pages bool
}

// magic is how every such file begins.
const magic = "######OpenITI#"

// Is tells such a file by its first line.
func Is(data []byte) bool {
	return strings.HasPrefix(strings.TrimLeft(string(data[:min(len(data), len(magic)+8)]), "\ufeff \r\n"), magic)
}

// fileName is how these files are named: 0310Tabari.Tarikh.Shamela0009783-ara1, with
// how far its editing has come.
var fileName = pattern.Of(`\.[A-Za-z0-9]+-[a-z]{3}[0-9]+(?:\.(?i:markdown|completed|inprogress))?$`)

// IsName tells the name of such a file.
func IsName(name string) bool { return fileName.MatchString(name) }

// Read reads a text; name is that of the file, for the report.
func Read(name string, data []byte, opt Options) (*intake.Text, error) {
	r := reader{opt: opt, text: &intake.Text{}, tags: make(map[string]int)}
	r.text.Report.File = name
	src := strings.ToValidUTF8(strings.TrimPrefix(string(data), "\ufeff"), "\ufffd")
	for line := range strings.Lines(src) {
		r.line(strings.TrimRight(line, " \t\r\n"))
	}
	r.end()
	r.endVerse()
	r.tell()
	return r.text, nil
}

// reader is a text being read.
type reader struct {
	opt  Options
	text *intake.Text
	body bool // behind the header

	lines []string // of the paragraph that is open
	level int      // of the heading that it is; 0 for none
	entry bool     // it opens an entry of a biography and the like
	above int      // the level of the last heading
	verse *content.Verse

	facts, pages, milestones, automatic, entries int
	fact                                         string
	tags                                         map[string]int
}

// section opens a heading that nobody gave a level.
const section = "#~:section:"

const headerEnd = "#META#Header#End#"

// line reads a line of the file.
func (r *reader) line(s string) {
	if !r.body {
		r.header(s)
		return
	}
	switch {
	case s == "":
		r.end()
	case strings.HasPrefix(s, "~~"):
		r.lines = append(r.lines, s[2:])
	case strings.HasPrefix(s, "### "):
		r.end()
		r.heading(s[4:])
	case strings.HasPrefix(s, section):
		r.end()
		r.level = min(r.above+1, 6)
		r.lines = append(r.lines, s[len(section):])
	case strings.HasPrefix(s, "#~:"), strings.HasPrefix(s, "#####"):
		r.end()
		r.tags[s]++
	case s == "#":
		r.end()
	case strings.HasPrefix(s, "# "):
		r.end()
		r.lines = append(r.lines, s[2:])
	case onlyPage.MatchString(s):
		if r.level > 0 {
			r.end()
		}
		r.lines = append(r.lines, s) // the paragraph may go on behind it
	default:
		r.end()
		r.lines = append(r.lines, strings.TrimPrefix(s, "#"))
	}
}

// header reads a line of the header.
func (r *reader) header(s string) {
	switch rest, meta := strings.CutPrefix(s, "#META#"); {
	case s == headerEnd:
		r.body = true
	case meta:
		key, value, _ := strings.Cut(rest, "::")
		key, value = strings.TrimSpace(key), strings.Join(strings.Fields(value), " ")
		switch {
		case value == "", value == "NODATA", value == "NOTGIVEN", value == "NOCODE":
		case strings.HasSuffix(key, "BookTITLE"):
			r.text.Title, r.text.Sure = value, true
		case strings.HasSuffix(key, "AuthorNAME"):
			r.text.Authors = []string{value}
		case strings.HasSuffix(key, "AuthorAKA") && r.text.Authors == nil:
			r.text.Authors = []string{value}
		default:
			if r.facts++; r.fact == "" {
				r.fact = key + ": " + value
			}
		}
	case strings.HasPrefix(s, "### |"), strings.HasPrefix(s, "# "): // a text without a header
		r.body = true
		r.line(s)
	}
}

// sign is what stands behind "### ": bars of a heading, or the kind of an entry.
var sign = pattern.Of(`^(?:\|([A-Z]+)\||(\|+)|(\$[A-Z_]+\$|\$+|@(?:[ ]?RAW)?))[ ]?`)

// heading opens a heading or an entry.
func (r *reader) heading(s string) {
	m := sign.FindStringSubmatch(s)
	if m == nil {
		r.lines = append(r.lines, s)
		return
	}
	rest := s[len(m[0]):]
	switch {
	case m[1] != "":
		r.tags["### |"+m[1]+"|"]++
	case m[2] != "":
		r.level = min(len(m[2]), 6)
		r.above = r.level
	default:
		if r.tags["### "+strings.TrimSpace(m[0])]++; rest != "" {
			r.entries++
		}
		r.entry = true
	}
	if after, ok := strings.CutPrefix(rest, "AUTO "); ok {
		r.automatic++
		rest = after
	}
	if rest != "" {
		r.lines = append(r.lines, rest)
	}
}

var (
	onlyPage  = pattern.Of(`^(?:PageV\w+P\w+|ms\d+|\s)+$`)
	pageMark  = pattern.Of(`PageV(\w+?)P(\w+)`)
	milestone = pattern.Of(`\b(?:Milestone|ms[A-Z]?)\d+\b`)
	tag       = pattern.Of(`#\$#[A-Z]+|\$[A-Z_]{3,}\$|@[A-Z]{1,6}[0-9]*@?|@[A-Z][A-Z@_]+@|</?[a-zA-Z][^<>]{0,200}>|#~:[a-z]+:`)
	spaces    = pattern.Of(`[ \t]{2,}`)
)

// hemi stands between hemistichs.
const hemi = "%~%"

// end ends the paragraph, and decides what it is.
func (r *reader) end() {
	lines, level, entry := r.lines, r.level, r.entry
	r.lines, r.level, r.entry = nil, 0, false
	said := lines[:0:0]
	for _, l := range lines {
		if l = r.bare(l); l != "" {
			said = append(said, l)
		}
	}
	if len(said) == 0 {
		return
	}
	if level == 0 && !entry && r.couplets(said) {
		return
	}
	r.endVerse()
	p := &intake.Paragraph{Level: level}
	whole := joined(said)
	if entry && len(said) == 1 && utf8.RuneCountInString(whole) <= mostTitle {
		p.Level = min(r.above+1, 6)
	}
	if n := strings.Count(whole, hemi); n > 0 {
		r.tags[hemi+" in prose"] += n
		whole = strings.ReplaceAll(whole, hemi, "***")
	}
	r.spoken(&p.Line, whole)
	r.text.Pieces = append(r.text.Pieces, p)
}

// mostTitle is how many letters the title of an entry has at most.
const mostTitle = 90

// bare takes from a line what is no text, and counts it.
func (r *reader) bare(s string) string {
	s = pageMark.ReplaceAllStringFunc(s, func(m string) string {
		r.pages++
		v := pageMark.FindStringSubmatch(m)
		volume, page := strings.TrimLeft(v[1], "0"), strings.TrimLeft(v[2], "0")
		if !r.opt.Pages || page == "" {
			return " "
		}
		if volume != "" {
			page = volume + "/" + page
		}
		return " [" + page + "] "
	})
	s = milestone.ReplaceAllStringFunc(s, func(string) string {
		r.milestones++
		return " "
	})
	s = tag.ReplaceAllStringFunc(s, func(m string) string {
		if m == quranOpen || m == quranClose {
			return m
		}
		r.tags[m]++
		return ""
	})
	return strings.TrimSpace(spaces.ReplaceAllString(s, " "))
}

// joined puts the lines of a paragraph together; ¬ at the end of one parts a word.
func joined(lines []string) string {
	var b strings.Builder
	for i, l := range lines {
		cut, parted := strings.CutSuffix(l, "¬")
		b.WriteString(cut)
		if i+1 < len(lines) && !parted {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// What stands around words of the Qur'an.
const (
	quranOpen  = "@QB@"
	quranClose = "@QE@"
)

// spoken puts text on a line, words of the Qur'an as such.
func (r *reader) spoken(l *scribe.Line, s string) {
	r.text.Lang.Count(s, "")
	for s != "" {
		before, rest, ok := strings.Cut(s, quranOpen)
		before = strings.ReplaceAll(before, quranClose, "")
		l.Text(before, scribe.Look{})
		if !ok {
			return
		}
		verse, after, _ := strings.Cut(rest, quranClose)
		verse = strings.TrimSpace(strings.ReplaceAll(verse, quranOpen, ""))
		l.Text(verse, scribe.Look{}.With(content.Quran))
		s = after
		if s != "" && !strings.HasPrefix(s, " ") && utf8.RuneCountInString(s) > 1 {
			s = " " + s
		}
	}
}

// mostHemistich is how many characters a hemistich has at most.
const mostHemistich = 90

// couplets adds lines of a poem: a paragraph in which each line has one mark between
// hemistichs, or that has one mark as a whole.
func (r *reader) couplets(lines []string) bool {
	whole := joined(lines)
	if strings.Count(whole, hemi) <= 1 {
		lines = []string{whole}
	}
	for _, l := range lines {
		before, after, ok := strings.Cut(l, hemi)
		if !ok || strings.Contains(after, hemi) || utf8.RuneCountInString(before) > mostHemistich || utf8.RuneCountInString(after) > mostHemistich {
			return false
		}
	}
	if r.verse == nil {
		r.verse = &content.Verse{Stanzas: make([][]content.VerseLine, 1)}
	}
	for _, l := range lines {
		var line content.VerseLine
		before, after, _ := strings.Cut(l, hemi)
		for _, half := range []string{before, after} {
			if half = strings.TrimSpace(half); half != "" {
				var inline scribe.Line
				r.spoken(&inline, half)
				line.Halves = append(line.Halves, inline.Inlines())
			}
		}
		if line.Halves != nil {
			r.verse.Stanzas[0] = append(r.verse.Stanzas[0], line)
		}
	}
	return true
}

// endVerse ends a poem.
func (r *reader) endVerse() {
	if r.verse != nil && len(r.verse.Stanzas[0]) > 0 {
		r.text.Pieces = append(r.text.Pieces, &intake.Solid{Block: r.verse})
	}
	r.verse = nil
}

// tell puts into the report what was counted.
func (r *reader) tell() {
	rep := &r.text.Report
	if r.facts > 0 {
		rep.Took(fmt.Sprintf("lines of the header stay away (%d)", r.facts), r.fact, "")
	}
	if r.pages > 0 && !r.opt.Pages {
		rep.Took(fmt.Sprintf("marks of printed pages stay away (%d)", r.pages), "", "--pages keeps them, as [1/9]")
	}
	if r.milestones > 0 {
		rep.Took(fmt.Sprintf("milestones, which count words, stay away (%d)", r.milestones), "", "")
	}
	if r.automatic > 0 {
		rep.Took(fmt.Sprintf("headings that a program has found (AUTO) are headings (%d)", r.automatic), "", "")
	}
	if r.entries > 0 {
		rep.Took(fmt.Sprintf("entries of biographies, dictionaries and chronicles: short ones are headings below the last (%d)", r.entries), "", "")
	}
	for i, t := range slices.Sorted(maps.Keys(r.tags)) {
		if i == mostTags {
			rep.Took(fmt.Sprintf("and %d more kinds of tags", len(r.tags)-i), "", "")
			break
		}
		rep.Took(fmt.Sprintf("tags stay away: %s (%d)", cut(t), r.tags[t]), "", "")
	}
}

// mostTags is how many kinds of tags are named.
const mostTags = 40

// cut shortens a tag for a message.
func cut(s string) string {
	const most = 40
	if utf8.RuneCountInString(s) > most {
		return string([]rune(s)[:most]) + "…"
	}
	return s
}
