package book

import (
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"runtime"
	"strings"

	"golang.org/x/sync/errgroup"

	"warraq/content"
	"warraq/content/book/bounds"
	"warraq/content/book/settings"
	"warraq/content/facsimile"
	"warraq/content/inlay"
	"warraq/content/scan"
	"warraq/content/stand"
)

// sound is a file of the manuscript as a book may hold it, or why it may not.
type sound struct {
	data        []byte
	read, wrong error    // it could not be read; it is broken, said as a predicate
	beyond      string   // the limit of which it has more
	pages       int      // of a file that shows its first since none is named; else 0
	only        int      // pages of a file that has not the one that is named; else 0
	media       string   // of what a page of a PDF became; "" for other files
	left, faces []string // what of such a page is not drawn; fonts that it does not have
	lost        bool     // styles or a program that it asked for from elsewhere were left out
	loads       string   // what else it asks for from there
}

// hear reads the pictures of the text side by side and looks whether they are whole,
// after it has counted their pixels.
func (b *manuscript) hear() {
	b.heard = make(map[string]sound)
	names := b.pictured()
	all := make([]sound, len(names))
	each := func(do func(i int)) {
		var g errgroup.Group
		g.SetLimit(runtime.GOMAXPROCS(0))
		for i := range all {
			g.Go(func() error {
				do(i)
				return nil
			})
		}
		_ = g.Wait() // each error is its picture's own
	}
	each(func(i int) { all[i].data, all[i].read = b.readPicture(names[i]) })
	if b.countPixels(names, all) {
		return
	}
	work := bounds.NewAtWork()
	each(func(i int) {
		_, decoded := b.pixels(all[i].data)
		work.Do(decoded, func() { b.listen(names[i], &all[i]) })
	})
	for i, name := range names {
		b.heard[name] = all[i]
	}
}

// pixels are how many a picture has, and how many are in memory while it is read.
func (b *manuscript) pixels(data []byte) (pixels, decoded int64) {
	if scan.Is(data) {
		n := scan.Pixels(data)
		return n, n
	}
	if b.opt.Size == nil {
		return 0, 0
	}
	return b.opt.Size(data)
}

// countPixels tells whether the pictures that must be decoded have too many together, at
// the first that is too much. One that has too many by itself is not read.
func (b *manuscript) countPixels(names []string, all []sound) bool {
	c, together := b.counter(), int64(0)
	for i, s := range all {
		_, n := b.pixels(s.data)
		if 2*n > c.l.Pixels {
			continue
		}
		if together += n; together > c.l.AllPixels {
			c.beyond("all-pixels", b.shownAt(names[i]), fmt.Sprintf("the pictures that must be decoded, transparent, interlaced, GIF and WebP, have more than %d pixels together", c.l.AllPixels), "make them smaller, or save them as plain PNG or JPEG")
			return true
		}
	}
	return false
}

// sound reads a picture.
func (b *manuscript) sound(name string) (s sound) {
	if s.data, s.read = b.readPicture(name); s.read == nil {
		b.listen(name, &s)
	}
	return s
}

// elements are how many a drawing has at most: what begins as one does.
func elements(drawing []byte) (n int64) {
	for i, c := range drawing[:max(len(drawing)-1, 0)] {
		if next := drawing[i+1]; c == '<' && next != '/' && next != '!' && next != '?' {
			n++
		}
	}
	return n
}

// listen looks whether a picture is whole and within its limits. A drawing loses what it
// asks for from elsewhere.
func (b *manuscript) listen(name string, s *sound) {
	most := &b.fsys.Limits
	if n, decoded := b.pixels(s.data); n > most.Pixels {
		s.beyond, s.wrong = "pixels", fmt.Errorf("has %d pixels, more than %d", n, most.Pixels)
		return
	} else if 2*decoded > most.Pixels {
		s.beyond, s.wrong = "pixels", fmt.Errorf("has %d pixels, more than %d, and must be decoded, since it is transparent, interlaced, a GIF or a WebP", n, most.Pixels/2)
		return
	}
	if b.paged(name, s); s.wrong != nil {
		return
	}
	media := s.mediaOf(name)
	if media == "image/svg+xml" {
		var drawing string
		if n := elements(s.data); n > most.Elements {
			s.beyond, s.wrong = "elements", fmt.Errorf("has %d elements, more than %d", n, most.Elements)
			return
		}
		whole := inlay.Pictures(inlay.Text(s.data), func(beside string) ([]byte, error) {
			if beside = path.Join(path.Dir(name), beside); strings.HasPrefix(beside, "../") || !b.exists(beside) {
				return nil, fs.ErrNotExist
			}
			return b.fsys.ReadFile(b.path(beside))
		})
		drawing, s.lost, s.loads = detached(whole)
		s.data = []byte(drawing)
	}
	if b.opt.Sound != nil && media != "" && s.loads == "" {
		s.data, s.wrong = b.opt.Sound(s.data)
	}
}

// readPicture reads the file of a picture, which may be a page of it.
func (b *manuscript) readPicture(name string) ([]byte, error) {
	return b.fsys.ReadFile(b.path(b.fileOf(name)))
}

// fileOf is the file of a picture that may be a page of it.
func (b *manuscript) fileOf(name string) string {
	if file, _ := scan.Named(name); b.exists(file) {
		return file
	}
	return name
}

// mediaOf is what kind of picture it is, or a page of it became.
func (s *sound) mediaOf(name string) string { return cmp.Or(s.media, mediaType(name, s.data)) }

// paged makes a picture of a page of a TIFF or a PDF; others have no pages but the first.
func (b *manuscript) paged(name string, s *sound) {
	file, page := scan.Named(name)
	pages := 0
	switch {
	case scan.Is(s.data):
		pages = len(scan.Pages(s.data))
		s.data, s.wrong = scan.Picture(s.data, page, b.fsys.Limits.Pixels/2)
	case isPDF(file, s.data):
		var d facsimile.Drawing
		d, s.wrong = facsimile.Page(s.data, page, b.fsys.Limits.Pixels/2)
		s.data, s.left, s.faces, pages = d.SVG, d.Left, d.Faces, d.Pages
		s.media = "image/svg+xml"
	case page != 1:
		s.wrong, pages = fmt.Errorf("has no page %d", page), 1
	}
	switch {
	case s.wrong != nil && (page < 1 || page > pages):
		s.only = pages
	case pages > 1 && file == name:
		s.pages = pages
	}
}

// isPDF tells a file that is a PDF, which may begin with something else where its name
// says what it is.
func isPDF(name string, data []byte) bool {
	return bytes.HasPrefix(data, []byte("%PDF-")) || strings.EqualFold(path.Ext(name), ".pdf") && facsimile.Is(data)
}

// pictured are the files that the text shows, each once.
func (b *manuscript) pictured() (names []string) {
	seen := make(map[string]bool)
	b.eachPicture(func(name string, _ content.Pos) {
		if !seen[name] && b.exists(b.fileOf(name)) {
			seen[name] = true
			names = append(names, name)
		}
	})
	return names
}

// shownAt is where a picture is shown first.
func (b *manuscript) shownAt(name string) (first content.Pos) {
	b.eachPicture(func(other string, at content.Pos) {
		if other == name && first == (content.Pos{}) {
			first = at
		}
	})
	return first
}

// eachPicture goes through the places where files are shown.
func (b *manuscript) eachPicture(do func(name string, at content.Pos)) {
	add := func(src string, at content.Pos) {
		if !settings.IsRemote(src) {
			do(b.imageName(src, at), at)
		}
	}
	content.Walk(b.doc, func(part any, place *content.Place) {
		if fig, ok := part.(*content.Figure); ok {
			add(fig.Src, fig.Pos)
		}
		if _, ok := part.(*content.Chapter); ok && place.Get(stand.OpenerKey) != "" {
			add(place.Get(stand.OpenerKey), place.Pos)
		}
	})
	content.Texts(b.doc, func(_ *content.Place, text []content.Inline) {
		content.Inlines(text, func(in content.Inline) {
			if img, ok := in.(*content.Image); ok {
				add(img.Src, img.Pos)
			}
		})
	})
}
