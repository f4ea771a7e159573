package book

import (
	"path"
	"strings"

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
