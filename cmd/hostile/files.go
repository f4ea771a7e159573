package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// files are manuscripts of odd files and names.
func files() []input {
	chapter := is("# فصل\n\nنص قصير.\n")
	many := func(name string, n int, form string) input {
		in := input{name: fmt.Sprintf("files: %s × %d", name, n), files: map[string]func() string{"book.yaml": is(head)}}
		for i := range n {
			in.with(fmt.Sprintf(form, i), chapter)
		}
		return in
	}
	at := func(name string, do func(dir string) error) input {
		return input{name: "files: " + name, make: do, files: map[string]func() string{"book.yaml": is(head), "a.md": is("# ف\n\n![و](p.png)\n")}}
	}
	// in puts a pipe, a link or a folder in the place of a file.
	in := func(kind string, put func(path string) error) (list []input) {
		for _, name := range []string{"a.md", "p.png", "book.yaml", "t.yaml", "f.ttf"} {
			manifest := map[string]string{"t.yaml": head + "theme: t.yaml\n", "f.ttf": head + "fonts: {regular: f.ttf}\n"}[name]
			list = append(list, at(kind+" as "+name, func(dir string) error {
				if manifest != "" {
					if err := os.WriteFile(filepath.Join(dir, "book.yaml"), []byte(manifest), 0o666); err != nil {
						return err
					}
				}
				path := filepath.Join(dir, name)
				os.Remove(path)
				return put(path)
			}))
		}
		return list
	}
	all := []input{
		many("chapters", 1_000, "%04d.md"),
		many("chapters", 10_000, "%05d.md"),
		many("folders", 1_000, "d%04d/a.md"),
		many("names of letters", 3, "%d"+strings.Repeat("ا", 110)+".md"),
		many("names of controls", 3, "%d\u202e\x1b[2J\x07.md"),
		many("names no UTF-8", 3, "%d\xff\xfe.md"),
		many("names of hyphens", 3, "--%d.md"),
		many("names of line ends", 3, "%d\n.md"),
		many("hidden", 3, ".%d.md"),
		at("folders within folders", func(dir string) error {
			deep := filepath.Join(dir, strings.Repeat("d/", 300))
			if err := os.MkdirAll(deep, 0o777); err != nil {
				return err
			}
			return os.WriteFile(filepath.Join(deep, "x.md"), []byte("# ف\n"), 0o666)
		}),
		at("link to itself", func(dir string) error { return os.Symlink("l.md", filepath.Join(dir, "l.md")) }),
		at("link to the folder above", func(dir string) error { return os.Symlink("..", filepath.Join(dir, "up")) }),
		at("large chapter", func(dir string) error { return hole(filepath.Join(dir, "a.md"), 1<<30) }),
		at("large picture", func(dir string) error { return hole(filepath.Join(dir, "p.png"), 1<<30) }),
		at("large book.yaml", func(dir string) error { return hole(filepath.Join(dir, "book.yaml"), 1<<30) }),
		at("chapter of 60 MB of nothing", func(dir string) error { return hole(filepath.Join(dir, "a.md"), 60<<20) }),
		{name: "files: none", make: func(string) error { return nil }},
		{name: "files: a folder of pictures", files: map[string]func() string{"p.png": is(pngOf(8, 8))}},
		{name: "files: another case of book.yaml", files: map[string]func() string{"BOOK.YAML": is(head), "a.md": chapter}},
	}
	all = append(all, in("a pipe", func(path string) error { return exec.Command("mkfifo", path).Run() })...)
	all = append(all, in("a folder", func(path string) error { return os.Mkdir(path, 0o777) })...)
	all = append(all, in("a link outside", func(path string) error { return os.Symlink("/etc/hostname", path) })...)
	return append(all, in("a device", func(path string) error { return os.Symlink("/dev/zero", path) })...)
}

// hole makes a file that is long and takes no room.
func hole(path string, n int64) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	return f.Truncate(n)
}

// commands are odd command lines.
func commands() (all []input) {
	for _, args := range [][]string{
		{"build", "book/nope"}, {"build", "book", "extra"}, {"nope"}, {"build", "--nope"},
		{"build", "\u202e\x1b[2J"}, {"build", "book", "--title", "\u202e\x1b"}, {"build", "book", "--title", strings.Repeat("ا", 60_000)},
		{"build", "book", "--lang", strings.Repeat("a", 60_000)}, {"build", "book", "--lang", "\u202e"}, {"build", "book", "--page", "NaNxNaN"},
		{"build", "book", "--page", "1e308x1cm"}, {"build", "book", "--page", "0x0"}, {"build", "book", "--theme", "../x.yaml"}, {"build", "book", "--theme", "/etc/passwd"},
		{"build", "book", "--limits", "text=0"}, {"build", "book", "--limits", "nope=1"}, {"build", "book", "--limits", "text=10,file=1"}, {"build", "book", "--limits", "text=99999999999G"},
		{"build", "book", "--timeout", "1ns"}, {"build", "book", "--timeout", "-1s"}, {"build", "book", "--only", "nope"}, {"build", "book", "-o", ""},
		{"build", "book", "-o", "book/a.md"}, {"build", "/dev/zero"}, {"build", "/dev/null"}, {"dump", "theme", "nope"}, {"dump", "nope", "book"},
		{"dump", "document", "book"}, {"new", "book"}, {"new", "--from", "/dev/zero", "n"}, {"import", "/dev/zero", "-o", "n"}, {"import", "book/a.md", "-o", "n"},
	} {
		in := book("command: "+strings.Join(args, " "), is(head))
		if name := []rune(in.name); len(name) > 60 {
			in.name = string(name[:60]) + "…"
		}
		in.name = strings.Map(func(r rune) rune {
			if unseen(r) {
				return '?'
			}
			return r
		}, in.name)
		in.args = args
		all = append(all, in)
	}
	return all
}
