package preview

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"warraq"
)

// desk is a preview of a manuscript in a folder, at work.
type desk struct {
	*Server
	dir     string
	address string

	mu     sync.Mutex
	opened []string
}

const secret = "لا يخرج هذا"

// newDesk begins a preview of a book of a few pages, in a folder that lies beside a
// secret.
func newDesk(t *testing.T) *desk {
	t.Helper()
	top := t.TempDir()
	d := &desk{dir: filepath.Join(top, "book")}
	write(t, filepath.Join(top, "secret.txt"), secret)
	write(t, filepath.Join(d.dir, "book.yaml"), "title: كتاب\nlanguage: ar\n")
	write(t, filepath.Join(d.dir, "secret.txt"), secret)
	d.write(t, "نص")
	l, err := Listen(0)
	if err != nil {
		t.Fatal(err)
	}
	d.address = l.Addr().String()
	d.Server = New(Options{Build: d.build, Dir: d.dir, Watch: []string{d.dir}, Open: func(file string, line int) error {
		d.mu.Lock()
		defer d.mu.Unlock()
		d.opened = append(d.opened, fmt.Sprintf("%s:%d", file, line))
		return nil
	}})
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- d.Run(ctx, l) }()
	t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
	return d
}

// write writes the chapter, its second paragraph of a word.
func (d *desk) write(t *testing.T, word string) {
	t.Helper()
	write(t, filepath.Join(d.dir, "a.md"), "# باب\n\nأول.\n\n"+word+".\n\n# آخر\n\nختام.\n")
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func (d *desk) build() (s State) {
	b, err := warraq.Open(os.DirFS(d.dir), ".", warraq.Options{Page: "a5"})
	if err == nil {
		s.View, err = b.View()
	}
	if ps, ok := err.(warraq.Problems); ok {
		s.View, s.Errors = nil, ps
	}
	s.Problems = b.Problems()
	s.EPUB = func() ([]byte, error) {
		var out bytes.Buffer
		err := b.Write(&out, warraq.EPUB)
		return out.Bytes(), err
	}
	return s
}

// get asks for a path as its own pages do.
func (d *desk) get(t *testing.T, path string) (status int, body string) {
	t.Helper()
	answer, err := http.Get("http://" + d.address + path)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	data, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer.StatusCode, string(data)
}

// raw sends a request as it is written.
func (d *desk) raw(t *testing.T, request string) (status int, body string) {
	t.Helper()
	c, err := net.Dial("tcp", d.address)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	c.SetDeadline(time.Now().Add(10 * time.Second))
	fmt.Fprint(c, request)
	answer, err := http.ReadResponse(bufio.NewReader(c), nil)
	if err != nil {
		t.Fatalf("%q: %v", request, err)
	}
	defer answer.Body.Close()
	data, _ := io.ReadAll(answer.Body)
	return answer.StatusCode, string(data)
}

// TestListen: it listens on this machine alone.
func TestListen(t *testing.T) {
	l, err := Listen(0)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if at := l.Addr().(*net.TCPAddr); !at.IP.IsLoopback() || at.Port == 0 {
		t.Errorf("it listens at %v", at)
	}
}

// TestGuard: who asks from elsewhere is refused, by whatever shows it.
func TestGuard(t *testing.T) {
	d := newDesk(t)
	_, port, _ := net.SplitHostPort(d.address)
	for _, c := range []struct {
		line    string // of the request
		headers string
		want    int
	}{
		{"GET / HTTP/1.1", "Host: " + d.address, 200},
		{"GET / HTTP/1.1", "Host: localhost:" + port, 200},
		{"GET /book HTTP/1.1", "Host: " + d.address + "\r\nOrigin: http://" + d.address + "\r\nSec-Fetch-Site: same-origin", 200},
		{"GET /book HTTP/1.1", "Host: " + d.address + "\r\nSec-Fetch-Site: none", 200},
		{"GET / HTTP/1.1", "Host: " + d.address + "\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate", 200}, // a link, or a pane of an editor
		{"GET / HTTP/1.1", "Host: example.org", 421},
		{"GET / HTTP/1.1", "Host: example.org:" + port, 421},
		{"GET / HTTP/1.1", "Host: 127.0.0.1", 421},
		{"GET / HTTP/1.1", "Host: 127.0.0.1:1", 421},
		{"GET / HTTP/1.1", "Host: 127.0.0.1.example.org:" + port, 421},
		{"GET / HTTP/1.1", "Host: ", 421},
		{"GET http://example.org/ HTTP/1.1", "Host: " + d.address, 421},
		{"GET /book HTTP/1.1", "Host: " + d.address + "\r\nOrigin: http://example.org", 403},
		{"GET /book HTTP/1.1", "Host: " + d.address + "\r\nOrigin: null", 403},
		{"GET /book HTTP/1.1", "Host: " + d.address + "\r\nOrigin: https://" + d.address, 403},
		{"GET /book HTTP/1.1", "Host: " + d.address + "\r\nOrigin: http://127.0.0.1:1", 403},
		{"GET /book HTTP/1.1", "Host: " + d.address + "\r\nOrigin: http://localhost:" + port, 403},
		{"GET /page/1 HTTP/1.1", "Host: " + d.address + "\r\nSec-Fetch-Site: cross-site", 403},
		{"GET /events HTTP/1.1", "Host: " + d.address + "\r\nSec-Fetch-Site: same-site", 403},
		{"POST /open?page=0&block=0 HTTP/1.1", "Host: " + d.address + "\r\nOrigin: http://example.org\r\nContent-Length: 0", 403},
		{"POST /cursor?file=a.md&line=1 HTTP/1.1", "Host: " + d.address + "\r\nOrigin: null\r\nContent-Length: 0", 403},
		{"PUT / HTTP/1.1", "Host: " + d.address + "\r\nContent-Length: 0", 405},
		{"DELETE /book HTTP/1.1", "Host: " + d.address, 405},
	} {
		if got, body := d.raw(t, c.line+"\r\n"+c.headers+"\r\nConnection: close\r\n\r\n"); got != c.want {
			t.Errorf("%s, %s: %d, want %d: %s", c.line, c.headers, got, c.want, body[:min(len(body), 100)])
		}
	}
	if len(d.opened) > 0 {
		t.Errorf("the editor was opened: %v", d.opened)
	}
	answer, err := http.Get("http://" + d.address + "/")
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	if policy := answer.Header.Get("Content-Security-Policy"); !strings.Contains(policy, "default-src 'none'") || strings.Contains(policy, "http") {
		t.Errorf("the policy is %s", policy)
	}
}

// TestNothingElse: nothing is served but the book's pages and our own files, whatever
// the path.
func TestNothingElse(t *testing.T) {
	d := newDesk(t)
	if status, body := d.get(t, "/page/1"); status != 200 || !strings.HasPrefix(body, "<svg ") {
		t.Fatalf("page 1: %d", status)
	}
	heads := []string{"/", "//", "/ui/", "/page/", "/picture/", "/epub/", "/epub/1/", "/epub/1/EPUB/", "/book/"}
	ways := []string{"secret.txt", "../secret.txt", "../../secret.txt", "..%2fsecret.txt", "%2e%2e/secret.txt", "%2e%2e%2fsecret.txt", "..%5csecret.txt", "..\\secret.txt",
		"%252e%252e/secret.txt", "..;/secret.txt", "....//secret.txt", ".%00./secret.txt", "secret.txt%00.svg", "./secret.txt", "a/../../secret.txt", "..%c0%afsecret.txt",
		"book.yaml", "a.md", "../a.md", "1/../../a.md", "ui/app.js", "app.js/", "preview.go", "/etc/passwd", "../../../../../../etc/passwd", "file:///etc/passwd", "-1", "1e0", "+1", "1%20", "99999999999999999999", "1.svg"}
	for _, head := range heads {
		for _, way := range append(ways, strings.TrimPrefix(filepath.ToSlash(d.dir), "/")+"/secret.txt") {
			status, body := d.raw(t, "GET "+head+way+" HTTP/1.1\r\nHost: "+d.address+"\r\nConnection: close\r\n\r\n")
			if strings.Contains(body, secret) || strings.Contains(body, "root:") || strings.Contains(body, "title:") {
				t.Errorf("%s%s gives what is none of ours", head, way)
			}
			if status == 200 && !(head == "/page/" && way == "+1") {
				t.Errorf("%s%s: %s", head, way, body[:min(len(body), 80)])
			}
		}
	}
	for _, query := range []string{"/place?page=0&block=../../secret.txt", "/place?file=../secret.txt&line=1", "/place?problem=-1", "/place?problem=99", "/place?page=99&block=0", "/search?q=" + strings.Repeat("%00", 9)} {
		if status, body := d.get(t, query); strings.Contains(body, secret) || status == 200 && strings.HasPrefix(query, "/place") {
			t.Errorf("%s: %d %s", query, status, body)
		}
	}
	for path, media := range own {
		answer, err := http.Get("http://" + d.address + path)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		if answer.StatusCode != 200 || answer.Header.Get("Content-Type") != media {
			t.Errorf("%s: %d, %s", path, answer.StatusCode, answer.Header.Get("Content-Type"))
		}
	}
}

// TestPlaces: a block says its line, the editor is opened at it, and its line turns to
// the page.
func TestPlaces(t *testing.T) {
	d := newDesk(t)
	var at place
	found := ""
	for page := range 9 {
		for block := range 9 {
			status, body := d.get(t, fmt.Sprintf("/place?page=%d&block=%d", page, block))
			if status != 200 {
				continue
			}
			if err := json.Unmarshal([]byte(body), &at); err != nil {
				t.Fatal(err)
			}
			if at.File == "a.md" && at.Line == 5 {
				found = fmt.Sprintf("page=%d&block=%d", page, block)
			}
		}
	}
	if found == "" {
		t.Fatal("no block is at line 5")
	}
	answer, err := http.Post("http://"+d.address+"/open?"+found, "", nil)
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	if want := filepath.Join(d.dir, "a.md") + ":5"; answer.StatusCode != 204 || len(d.opened) != 1 || d.opened[0] != want {
		t.Errorf("%d, opened %v, want %s", answer.StatusCode, d.opened, want)
	}
	events := d.listen(t)
	for _, c := range []struct {
		query string
		want  int
	}{
		{"file=a.md&line=5", 204}, {"file=" + filepath.Join(d.dir, "a.md") + "&line=6", 204}, {"file=b.md&line=5", 404}, {"file=../secret.txt&line=1", 404}, {"line=5", 404}, {"file=a.md", 404},
	} {
		answer, err := http.Post("http://"+d.address+"/cursor?"+c.query, "", nil)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		if answer.StatusCode != c.want {
			t.Errorf("%s: %d, want %d", c.query, answer.StatusCode, c.want)
		}
		if c.want == 204 {
			var turn struct{ Page, Block int }
			events.next(t, "turn", &turn)
			if want := fmt.Sprintf("page=%d&block=%d", turn.Page, turn.Block); want != found {
				t.Errorf("%s turns to %s, want %s", c.query, want, found)
			}
		}
	}
}

// stream is the events of a preview.
type stream struct{ lines *bufio.Scanner }

// listen waits until it is heard.
func (d *desk) listen(t *testing.T) *stream {
	t.Helper()
	answer, err := http.Get("http://" + d.address + "/events")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { answer.Body.Close() })
	s := &stream{bufio.NewScanner(answer.Body)}
	s.lines.Buffer(nil, 1<<20)
	s.next(t, "version", new(int))
	return s
}

// next is the next event, which must have a name.
func (s *stream) next(t *testing.T, name string, into any) {
	t.Helper()
	got := ""
	for s.lines.Scan() {
		if event, ok := strings.CutPrefix(s.lines.Text(), "event: "); ok {
			got = event
		}
		if data, ok := strings.CutPrefix(s.lines.Text(), "data: "); ok {
			if got != name {
				t.Fatalf("event %s, want %s", got, name)
			}
			if err := json.Unmarshal([]byte(data), into); err != nil {
				t.Fatal(err)
			}
			return
		}
	}
	t.Fatalf("no event: %v", s.lines.Err())
}

// TestChanges: a change tells of the pages that are drawn otherwise and of no others; a
// manuscript with errors keeps its pages, and says where the errors are.
func TestChanges(t *testing.T) {
	d := newDesk(t)
	var before struct {
		Told
		Pages []page
	}
	_, body := d.get(t, "/book")
	if err := json.Unmarshal([]byte(body), &before); err != nil {
		t.Fatal(err)
	}
	at := -1
	for i := range before.Pages {
		if _, svg := d.get(t, fmt.Sprintf("/page/%d", i+1)); strings.Contains(svg, ">نص") {
			at = i
		}
	}
	events := d.listen(t)
	d.write(t, "كلام")
	var c change
	for { // an editor's save may be several changes
		events.next(t, "book", &c)
		if len(c.Changed) > 0 {
			break
		}
	}
	if _, ok := c.Changed[at]; !ok || len(c.Changed) != 1 || c.Failed || c.Count != len(before.Pages) {
		t.Errorf("page %d of %d: %+v", at, len(before.Pages), c)
	}
	if _, svg := d.get(t, fmt.Sprintf("/page/%d?sum=%s", at+1, c.Changed[at].Sum)); !strings.Contains(svg, ">كلام") {
		t.Error("the page is not the new one")
	}
	d.write(t, "::: note\n\nنص")
	for !c.Failed {
		c = change{}
		events.next(t, "book", &c)
	}
	if i := slices.IndexFunc(c.Problems, func(p problem) bool { return p.Kind == "error" }); i < 0 || c.Problems[i].File != "a.md" || c.Problems[i].Line != 5 || c.Problems[i].Page != at {
		t.Errorf("problems are %+v", c.Problems)
	}
	if len(c.Changed) > 0 || c.Count != len(before.Pages) {
		t.Errorf("pages changed: %+v", c.Changed)
	}
	if status, svg := d.get(t, fmt.Sprintf("/page/%d", at+1)); status != 200 || !strings.Contains(svg, ">كلام") {
		t.Error("the last good page is gone")
	}
}

// TestEPUB: the documents of the EPUB are served in their order, each with what it needs.
func TestEPUB(t *testing.T) {
	d := newDesk(t)
	_, body := d.get(t, "/chapters")
	var chapters []chapter
	if err := json.Unmarshal([]byte(body), &chapters); err != nil || len(chapters) < 3 {
		t.Fatalf("%v: %s", err, body)
	}
	seen := ""
	for _, c := range chapters {
		status, text := d.get(t, c.URL)
		if status != 200 || c.Title == "" {
			t.Errorf("%+v: %d", c, status)
		}
		seen += text
		for _, m := range regexp.MustCompile(`<link [^>]*href="([^"]+)"`).FindAllStringSubmatch(text, -1) {
			to := filepath.ToSlash(filepath.Join(filepath.Dir(c.URL), m[1]))
			if status, _ := d.get(t, to); status != 200 {
				t.Errorf("%s: %d", to, status)
			}
		}
	}
	if !strings.Contains(seen, "ختام") {
		t.Error("the last chapter is missing")
	}
}

// TestWatch: each way in which a file comes to be another is told of, a burst once, and
// what is no part of a book not at all.
func TestWatch(t *testing.T) {
	top := t.TempDir()
	dir, theme := filepath.Join(top, "book"), filepath.Join(top, "elsewhere", "theme.yaml")
	write(t, filepath.Join(dir, "a.md"), "1")
	write(t, filepath.Join(dir, "images", "a.png"), "1")
	write(t, theme, "1")
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	watched, err := watch(ctx, []string{dir, theme})
	if err != nil {
		t.Fatal(err)
	}
	changes := watched.changes
	told := func() bool {
		select {
		case <-changes:
			return true
		case <-time.After(2 * time.Second):
			return false
		}
	}
	still := func() bool {
		select {
		case <-changes:
			return false
		case <-time.After(300 * time.Millisecond):
			return true
		}
	}
	rename := func(from, to string) {
		if err := os.Rename(from, to); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		name string
		do   func()
		want bool
	}{
		{"written", func() { write(t, filepath.Join(dir, "a.md"), "2") }, true},
		{"saved by another name", func() {
			write(t, filepath.Join(dir, ".a.md.swp"), "3")
			rename(filepath.Join(dir, ".a.md.swp"), filepath.Join(dir, "a.md"))
		}, true},
		{"put away and written anew", func() {
			rename(filepath.Join(dir, "a.md"), filepath.Join(dir, "a.md~"))
			write(t, filepath.Join(dir, "a.md"), "4")
		}, true},
		{"an image", func() { write(t, filepath.Join(dir, "images", "a.png"), "2") }, true},
		{"a file in a new folder", func() {
			write(t, filepath.Join(dir, "new", "b.md"), "1")
		}, true},
		{"again there", func() { write(t, filepath.Join(dir, "new", "b.md"), "2") }, true},
		{"the theme", func() { write(t, theme, "2") }, true},
		{"beside the theme", func() { write(t, filepath.Join(filepath.Dir(theme), "other"), "2") }, false},
		{"beside the book", func() { write(t, filepath.Join(top, "c.md"), "2") }, false},
		{"a hidden file", func() { write(t, filepath.Join(dir, ".hidden"), "1") }, false},
		{"a copy of an editor's", func() { write(t, filepath.Join(dir, "a.md~"), "1") }, false},
		{"taken away", func() { os.Remove(filepath.Join(dir, "a.md")) }, true},
	} {
		c.do()
		if c.want && !told() {
			t.Errorf("%s: it is not told", c.name)
		}
		if !still() && (!c.want || !still()) { // a new folder may be told of twice
			t.Errorf("%s: it is told, or without end", c.name)
		}
	}
	for range 20 {
		write(t, filepath.Join(dir, "a.md"), "burst")
	}
	n := 0
	for told() {
		if n++; n > 3 {
			break
		}
	}
	if n == 0 || n > 3 {
		t.Errorf("a burst of 20 is told %d times", n)
	}
}

// TestTorn: what was read while files were being written is not shown, since more is yet
// to come; but who never rests sees something.
func TestTorn(t *testing.T) {
	var shown, built int
	w := new(watcher)
	s := New(Options{
		Build: func() State {
			if built++; built != 2 {
				w.seen.Add(1)
			}
			return State{}
		},
		Tell: func(time.Duration) { shown++ },
	})
	for i, want := range []int{0, 1, 1, 1, 2, 2} { // the second is whole, the fifth the third torn one
		if s.rebuild(w); shown != want {
			t.Errorf("after %d states %d are shown, want %d", i+1, shown, want)
		}
	}
}

// TestWords: each language of the preview has every word, and each word that is asked
// for is there.
func TestWords(t *testing.T) {
	text := func(name string) string {
		data, err := ui.ReadFile("ui/" + name)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	words := text("words.js")
	languages := map[string]map[string]bool{}
	for _, part := range regexp.MustCompile(`(?ms)^  (\w\w): \{(.*?)^  \}`).FindAllStringSubmatch(words, -1) {
		languages[part[1]] = map[string]bool{}
		for _, word := range regexp.MustCompile(`(\w+): '([^']+)'`).FindAllStringSubmatch(part[2], -1) {
			languages[part[1]][word[1]] = true
		}
	}
	if len(languages) != 3 {
		t.Fatalf("%d languages", len(languages))
	}
	wanted := map[string]bool{"error": true, "warning": true, "advice": true}
	for _, name := range []string{"index.html", "app.js", "pages.js", "panels.js"} {
		for _, m := range regexp.MustCompile(`data-(?:label|text|placeholder)="(\w+)"|say\('(\w+)'\)`).FindAllStringSubmatch(text(name), -1) {
			wanted[m[1]+m[2]] = true
		}
	}
	for language, has := range languages {
		for word := range wanted {
			if !has[word] {
				t.Errorf("%s has no word for %s", language, word)
			}
		}
		if len(has) != len(languages["en"]) {
			t.Errorf("%s has %d words, English %d", language, len(has), len(languages["en"]))
		}
	}
}

// TestEmptied: a file with nothing in it is yet to be written.
func TestEmptied(t *testing.T) {
	dir := t.TempDir()
	empty, full := filepath.Join(dir, "a.md"), filepath.Join(dir, "b.md")
	for name, text := range map[string]string{empty: "", full: "نص"} {
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		written []string
		want    bool
	}{{nil, false}, {[]string{full}, false}, {[]string{full, empty}, true}, {[]string{dir, filepath.Join(dir, "none")}, false}} {
		w := watcher{written: map[string]bool{}}
		for _, name := range c.written {
			w.written[name] = true
		}
		if got := w.emptied(); got != c.want {
			t.Errorf("%v: %v", c.written, got)
		}
	}
}

// TestSaid: problems are said in the language of the window.
func TestSaid(t *testing.T) {
	d := newDesk(t)
	events := d.listen(t)
	d.write(t, "كلام[^1]")
	var e change
	for !e.Failed {
		e = change{}
		events.next(t, "book", &e)
	}
	for lang, want := range map[string]string{"ar": "لا توجد", "fr": "n’est pas là", "en": "is not there", "": "is not there"} {
		_, body := d.get(t, "/problems?lang="+lang)
		var said struct {
			Version int
			Said    [][2]string
		}
		if err := json.Unmarshal([]byte(body), &said); err != nil {
			t.Fatal(err)
		}
		if said.Version != e.Version || len(said.Said) != len(e.Problems) || !strings.Contains(said.Said[0][0], want) {
			t.Errorf("%s: %s, want %s", lang, body, want)
		}
	}
}
