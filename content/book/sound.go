package book

import (
	"runtime"
	"sync"

	"golang.org/x/sync/errgroup"

	"warraq/content"
	"warraq/content/book/settings"
)

// sound is a file of the manuscript as a book may hold it, or why it may not.
type sound struct {
	data        []byte
	read, wrong error  // it could not be read; it is broken, said as a predicate
	lost        bool   // styles or a program that it asked for from elsewhere were left out
	loads       string // what else it asks for from there
}

// hear reads the pictures of the text side by side and looks whether they are whole.
func (b *manuscript) hear() {
	b.heard = make(map[string]sound)
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	var mu sync.Mutex
	for _, name := range b.pictured() {
		g.Go(func() error {
			s := b.sound(name)
			mu.Lock()
			defer mu.Unlock()
			b.heard[name] = s
			return nil
		})
	}
	_ = g.Wait() // each error is its picture's own
}

// sound reads a picture. A drawing loses what it asks for from elsewhere.
func (b *manuscript) sound(name string) (s sound) {
	if s.data, s.read = b.fsys.ReadFile(b.path(name)); s.read != nil {
		return s
	}
	media := mediaType(name, s.data)
	if media == "image/svg+xml" {
		var drawing string
		drawing, s.lost, s.loads = detached(string(s.data))
		s.data = []byte(drawing)
	}
	if b.opt.Sound != nil && media != "" && s.loads == "" {
		s.data, s.wrong = b.opt.Sound(s.data)
	}
	return s
}

// pictured are the files that the text shows, each once.
func (b *manuscript) pictured() (names []string) {
	seen := make(map[string]bool)
	add := func(src string, at content.Pos) {
		if settings.IsRemote(src) {
			return
		}
		if name := b.imageName(src, at); !seen[name] && b.exists(name) {
			seen[name] = true
			names = append(names, name)
		}
	}
	content.Walk(b.doc, func(part any, _ *content.Place) {
		if fig, ok := part.(*content.Figure); ok {
			add(fig.Src, fig.Pos)
		}
	})
	content.Texts(b.doc, func(_ *content.Place, text []content.Inline) {
		content.Inlines(text, func(in content.Inline) {
			if img, ok := in.(*content.Image); ok {
				add(img.Src, img.Pos)
			}
		})
	})
	return names
}
