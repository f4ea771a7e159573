package pdf

import (
	"fmt"
	"strings"

	"warraq/layout/display"
	"warraq/layout/pdf/cos"
	"warraq/layout/pdf/tag"
)

// links closes every page's dictionary with the annotations of its links
// (ISO 32000-1 12.5.6.5).
func links(j *job) error {
	j.notes = make(map[*display.Link]tag.Annotation)
	for i, p := range j.book.Pages {
		var refs []string
		for _, it := range p.Items {
			link, ok := it.(*display.Link)
			if !ok {
				continue
			}
			if action := j.action(link); action != "" {
				note := j.Reserve()
				j.Put(note, j.annotate(link, action))
				j.notes[link] = tag.Annotation{Ref: note, N: len(j.notes)}
				refs = append(refs, note.String())
			}
		}
		page := j.Objects[j.pages[i]-1]
		if len(refs) > 0 {
			page.Body = strings.TrimSuffix(page.Body, ">>") + "/Annots[" + strings.Join(refs, " ") + "]>>"
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
		return j.edition.lead(j, link.Dest, spot)
	}
	return ""
}

func (j *job) annotate(link *display.Link, action string) string {
	top := j.book.Style.Trim.H - link.Y
	return fmt.Sprintf("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[%s %s %s %s]/Contents%s%s/StructParent %d>>",
		cos.Num(link.X), cos.Num(top-link.H), cos.Num(link.X+link.W), cos.Num(top), cos.Text(linkText(link)), action, len(j.pages)+len(j.notes))
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
	return fmt.Sprintf("[%s/XYZ null %s null]", j.pages[spot.Page], cos.Num(j.book.Style.Trim.H-spot.Y))
}

// writeTags writes the elements, to which the annotations of links belong too.
func writeTags(j *job) (err error) {
	j.structure, err = j.tags.Write(&tag.Site{File: &j.File, Pages: j.pages, Notes: j.notes, Height: j.book.Style.Trim.H})
	return err
}
