package book

import (
	"path"
	"strconv"
	"strings"
	"unicode"

	"warraq/content"
	"warraq/content/char"
	"warraq/content/folder"
)

// anchor is that of the chapter or section which the file opens.
func (s *source) anchor() string {
	if s.place != nil {
		return s.place.Anchor
	}
	return s.chapters[0].Anchor
}

// targets are the files of the book as links name them.
type targets struct {
	root   string
	files  map[string]*source // by path without extension, in small letters
	stems  map[string]*source // by the name without number and extension; nil for two
	exacts map[string]*source // by path
}

func (b *manuscript) targets() targets {
	t := targets{b.root, map[string]*source{}, map[string]*source{}, map[string]*source{}}
	for _, s := range b.chapters {
		if s.place == nil && len(s.chapters) == 0 {
			continue
		}
		t.exacts[s.file] = s
		bare := bareName(s.file)
		bare = path.Join(path.Dir(bare), folder.WithoutLang(path.Base(bare)))
		t.files[bare] = s
		if folder.IsIndex(bare) {
			t.files[path.Dir(bare)] = s
		}
		stem := folder.Unnumbered(path.Base(bare))
		if _, twice := t.stems[stem]; twice {
			s = nil
		}
		t.stems[stem] = s
	}
	return t
}

// bareName is a path without the extension of a text or of what a site makes of it.
func bareName(name string) string {
	switch ext := strings.ToLower(path.Ext(name)); ext {
	case ".html", ".htm", ".md", ".markdown", ".mdx", ".qmd", ".rmd", ".txt", ".text":
		name = name[:len(name)-len(ext)]
	}
	return strings.ToLower(name)
}

// find gives the file that a link in a file names: from where it stands, or from the
// top of the site that is made of the folder.
func (t *targets) find(from, target string) *source {
	target, _, _ = strings.Cut(unescaped(target), "?")
	if in := strings.Index(target, "}}"); strings.HasPrefix(target, "{{") && in > 0 {
		target = "/" + strings.TrimLeft(target[in+2:], "/") // the address of the site, as Jekyll writes it
	}
	folders := []string{path.Dir(from)}
	if strings.HasPrefix(target, "/") {
		folders = folders[:0]
		for _, top := range siteTops {
			folders = append(folders, path.Join(t.root, top))
		}
		folders = append(folders, path.Join(t.root, "content"), path.Dir(from))
	} else if !folder.IsIndex(from) {
		folders = append(folders, strings.TrimSuffix(from, path.Ext(from))) // a page is a folder on many sites
	}
	for _, from := range folders {
		name := path.Join(from, target)
		if s := t.exacts[name]; s != nil {
			return s
		}
		bare := bareName(name)
		for _, name := range []string{bare, path.Join(path.Dir(bare), folder.WithoutLang(path.Base(bare)))} {
			if s := t.files[name]; s != nil {
				return s
			}
		}
	}
	return t.stems[folder.Unnumbered(path.Base(bareName(path.Clean(target))))]
}

// siteNames are the anchors of headings by the names that sites which show Markdown
// give them.
type siteNames struct {
	of    map[string]map[string]string // by the file, then by the name
	all   map[string]string            // by the name; of two the first
	loose map[string]string            // by what a name is without marks and doubled hyphens
}

// siteNamesOf names the chapters and headings of a book. The second of a name in a file
// has -1 behind it, as GitHub, mdBook and pandoc write it.
func siteNamesOf(doc *content.Document) *siteNames {
	s := &siteNames{map[string]map[string]string{}, map[string]string{}, map[string]string{}}
	met := map[string]int{}
	content.Walk(doc, func(part any, place *content.Place) {
		switch part := part.(type) {
		case *content.Chapter:
			s.add(content.PlainText(part.Title), place, met)
		case *content.Heading:
			s.add(content.PlainText(part.Words()), place, met)
		}
	})
	return s
}

func (s *siteNames) add(title string, place *content.Place, met map[string]int) {
	name := siteName(title)
	if name == "" {
		return
	}
	file := place.Pos.File
	if s.of[file] == nil {
		s.of[file] = map[string]string{}
	}
	n := met[file+"#"+name]
	met[file+"#"+name]++
	if n > 0 {
		name += "-" + strconv.Itoa(n)
	}
	for _, m := range []map[string]string{s.of[file], s.all} {
		if m[name] == "" {
			m[name] = place.Anchor
		}
	}
	if l := looseName(name); l != "" && s.loose[l] == "" {
		s.loose[l] = place.Anchor
	}
}

// find gives the anchor of a heading of a file, or else of the book.
func (s *siteNames) find(file, fragment string) (anchor string, ok bool) {
	name := siteName(fragment)
	for _, m := range []map[string]string{s.of[file], s.all} {
		if anchor = m[name]; anchor != "" {
			return anchor, true
		}
	}
	anchor = s.loose[looseName(name)]
	return anchor, anchor != ""
}

// siteName makes of a heading's text what sites that show Markdown make of it: its
// letters and digits in lower case, hyphens for blanks.
func siteName(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return '-'
		case char.IsLetter(r) || char.IsDigit(r) || char.IsMark(r) || r == '-' || r == '_':
			return unicode.ToLower(r)
		}
		return -1
	}, strings.TrimSpace(text))
}

// looseName is such a name as far as programs agree on it: pandoc leaves out digits at the
// beginning, some fold hyphens, some leave marks out.
func looseName(name string) string {
	name = strings.Map(func(r rune) rune {
		if char.IsMark(r) {
			return -1
		}
		return r
	}, name)
	words := strings.FieldsFunc(name, func(r rune) bool { return r == '-' })
	for len(words) > 1 && strings.TrimFunc(words[0], char.IsDigit) == "" {
		words = words[1:]
	}
	return strings.Join(words, "-")
}
