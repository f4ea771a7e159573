package pdf

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"

	"warraq/content/design"
	"warraq/layout/display"
	"warraq/layout/pdf/cos"
	"warraq/layout/pdf/press"
)

// Press says how to write a book for a print shop: PDF/X-4 (ISO 15930-7:2010),
// which is PDF 1.6 without tags, links and outline.
type Press struct {
	// Bleed is how far ink may go beyond the trim, points.
	Bleed float64
	// Bled pages were drawn with their bleed: the trim lies within them.
	Bled bool
	// Marks stand outside the bleed; without any the paper ends where that does.
	Marks press.Marks
	// Folds are where a cover is folded, points from the left edge of its trim.
	Folds []float64
	// Slug has a page for each of the file, as Pages counts them, on which a
	// line is set at its left foot: what the file and the page are. Nil: none.
	Slug *Draft
	// Condition is how the book is printed.
	Condition press.Condition
	// Inks are those of colours that are not to be inked by rule.
	Inks []design.ColorInk
	// Reversed puts the last page first, for printers that take the pages of every
	// book from left to right.
	Reversed bool
}

// Pages counts the pages of the file: even, a blank one last if need be, since
// paper has two sides. A cover has one side.
func (p *Press) Pages(book *display.Book) int {
	n := len(book.Pages)
	if p.Bled {
		return n
	}
	return n + n%2
}

// SlugRoom is how wide a slug may be, points: it ends before the target at the
// foot.
func (p *Press) SlugRoom(book *display.Book) float64 {
	s := press.SheetFor(book.Style.Trim, p.Bleed, p.Bled, p.margin())
	return max(s.Middle(p.Folds)-s.Trim.X-press.SlugIn-2*press.TargetArm, press.SlugIn)
}

// margin tells whether there is paper beyond the bleed.
func (p *Press) margin() bool { return p.Marks != 0 || p.Slug != nil }

// check refuses a sheet that cannot be cut.
func (p *Press) check(s *press.Sheet) error {
	switch {
	case !(p.Bleed >= 0 && p.Bleed <= mostBleed):
		return fmt.Errorf("press: a bleed of %g points is none, give one up to %d", p.Bleed, mostBleed)
	case !(s.Trim.W > 0 && s.Trim.H > 0):
		return fmt.Errorf("press: a bleed of %g points leaves nothing of the page", p.Bleed)
	}
	for _, x := range p.Folds {
		if !(x >= 0 && x <= s.Trim.W) {
			return fmt.Errorf("press: a fold at %g points is not on the sheet, which is %g wide", x, s.Trim.W)
		}
	}
	return p.Condition.Check()
}

// mostBleed bounds a bleed, points.
const mostBleed = 144

// pressJob is what the passes need of a file for a press.
type pressJob struct {
	Press
	press.Inks
	sheet  press.Sheet
	srgb   string // see rgb
	images []cos.Ref
	marks  cos.Ref
	fonts  cos.Ref // of the pages
	types  cos.Ref // the fonts of the slugs
}

// WritePress writes the book for a print shop. Where there is no profile of the
// condition, neither given nor made by a model, the file says all that PDF/X-4
// wants but that it is one: see [HasProfile].
func (d *Draft) WritePress(w io.Writer, p Press) error {
	d = d.part(d.book.Before, len(d.contents)-d.book.Behind) // the cover is printed apart
	if p.Slug != nil && len(p.Slug.contents) != p.Pages(d.book) {
		return fmt.Errorf("press: slugs for %d pages of %d", len(p.Slug.contents), p.Pages(d.book))
	}
	sheet := press.SheetFor(d.book.Style.Trim, p.Bleed, p.Bled, p.margin())
	if err := p.check(&sheet); err != nil {
		return err
	}
	if p.Condition.Profile == nil {
		p.Condition.Profile = press.ProfileOf(p.Condition.Name)
	}
	return finish(w, pressPasses, &job{Draft: d, press: &pressJob{Press: p, Inks: p.Inks, sheet: sheet}, dialect: &pressDialect})
}

// pressPasses make a draft a file for a press, in this order.
var pressPasses = []pass{
	{"catalog", catalog},    // first, so that the root is object 1
	{"images", pressPics},   // samples, by a profile where they are red, green and blue
	{"fonts", pressFonts},   // ink and widths behind the codes
	{"marks", pressMarks},   // what is cut, and on what the plates are laid
	{"pages", pressPages},   // the tree, boxes and contents of the pages
	{"intent", pressIntent}, // what inks mean
	{"identify", identify},  // Info, XMP and the hash that is the ID
}

// pressDialect is that of files for a press.
var pressDialect = dialect{
	version: "1.6", info: true, more: "/Trapped/False",
	catalog: (*job).pressCatalog, claims: (*job).pressClaims,
	schemas: ` xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"`,
}

// pressCatalog is what the root says beside pages and metadata.
func (j *job) pressCatalog() string {
	direction := "R2L"
	if j.book.Style.LTR || j.press.Reversed {
		direction = "L2R"
	}
	return fmt.Sprintf("/ViewerPreferences<</Direction/%s/DisplayDocTitle true/PrintScaling/None>>/OutputIntents[%s]", direction, j.intent)
}

// pressClaims names the standard and the file (ISO 15930-7): the ID of the
// file is that of all that is in it.
func (j *job) pressClaims() string {
	id := strings.ToLower(j.hash())
	claims := fmt.Sprintf("<xmp:MetadataDate>%s</xmp:MetadataDate>\n", j.date().UTC().Format(time.RFC3339)) +
		fmt.Sprintf("<xmpMM:DocumentID>uuid:%s-%s-%s-%s-%s</xmpMM:DocumentID>", id[:8], id[8:12], id[12:16], id[16:20], id[20:]) +
		"<xmpMM:VersionID>1</xmpMM:VersionID><xmpMM:RenditionClass>default</xmpMM:RenditionClass>\n" +
		"<pdf:Trapped>False</pdf:Trapped>\n"
	if j.press.Condition.Profile != nil {
		claims += "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>\n"
	}
	return claims
}

// date is that of the file. One for a press has one, whatever it be (ISO 15930-7).
func (j *job) date() time.Time {
	if j.press != nil && j.opt.Date.IsZero() {
		return time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return j.opt.Date
}

// rgb is the space of red, green and blue: sRGB by its profile, added once.
func (p *pressJob) rgb(j *job) string {
	if p.srgb == "" {
		p.srgb = j.profile(srgbProfile(), 3)
	}
	return p.srgb
}

func pressPics(j *job) error {
	j.press.images = j.pictures()
	return nil
}

func pressFonts(j *job) error {
	names, err := j.fontsOf(j.Draft, 0)
	if err != nil {
		return err
	}
	j.press.fonts = j.Add("<<" + names + ">>")
	if j.press.Slug != nil {
		if names, err = j.fontsOf(j.press.Slug, len(j.set.Fonts)); err != nil {
			return err
		}
		j.press.types = j.Add("<<" + names + ">>")
	}
	return nil
}

// pressMarks adds the marks as a form, in all inks at once (ISO 32000-1 8.6.6.4).
func pressMarks(j *job) error {
	p := j.press
	if p.Marks == 0 {
		return nil
	}
	all := "[/Separation/All/DeviceCMYK<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[1 1 1 1]/N 1>>]"
	p.marks = j.AddStream(fmt.Sprintf("/Type/XObject/Subtype/Form/BBox[0 0 %s %s]/Resources<</ColorSpace<</All%s>>>>",
		cos.Num(p.sheet.Media.W), cos.Num(p.sheet.Media.H), all), p.sheet.Draw(p.Marks, p.Folds), true)
	return nil
}

// pressIntent adds what the inks of the file mean (ISO 32000-1 14.11.5;
// ISO 15930-7).
func pressIntent(j *job) error {
	c := &j.press.Condition
	entries := c.Entries()
	if c.Profile != nil {
		entries += "/DestOutputProfile " + j.AddStream("/N 4", c.Profile, true).String()
	}
	j.intent = j.Add("<<" + entries + ">>")
	return nil
}

// pressPages adds the pages, from first to last or the other way.
func pressPages(j *job) error {
	if err := j.drafted(); err != nil {
		return err
	}
	p := j.press
	contents := make([][]byte, p.Pages(j.book))
	var group errgroup.Group
	group.SetLimit(j.opt.Workers)
	for i := range contents {
		group.Go(func() error {
			contents[i] = p.content(j, i)
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	j.addPages(len(contents), func(i int) string {
		if p.Reversed {
			i = len(contents) - 1 - i
		}
		group := ""
		if i < len(j.book.Pages) {
			group = j.group(j.book.Pages[i])
		}
		return fmt.Sprintf("%s/Resources<<%s>>/Contents %s%s", p.sheet.Boxes(), p.resources(j, i), j.AddStream("", contents[i], true), group)
	})
	return nil
}

// content is all that stands on a page: the book's, beginning with black as ink
// and not as the gray that pages begin with, the marks and the slug.
func (p *pressJob) content(j *job, page int) []byte {
	var out []byte
	if page < len(j.contents) && len(bytes.TrimSpace(j.contents[page])) > 0 {
		out = fmt.Appendf(out, "q 1 0 0 1 %s %s cm 0 0 0 1 k 0 0 0 1 K\n", cos.Num(p.sheet.X), cos.Num(p.sheet.Y))
		out = append(append(out, p.Inked(cos.AppendBare(nil, j.contents[page]))...), "\nQ\n"...)
	}
	if p.marks != 0 {
		out = append(out, "/Marks Do\n"...)
	}
	if p.Slug != nil {
		out = append(out, "/Slug Do\n"...)
	}
	return append(out, '\n')
}

// resources names what a page draws: fonts, its own images, marks and slug.
func (p *pressJob) resources(j *job, page int) string {
	var names strings.Builder
	if page < len(j.book.Pages) {
		for _, i := range j.images.on(j.book.Pages[page]) {
			fmt.Fprintf(&names, "/Im%d %s", i+1, p.images[i])
		}
	}
	if p.marks != 0 {
		fmt.Fprintf(&names, "/Marks %s", p.marks)
	}
	if p.Slug != nil {
		fmt.Fprintf(&names, "/Slug %s", p.slug(j, page))
	}
	return fmt.Sprintf("/Font %s/XObject<<%s>>", p.fonts, names.String())
}

// slug adds the slug of a page as a form: in the margin at the foot, clear of
// the marks.
func (p *pressJob) slug(j *job, page int) cos.Ref {
	s := &p.sheet
	content := append([]byte("0 0 0 1 k\n"), p.Inked(cos.AppendBare(nil, p.Slug.contents[page]))...)
	return j.AddStream(fmt.Sprintf("/Type/XObject/Subtype/Form/BBox[0 0 %s %s]/Matrix[1 0 0 1 %s %s]/Resources<</Font %s>>",
		cos.Num(p.Slug.book.Style.Trim.W), cos.Num(p.Slug.book.Style.Trim.H), cos.Num(s.Trim.X+press.SlugIn), cos.Num(s.Trim.Y-s.Gap-press.SlugDrop), p.types), content, true)
}

// on lists the images of a page, each once.
func (s *imageSet) on(page *display.Page) []int {
	var on []int
	for _, it := range page.Items {
		if m, ok := it.(*display.Image); ok {
			if i, known := s.index[m.Asset]; known && !slices.Contains(on, i) {
				on = append(on, i)
			}
		}
	}
	return on
}
