package pdf

import (
	"fmt"
	"io"
	"slices"
	"strconv"

	"warraq/layout/impose"
	"warraq/layout/pdf/cos"
)

// Sheets says how to write a book on sheets.
type Sheets struct {
	Plan *impose.Plan
	// Turn is the edge about which the printer turns sheets over, for viewers that
	// tell it.
	Turn impose.Edge
}

// WriteSheets writes the sheets that the book is folded or cut of, one side a
// page: PDF 1.7 without tags, since a sheet is not for reading.
func (d *Draft) WriteSheets(w io.Writer, s Sheets) error {
	for _, sheet := range s.Plan.Sheets {
		for _, p := range slices.Concat(sheet.Front, sheet.Back) {
			if p.Page >= len(d.contents) {
				return fmt.Errorf("sheets of page %d of a book of %d pages", p.Page+1, len(d.contents))
			}
		}
	}
	return finish(w, sheetPasses, &job{Draft: d, sheets: s, dialect: &sheetDialect})
}

// sheetPasses make a draft a file of sheets, in this order.
var sheetPasses = []pass{
	{"catalog", catalog},   // first, so that the root is object 1
	{"forms", forms},       // each page of the book as a form
	{"sheets", sheets},     // the tree of the sides, which draw the forms
	{"images", xobjects},   // samples behind the names of images
	{"fonts", codeFonts},   // ink and widths behind the codes
	{"identify", identify}, // Info, XMP and the hash that is the ID
}

// sheetDialect is that of files of sheets: it claims no standard.
var sheetDialect = dialect{
	version: "1.7", info: true,
	catalog: (*job).sheetCatalog, claims: func(*job) string { return "" },
}

// sheetCatalog asks viewers to print sheets as large as they are, and on both
// sides (ISO 32000-1 12.2).
func (j *job) sheetCatalog() string {
	duplex := "DuplexFlipShortEdge"
	if j.sheets.Turn == impose.LongEdge {
		duplex = "DuplexFlipLongEdge"
	}
	return "/ViewerPreferences<</PrintScaling/None/Duplex/" + duplex + "/PickTrayByPDFSize true/DisplayDocTitle true>>"
}

// forms adds each page of the book as a form as large as the page (ISO 32000-1
// 8.10).
func forms(j *job) error {
	if err := j.drafted(); err != nil {
		return err
	}
	j.resources = j.Reserve()
	trim := j.book.Style.Trim
	same := fmt.Sprintf("/Type/XObject/Subtype/Form/BBox[0 0 %s %s]/Resources %s", cos.Num(trim.W), cos.Num(trim.H), j.resources)
	for i, stream := range j.contents {
		if stream == nil {
			stream = []byte("\n") // a blank page
		}
		form := j.AddStream(same+j.group(j.book.Pages[i]), stream, true)
		j.Objects[form-1].Bare = true
		j.forms = append(j.forms, form)
	}
	return nil
}

// sheets adds the sides of the sheets, front and back in turn.
func sheets(j *job) error {
	plan := j.sheets.Plan
	box := fmt.Sprintf("/MediaBox[0 0 %s %s]", cos.Num(plan.Size.W), cos.Num(plan.Size.H))
	j.addPages(2*len(plan.Sheets), func(i int) string {
		side, marks := plan.Sheets[i/2].Front, plan.Marks.Both
		if i%2 == 1 {
			side, marks = plan.Sheets[i/2].Back, slices.Concat(marks, plan.Marks.Inside)
		}
		content, names := j.side(side)
		content = appendMarks(content, marks)
		return box + "/Resources<</XObject<<" + names + ">>>>/Contents " + j.AddStream("", content, true).String()
	})
	return nil
}

// side draws the pages of a side, and names their forms.
func (j *job) side(side impose.Side) (content []byte, names string) {
	var room [64]byte
	forms := room[:0]
	content = []byte("\n")
	for _, p := range side {
		if p.Page < 0 {
			continue
		}
		turn := "q 1 0 0 1 "
		if p.Turned {
			turn = "q -1 0 0 -1 "
		}
		content = cos.AppendNum(append(content, turn...), p.X)
		content = cos.AppendNum(append(content, ' '), p.Y)
		content = strconv.AppendInt(append(content, " cm /P"...), int64(p.Page)+1, 10)
		content = append(content, " Do Q\n"...)
		forms = strconv.AppendInt(append(forms, "/P"...), int64(p.Page)+1, 10)
		forms = j.forms[p.Page].AppendTo(append(forms, ' '))
	}
	return content, string(forms)
}

// markWeight is the width of marks, in points: the finest that any printer shows.
const markWeight = 0.25

// appendMarks draws marks, in black alone.
func appendMarks(content []byte, marks []impose.Line) []byte {
	if len(marks) == 0 {
		return content
	}
	content = fmt.Appendf(content, "q 0 G %s w\n", cos.Num(markWeight))
	for _, l := range marks {
		content = fmt.Appendf(content, "%s %s m %s %s l S\n", cos.Num(l.X1), cos.Num(l.Y1), cos.Num(l.X2), cos.Num(l.Y2))
	}
	return append(content, "Q\n"...)
}
