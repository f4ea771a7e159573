package publish

import (
	"fmt"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"warraq/layout/display"
	"warraq/layout/pixels"
	"warraq/layout/svg"
)

// Screens say what is made of pages for screens: which of them, and how fine they are.
type Screens struct {
	From, To int     // pages, from 1; 0: the first, the last
	DPI      float64 // of a PNG, dots an inch; 0: UsualDPI
}

// UsualDPI is how fine a PNG is where nothing is said.
const UsualDPI = 150

// FilePerPage are the products that are a file a page, which [Edition.Make] makes.
var FilePerPage = []Product{SVG, PNG}

// isFilePerPage tells them from the others.
func isFilePerPage(p Product) bool { return slices.Contains(FilePerPage, p) }

// screens makes the pages as files. A page that the book has not is an error.
func (e *Edition) screens(p Product) ([]File, error) {
	pages, err := e.shown()
	if err != nil {
		return nil, err
	}
	defer e.watch(Step(p))()
	from, to := max(e.opt.Screens.From, 1), e.opt.Screens.To
	if to == 0 {
		to = len(pages.Pages)
	}
	if to > len(pages.Pages) || from > to {
		return nil, fmt.Errorf("pages %d to %d are asked for: the book has %s", from, to, count(len(pages.Pages), "page", "pages"))
	}
	draw := e.drawer(p, pages)
	files := make([]File, to-from+1)
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i := range files {
		group.Go(func() error {
			data, err := draw(from - 1 + i)
			files[i] = File{p, e.pageName(p, from+i, len(pages.Pages)), data, fmt.Sprintf("page %d", from+i)}
			return err
		})
	}
	return files, group.Wait()
}

// drawer draws a page, by its index.
func (e *Edition) drawer(p Product, pages *display.Book) func(index int) ([]byte, error) {
	if p == PNG {
		dpi := e.opt.Screens.DPI
		if dpi == 0 {
			dpi = UsualDPI
		}
		return pixels.New(pages, dpi).PNG
	}
	return svg.New(pages, svg.Options{Page: func(index int) string { return e.pageName(p, index+1, len(pages.Pages)) }}).Page
}

// pageName is the file of page n of so many: their order is that of their names.
func (e *Edition) pageName(p Product, n, of int) string {
	return fmt.Sprintf("%s-%0*d%s", e.opt.Name, max(3, len(fmt.Sprint(of))), n, endings[p])
}
