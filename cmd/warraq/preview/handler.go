package preview

import (
	"embed"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"path"
	"strconv"
	"strings"
)

//go:embed ui
var ui embed.FS

// own are the files of the preview itself, with their media types.
var own = map[string]string{
	"/":           "text/html; charset=utf-8",
	"/app.js":     "text/javascript; charset=utf-8",
	"/pages.js":   "text/javascript; charset=utf-8",
	"/panels.js":  "text/javascript; charset=utf-8",
	"/words.js":   "text/javascript; charset=utf-8",
	"/style.css":  "text/css; charset=utf-8",
	"/warraq.svg": "image/svg+xml",
}

// Handler answers what is asked at an address, host and port.
func (s *Server) Handler(address string) http.Handler {
	return guard(address, http.HandlerFunc(s.serve))
}

// serve finds what a path names. No path is ever one of the file system: each is in a
// list of ours, or a number or name that the book knows.
func (s *Server) serve(w http.ResponseWriter, r *http.Request) {
	if r.URL.RawPath != "" || path.Clean(r.URL.Path) != r.URL.Path {
		http.NotFound(w, r)
		return
	}
	first, rest, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
	switch {
	case r.Method == http.MethodPost && rest == "":
		s.post(w, r, first)
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		http.Error(w, "this is not done here", http.StatusMethodNotAllowed)
	case own[r.URL.Path] != "":
		s.own(w, r)
	case first == "page" || first == "picture" || first == "epub":
		s.part(w, r, first, rest)
	case rest == "":
		s.ask(w, r, first)
	default:
		http.NotFound(w, r)
	}
}

// own serves a file of the preview.
func (s *Server) own(w http.ResponseWriter, r *http.Request) {
	name := "ui" + r.URL.Path
	if r.URL.Path == "/" {
		name = "ui/index.html"
	}
	data, err := ui.ReadFile(name)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", own[r.URL.Path])
	w.Write(data)
}

// part serves a part of the book: a page, a picture of one, a file of the EPUB.
func (s *Server) part(w http.ResponseWriter, r *http.Request, kind, name string) {
	b := s.now(r.Context())
	var data []byte
	var media string
	ok := false
	switch {
	case b.good.View == nil:
	case kind == "epub":
		data, media, ok = b.good.member(name)
	case kind == "picture":
		data, media, ok = b.good.View.Picture("picture/" + name)
	default:
		var err error
		n, bad := strconv.Atoi(name)
		if data, ok, err = b.good.View.SVG(n - 1); err != nil || bad != nil {
			ok = false
		}
		media = "image/svg+xml"
		// A page of one sum is the same for ever.
		if ok && r.URL.Query().Get("sum") == b.pages[n-1].Sum {
			w.Header().Set("Cache-Control", "private, max-age=86400, immutable")
		}
	}
	if !ok {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", media)
	w.Write(data)
}

// ask answers a question about the book.
func (s *Server) ask(w http.ResponseWriter, r *http.Request, what string) {
	q := r.URL.Query()
	switch what {
	case "events":
		s.events(w, r)
		return
	case "book":
		b := s.now(r.Context())
		reply(w, struct {
			Told
			Pages []page `json:"pages"`
		}{b.Told, b.pages})
		return
	}
	b := s.now(r.Context())
	switch {
	case what == "problems":
		reply(w, struct {
			Version int         `json:"version"`
			Said    [][2]string `json:"said"`
		}{b.version, b.said(q.Get("lang"))})
	case b.good.View == nil:
		http.NotFound(w, r)
	case what == "search":
		reply(w, b.good.View.Search(q.Get("q")))
	case what == "place":
		if at, ok := s.place(&b, q); ok {
			reply(w, at)
			return
		}
		http.NotFound(w, r)
	case what == "chapters":
		chapters, err := b.good.chapters(b.version)
		if err != nil {
			http.Error(w, err.Error(), http.StatusNotFound)
			return
		}
		reply(w, chapters)
	default:
		http.NotFound(w, r)
	}
}

// place is a line of the manuscript.
type place struct {
	File string `json:"file"`
	Line int    `json:"line"`
	URL  string `json:"url"`  // opens it in an editor that has such addresses; may be empty
	Open bool   `json:"open"` // whether /open opens it
	path string
}

// place is what a block of a page, or a problem, stands at. Who asks says a number, and
// never a file.
func (s *Server) place(b *book, q url.Values) (at place, ok bool) {
	number := func(key string) int {
		n, err := strconv.Atoi(q.Get(key))
		if err != nil {
			return -1
		}
		return n
	}
	if q.Has("problem") {
		n := number("problem")
		if n < 0 || n >= len(b.Problems) || b.Problems[n].File == "" {
			return at, false
		}
		at.File, at.Line = b.Problems[n].File, b.Problems[n].Line
	} else {
		pos, known := b.good.View.At(number("page"), number("block"))
		if !known {
			return at, false
		}
		at.File, at.Line = pos.File, pos.Line
	}
	if at.path = s.onDisk(at.File); at.path != "" {
		at.Open = s.opt.Open != nil
		at.URL = (&url.URL{Scheme: "vscode", Host: "file", Path: fmt.Sprintf("/%s:%d", strings.TrimPrefix(at.path, "/"), max(at.Line, 1))}).String()
	}
	return at, true
}

// post does what is asked: opens an editor, or turns to the line of one.
func (s *Server) post(w http.ResponseWriter, r *http.Request, what string) {
	b := s.now(r.Context())
	q := r.URL.Query()
	switch what {
	case "open":
		if b.good.View == nil {
			break
		}
		at, ok := s.place(&b, q)
		if !ok || !at.Open {
			break
		}
		if err := s.opt.Open(at.path, max(at.Line, 1)); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		w.WriteHeader(http.StatusNoContent)
		return
	case "cursor":
		line, err := strconv.Atoi(q.Get("line"))
		index, block, ok := s.spot(b, q.Get("file"), line)
		if err != nil || !ok {
			break
		}
		s.hub.send("turn", map[string]int{"page": index, "block": block})
		w.WriteHeader(http.StatusNoContent)
		return
	}
	http.NotFound(w, r)
}

// reply writes an answer.
func reply(w http.ResponseWriter, what any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	json.NewEncoder(w).Encode(what)
}
