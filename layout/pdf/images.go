package pdf

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"strings"

	"warraq/layout/display"
	"warraq/layout/pdf/cos"
	"warraq/layout/picture"
)

// imageSet is the images of a book, each one object however often it is shown,
// in the order of their first use.
type imageSet struct {
	pictures []*picture.Picture
	index    map[string]int // by the asset's name
}

// collectImages lists the images on the pages.
func collectImages(book *display.Book) *imageSet {
	s := &imageSet{index: make(map[string]int)}
	if len(book.Pictures) == 0 {
		return s
	}
	for _, page := range book.Pages {
		for _, it := range page.Items {
			m, ok := it.(*display.Image)
			if !ok {
				continue
			}
			if _, known := s.index[m.Asset]; !known && book.Pictures[m.Asset] != nil {
				s.index[m.Asset] = len(s.pictures)
				s.pictures = append(s.pictures, book.Pictures[m.Asset])
			}
		}
	}
	return s
}

// place draws a page's images where gopdf left a mark for each: a dash pattern
// that no line asks for, the image's number its phase. A draft that has not
// exactly the marks of these images in their order is an error.
func (s *imageSet) place(draft []byte, page *display.Page, height float64) ([]byte, error) {
	const opening = "[] "
	var out []byte
	n := 0
	for _, it := range page.Items {
		m, ok := it.(*display.Image)
		if !ok {
			continue
		}
		mark := fmt.Appendf(nil, "%s%.2f d\n", opening, float64(n))
		at := bytes.Index(draft, []byte(opening))
		if at < 0 || !bytes.HasPrefix(draft[at:], mark) {
			return nil, fmt.Errorf("draft has not the mark of image %d where it belongs", n+1)
		}
		i, known := s.index[m.Asset]
		if !known {
			return nil, fmt.Errorf("image %s is not among the book's pictures", m.Asset)
		}
		out = append(out, draft[:at]...)
		out = fmt.Appendf(out, "q %s%s cm /Im%d Do Q\n", crop(m.Crop, height), matrix(m.Rect, display.Turned(s.pictures[i].Turn, m.Turn), height), i+1)
		draft = draft[at+len(mark):]
		n++
	}
	if bytes.Contains(draft, []byte(opening)) {
		return nil, fmt.Errorf("draft has more than its %d marks of images", n)
	}
	if n == 0 {
		return draft, nil
	}
	return append(out, draft...), nil
}

// crop keeps what is drawn within a rectangle (ISO 32000-1 8.5.4); nil is no
// bound.
func crop(r *display.Rect, height float64) string {
	if r == nil {
		return ""
	}
	return fmt.Sprintf("%s %s %s %s re W n ", cos.Num(r.X), cos.Num(height-r.Y-r.H), cos.Num(r.W), cos.Num(r.H))
}

// matrix maps the unit square, in which PDF draws an image (ISO 32000-1
// 8.9.5), to its rectangle on a page of a height, turned as Exif says that the
// samples lie.
func matrix(r display.Rect, turn int, height float64) string {
	left, right, foot, top := r.X, r.X+r.W, height-r.Y-r.H, height-r.Y
	var m [6]float64
	switch turn {
	default:
		m = [6]float64{r.W, 0, 0, r.H, left, foot}
	case 2:
		m = [6]float64{-r.W, 0, 0, r.H, right, foot}
	case 3:
		m = [6]float64{-r.W, 0, 0, -r.H, right, top}
	case 4:
		m = [6]float64{r.W, 0, 0, -r.H, left, top}
	case 5:
		m = [6]float64{0, -r.H, -r.W, 0, right, top}
	case 6:
		m = [6]float64{0, -r.H, r.W, 0, left, top}
	case 7:
		m = [6]float64{0, r.H, r.W, 0, left, foot}
	case 8:
		m = [6]float64{0, r.H, -r.W, 0, right, foot}
	}
	words := make([]string, len(m))
	for i, v := range m {
		words[i] = cos.Num(v)
	}
	return strings.Join(words, " ")
}

// xobjects adds the images and names them for the pages' resources
// (ISO 32000-1 8.9.5).
func xobjects(j *job) error {
	if len(j.images.pictures) == 0 {
		return nil
	}
	var names strings.Builder
	for i, r := range j.pictures() {
		if r == 0 {
			continue
		}
		fmt.Fprintf(&names, "/Im%d %s", i+1, r)
	}
	j.xobjects = "/XObject<<" + names.String() + ">>"
	return nil
}

// pictures adds the images in their order; one that no page of the file shows is 0.
func (j *job) pictures() []cos.Ref {
	refs := make([]cos.Ref, len(j.images.pictures))
	shown := make([]bool, len(refs))
	for _, page := range j.book.Pages {
		for _, i := range j.images.on(page) {
			shown[i] = true
		}
	}
	for i, p := range j.images.pictures {
		if !shown[i] {
			continue
		}
		if p.Drawing != nil {
			refs[i] = j.drawing(p)
			continue
		}
		refs[i] = j.pixels(p)
	}
	return refs
}

// pixels adds a picture that is no drawing.
func (j *job) pixels(p *picture.Picture) cos.Ref {
	mask := ""
	if p.Alpha != nil {
		mask = "/SMask " + j.plane(p.Alpha, "").String()
	}
	return j.plane(&p.Color, mask)
}

// plane adds the samples of a picture, or of its opacity, as they are: rows of
// a PNG with their filters (ISO 32000-1 7.4.4.4) or a JPEG (7.4.8).
func (j *job) plane(p *picture.Plane, more string) cos.Ref {
	entries := fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace%s/BitsPerComponent %d%s",
		p.Width, p.Height, j.space(p), p.Bits, more)
	switch p.Coding {
	case picture.DCT:
		entries += "/Filter/DCTDecode"
		if p.PlainRGB {
			entries += "/DecodeParms<</ColorTransform 0>>"
		}
		if p.Inverted {
			entries += "/Decode[1 0 1 0 1 0 1 0]"
		}
	case picture.Rows:
		entries += fmt.Sprintf("/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors %d/BitsPerComponent %d/Columns %d>>",
			p.Space.Components(), p.Bits, p.Width)
	}
	return j.AddStream(entries, p.Data, false)
}

// space names a plane's colour space (ISO 32000-1 8.6). Every image comes
// through here. For a press, which has no red, green and blue of its own, they
// are those of sRGB where the picture has no profile; inks are its own, whatever
// the picture says of them.
func (j *job) space(p *picture.Plane) string {
	rgb := "/DeviceRGB"
	switch {
	case p.Profile != nil && p.Space != picture.CMYK:
		rgb = j.profile(p.Profile, 3)
	case j.press != nil:
		rgb = j.press.rgb(j)
	}
	switch p.Space {
	case picture.Gray:
		return "/DeviceGray"
	case picture.CMYK:
		if p.Profile != nil && j.press == nil {
			return j.profile(p.Profile, 4)
		}
		return "/DeviceCMYK"
	case picture.Indexed:
		return fmt.Sprintf("[/Indexed%s %d<%s>]", rgb, len(p.Palette)/3-1, hex.EncodeToString(p.Palette))
	}
	return rgb
}

// profile is the colour space of a profile of n components, each added once
// (ISO 32000-1 8.6.5.5).
func (j *job) profile(icc []byte, n int) string {
	r, known := j.profiles[string(icc)]
	if !known {
		if j.profiles == nil {
			j.profiles = make(map[string]cos.Ref)
		}
		r = j.AddStream(fmt.Sprintf("/N %d", n), icc, true)
		j.profiles[string(icc)] = r
	}
	return "[/ICCBased " + r.String() + "]"
}
