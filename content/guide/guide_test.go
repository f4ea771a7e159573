package guide_test

import (
	"encoding/json"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"warraq/content/guide"
	"warraq/content/locale"
)

// languages are the folders of the guide.
var languages = []string{"ar", "en"}

// schema is the part of a JSON Schema that names keys.
type schema struct {
	Properties map[string]schema
	AnyOf      []schema
}

// keys are the names of all keys, one below another as "fonts.mono".
func (s schema) keys() []string {
	var names []string
	for name, below := range s.Properties {
		inner := below.keys()
		if len(inner) != 1 { // a group of one key is named with it
			names = append(names, name)
		}
		for _, key := range inner {
			names = append(names, name+"."+key)
		}
	}
	for _, either := range s.AnyOf {
		names = append(names, either.keys()...)
	}
	return names
}

func readSchema(t *testing.T, file string) schema {
	t.Helper()
	data, err := os.ReadFile("../book/" + file)
	if err != nil {
		t.Fatal(err)
	}
	var s schema
	if err := json.Unmarshal(data, &s); err != nil {
		t.Fatal(err)
	}
	return s
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := fs.ReadFile(guide.FS(), name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestManifestKeys: every key of book.yaml has a row in a table of both guides,
// and no row has another.
func TestManifestKeys(t *testing.T) {
	want := readSchema(t, "book.schema.json").keys()
	slices.Sort(want)
	row := regexp.MustCompile("(?m)^\\| `([a-z.-]+)` \\|")
	for _, lang := range languages {
		var got []string
		for _, m := range row.FindAllStringSubmatch(read(t, lang+"/11-manifest.md"), -1) {
			got = append(got, m[1])
		}
		slices.Sort(got)
		for _, key := range want {
			if !slices.Contains(got, key) {
				t.Errorf("%s: %s has no row", lang, key)
			}
		}
		for i, key := range got {
			if !slices.Contains(want, key) || i > 0 && got[i-1] == key {
				t.Errorf("%s: the row %s is one too many", lang, key)
			}
		}
	}
}

// TestThemeKeys: every group of theme.yaml has a row in both guides that names
// its keys.
func TestThemeKeys(t *testing.T) {
	for _, lang := range languages {
		text := read(t, lang+"/12-themes.md")
		for group, keys := range readSchema(t, "theme.schema.json").Properties {
			_, row, ok := strings.Cut(text, "\n| `"+group+"` |")
			if !ok {
				t.Errorf("%s: %s has no row", lang, group)
				continue
			}
			row, _, _ = strings.Cut(row, "\n")
			for key := range keys.Properties {
				if !strings.Contains(row, "`"+key+"`") {
					t.Errorf("%s: %s does not name %s", lang, group, key)
				}
			}
		}
	}
}

// TestParallel: both guides have the same chapters, with the same anchors in
// the same order.
func TestParallel(t *testing.T) {
	anchor := regexp.MustCompile(`\{#[a-z-]+`)
	outline := func(lang string) []string {
		chapters, err := fs.Glob(guide.FS(), lang+"/*.md")
		if err != nil || len(chapters) == 0 {
			t.Fatalf("no chapters: %v", err)
		}
		var names []string
		for _, chapter := range chapters {
			names = append(names, strings.TrimPrefix(chapter, lang+"/"))
			names = append(names, anchor.FindAllString(read(t, chapter), -1)...)
		}
		return names
	}
	if ar, en := outline("ar"), outline("en"); !slices.Equal(ar, en) {
		t.Errorf("the chapters and anchors differ:\n%q\n%q", ar, en)
	}
}

// TestLanguages: the guide names the languages whose words the program has, and no
// other.
func TestLanguages(t *testing.T) {
	text, err := fs.ReadFile(guide.FS(), "en/13-fonts.md")
	if err != nil {
		t.Fatal(err)
	}
	_, said, _ := strings.Cut(string(text), "The program has the words of ")
	said, _, _ = strings.Cut(said, ";")
	named := strings.Split(strings.ReplaceAll(said, " and ", ", "), ", ")
	for _, l := range locale.Languages() {
		if !slices.Contains(named, l.Name) {
			t.Errorf("%s is not named", l.Name)
		}
	}
	if len(named) != len(locale.Languages()) {
		t.Errorf("%d languages are named, there are %d", len(named), len(locale.Languages()))
	}
}
