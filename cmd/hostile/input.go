package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// input is one manuscript of a stranger, or one command line.
type input struct {
	name  string
	files map[string]func() string // by their names; made when they are written, since they are large
	make  func(dir string) error
	args  []string // the command line, "build" and the folder where it is nil
	told  bool     // its row holds the codes of what is told of it, where a book is made
}

// write puts the input's files into a folder.
func (in *input) write(dir string) error {
	for name, made := range in.files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(path, []byte(made()), 0o666); err != nil {
			return err
		}
	}
	if in.make != nil {
		return in.make(dir)
	}
	return nil
}

// head is the book.yaml of most inputs.
const head = "title: كتاب\nlanguage: ar\n"

// is gives a text that is made already.
func is(text string) func() string { return func() string { return text } }

// text is an input of one chapter.
func text(name string, body func() string) input {
	return input{name: name, files: map[string]func() string{"book.yaml": is(head), "a.md": body}}
}

// book is an input of one small chapter and a book.yaml.
func book(name string, manifest func() string) input {
	return input{name: name, files: map[string]func() string{"book.yaml": manifest, "a.md": is("# فصل\n\nنص قصير.\n")}}
}

// with adds a file.
func (in input) with(name string, text func() string) input {
	in.files[name] = text
	return in
}

// volume is one construct, a number of times.
type volume struct {
	name string
	text func(n int) string
	most int  // times; 0: as many as the others
	slow bool // a book of 22,000 takes its time already
}

// volumes are the numbers that volumes are tried at. Beyond usual some are books, such as
// a text of so many words none of which stands twice: they may take their time, but not
// where a server takes manuscripts of strangers.
var volumes = []int{1_000, 22_000, 200_000}

const usual = 22_000

// server is the command line of a server.
var server = append([]string{"build", "book", "-q", "-o", "out"}, serversLimits...)

// serversLimits end the command line of a server.
var serversLimits = []string{"--limits", "server"}

// isServers tells an input that only a server need bear.
func (in *input) isServers() bool {
	n := len(in.args) - len(serversLimits)
	return n > 0 && slices.Equal(in.args[n:], serversLimits)
}

func (v volume) inputs() (list []input) {
	for _, n := range volumes {
		if v.most > 0 && n > v.most {
			n = v.most
		}
		in := text(fmt.Sprintf("%s × %d", v.name, n), func() string { return v.text(n) })
		if n > usual || v.slow && n > volumes[0] {
			in.args = server
		}
		list = append(list, in)
		if n == v.most {
			break
		}
	}
	return list
}

// limited gives an input limits of its own.
func (in input) limited(limits string) input {
	in.args = []string{"build", "book", "-q", "-o", "out", "--limits", limits}
	return in
}

// times repeats a text, %d in which is the number of the time.
func times(n int, form string) string {
	var b strings.Builder
	for i := range n {
		if strings.Contains(form, "%") {
			fmt.Fprintf(&b, strings.ReplaceAll(form, "%d", "%[1]d"), i)
		} else {
			b.WriteString(form)
		}
	}
	return b.String()
}

// repeated is a volume of one text over and over between two others.
func repeated(name, before, form, after string) volume {
	return volume{name: name, text: func(n int) string { return before + times(n, form) + after }}
}
