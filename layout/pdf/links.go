package pdf

import (
	"strconv"
	"strings"

	"warraq/layout/display"
	"warraq/layout/pdf/cos"
	"warraq/layout/pdf/tag"
)

// links closes every page's dictionary with the annotations of its links
// (ISO 32000-1 12.5.6.5).
func links(j *job) error {
	j.notes = make(map[*display.Link]tag.Annotation)
	var room [1024]byte
	for i, p := range j.book.Pages {
		annots := append(room[:0], "/Annots["...)
		none := len(annots)
		for _, it := range p.Items {
			link, ok := it.(*display.Link)
			if !ok {
				continue
			}
			if action := j.action(link); action != "" {
				note := j.Reserve()
				j.Put(note, j.annotate(link, action))
				j.notes[link] = tag.Annotation{Ref: note, N: len(j.notes)}
				annots = append(note.AppendTo(annots), ' ')
			}
		}
		if len(annots) > none {
			page := j.Objects[j.pages[i]-1]
			page.Body = strings.TrimSuffix(page.Body, ">>") + string(annots[:len(annots)-1]) + "]>>"
		}
	}
	return nil
}

// action is where a link leads; empty when it leads nowhere.
func (j *job) action(link *display.Link) string {
	if link.URL != "" {
		return "/A<</S/URI/URI" + cos.URI(link.URL) + ">>"
	}
	if spot, ok := j.book.Spots[link.Dest]; ok {
		return j.dialect.lead(j, link.Dest, spot)
	}
	return ""
}

func (j *job) annotate(link *display.Link, action string) string {
	top := j.book.Style.Trim.H - link.Y
	b := append(make([]byte, 0, 256), "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect["...)
	b = cos.AppendNum(b, link.X)
	b = cos.AppendNum(append(b, ' '), top-link.H)
	b = cos.AppendNum(append(b, ' '), link.X+link.W)
	b = cos.AppendNum(append(b, ' '), top)
	b = cos.AppendText(append(b, "]/Contents"...), linkText(link))
	b = append(append(b, action...), "/StructParent "...)
	b = strconv.AppendInt(b, int64(len(j.pages)+len(j.notes)), 10)
	return string(append(b, ">>"...))
}

// linkText is what the link says to those who cannot see it.
func linkText(link *display.Link) string {
	if link.Text == "" {
		return link.URL
	}
	return link.Text
}

// destination is a place on a page, at the viewer's own zoom.
func (j *job) destination(spot display.Spot) string {
	var room [64]byte
	b := j.pages[spot.Page].AppendTo(append(room[:0], '['))
	b = cos.AppendNum(append(b, "/XYZ null "...), j.book.Style.Trim.H-spot.Y)
	return string(append(b, " null]"...))
}

// writeTags writes the elements, to which the annotations of links belong too.
func writeTags(j *job) (err error) {
	j.structure, err = j.tags.Write(&tag.Site{File: &j.File, Pages: j.pages, Notes: j.notes, Height: j.book.Style.Trim.H})
	return err
}
