package odt

import (
	"bytes"
	"image"
	_ "image/gif"  // sizes
	_ "image/jpeg" // sizes
	_ "image/png"  // sizes
	"path"
	"strconv"
	"strings"
	"unicode/utf8"

	"warraq/content"
	"warraq/content/container"
	"warraq/content/intake"
	"warraq/content/scribe"
)

// drawing reads a picture, or a box with text, in what is drawn. In is the line that it
// stands in, nil for none.
func (f *flow) drawing(e *container.Element, in *inline) {
	switch e.Name {
	case "draw:frame":
		alt := strings.Join(strings.Fields(e.Child("svg:desc").Words()), " ")
		for _, k := range e.Kids {
			switch k.Name {
			case "draw:image":
				f.picture(k, alt, e.Get("text:anchor-type") == "as-char" && small(e))
				return // others show the same
			case "draw:text-box":
				f.textBox(k)
			case "draw:object", "draw:object-ole":
				f.object(k, in)
			case "table:table":
				f.table(k)
			}
		}
	case "draw:text-box":
		f.textBox(e)
	case "draw:g", "draw:a":
		for _, k := range e.Kids {
			f.drawing(k, in)
		}
	default:
		if words := strings.TrimSpace(e.Words()); words != "" {
			f.textBox(e)
		} else {
			f.say("drawings stay away", e.Get("draw:name"), "export them as pictures, and put them into the folder of images", true)
		}
	}
}

// small tells a frame no higher than a line.
func small(e *container.Element) bool {
	h := e.Get("svg:height")
	for _, u := range []struct {
		unit   string
		points float64
	}{{"cm", 28.35}, {"in", 72}, {"mm", 2.835}, {"pt", 1}} {
		if number, ok := strings.CutSuffix(h, u.unit); ok {
			n, err := strconv.ParseFloat(number, 64)
			return err == nil && n*u.points <= 30
		}
	}
	return false
}

// textBox puts the text of a box behind its paragraph; a picture with a caption is one.
func (f *flow) textBox(e *container.Element) {
	if f.depth > mostNested {
		return
	}
	pieces := f.inner(e)
	for i, piece := range pieces {
		s, ok := piece.(*intake.Solid)
		if !ok {
			continue
		}
		fig, ok := s.Block.(*content.Figure)
		if ok && fig.Caption == nil {
			for _, j := range []int{i - 1, i + 1} {
				if j >= 0 && j < len(pieces) {
					if p, ok := pieces[j].(*intake.Paragraph); ok && p.Role == intake.Body && p.Item == nil && !p.Line.Empty() && p.Line.OnlyText() && utf8.RuneCountInString(p.Line.Plain()) < 200 {
						p.Role = intake.Caption
					}
				}
			}
		}
	}
	f.after = append(f.after, pieces...)
}

// object reads a formula; other objects show their picture, where there is one.
func (f *flow) object(e *container.Element, in *inline) {
	name := strings.TrimPrefix(e.Get("xlink:href"), "./")
	if m := e.Child("math:math"); m != nil {
		f.formula(m, in)
		return
	}
	part := path.Join(name, "content.xml")
	if !f.c.Has(part) {
		f.say("objects of other programs stay away", name, "export them as pictures, and put them into the folder of images", true)
		return
	}
	root, err := f.c.Tree(part, spaces)
	if err != nil || root.Name != "math:math" {
		f.say("charts and other objects stay away", name, "export them as pictures, and put them into the folder of images", true)
		return
	}
	f.formula(root, in)
}

// formula puts a formula into code.
func (f *flow) formula(e *container.Element, in *inline) {
	said := strings.TrimSpace(annotation(e))
	if said == "" {
		said = strings.Join(strings.Fields(e.Words()), " ")
	}
	if said == "" {
		return
	}
	f.say("formulas stand as they were typed, in code", said, "", false)
	if f.open == nil {
		f.begin(&style{})
	}
	f.open.Line.Put(&content.Code{Value: said}, scribe.Look{})
}

// annotation is what was typed for a formula.
func annotation(e *container.Element) string {
	if e.Name == "math:annotation" {
		return e.Words()
	}
	for _, k := range e.Kids {
		if s := annotation(k); s != "" {
			return s
		}
	}
	return ""
}

// picture takes a picture: in the line, or as a figure behind its paragraph.
func (f *flow) picture(e *container.Element, alt string, inLine bool) {
	href := strings.TrimPrefix(e.Get("xlink:href"), "./")
	name, why := f.pictureName(href)
	if name == "" {
		f.say("pictures that are not there or that no book can hold stay away"+why, path.Base(href)+" "+alt, "convert them to PNG, put them into the folder of images, and write ![description](images/name.png)", true)
		return
	}
	if inLine && f.open != nil {
		f.open.Line.Put(&content.Image{Src: "images/" + name, Alt: alt}, scribe.Look{})
		return
	}
	f.after = append(f.after, &intake.Solid{Block: &content.Figure{Src: "images/" + name, Alt: alt}})
}

// pictureName takes a picture into the text, and gives its name there.
func (r *reader) pictureName(part string) (name, why string) {
	if name := r.pictures[part]; name != "" {
		return name, ""
	}
	if strings.Contains(part, "://") {
		return "", " (they lie in the web)"
	}
	data, err := r.c.Data(part)
	if err != nil || len(data) == 0 {
		return "", ""
	}
	ext := intake.PictureExtension(data)
	if ext == "" {
		return "", " (" + strings.ToLower(path.Ext(part)) + ")"
	}
	if ext != ".svg" && ext != ".webp" && ext != ".pdf" {
		if _, _, err := image.DecodeConfig(bytes.NewReader(data)); err != nil {
			return "", " (damaged)"
		}
	}
	stem := r.anchor(strings.TrimSuffix(path.Base(part), path.Ext(part)))
	if len(stem) > 24 {
		stem = r.prefix + "picture-" + strconv.Itoa(len(r.pictures)+1)
	}
	name = stem + ext
	for n := 2; r.used[name]; n++ {
		name = stem + "-" + strconv.Itoa(n) + ext
	}
	r.used[name], r.pictures[part] = true, name
	r.text.Pictures = append(r.text.Pictures, intake.Picture{Name: name, Data: data})
	return name, ""
}
