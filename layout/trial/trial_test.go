package trial_test

import (
	"strings"
	"testing"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/setup"
	"warraq/fonts"
	"warraq/layout/display"
	"warraq/layout/impose"
	"warraq/layout/trial"
)

func faces(t *testing.T) *fonts.Set {
	t.Helper()
	set, err := fonts.NewSet(fonts.Files{})
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func pageSize(w, h float64) setup.Size {
	return setup.Size{W: w * setup.Millimetre, H: h * setup.Millimetre}
}

// TestSheet: for pages of any size, in any scheme and language, the sheet is one,
// has each page of the book and what lies over both sides in its place, nothing is
// outside the sheet, and the words are those of the language.
func TestSheet(t *testing.T) {
	set := faces(t)
	for _, size := range []setup.Size{pageSize(105, 148), pageSize(148, 210), pageSize(170, 240), pageSize(210, 148), pageSize(210, 297)} {
		for lang, word := range map[string]string{"ar-MA": "الكعب", "en": "spine", "fr": "dos", "fa": "عطف", "it": "spine"} {
			for scheme := range impose.FourUp + 1 {
				for turn := range impose.LongEdge + 1 {
					doc := &content.Document{Meta: content.Meta{Lang: lang, Dir: locale.DirectionOf(lang)}, Setup: setup.Book{Page: size}}
					opt := impose.Options{Scheme: scheme, Right: doc.Meta.Dir != locale.LTR, Turn: turn, Trim: impose.Size(size), Blanks: []int{900}, Signature: 16}
					book, plan, err := trial.Sheet(doc, set, opt)
					if err != nil {
						t.Fatal(err)
					}
					check(t, book, plan, word)
				}
			}
		}
	}
}

// TestSheetLanguages: what the sheet says in each language has room on it.
func TestSheetLanguages(t *testing.T) {
	set := faces(t)
	for _, l := range locale.Languages() {
		doc := &content.Document{Meta: content.Meta{Lang: l.Tag, Dir: l.Dir}, Setup: setup.Book{Page: pageSize(105, 148)}}
		book, plan, err := trial.Sheet(doc, set, impose.Options{Right: l.Dir == locale.RTL, Trim: impose.Size(doc.Setup.Page)})
		if err != nil {
			t.Fatal(err)
		}
		check(t, book, plan, l.Sheet.Spine)
	}
}

func check(t *testing.T, book *display.Book, plan *impose.Plan, word string) {
	t.Helper()
	if len(plan.Sheets) != 1 {
		t.Fatalf("%d sheets", len(plan.Sheets))
	}
	sheet := plan.Sheets[0]
	seen := make([]int, len(book.Pages))
	for _, side := range []impose.Side{sheet.Front, sheet.Back} {
		for _, p := range side {
			seen[p.Page]++
			inside(t, book.Pages[p.Page], p, plan)
		}
	}
	for i, n := range seen {
		if n != 1 {
			t.Errorf("page %d stands %d times", i+1, n)
		}
	}
	var words []string
	for _, it := range book.Pages[0].Items {
		if text, ok := it.(*display.Text); ok {
			words = append(words, text.Line.Text())
		}
	}
	if all := strings.Join(words, " "); !strings.Contains(all, word) {
		t.Errorf("%q has no %s", all, word)
	}
}

// inside checks that the ink of a page lies on the sheet.
func inside(t *testing.T, page *display.Page, p impose.Place, plan *impose.Plan) {
	t.Helper()
	r := page.Ink()
	left, top, right, foot := p.X+r.X, p.Y+plan.Size.H-r.Y, p.X+r.X+r.W, p.Y+plan.Size.H-r.Y-r.H
	if p.Turned {
		left, top, right, foot = p.X-r.X-r.W, p.Y-(plan.Size.H-r.Y-r.H), p.X-r.X, p.Y-(plan.Size.H-r.Y)
	}
	if left < -0.1 || foot < -0.1 || right > plan.Size.W+0.1 || top > plan.Size.H+0.1 {
		t.Errorf("page %d of a sheet of %v lies at %.1f…%.1f, %.1f…%.1f", page.Number, plan.Size, left, right, foot, top)
	}
}

// TestRefused: what the book cannot be imposed as, its test sheet cannot either.
func TestRefused(t *testing.T) {
	doc := &content.Document{Meta: content.Meta{Lang: "ar"}}
	if _, _, err := trial.Sheet(doc, faces(t), impose.Options{Trim: impose.Size{W: 400, H: 600}, Sheet: impose.Size{W: 500, H: 600}}); err == nil {
		t.Error("a sheet that does not hold the pages")
	}
}
