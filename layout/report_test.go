package layout_test

import (
	"os"
	"testing"

	"warraq/content"
	"warraq/content/book"
	"warraq/content/book/settings"
	"warraq/layout"
	"warraq/layout/display"
)

// mostEmpty is the part of a page that may be empty at its foot, where its chapter goes on.
const mostEmpty = 1.0 / 6

// TestReport holds an annual report with charts, drawings, tables with sums and a chapter
// in another language to what any page owes, in each theme: nothing is told of it that
// --strict would stop at, no page has a hole, and no table is cut.
func TestReport(t *testing.T) {
	for _, theme := range settings.Themes {
		t.Run(theme, func(t *testing.T) {
			doc, advice, err := book.Read(os.DirFS("../content/samples"), "report", book.Options{Theme: book.File{Name: theme}})
			if err != nil {
				t.Fatal(err)
			}
			b := pagesOf(t, doc, 1)
			for _, p := range append(advice, b.Warnings...) {
				if p.Warns {
					t.Errorf("%s: %s", p.Pos, p.What)
				}
			}
			hold(t, doc, false)
			threeRounds(t, b)
			noHoles(t, doc)
			noTableCut(t, doc, b)
			noBoxCut(t, doc, b)
			headsClear(t, b)
		})
	}
}

// noHoles looks at the feet of pages that do not end a chapter.
func noHoles(t *testing.T, doc *content.Document) {
	t.Helper()
	_, short, _ := layout.Gaps(doc, facesOf(t, doc))
	lines := pagesOf(t, doc, 1).Style
	for page, n := range short {
		if part := n * lines.Leading / lines.Height(); part > mostEmpty {
			t.Errorf("page %d: %.0f %% of it are empty", page, 100*part)
		}
	}
}

// noTableCut looks for tables that stand on several pages.
func noTableCut(t *testing.T, doc *content.Document, b *display.Book) {
	t.Helper()
	of := make(map[content.ID]*content.Table)
	content.Walk(doc, func(part any, _ *content.Place) {
		if table, ok := part.(*content.Table); ok {
			of[table.ID] = table
			for _, r := range append([]*content.Row{table.Header}, table.Rows...) {
				for _, c := range r.Cells {
					of[c.ID] = table
				}
			}
		}
	})
	if on := noneCut(t, b, of); on < 8 {
		t.Errorf("%d tables stand on the pages", on)
	}
}

// noneCut looks for parts that stand on several pages, by the blocks that are of them, and
// counts those that stand on any.
func noneCut[T interface {
	comparable
	content.Block
}](t *testing.T, b *display.Book, of map[content.ID]T) int {
	t.Helper()
	var none T
	first := make(map[T]int)
	for i, p := range b.Pages {
		for _, id := range p.Blocks() {
			part := of[id]
			if part == none {
				continue
			}
			if from, known := first[part]; known && from != i {
				t.Errorf("the %T of %s stands on pages %d and %d", part, part.At().Pos, from+1, i+1)
			}
			first[part] = i
		}
	}
	return len(first)
}

// noBoxCut looks for boxes that stand on several pages: none of the report is half a page
// high.
func noBoxCut(t *testing.T, doc *content.Document, b *display.Book) {
	t.Helper()
	of := make(map[content.ID]*content.Div)
	content.Walk(doc, func(part any, _ *content.Place) {
		if div, ok := part.(*content.Div); ok && div.Boxed() != "" {
			w := content.Walker{Part: func(_ any, place *content.Place) { of[place.ID] = div }}
			w.Blocks(div.Blocks)
		}
	})
	if on := noneCut(t, b, of); on < 4 {
		t.Errorf("%d boxes stand on the pages", on)
	}
}

// headsClear looks for text that reaches up to the rule of a running head.
func headsClear(t *testing.T, b *display.Book) {
	t.Helper()
	for _, p := range b.Pages {
		var rule *display.Rule
		for i, it := range p.Items {
			if text, ok := it.(*display.Text); ok && text.Part == display.RunningHead && i+1 < len(p.Items) {
				rule, _ = p.Items[i+1].(*display.Rule)
			}
		}
		for _, it := range p.Items {
			if text, ok := it.(*display.Text); rule != nil && ok && text.Part != display.RunningHead && text.Y > rule.Y && text.Y-text.Line.Height < rule.Y+2 {
				t.Errorf("page %d: %s reaches the rule of the running head", p.Number, describe(text))
			}
		}
	}
}
