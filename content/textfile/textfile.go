// Package textfile reads plain text as other programs leave it into the paragraphs of
// an [intake.Text]: in UTF-8, UTF-16 or the letters of Windows, with lines that were
// broken by hand or by an editor, with form feeds. What divides it, and its title, are
// as package plain has them.
package textfile

import (
	"slices"
	"strings"
	"unicode/utf8"

	"warraq/content"
	"warraq/content/charset"
	"warraq/content/intake"
	"warraq/content/pattern"
	"warraq/content/plain"
	"warraq/content/roles"
	"warraq/content/scribe"
)

// Read reads a text; name is that of the file, for the report.
func Read(name string, data []byte) (*intake.Text, error) {
	t := &intake.Text{}
	t.Report.File = name
	src := charset.Page(data)
	if !utf8.Valid(data) && src != "" {
		t.Report.Took("the file is not UTF-8 and is read in another encoding", intake.FirstWords(src), "where words are wrong, save it as UTF-8")
	}
	src = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(src)
	if n := strings.Count(src, "\f"); n > 0 {
		t.Report.Took("ends of pages (form feeds) stay away", "", "")
		src = strings.ReplaceAll(src, "\f", "\n\n")
	}
	src = front(t, src)
	src = unwrapped(src, &t.Report)
	chapters, _ := plain.Read(name, src, plain.Options{KeepFields: true})
	for _, c := range chapters {
		if c.Role != roles.Introduction {
			add(t, c.Title, 1)
		}
		for _, b := range c.Blocks {
			switch b := b.(type) {
			case *content.Paragraph:
				add(t, b.Inlines, 0)
			default:
				t.Pieces = append(t.Pieces, &intake.Solid{Block: b})
			}
		}
	}
	return t, nil
}

// add adds a paragraph or a heading.
func add(t *intake.Text, text []content.Inline, level int) {
	p := &intake.Paragraph{Level: level}
	said := content.PlainText(text)
	t.Lang.Count(said, "")
	p.Line.Text(said, scribe.Look{})
	t.Pieces = append(t.Pieces, p)
}

// front takes title and author from the head of a text.
func front(t *intake.Text, src string) (rest string) {
	keys, rest, _ := plain.Keys(src, func(key string) bool { return key == "title" || key == "author" })
	for line := range strings.Lines(keys) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		value = strings.ReplaceAll(strings.Trim(value, `'"`), "''", "'")
		switch key {
		case "title":
			t.Title, t.Sure = value, true
		case "author":
			t.Authors = []string{value}
		default:
			t.Report.Took("a line at the head stays away", line, "write it into book.yaml")
		}
	}
	if title, rest, _, ok := plain.TitleLine(rest, nil); ok && t.Title == "" {
		t.Title, t.Sure = title, true
		t.Report.Took("the title is the first line", title, "")
		return rest
	}
	return rest
}

// What tells lines that were broken by hand or by an editor.
const (
	leastLines = 8  // of a text in which lines are broken
	shortest   = 40 // of their common length, in characters
	longest    = 130
	near       = 10 // percent that lines differ from it
	most       = 60 // percent of the lines that do
)

// unwrapped joins the lines of paragraphs where most lines that another follows are of
// one length. A shorter one ends its paragraph.
func unwrapped(src string, report *intake.Report) string {
	lines := strings.Split(src, "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " \t\u00a0")
	}
	length := brokenAt(lines)
	if length == 0 {
		return src
	}
	report.Took("lines of one length were broken by a program: they are joined to paragraphs", intake.FirstWords(strings.TrimSpace(lines[0])), "")
	var b strings.Builder
	for i, l := range lines {
		b.WriteString(l)
		switch {
		case i+1 == len(lines):
		case l != "" && strings.TrimSpace(lines[i+1]) != "" && !opens(lines[i+1]) && utf8.RuneCountInString(l)*100 >= (100-2*near)*length:
			b.WriteByte(' ')
			lines[i+1] = strings.TrimLeft(lines[i+1], " \t")
		default:
			b.WriteString("\n\n") // plain text is not to join them
		}
	}
	return b.String()
}

// brokenAt is the length, in characters, of lines that a program broke; 0 where none did.
func brokenAt(lines []string) int {
	var lengths []int
	for i, l := range lines {
		if l != "" && i+1 < len(lines) && strings.TrimSpace(lines[i+1]) != "" {
			lengths = append(lengths, utf8.RuneCountInString(l))
		}
	}
	if len(lengths) < leastLines {
		return 0
	}
	slices.Sort(lengths)
	length := lengths[len(lengths)*3/4]
	alike, all := 0, 0
	for _, n := range lengths {
		if n*2 < length {
			continue // the end of a paragraph, an item, a heading
		}
		if all++; max(n-length, length-n)*100 <= near*length {
			alike++
		}
	}
	if length < shortest || length > longest || alike*100 < most*all {
		return 0
	}
	return length
}

// numbered is the mark of an item that was typed: 1- (٢) أ.
var numbered = pattern.Of(`^[(\[]?(?:\pN{1,3}|\p{Arabic})[)\]]?\s?[-.)–ـ]`)

// opens tells a line that begins a paragraph: by an indent, or the mark of an item or a
// chapter.
func opens(l string) bool {
	r, _ := utf8.DecodeRuneInString(l)
	return strings.HasPrefix(l, "  ") || r == '\t' || strings.ContainsRune("-•*✨", r) || numbered.MatchString(l)
}
