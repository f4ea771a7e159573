package pdf_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"warraq/content"
	"warraq/content/book/settings"
	"warraq/content/design"
	"warraq/content/setup"
	"warraq/layout"
	"warraq/layout/display"
	"warraq/layout/format"
	"warraq/layout/pdf"
	"warraq/layout/pdf/press"
)

// pressed writes a book for a print shop.
func (p *print) pressed(t testing.TB, wish pdf.Press) []byte {
	t.Helper()
	draft, err := pdf.Draw(p.doc, p.book, pdf.Options{Producer: "warraq 1"})
	if err != nil {
		t.Fatal(err)
	}
	if wish.Condition.Name == "" {
		wish.Condition = press.Condition{Name: "FOGRA39", Info: "Offset", Registered: true}
	}
	var b bytes.Buffer
	if err := draft.WritePress(&b, wish); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// slugged adds slugs to a wish.
func slugged(t testing.TB, p *print, wish pdf.Press) pdf.Press {
	t.Helper()
	lines := make([]string, wish.Pages(p.book))
	for i := range lines {
		lines[i] = fmt.Sprintf("كتاب %d", i+1)
	}
	var err error
	if wish.Slug, err = pdf.Draw(new(content.Document), layout.Slugs(amiri(), lines, 300), pdf.Options{}); err != nil {
		t.Fatal(err)
	}
	return wish
}

const mm = 72 / 25.4

// TestPressRefused: what cannot be cut is an error, and nothing is written.
func TestPressRefused(t *testing.T) {
	p := booklet()
	for _, wish := range []pdf.Press{
		{Bleed: -1}, {Bleed: math.NaN()}, {Bleed: math.Inf(1)}, {Bleed: 300}, {Bleed: 3 * mm, Bled: true, Folds: []float64{-1}},
		{Folds: []float64{1e4}}, {Folds: []float64{math.NaN()}},
	} {
		wish.Condition = press.Condition{Name: "FOGRA39", Registered: true}
		draft, err := pdf.Draw(p.doc, p.book, pdf.Options{})
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := draft.WritePress(&b, wish); err == nil || b.Len() > 0 {
			t.Errorf("%+v: %v, %d bytes", wish, err, b.Len())
		}
	}
}

// TestSlugRoom: a slug ends before the target at the foot, which on a cover stands
// in the middle of the left panel.
func TestSlugRoom(t *testing.T) {
	book := &display.Book{Style: format.Style{Trim: setup.Size{W: 600, H: 400}}}
	pages, cover := pdf.Press{}, pdf.Press{Folds: []float64{290, 310}}
	if half, panel := pages.SlugRoom(book), cover.SlugRoom(book); math.Abs(half-panel-(300-145)) > 1e-6 || panel > 145-6*mm-2.25*mm {
		t.Errorf("slugs may be %.1f and %.1f points wide", half, panel)
	}
}

// TestPressBoxes: each box lies within the next, the trim is that of the book,
// the bleed as far beyond it as was asked, and the paper has room for the marks.
func TestPressBoxes(t *testing.T) {
	p := booklet()
	trim := p.book.Style.Trim
	for _, c := range []struct{ bleed, room float64 }{{3 * mm, 9.5 * mm}, {5 * mm, 11.5 * mm}, {0, 9 * mm}} {
		for _, marks := range []press.Marks{0, press.CropMarks | press.RegistrationMarks} {
			room := c.room
			if marks == 0 {
				room = c.bleed
			}
			d := read(t, p.pressed(t, pdf.Press{Bleed: c.bleed, Marks: marks}))
			for i, page := range d.pages {
				for box, off := range map[string]float64{"MediaBox": room, "BleedBox": c.bleed, "TrimBox": 0} {
					got := numbers(page[box])
					want := []float64{room - off, room - off, room + off + trim.W, room + off + trim.H}
					for k := range want {
						if math.Abs(got[k]-want[k]) > 0.002 {
							t.Errorf("page %d, bleed %.1f, marks %d: %s %v, want %v", i+1, c.bleed, marks, box, got, want)
							break
						}
					}
				}
			}
		}
	}
}

func numbers(v any) []float64 {
	var all []float64
	for _, n := range v.([]any) {
		all = append(all, n.(float64))
	}
	return all
}

// TestPressMarks: no mark touches the bleed, and all are in all inks.
func TestPressMarks(t *testing.T) {
	p := booklet()
	for _, bleed := range []float64{0, 3 * mm, 6 * mm} {
		d := read(t, p.pressed(t, pdf.Press{Bleed: bleed, Marks: press.CropMarks | press.RegistrationMarks}))
		page := d.pages[0]
		box, media := numbers(page["BleedBox"]), numbers(page["MediaBox"])
		form := d.dict(d.dict(page["Resources"])["XObject"])["Marks"].(ref)
		content := string(d.streams[form])
		if !strings.HasPrefix(content, "/All CS 1 SCN") {
			t.Errorf("marks are not in all inks: %.40s", content)
		}
		var operands []float64
		points := 0
		for word := range strings.FieldsSeq(content) {
			var v float64
			if _, err := fmt.Sscanf(word, "%g", &v); err == nil {
				operands = append(operands, v)
				continue
			}
			if word == "m" || word == "l" || word == "c" {
				for k := 0; k+1 < len(operands); k += 2 {
					x, y := operands[k], operands[k+1]
					points++
					within := x > box[0]-0.1 && x < box[2]+0.1 && y > box[1]-0.1 && y < box[3]+0.1
					if within || x < media[0] || x > media[2] || y < media[1] || y > media[3] {
						t.Errorf("bleed %.1f: a mark at %.2f, %.2f", bleed, x, y)
					}
				}
			}
			operands = operands[:0]
		}
		if points < 16 {
			t.Errorf("bleed %.1f: %d points of marks", bleed, points)
		}
	}
}

// TestPressInk: on the pages there is no colour but ink, text is black alone, and
// what the operators draw is what they draw in the file to read.
func TestPressInk(t *testing.T) {
	p := lay(t, sample(t, "specimen"))
	d, reading := read(t, p.pressed(t, slugged(t, &p, pdf.Press{Bleed: 3 * mm, Marks: press.CropMarks}))), read(t, p.file)
	for i := range p.book.Pages {
		var got, want []string
		for op, args := range d.operators(i) {
			switch op {
			case "g", "G", "rg", "RG", "sc", "scn", "cs", "BDC", "BMC", "EMC":
				t.Fatalf("page %d: %v %s", i+1, args, op)
			case "k", "K":
				if args[0] != 0.0 || args[1] != 0.0 || args[2] != 0.0 {
					t.Fatalf("page %d: %v %s in a theme without colours", i+1, args, op)
				}
			case "q", "Q", "cm", "Do":
			default:
				got = append(got, fmt.Sprint(op, args))
			}
		}
		for op, args := range reading.operators(i) {
			switch op {
			case "g", "G", "rg", "RG", "BDC", "EMC", "q", "Q", "cm", "Do":
			default:
				want = append(want, fmt.Sprint(op, args))
			}
		}
		if !slices.Equal(got, want) {
			t.Fatalf("page %d draws other things than the page to read", i+1)
		}
	}
}

// TestPressPages: pages are even in number, the blank one last, or first where
// the last page is.
func TestPressPages(t *testing.T) {
	p := lay(t, manuscript(t, small, "# ف\n\nنص\n"))
	n := len(p.book.Pages)
	if n%2 == 0 {
		t.Fatalf("the sample has %d pages", n)
	}
	first := func(d *document, i int) string {
		for _, s := range d.shows(i) {
			return fmt.Sprint(s.codes)
		}
		return ""
	}
	reading := read(t, p.file)
	for _, turned := range []bool{false, true} {
		d := read(t, p.pressed(t, pdf.Press{Reversed: turned}))
		if len(d.pages) != n+1 {
			t.Fatalf("%d pages of %d", len(d.pages), n)
		}
		for i := range n + 1 {
			at, want := i, ""
			if turned {
				at = n - i
			}
			if i < n {
				want = first(reading, i)
			}
			if got := first(d, at); got != want {
				t.Errorf("reversed %v: page %d has %q, want %q", turned, at+1, got, want)
			}
		}
	}
}

// TestPressIdentity: what the file says of itself.
func TestPressIdentity(t *testing.T) {
	p := booklet()
	file := p.pressed(t, slugged(t, &p, pdf.Press{Bleed: 3 * mm, Marks: press.CropMarks}))
	if !bytes.HasPrefix(file, []byte("%PDF-1.6\n")) {
		t.Errorf("header %.9s", file)
	}
	d := read(t, file)
	root, info := d.catalog(), d.dict(d.trailer["Info"])
	if info["Trapped"] != name("False") || text(info["Title"]) != p.doc.Meta.Title || text(info["CreationDate"]) == "" || text(info["ModDate"]) == "" {
		t.Errorf("info %v", info)
	}
	intents := root["OutputIntents"].([]any)
	intent := d.dict(intents[0])
	if len(intents) != 1 || intent["S"] != name("GTS_PDFX") || text(intent["OutputConditionIdentifier"]) != "FOGRA39" ||
		text(intent["RegistryName"]) != "http://www.color.org" || text(intent["Info"]) == "" {
		t.Errorf("intent %v", intent)
	}
	profile, _ := intent["DestOutputProfile"].(ref)
	if !setup.IsPressProfile(d.streams[profile]) {
		t.Errorf("the intent has no profile: %v", intent)
	}
	for _, key := range []string{"StructTreeRoot", "MarkInfo", "Outlines", "Names", "OpenAction", "AA", "AcroForm"} {
		if root[key] != nil {
			t.Errorf("the root has %s", key)
		}
	}
	for i, page := range d.pages {
		if page["Annots"] != nil || page["StructParents"] != nil {
			t.Errorf("page %d: %v", i+1, page)
		}
	}
	xmp := string(d.streams[root["Metadata"].(ref)])
	for _, want := range []string{"<xmp:CreateDate>1980-01-01T00:00:00Z", "<xmp:ModifyDate>1980", "<xmp:MetadataDate>1980", "<xmpMM:DocumentID>uuid:",
		"<xmpMM:VersionID>1<", "<xmpMM:RenditionClass>default<", "<pdf:Trapped>False<", "<dc:title>", "<pdfxid:GTS_PDFXVersion>PDF/X-4<"} {
		if !strings.Contains(xmp, want) {
			t.Errorf("XMP lacks %s", want)
		}
	}
	if again := p.pressed(t, slugged(t, &p, pdf.Press{Bleed: 3 * mm, Marks: press.CropMarks})); !bytes.Equal(file, again) {
		t.Error("two files differ")
	}
}

// TestPressClaim: a file is PDF/X-4 where it has a profile, and only there.
func TestPressClaim(t *testing.T) {
	p := booklet()
	given := make([]byte, 200)
	copy(given[12:], "prtrCMYKLab ")
	copy(given[36:], "acsp")
	for _, c := range []struct {
		condition press.Condition
		claims    bool
	}{
		{press.Condition{Name: "FOGRA39", Registered: true}, true},
		{press.Condition{Name: "IFRA26", Registered: true}, false},
		{press.Condition{Name: "IFRA26", Registered: true, Profile: given}, true},
		{press.Condition{Name: "Ours", Info: "Ours", Profile: given}, true},
	} {
		d := read(t, p.pressed(t, pdf.Press{Condition: c.condition}))
		intent := d.dict(d.catalog()["OutputIntents"].([]any)[0])
		claims := strings.Contains(string(d.streams[d.catalog()["Metadata"].(ref)]), "GTS_PDFXVersion")
		if profile, has := intent["DestOutputProfile"].(ref); claims != c.claims || has != claims ||
			c.condition.Profile != nil && !bytes.Equal(d.streams[profile], given) {
			t.Errorf("%s: claims %v, %v", c.condition.Name, claims, intent)
		}
		if (intent["RegistryName"] != nil) != c.condition.Registered {
			t.Errorf("%s: %v", c.condition.Name, intent)
		}
	}
	for _, c := range setup.Conditions {
		if c.Name == setup.DefaultCondition && !press.HasProfile(c.Name) {
			t.Errorf("there is no profile of %s", c.Name)
		}
	}
}

// TestFogra39: the profile in the file is one of a press, based on the data that
// the condition is named after, and says so (registry of the ICC).
func TestFogra39(t *testing.T) {
	p := booklet()
	d := read(t, p.pressed(t, pdf.Press{Condition: press.Condition{Name: "FOGRA39", Registered: true}}))
	intent := d.dict(d.catalog()["OutputIntents"].([]any)[0])
	profile := d.streams[intent["DestOutputProfile"].(ref)]
	if !setup.IsPressProfile(profile) {
		t.Fatal("no profile of a press")
	}
	tags := make(map[string][]byte)
	for i := range int(binary.BigEndian.Uint32(profile[128:])) {
		entry := profile[132+12*i:]
		tags[string(entry[:4])] = profile[binary.BigEndian.Uint32(entry[4:]):][:binary.BigEndian.Uint32(entry[8:])]
	}
	for _, name := range []string{"A2B0", "A2B1", "A2B2", "B2A0", "B2A1", "B2A2", "wtpt", "gamt"} {
		if len(tags[name]) == 0 {
			t.Errorf("no tag %s", name)
		}
	}
	if !bytes.Contains(tags["targ"], []byte("ICCHDAT FOGRA39")) || !bytes.Contains(tags["desc"], []byte("Based on FOGRA39")) {
		t.Errorf("target %q, description %q", tags["targ"], tags["desc"])
	}
}

// TestPressDates: the date of the book goes into the file.
func TestPressDates(t *testing.T) {
	p := booklet()
	draft, err := pdf.Draw(p.doc, p.book, pdf.Options{Date: time.Date(2026, 5, 4, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := draft.WritePress(&b, pdf.Press{Condition: press.Condition{Name: "FOGRA39", Registered: true}}); err != nil {
		t.Fatal(err)
	}
	d := read(t, b.Bytes())
	if got := text(d.dict(d.trailer["Info"])["CreationDate"]); !strings.HasPrefix(got, "D:20260504") {
		t.Errorf("date %s", got)
	}
}

// TestPressRefuses: what a print shop could not work by is an error.
func TestPressRefuses(t *testing.T) {
	p := booklet()
	draft, err := pdf.Draw(p.doc, p.book, pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for what, wish := range map[string]pdf.Press{
		"no condition":          {},
		"an unknown condition":  {Condition: press.Condition{Name: "Ours"}},
		"a profile of a screen": {Condition: press.Condition{Name: "FOGRA39", Registered: true, Profile: make([]byte, 200)}},
		"too few slugs":         {Condition: press.Condition{Name: "FOGRA39", Registered: true}, Slug: draft, Reversed: true},
	} {
		var b bytes.Buffer
		if len(p.book.Pages)%2 == 0 && what == "too few slugs" {
			continue
		}
		if err := draft.WritePress(&b, wish); err == nil || b.Len() > 0 {
			t.Errorf("%s: %v, %d bytes", what, err, b.Len())
		}
	}
}

// TestPressImages: samples of red, green and blue are sRGB by its profile, grays
// stay black ink, and what is blended is blended as ink.
func TestPressImages(t *testing.T) {
	p, _ := illustrated(t)
	d := read(t, p.pressed(t, pdf.Press{}))
	seen := map[string]int{}
	for i, page := range d.pages {
		images := d.dict(d.dict(page["Resources"])["XObject"])
		for _, object := range images {
			image := d.dict(object)
			space := image["ColorSpace"]
			if list, ok := space.([]any); ok && list[0] == name("Indexed") {
				space = list[1]
			}
			list, ok := space.([]any)
			switch {
			case ok && list[0] == name("ICCBased") && bytes.Contains(d.streams[list[1].(ref)], []byte("mntrRGB XYZ ")):
				seen["rgb"]++
			case space == name("DeviceGray"):
				seen["gray"]++
			default:
				t.Errorf("page %d: %v", i+1, space)
			}
			if image["SMask"] != nil {
				seen["mask"]++
				if group := d.dict(page["Group"]); group["CS"] != name("DeviceCMYK") {
					t.Errorf("page %d: group %v", i+1, group)
				}
			}
		}
	}
	if seen["rgb"] < 3 || seen["gray"] < 1 || seen["mask"] < 1 {
		t.Errorf("images: %v", seen)
	}
}

// TestPressBled: a page that was drawn with its bleed keeps its place: its trim
// lies within it, and folds have marks.
func TestPressBled(t *testing.T) {
	const bleed = 3 * mm
	p := booklet()
	d := read(t, p.pressed(t, pdf.Press{Bleed: bleed, Bled: true, Marks: press.CropMarks, Folds: []float64{100, 112}}))
	if len(d.pages) != len(p.book.Pages) {
		t.Errorf("%d pages of %d: a cover has no back", len(d.pages), len(p.book.Pages))
	}
	page, drawn := d.pages[0], p.book.Style.Trim
	box, trim := numbers(page["BleedBox"]), numbers(page["TrimBox"])
	if math.Abs(box[2]-box[0]-drawn.W) > 0.01 || math.Abs(trim[2]-trim[0]-drawn.W+2*bleed) > 0.01 || math.Abs(trim[1]-box[1]-bleed) > 0.01 {
		t.Errorf("bleed %v, trim %v of a page of %v", box, trim, drawn)
	}
	for op, args := range d.operators(0) {
		if op == "cm" && (math.Abs(args[4].(float64)-box[0]) > 0.01 || math.Abs(args[5].(float64)-box[1]) > 0.01) {
			t.Errorf("the page is drawn at %v, its bleed begins at %v", args, box)
		}
	}
	marks := string(d.streams[d.dict(d.dict(page["Resources"])["XObject"])["Marks"].(ref)])
	for _, fold := range []float64{100, 112} {
		if at := fmt.Sprintf("%.2f", trim[0]+fold); strings.Count(marks, "\n"+at[:len(at)-1]) < 2 {
			t.Errorf("no marks of the fold at %s: %s", at, marks)
		}
	}
}

// TestPressReach: nothing that is laid out comes near the trim, so that nothing
// need go on into the bleed.
func TestPressReach(t *testing.T) {
	for _, theme := range settings.Themes {
		doc := manuscript(t, small+"theme: "+theme+"\n", "# فصل\n\nنص\n\n::: note\nملاحظة\n:::\n\n| أ | ب |\n|---|---|\n| ١ | ٢ |\n\n> قول\n")
		b := lay(t, doc).book
		trim := b.Style.Trim
		for _, page := range b.Pages {
			for _, it := range page.Items {
				if r, ok := it.(*display.Rule); ok && (r.X < 3*mm || r.Y < 3*mm || r.X+r.W > trim.W-3*mm || r.Y+r.H > trim.H-3*mm) {
					t.Errorf("%s, page %d: a ground or rule at %v", theme, page.Number, r.Rect)
				}
			}
		}
	}
}

// TestPressOwnInk: a colour that a theme has an ink for is printed with that.
func TestPressOwnInk(t *testing.T) {
	theme := design.Plain()
	theme.Colors.Accent = design.Color{R: 0x1d, G: 0x4f, B: 0x73}
	doc := manuscript(t, small, "# ف\n\nنص\n")
	doc.Setup.Theme = theme
	p := lay(t, doc)
	for _, c := range []struct {
		inks []design.ColorInk
		want string
	}{
		{nil, "[0.747 0.313 0 0.549]"},
		{[]design.ColorInk{{Color: design.Color{R: 0x1d, G: 0x4f, B: 0x73}, Ink: design.CMYK{C: 0.9, M: 0.6, Y: 0.2, K: 0.3}}}, "[0.9 0.6 0.2 0.3]"},
	} {
		d := read(t, p.pressed(t, pdf.Press{Inks: c.inks}))
		var got []string
		for i := range d.pages {
			for op, args := range d.operators(i) {
				if s := fmt.Sprint(args); op == "k" && s != "[0 0 0 1]" && !slices.Contains(got, s) {
					got = append(got, s)
				}
			}
		}
		if !slices.Contains(got, c.want) {
			t.Errorf("inks %v, want %s", got, c.want)
		}
	}
}
