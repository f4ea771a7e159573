package catalogue

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"warraq/content"
	"warraq/content/guide"
	"warraq/content/internal/golden"
	"warraq/content/notice"
)

var formats = []string{"pdf", "epub", "web"}

// TestRead reads each case of testdata: the files of a folder with catalogue.yaml.
func TestRead(t *testing.T) {
	golden.Run(t, func(files []txtar.File) string {
		fsys := fstest.MapFS{}
		for _, f := range files {
			fsys[f.Name] = &fstest.MapFile{Data: f.Data}
		}
		l, advice, err := Read(fsys, File, formats)
		var b strings.Builder
		var problems content.Problems
		if errors.As(err, &problems) {
			for i := range problems {
				p := &problems[i]
				if e, _ := notice.Of(p); e == nil {
					t.Errorf("no code: %s", p.What)
				}
				fmt.Fprintf(&b, "%s: %s, %s\n", p.Pos, p.What, p.Hint)
			}
			return b.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range advice {
			fmt.Fprintf(&b, "advice: %s: %s\n", a.Pos, a.What)
		}
		fmt.Fprintf(&b, "%q %q %q %v\n", l.Title, l.Lang, l.Publisher, l.Formats)
		for _, title := range l.Titles {
			fmt.Fprintf(&b, "%s: %s line %d, %d bytes", title.Name, title.Source, title.Pos.Line, title.Bytes)
			if title.Shared.GoString() != "" {
				fmt.Fprintf(&b, ", shared %q", title.Shared.Files())
			}
			if layer := title.Overrides.GoString(); layer != "" {
				fmt.Fprintf(&b, ", overrides %q", layer)
			}
			b.WriteString("\n")
		}
		return b.String()
	})
}

// TestFolder: which folders are folders of books.
func TestFolder(t *testing.T) {
	book := &fstest.MapFile{Data: []byte("title: x\n")}
	text := &fstest.MapFile{Data: []byte("text\n")}
	for what, c := range map[string]struct {
		files fstest.MapFS
		want  string
	}{
		"books":                {fstest.MapFS{"b/book.yaml": book, "a/book.yaml": book, "README.md": text}, "[a b] []"},
		"one that is none":     {fstest.MapFS{"b/book.yaml": book, "notes/a.txt": text, ".git/book.yaml": book}, "[b] [notes]"},
		"what was made":        {fstest.MapFS{"b/book.yaml": book, "dist/catalogue.json": text, "out/SHA256SUMS": text}, "[b] []"},
		"a book":               {fstest.MapFS{"book.yaml": book, "a/book.yaml": book}, ""},
		"chapters":             {fstest.MapFS{"one.md": text, "a/book.yaml": book}, ""},
		"nothing":              {fstest.MapFS{"a/b.md": text}, ""},
		"our own names":        {fstest.MapFS{"Shards/book.yaml": book, "index.html/book.yaml": book}, "[Shards-book index] []"},
		"two of the same name": {fstest.MapFS{"A b/book.yaml": book, "a-b/book.yaml": book}, ""},
	} {
		got := ""
		if l, left, ok := Folder(c.files); ok {
			var names []string
			for _, title := range l.Titles {
				names = append(names, title.Name)
			}
			got = fmt.Sprint(names, left)
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", what, got, c.want)
		}
	}
}

// TestShards: each title is in one part, whatever the order of the list; parts are even.
func TestShards(t *testing.T) {
	var titles []Title
	for i := range 1000 {
		titles = append(titles, Title{Name: fmt.Sprintf("title-%d", i), Bytes: int64(20_000 + i*i%180_000)})
	}
	for _, n := range []int{1, 3, 8, 64, 1000, 1500} {
		seen := map[int]int{}
		least, most, largest := int64(1<<62), int64(0), int64(0)
		for s, shard := range Shards(titles, n) {
			sum := int64(0)
			for _, i := range shard {
				seen[i] = s + 1
				sum += titles[i].Bytes
				largest = max(largest, titles[i].Bytes)
			}
			least, most = min(least, sum), max(most, sum)
		}
		if len(seen) != len(titles) {
			t.Errorf("%d parts: %d titles", n, len(seen))
		}
		if n < 100 && most-least > largest {
			t.Errorf("%d parts: from %d to %d bytes", n, least, most)
		}
	}
	names := func(titles []Title) map[string]int {
		in := map[string]int{}
		for s, shard := range Shards(titles, 8) {
			for _, i := range shard {
				in[titles[i].Name] = s
			}
		}
		return in
	}
	turned := slices.Clone(titles)
	slices.Reverse(turned)
	if !maps.Equal(names(titles), names(turned)) {
		t.Error("the order of the list counts")
	}
}

// TestGuide reads the catalogue.yaml of the guide.
func TestGuide(t *testing.T) {
	for _, lang := range []string{"ar", "en"} {
		text, err := fs.ReadFile(guide.FS(), lang+"/14a-catalogue.md")
		if err != nil {
			t.Fatal(err)
		}
		_, example, _ := strings.Cut(string(text), "```yaml\ntitle: ")
		example, _, _ = strings.Cut(example, "```")
		book := &fstest.MapFile{Data: []byte("title: x\n")}
		l, _, err := Read(fstest.MapFS{File: {Data: []byte("title: " + example)}, "first/book.yaml": book, "second/book.yaml": book, "series/1/book.yaml": book}, File, formats)
		if err != nil || len(l.Titles) != 3 {
			t.Errorf("%s: %v, %v", lang, l, err)
		}
	}
}
