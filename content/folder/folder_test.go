package folder

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// TestCompare: names in the order in which people mean them.
func TestCompare(t *testing.T) {
	for _, want := range [][]string{
		{"README.md", "1.md", "2.md", "10.md"},
		{"٢-قلم.md", "١٠-حبر.md"},
		{"۲.md", "۱۰.md", "٣٠.md"},
		{"_index.md", "مقدمة.md", "1-نص.md", "خاتمة.md"},
		{"الفصل الأول.md", "الفصل الثاني.md", "الفصل الثالث.md", "الفصل العاشر.md", "الفصل الحادي عشر.md", "الفصل الثاني عشر.md"},
		{"فصل اول.md", "فصل دوم.md", "فصل سوم.md", "فصل چهارم.md"},
		{"chapter-2.md", "chapter-02b.md", "chapter-10.md"},
		{"2020-01-31-a.md", "2020-02-01-b.md"},
	} {
		got := slices.Clone(want)
		slices.Reverse(got)
		slices.SortFunc(got, Compare)
		if !slices.Equal(got, want) {
			t.Errorf("%v", got)
		}
	}
}

// TestFileTitle: a name without what sorts it.
func TestFileTitle(t *testing.T) {
	for name, want := range map[string]string{
		"01-المقدمة.md": "المقدمة", "٠٢_الحبر.md": "الحبر", "a/03. pen and ink.md": "pen and ink", "7.md": "7",
		"2020-01-31-news.md": "news", "الورق/README.md": "الورق", "1.2-x.md": "x",
	} {
		if got := FileTitle(name); got != want {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// FuzzFind: whatever stands in the files of programs, a plan names files that are there.
func FuzzFind(f *testing.F) {
	for _, seed := range []string{
		"# Summary\n\n[a](a.md)\n\n- [b](b.md)\n  - [c](<c.md>)\n- [d]()\n\n# P\n\n- 1. [x](../x.md#y)\n",
		"book:\n  title: x\n  chapters:\n    - a.md\n    - part: p\n      chapters: [b.md]\n",
		"nav:\n  - a: a.md\n  - g:\n    - b.md\n    - h: [c.md]\n",
		"[book]\ntitle = \"x\"\nsrc = \".\"\n", `{"root": ".", "a": ["a", {"type": "category", "label": "x", "items": ["b"]}]}`,
		"a: &a [*a, *a]\n", "title: x\nsource: ..\n", "+++\ntitle = 1\n+++\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, list := range []string{"SUMMARY.md", "src/SUMMARY.md", "book.toml", "book.json", ".gitbook.yaml", "LANGS.md", "_quarto.yml", "_bookdown.yml", "mkdocs.yml",
			"sidebars.json", "_sidebar.md", "hugo.toml", "_config.yml", "index.Rmd"} {
			fsys := fstest.MapFS{list: {Data: []byte(text)}, "a.md": {Data: []byte(text)}, "docs/b.md": {Data: []byte("# b\n")}, "src/c.md": {}, "docusaurus.config.js": {},
				"content/_index.md": {Data: []byte(text)}}
			for _, e := range Find(fsys, ".").Entries {
				if e.File == "" && strings.TrimSpace(e.Title) == "" {
					t.Errorf("%s: an entry without file and title", list)
				}
				if e.File != "" && fsys[e.File] == nil {
					t.Errorf("%s: %s is not there", list, e.File)
				}
			}
		}
	})
}
