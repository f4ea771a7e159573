package book

import (
	"strings"

	"go.yaml.in/yaml/v4"

	"warraq/content"
	"warraq/content/book/settings"
	"warraq/content/folder"
	"warraq/content/markdown"
	"warraq/content/pattern"
	"warraq/content/plain"
)

// readFront parts the front matter of a Markdown file from its text and reads it.
func (b *manuscript) readFront(s *source) {
	if keys, rest, line, ok := folder.TOMLFront(s.text); ok {
		s.text, s.line = rest, line
		b.readTOML(s, keys)
		return
	}
	yaml, rest, line, closed := markdown.FrontMatter(s.text)
	if !closed && yamlLike(s.text) {
		b.problem(content.Pos{File: s.file, Line: 1}, "the front matter has no end", "put a line `---` below it")
		return
	}
	if text := strings.TrimLeft(s.text, " \t\n"); len(text) < len(s.text) && strings.HasPrefix(text, "---\n") && yamlLike(text) {
		b.settings.Unread = true
		b.problem(content.Pos{File: s.file, Line: 1 + strings.Count(s.text[:len(s.text)-len(text)], "\n")}, "front matter that is not at the very top",
			"delete the empty lines above it")
		return
	}
	s.text, s.line = rest, line
	b.readKeys(s, yaml, 2)
}

// readTOML reads front matter as Hugo has it.
func (b *manuscript) readTOML(s *source, keys map[string]any) {
	var node yaml.Node
	if err := node.Encode(keys); err != nil {
		b.problem(content.Pos{File: s.file, Line: 1}, "the front matter cannot be read: "+err.Error(), "write it as YAML, between lines of ---")
		return
	}
	b.settings.ReadNode(&node, s.file, 2, b.frontKeys(s))
}

// readKeys reads the front matter of a file, which begins on a line of it: that of a
// single file says what book.yaml would.
func (b *manuscript) readKeys(s *source, yaml string, line int) {
	b.settings.ReadYAML(yaml, s.file, line, b.frontKeys(s))
	if b.single && len(b.manifest.Chapters) > 0 {
		b.advise(content.Problem{Pos: b.manifest.Chapters[0].Pos, What: "`chapters:` means nothing in a single file",
			Hint: "delete it or write a book.yaml"})
	}
}

// frontKeys are the keys that the front matter of a file may have.
func (b *manuscript) frontKeys(s *source) []settings.Key {
	if b.single {
		return b.opt.Overrides.Without(b.manifest.FrontKeys())
	}
	return s.front.Keys()
}

// readPlainFront is readFront for a plain text: what stands between dashes, as in
// Markdown, or the keys alone. Dashes that no key follows are a break in the text.
func (b *manuscript) readPlainFront(s *source) {
	if fenced.MatchString(s.text) {
		b.readFront(s)
		return
	}
	keys := b.frontKeys(s)
	yaml, rest, line := plain.Keys(s.text, func(name string) bool {
		return settings.Meant(keys, name)
	})
	if yaml != "" {
		s.text, s.line = rest, line
		b.readKeys(s, yaml, 1)
	}
}

// fenced is how a plain text opens that has front matter as Markdown has it.
var fenced = pattern.Of(`^---[ \t]*\n[a-z][a-z-]*:`)

// titleLine takes the title of a book that is one plain text from its first line,
// where nobody says another; where they say the same it is not printed twice.
func (b *manuscript) titleLine(m *content.Meta) {
	if !b.single || len(b.chapters) != 1 || !b.chapters[0].plain() {
		return
	}
	s := b.chapters[0]
	title, rest, lines, ok := plain.TitleLine(s.text, b.manifest.Marks)
	if !ok || m.Title != "" && m.Title != title {
		return
	}
	if m.Title == "" {
		b.advise(content.Problem{Pos: content.Pos{File: s.file, Line: s.line + lines - 1},
			What: "“" + title + "” is taken for the title of the book", Hint: "write `title: …` on a line of its own above it, or give --title, if it is not"})
	}
	m.Title, s.text, s.line = title, rest, s.line+lines
}

// yamlLike tells whether the line below the first one is a key: then the first
// was meant to open front matter and is no thematic break.
func yamlLike(text string) bool {
	_, rest, _ := strings.Cut(text, "\n")
	line, _, _ := strings.Cut(rest, "\n")
	name, _, ok := strings.Cut(line, ":")
	return ok && name != "" && !strings.ContainsAny(name, " \t*#[")
}
