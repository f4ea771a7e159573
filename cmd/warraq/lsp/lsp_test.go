package lsp

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/creachadair/jrpc2"
	"github.com/creachadair/jrpc2/channel"

	"warraq"
)

// session is an editor that has a book open.
type session struct {
	*testing.T
	dir    string
	client *jrpc2.Client
	told   chan diagnostics
}

// begin opens a session on a folder with these files.
func begin(t *testing.T, files map[string]string) *session { return beginIn(t, "", files) }

// beginIn is that of an editor in a language.
func beginIn(t *testing.T, locale string, files map[string]string) *session {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for name, s := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(s), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	inR, inW := io.Pipe()
	outR, outW := io.Pipe()
	s := &session{T: t, dir: dir, told: make(chan diagnostics, 1000)}
	done := make(chan error, 1)
	go func() { done <- Serve(inR, outW, Options{Version: "test", Lang: "en"}) }()
	s.client = jrpc2.NewClient(channel.LSP(outR, inW), &jrpc2.ClientOptions{OnNotify: func(r *jrpc2.Request) {
		var d diagnostics
		if err := r.UnmarshalParams(&d); err != nil {
			t.Error(err)
		}
		s.told <- d
	}})
	t.Cleanup(func() {
		s.ask("shutdown", nil, nil)
		s.notify("exit", nil)
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
	s.ask("initialize", map[string]any{"rootUri": uriOf(dir), "locale": locale}, nil)
	s.notify("initialized", map[string]any{})
	return s
}

func (s *session) uri(name string) string { return uriOf(filepath.Join(s.dir, name)) }

func (s *session) notify(method string, params any) {
	s.Helper()
	if err := s.client.Notify(context.Background(), method, params); err != nil {
		s.Fatal(method, err)
	}
}

func (s *session) ask(method string, params, result any) {
	s.Helper()
	rsp, err := s.client.Call(context.Background(), method, params)
	if err != nil {
		s.Fatal(method, err)
	}
	if result != nil {
		if err := rsp.UnmarshalResult(result); err != nil {
			s.Fatal(method, err)
		}
	}
}

func (s *session) open(name, text string) {
	s.notify("textDocument/didOpen", map[string]any{"textDocument": map[string]any{"uri": s.uri(name), "languageId": "markdown", "version": 1, "text": text}})
}

// place is the parameters of a request at the n-th byte of words in a text.
func (s *session) place(name, text, words string, n int) map[string]any {
	s.Helper()
	i := strings.Index(text, words)
	if i < 0 {
		s.Fatalf("no %q", words)
	}
	i += n
	line := strings.Count(text[:i], "\n")
	return map[string]any{"textDocument": map[string]string{"uri": s.uri(name)},
		"position": position{line, units(text[strings.LastIndexByte(text[:i], '\n')+1 : i])}}
}

// wait gives what is next told of a file.
func (s *session) wait(name string) []diagnostic {
	s.Helper()
	for {
		select {
		case d := <-s.told:
			if d.URI == s.uri(name) {
				return d.List
			}
		case <-time.After(time.Minute):
			s.Fatalf("nothing is told of %s", name)
		}
	}
}

const one = "# أول {#one}\n\nنص[^a] وانظر {ref: two} و[هناك](#two).\n\n[^a]: حاشية\n\n::: box عنوان\nنص\n:::\n\n## قسم\n\n| أ | عمود طويل |\n|--|:-:|\n| ١ | ٢ |\n"

const two = "# ثان {#two}\n\nانظر {page: one}.\n"

func bookOfTwo(t *testing.T) *session {
	return begin(t, map[string]string{"book.yaml": "title: كتاب\nlanguage: ar\nchapters: [one.md, two.md]\n", "one.md": one, "two.md": two})
}

// TestTold breaks a chapter as one types, and mends it: what is wrong is told at its
// line and taken back.
func TestTold(t *testing.T) {
	s := bookOfTwo(t)
	s.open("one.md", one)
	change := func(text string) {
		s.notify("textDocument/didChange", map[string]any{"textDocument": map[string]any{"uri": s.uri("one.md"), "version": 2},
			"contentChanges": []any{map[string]any{"text": text}}})
	}
	change(strings.Replace(one, "{ref: two}", "{ref: tow}", 1))
	told := s.wait("one.md")
	for len(told) == 0 || told[0].Severity != isError { // the whole book as it was, first
		told = s.wait("one.md")
	}
	if d := told[0]; d.Range.Start.Line != 2 || !strings.Contains(d.Message, "tow") || d.Code == "" {
		t.Errorf("told %+v", d)
	}
	change(one)
	for _, d := range s.wait("one.md") {
		if d.Severity == isError {
			t.Errorf("still told: %+v", d)
		}
	}
}

// TestRanges changes a document by ranges, as editors do, over letters of two units.
func TestRanges(t *testing.T) {
	doc := newText("أ𞤀ب\r\nجد\n")
	doc = doc.changed(change{Range: &span{position{0, 3}, position{1, 1}}, Text: "ه"})
	if doc.all != "أ𞤀هد\n" {
		t.Errorf("%q", doc.all)
	}
}

// TestAnswers asks all that an editor asks.
func TestAnswers(t *testing.T) {
	s := bookOfTwo(t)
	s.open("one.md", one)
	s.open("book.yaml", "title: كتاب\npage: \nbooklet:\n  im\n")
	var at []location
	s.ask("textDocument/definition", s.place("one.md", one, "{ref: two}", 7), &at)
	if len(at) != 1 || at[0].URI != s.uri("two.md") || at[0].Range != (span{position{0, 8}, position{0, 11}}) {
		t.Errorf("the definition is at %+v", at)
	}
	s.ask("textDocument/definition", s.place("one.md", one, "[^a] ", 2), &at)
	if len(at) != 1 || at[0].Range.Start.Line != 4 {
		t.Errorf("the note is at %+v", at)
	}
	s.ask("textDocument/references", s.place("one.md", one, "{#one}", 3), &at)
	if len(at) != 1 || at[0].URI != s.uri("two.md") {
		t.Errorf("the references are at %+v", at)
	}
	rename := s.place("one.md", one, "(#two)", 3)
	rename["newName"] = "second"
	var edits workspaceEdit
	s.ask("textDocument/rename", rename, &edits)
	if len(edits.Changes[s.uri("one.md")]) != 2 || len(edits.Changes[s.uri("two.md")]) != 1 {
		t.Errorf("renamed: %+v", edits)
	}
	rename["newName"] = "one"
	if _, err := s.client.Call(context.Background(), "textDocument/rename", rename); err == nil {
		t.Error("a name was given twice")
	}
	var says *hover
	s.ask("textDocument/hover", s.place("one.md", one, "{ref: two}", 7), &says)
	if says == nil || !strings.Contains(says.Contents.Value, "ثان") {
		t.Errorf("hover: %+v", says)
	}
	s.ask("textDocument/hover", s.place("one.md", one, "::: box", 5), &says)
	if says == nil || !strings.Contains(says.Contents.Value, "box") {
		t.Errorf("hover: %+v", says)
	}
	var symbols []symbol
	s.ask("textDocument/documentSymbol", s.place("one.md", one, "#", 0), &symbols)
	if len(symbols) != 1 || symbols[0].Name != "أول" || len(symbols[0].Children) != 1 {
		t.Errorf("the outline is %+v", symbols)
	}
	var folds []fold
	s.ask("textDocument/foldingRange", s.place("one.md", one, "#", 0), &folds)
	if len(folds) != 3 {
		t.Errorf("it folds at %+v", folds)
	}
	var tidied []edit
	s.ask("textDocument/formatting", s.place("one.md", one, "#", 0), &tidied)
	if len(tidied) != 3 || tidied[2].Text != "| ١   | ٢         |" || tidied[1].Text != "| --- | :-------: |" {
		t.Errorf("the table becomes %+v", tidied)
	}
}

// TestCompletion types the beginnings of what can be completed.
func TestCompletion(t *testing.T) {
	s := bookOfTwo(t)
	for _, c := range []struct{ name, typed, want string }{
		{"one.md", "{ref: t", "two"},
		{"one.md", "[هنا](#", "two"},
		{"one.md", "[^a]: حاشية\n\nنص[^", "a"},
		{"one.md", "::: ", "epigraph"},
		{"one.md", "{#a .str", "striped"},
		{"one.md", "![صورة](a.png){wid", "width="},
		{"book.yaml", "pa", "page"},
		{"book.yaml", "page: ", "a5"},
		{"book.yaml", "page:\n  ou", "outer"},
		{"book.yaml", "page:\n  size: ", "b5"},
		{"book.yaml", "booklet:\n  im", "impose"},
	} {
		s.open(c.name, c.typed)
		var items []item
		s.ask("textDocument/completion", s.place(c.name, c.typed, c.typed, len(c.typed)), &items)
		var labels []string
		found := false
		for _, i := range items {
			labels = append(labels, i.Label)
			found = found || i.Label == c.want
		}
		if !found {
			t.Errorf("%q in %s: %v, want %s among them", c.typed, c.name, labels, c.want)
		}
	}
}

// TestSettings reads the schema, and says what each name does.
func TestSettings(t *testing.T) {
	if len(settingsSchema().Properties) < 10 {
		t.Error("the schema of book.yaml has no keys")
	}
	for _, names := range [][]string{divisionNames, classNames, keyNames} {
		for _, n := range names {
			for _, lang := range warraq.SpokenLanguages {
				if doing(n, lang) == "" {
					t.Errorf("nothing says in %s what %s does", lang, n)
				}
			}
		}
	}
}

// TestTongue: what is told is in the language of the editor, if the program speaks it.
func TestTongue(t *testing.T) {
	for _, c := range []struct{ locale, message, does string }{
		{"ar", "لا توجد", "إطار بجانب النص"}, {"fr-CA", "n’est pas là", "un encadré"}, {"de", "is not there", "a box"},
	} {
		s := beginIn(t, c.locale, map[string]string{"a.md": ""})
		s.open("a.md", "# فصل\n\nكلام[^1].\n\n::: box\nنص\n:::\n")
		d := <-s.told
		if len(d.List) == 0 || !strings.Contains(d.List[0].Message, c.message) {
			t.Errorf("%s: %+v, want %s", c.locale, d.List, c.message)
		}
		var says *hover
		s.ask("textDocument/hover", s.place("a.md", "# فصل\n\nكلام[^1].\n\n::: box\nنص\n:::\n", "::: box", 5), &says)
		if says == nil || !strings.Contains(says.Contents.Value, c.does) {
			t.Errorf("%s: %+v, want %s", c.locale, says, c.does)
		}
	}
}

// manyChapters is a book of 300 chapters.
func manyChapters() map[string]string {
	files := map[string]string{"book.yaml": "title: كتاب\nlanguage: ar\n"}
	for n := range 300 {
		files[fmt.Sprintf("%03d.md", n)] = fmt.Sprintf("# فصل %d {#c%d}\n\n%s\n\nانظر {ref: c%d}.\n", n, n, strings.Repeat("كلمات من نص الفصل تملأ سطورا. ", 40), (n+7)%300)
	}
	return files
}

// BenchmarkChange tells what is wrong in a book of 300 chapters after a change.
func BenchmarkChange(b *testing.B) {
	files := manyChapters()
	dir := b.TempDir()
	for name, s := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(s), 0o666); err != nil {
			b.Fatal(err)
		}
	}
	book, err := openBook(homeOf(filepath.Join(dir, "100.md")))
	if err != nil {
		b.Fatal(err)
	}
	text := files["100.md"]
	book.check(map[string]*file{"100.md": readMarks(text)}, false, "en")
	n := 0
	for b.Loop() {
		n++
		if told := book.check(map[string]*file{"100.md": readMarks(fmt.Sprintf("%s\nكلمة {ref: x%d}\n", text, n))}, false, "en"); len(told["100.md"]) == 0 {
			b.Fatal("nothing is told")
		}
	}
}

// TestManyRequests asks over and over in a book of 300 chapters.
func TestManyRequests(t *testing.T) {
	files := manyChapters()
	s := begin(t, files)
	for n := range 12 {
		name := fmt.Sprintf("%03d.md", n*20)
		s.open(name, files[name])
		var at []location
		s.ask("textDocument/definition", s.place(name, files[name], "{ref: c", 7), &at)
		if want := s.uri(fmt.Sprintf("%03d.md", (n*20+7)%300)); len(at) != 1 || at[0].URI != want {
			t.Errorf("%s leads to %v", name, at)
		}
		var items []item
		text := files[name] + "{ref: "
		s.notify("textDocument/didChange", map[string]any{"textDocument": map[string]any{"uri": s.uri(name)},
			"contentChanges": []any{map[string]any{"text": text}}})
		s.ask("textDocument/completion", s.place(name, text, "{ref: c", 6), &items)
		if len(items) != 300 {
			t.Errorf("%d places to refer to", len(items))
		}
		var raw json.RawMessage
		s.ask("textDocument/hover", s.place(name, files[name], "{ref: c", 7), &raw)
	}
}
