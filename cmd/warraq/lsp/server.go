// Package lsp is what an editor asks while an author writes, answered from the texts
// that are open: LSP 3.17 over standard input and output. What is wrong is told by
// reading the book again after each change, with what the change leaves alone kept
// ([warraq.Memory]); where a name leads is found in the texts themselves, so that it is
// found in a book with errors too.
package lsp

import (
	"context"
	"fmt"
	"io"
	"maps"
	"net/url"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/creachadair/jrpc2"
	"github.com/creachadair/jrpc2/channel"
	"github.com/creachadair/jrpc2/handler"
)

// Options are what a server needs of who starts it.
type Options struct {
	Version string // of the program
	Lang    string // of all that is said, of [warraq.SpokenLanguages]
	Asked   bool   // the person wants that one, whatever the editor speaks
}

// Serve answers an editor until it takes its leave or in ends.
func Serve(in io.Reader, out io.WriteCloser, opt Options) error {
	s := &server{opt: opt, lang: opt.Lang, texts: map[string]*file{}, homes: map[string]*book{}, books: map[string]*book{}, wake: make(chan struct{}, 1), stop: make(chan struct{}), left: make(chan struct{})}
	s.rpc = jrpc2.NewServer(s.methods(), &jrpc2.ServerOptions{AllowPush: true, DisableBuiltin: true, Concurrency: 1})
	s.rpc.Start(channel.LSP(in, out))
	var checking sync.WaitGroup
	checking.Go(s.checkChanged)
	ended := make(chan error, 1)
	go func() { ended <- s.rpc.Wait() }()
	var err error
	select {
	case err = <-ended:
	case <-s.left: // who reads may wait for an editor that says no more
	}
	close(s.stop)
	checking.Wait()
	return err
}

// server is the texts that are open and the books that they belong to.
type server struct {
	opt   Options
	lang  string // of all that is said
	rpc   *jrpc2.Server
	wake  chan struct{} // something is to be checked
	stop  chan struct{}
	left  chan struct{} // the editor has taken its leave
	leave sync.Once

	mu      sync.Mutex
	texts   map[string]*file // by their URIs
	homes   map[string]*book // of the files asked of, by their paths
	books   map[string]*book // by their folders and names
	changed map[*book]bool   // that are to be checked; true: laid out too
}

func (s *server) methods() handler.Map {
	ignored := handler.New(func(context.Context, *jrpc2.Request) error { return nil })
	return handler.Map{
		"initialize":                       handler.New(s.initialize),
		"initialized":                      ignored,
		"shutdown":                         handler.New(func(context.Context, *jrpc2.Request) (any, error) { return nil, nil }),
		"exit":                             handler.New(func(context.Context, *jrpc2.Request) error { s.leave.Do(func() { close(s.left) }); return nil }),
		"$/setTrace":                       ignored,
		"$/cancelRequest":                  ignored,
		"workspace/didChangeConfiguration": ignored,
		"workspace/didChangeWatchedFiles":  handler.New(s.filesChanged),
		"textDocument/didOpen":             handler.New(s.didOpen),
		"textDocument/didChange":           handler.New(s.didChange),
		"textDocument/didSave":             handler.New(s.didSave),
		"textDocument/didClose":            handler.New(s.didClose),
		"textDocument/completion":          handler.New(s.completion),
		"textDocument/hover":               handler.New(s.hover),
		"textDocument/definition":          handler.New(s.definition),
		"textDocument/references":          handler.New(s.references),
		"textDocument/prepareRename":       handler.New(s.prepareRename),
		"textDocument/rename":              handler.New(s.rename),
		"textDocument/documentSymbol":      handler.New(s.documentSymbol),
		"textDocument/foldingRange":        handler.New(s.foldingRange),
		"textDocument/formatting":          handler.New(s.formatting),
	}
}

func (s *server) initialize(_ context.Context, of initializing) (any, error) {
	if lang, ok := spoken(of.Locale); ok && !s.opt.Asked {
		s.mu.Lock()
		s.lang = lang
		s.mu.Unlock()
	}
	return map[string]any{"capabilities": abilities, "serverInfo": map[string]string{"name": "warraq", "version": s.opt.Version}}, nil
}

// pathOf is the file of a URI.
func pathOf(uri string) (string, error) {
	u, err := url.Parse(uri)
	if err != nil || u.Scheme != "file" {
		return "", fmt.Errorf("%s is no file", uri)
	}
	p := u.Path
	if runtime.GOOS == "windows" {
		p = strings.TrimPrefix(p, "/")
	}
	return filepath.FromSlash(p), nil
}

func uriOf(file string) string {
	p := filepath.ToSlash(file)
	if !strings.HasPrefix(p, "/") {
		p = "/" + p
	}
	return (&url.URL{Scheme: "file", Path: p}).String()
}

// bookOf is the book of an open file, and the file's name in its folder.
func (s *server) bookOf(uri string) (*book, string, error) {
	path, err := pathOf(uri)
	if err != nil {
		return nil, "", err
	}
	b := s.homes[path]
	if b == nil {
		if b, err = s.bookAt(homeOf(path)); err != nil {
			return nil, "", err
		}
		s.homes[path] = b
	}
	name, err := filepath.Rel(b.dir, path)
	return b, filepath.ToSlash(name), err
}

// bookAt is the book in a folder, opened once.
func (s *server) bookAt(dir, name string) (b *book, err error) {
	key := filepath.Join(dir, name)
	if b = s.books[key]; b == nil {
		if b, err = openBook(filepath.Clean(dir), name); err == nil {
			s.books[key] = b
		}
	}
	return b, err
}

// open are the files of a book that are open, by their names in its folder.
func (s *server) open(b *book) map[string]*file {
	open := map[string]*file{}
	for uri, f := range s.texts {
		if of, name, err := s.bookOf(uri); err == nil && of == b {
			open[name] = f
		}
	}
	return open
}

// changedIn has the book of a document checked again.
func (s *server) changedIn(uri string, deep bool) {
	b, _, err := s.bookOf(uri)
	if err != nil {
		return
	}
	if s.changed == nil {
		s.changed = map[*book]bool{}
	}
	s.changed[b] = s.changed[b] || deep
	select {
	case s.wake <- struct{}{}:
	default:
	}
}

// checkChanged tells of each book that has changed, until the editor leaves.
func (s *server) checkChanged() {
	for {
		select {
		case <-s.stop:
			return
		case <-s.wake:
		}
		s.mu.Lock()
		changed, lang := s.changed, s.lang
		s.changed = nil
		open := map[*book]map[string]*file{}
		for b := range changed {
			open[b] = s.open(b)
		}
		s.mu.Unlock()
		for b, deep := range changed {
			s.tell(b, b.check(open[b], deep, lang))
		}
	}
}

// tell sends what is told of a book, and takes back what no longer is.
func (s *server) tell(b *book, all map[string][]diagnostic) {
	for name := range b.told {
		if all[name] == nil {
			all[name] = []diagnostic{}
		}
	}
	clear(b.told)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		b.told[name] = len(all[name]) > 0
		_ = s.rpc.Notify(context.Background(), "textDocument/publishDiagnostics", diagnostics{uriOf(filepath.Join(b.dir, filepath.FromSlash(name))), all[name]})
	}
}

func (s *server) didOpen(_ context.Context, p opened) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.texts[p.Document.URI] = readMarks(p.Document.Text)
	s.changedIn(p.Document.URI, true)
	return nil
}

func (s *server) didChange(_ context.Context, p changed) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	t := newText("")
	if f := s.texts[p.Document.URI]; f != nil {
		t = f.text
	}
	for _, c := range p.Changes {
		t = t.changed(c)
	}
	s.texts[p.Document.URI] = readMarks(t.all)
	s.changedIn(p.Document.URI, false)
	return nil
}

func (s *server) didSave(_ context.Context, p opened) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.changedIn(p.Document.URI, true)
	return nil
}

func (s *server) didClose(_ context.Context, p opened) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.texts, p.Document.URI)
	if b, name, err := s.bookOf(p.Document.URI); err == nil {
		delete(b.marks, name)
	}
	s.changedIn(p.Document.URI, false)
	return nil
}

// filesChanged has files that another program wrote read again.
func (s *server) filesChanged(context.Context, *jrpc2.Request) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	clear(s.homes) // a folder may have become a book
	for _, b := range s.books {
		b.forget()
	}
	for uri := range s.texts {
		s.changedIn(uri, false)
	}
	return nil
}
