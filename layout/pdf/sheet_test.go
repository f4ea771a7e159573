package pdf_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"warraq/content"
	"warraq/layout/impose"
	"warraq/layout/pdf"
)

// plans are ways to impose a book.
func plans(t testing.TB, p *print) (all []pdf.Sheets) {
	t.Helper()
	trim := impose.Size(p.book.Style.Trim)
	for _, opt := range []impose.Options{
		{Right: true, Caliper: 0.3, Fold: true},
		{Right: true, Turn: impose.LongEdge, Signature: 8, Sheet: impose.Size{W: 907.09, H: 1275.59}, Fold: true, Crop: true},
		{Scheme: impose.Perfect},
		{Scheme: impose.TwoUp, Right: true, Turn: impose.LongEdge},
		{Scheme: impose.FourUp, Right: true, Blanks: []int{0, 1}},
	} {
		opt.Trim = trim
		plan, err := impose.Impose(len(p.book.Pages), opt)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, pdf.Sheets{Plan: plan, Turn: opt.Turn})
	}
	return all
}

// sheets writes a book on sheets.
func (p *print) sheets(t testing.TB, s pdf.Sheets, opt pdf.Options) []byte {
	t.Helper()
	draft, err := pdf.Draw(p.doc, p.book, opt)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := draft.WriteSheets(&b, s); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestSheets: the sides of the sheets draw the pages where the plan has them; the
// forms draw what the pages do, in the same fonts, and nothing of a structure is
// left.
func TestSheets(t *testing.T) {
	for _, doc := range []*content.Document{sample(t, "booklet"), specimen(t, "report")} {
		p := lay(t, doc)
		pages := read(t, p.file)
		for _, s := range plans(t, &p) {
			d := read(t, p.sheets(t, s, pdf.Options{}))
			if len(d.pages) != 2*len(s.Plan.Sheets) {
				t.Fatalf("%d sides of %d sheets", len(d.pages), len(s.Plan.Sheets))
			}
			forms := make([]ref, len(pages.pages))
			for i, sheet := range s.Plan.Sheets {
				d.side(t, 2*i, sheet.Front, s.Plan.Marks.Both, forms)
				d.side(t, 2*i+1, sheet.Back, slices.Concat(s.Plan.Marks.Both, s.Plan.Marks.Inside), forms)
			}
			d.unstructured(t, s)
			d.asForms(t, pages, forms)
		}
	}
}

// side compares what a side draws with its plan, and keeps the forms of the pages.
func (d *document) side(t *testing.T, n int, side impose.Side, marks []impose.Line, forms []ref) {
	t.Helper()
	names := d.dict(d.dict(d.pages[n]["Resources"])["XObject"])
	var want, got strings.Builder
	for _, p := range side {
		if p.Page < 0 {
			continue
		}
		turn := 1.0
		if p.Turned {
			turn = -1
		}
		fmt.Fprintf(&want, "page %d at %.3f %.3f turned %v\n", p.Page, p.X, p.Y, turn)
	}
	for _, l := range marks {
		fmt.Fprintf(&want, "mark %.3f %.3f %.3f %.3f\n", l.X1, l.Y1, l.X2, l.Y2)
	}
	var m, from []any
	for op, stack := range d.operators(n) {
		switch op {
		case "cm":
			m = stack
		case "Do":
			key := string(stack[0].(name))
			form, ok := names[key].(ref)
			page := 0
			if _, err := fmt.Sscanf(key, "P%d", &page); err != nil || !ok || page < 1 || page > len(forms) {
				t.Fatalf("side %d draws %s, which is no page", n+1, key)
			}
			if page--; forms[page] != 0 && forms[page] != form {
				t.Errorf("page %d is two forms", page+1)
			}
			forms[page] = form
			if m[0] != m[3] || m[1] != 0.0 || m[2] != 0.0 {
				t.Errorf("side %d: matrix %v", n+1, m)
			}
			fmt.Fprintf(&got, "page %d at %.3f %.3f turned %v\n", page, m[4], m[5], m[0])
		case "m":
			from = stack
		case "l":
			fmt.Fprintf(&got, "mark %.3f %.3f %.3f %.3f\n", from[0], from[1], stack[0], stack[1])
		case "G", "g":
			if stack[0] != 0.0 {
				t.Errorf("side %d: marks are of gray %v", n+1, stack[0])
			}
		case "q", "Q", "w", "S":
		default:
			t.Errorf("side %d: operator %s", n+1, op)
		}
	}
	if want.String() != got.String() {
		t.Errorf("side %d: draws\n%s, want\n%s", n+1, &got, &want)
	}
}

// unstructured checks that the file tells viewers how to print it, and claims no
// structure and no standard.
func (d *document) unstructured(t *testing.T, s pdf.Sheets) {
	t.Helper()
	root := d.catalog()
	for _, key := range []string{"StructTreeRoot", "MarkInfo", "OutputIntents", "Outlines", "PageLabels", "Names"} {
		if root[key] != nil {
			t.Errorf("sheets have %s", key)
		}
	}
	view := d.dict(root["ViewerPreferences"])
	edge := map[impose.Edge]name{impose.ShortEdge: "DuplexFlipShortEdge", impose.LongEdge: "DuplexFlipLongEdge"}[s.Turn]
	if view["Duplex"] != edge || view["PrintScaling"] != name("None") {
		t.Errorf("viewer preferences %v", view)
	}
	if claims := d.claims(); claims != "" {
		t.Errorf("sheets claim %s", claims)
	}
	for i, p := range d.pages {
		if p["Annots"] != nil || p["StructParents"] != nil {
			t.Errorf("side %d has annotations or a structure", i+1)
		}
		if box := fmt.Sprintf("%.3f", p["MediaBox"]); box != fmt.Sprintf("[0.000 0.000 %.3f %.3f]", s.Plan.Size.W, s.Plan.Size.H) {
			t.Errorf("side %d is of %s", i+1, box)
		}
	}
}

// asForms compares the forms with the pages of the file to read.
func (d *document) asForms(t *testing.T, pages *document, forms []ref) {
	t.Helper()
	drawn := *d
	drawn.pages = nil
	for i, form := range forms {
		if form == 0 {
			t.Fatalf("page %d is on no sheet", i+1)
		}
		entries := d.dict(form)
		if box := fmt.Sprint(entries["BBox"]); box != fmt.Sprint(pages.pages[i]["MediaBox"]) {
			t.Errorf("form %d: %s", i+1, box)
		}
		drawn.pages = append(drawn.pages, dict{"Contents": form, "Resources": entries["Resources"]})
	}
	if d.objects[d.pages[0]["Contents"].(ref)] == nil {
		t.Error("no contents")
	}
	ours, theirs := drawn.fonts(0), pages.fonts(0)
	for key, font := range theirs {
		if own := ours[key]; own == nil || !bytes.Equal(own.program, font.program) || fmt.Sprint(own.unicode) != fmt.Sprint(font.unicode) {
			t.Errorf("font %s is another", key)
		}
	}
	for i := range drawn.pages {
		resources := d.dict(drawn.pages[i]["Resources"])
		for op, stack := range drawn.operators(i) {
			kind := map[string]string{"Tf": "Font", "Do": "XObject", "gs": "ExtGState"}[op]
			if kind != "" && d.dict(resources[kind])[string(stack[0].(name))] == nil {
				t.Errorf("form %d: %s is no %s", i+1, stack[0], kind)
			}
		}
		if got, want := unmarked(&drawn, i), unmarked(pages, i); got != want || strings.Contains(rawOf(&drawn, i), "EMC") {
			t.Errorf("form %d does not draw what the page does", i+1)
		}
	}
}

// unmarked is what a page draws, without its marked content.
func unmarked(d *document, page int) string {
	var b strings.Builder
	for op, stack := range d.operators(page) {
		if op != "BDC" && op != "EMC" {
			fmt.Fprintln(&b, stack, op)
		}
	}
	return b.String()
}

// rawOf is the operators of a page.
func rawOf(d *document, page int) string {
	var b strings.Builder
	for op := range d.operators(page) {
		b.WriteString(op + "\n")
	}
	return b.String()
}

// TestSheetsSame: the same sheets are the same bytes, on any number of workers,
// before and after the file to read is written of the same draft, which stays as it
// is.
func TestSheetsSame(t *testing.T) {
	p := booklet()
	for _, s := range plans(t, &p) {
		want := p.sheets(t, s, pdf.Options{Producer: "warraq 1"})
		for _, workers := range []int{1, 2, 7} {
			draft, err := pdf.Draw(p.doc, p.book, pdf.Options{Producer: "warraq 1", Workers: workers})
			if err != nil {
				t.Fatal(err)
			}
			var reading, sheets bytes.Buffer
			if err := draft.Write(&reading); err != nil {
				t.Fatal(err)
			}
			if err := draft.WriteSheets(&sheets, s); err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(sheets.Bytes(), want) || !bytes.Equal(reading.Bytes(), p.file) {
				t.Errorf("other bytes with %d workers", workers)
			}
		}
	}
}

// TestSheetsRefused: a plan of more pages than the book has is an error.
func TestSheetsRefused(t *testing.T) {
	p := booklet()
	plan, err := impose.Impose(len(p.book.Pages)+1, impose.Options{Trim: impose.Size(p.book.Style.Trim)})
	if err != nil {
		t.Fatal(err)
	}
	draft, err := pdf.Draw(p.doc, p.book, pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := draft.WriteSheets(&b, pdf.Sheets{Plan: plan}); err == nil || b.Len() > 0 {
		t.Errorf("%v, %d bytes", err, b.Len())
	}
}
