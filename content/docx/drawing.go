package docx

import (
	"bytes"
	"path"
	"strings"

	"warraq/content"
	"warraq/content/container"
	"warraq/content/intake"
	"warraq/content/scribe"
)

// drawing reads pictures, and boxes with text, in what is drawn.
func (p *paragraph) drawing(e *container.Element) {
	d := drawing{paragraph: p}
	d.read(e, "", 0, false)
}

// drawing is something drawn, being read.
type drawing struct{ *paragraph }

// read goes down an element. Alt is the description of the picture, high its height in
// points, where it is known, and anchored tells that it does not stand in the line.
func (d drawing) read(e *container.Element, alt string, high float64, anchored bool) {
	switch e.Name {
	case "mc:AlternateContent":
		for _, k := range alternative(e) {
			d.read(k, alt, high, anchored)
		}
		return
	case "wp:inline", "wp:anchor":
		const points = 12_700 // EMU
		alt, anchored = described(e.Child("wp:docPr")), e.Name == "wp:anchor"
		high = number(e.Child("wp:extent").Get("cy")) / points
	case "v:shape", "v:rect":
		if a := e.Get("alt"); a != "" {
			alt = written(a)
		}
	case "v:textpath":
		if s := strings.TrimSpace(e.Get("string")); s != "" {
			d.say("words drawn as a picture (WordArt) are text", s, "")
			d.text(s, scribe.Look{}, look{})
		}
	case "a:blip":
		d.blip(e, alt, high, anchored)
		return
	case "v:imagedata":
		if id := e.Get("r:id"); id != "" {
			d.picture(id, alt, 0, false)
		}
		return
	case "w:txbxContent":
		d.box(e)
		return
	case "a:t":
		d.text(e.Words(), scribe.Look{}, look{})
		return
	case "c:chart":
		d.lost("a chart stays away", alt, "copy it in Word, and put it into the folder of images as a picture")
		return
	case "dgm:relIds":
		d.lost("a diagram (SmartArt) stays away", alt, "copy it in Word, and put it into the folder of images as a picture")
		return
	}
	for _, k := range e.Kids {
		d.read(k, alt, high, anchored)
	}
}

// blip reads a picture that lies in the file; one outside it stays away.
func (d drawing) blip(e *container.Element, alt string, high float64, anchored bool) {
	if id := e.Get("r:embed"); id != "" {
		d.picture(id, alt, high, anchored)
	} else if rel := d.rels[e.Get("r:link")]; rel.target != "" {
		d.lost("a picture that lies outside the file", rel.target, "put it into the folder of images, and write ![description](images/name.png)")
	}
}

// described is alternative text that a person wrote.
func described(e *container.Element) string { return written(e.Get("descr")) }

// written is a description without what a program guessed.
func written(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	for _, end := range []string{"Description automatically generated", "Description générée automatiquement", "تم إنشاء الوصف تلقائياً", "الوصف منشأ تلقائيا"} {
		if strings.HasSuffix(strings.ToLower(s), strings.ToLower(end)) {
			return ""
		}
	}
	return s
}

// box puts the text of a box behind its paragraph.
func (d drawing) box(e *container.Element) {
	pieces := d.inside(e.Kids)
	words := ""
	for _, piece := range pieces {
		if p, ok := piece.(*intake.Paragraph); ok && words == "" {
			words = intake.FirstWords(p.Line.Plain())
		}
	}
	if words != "" {
		d.text0("a text box stands behind the paragraph of its anchor", words)
	}
	d.after = append(d.after, pieces...)
}

// text0 tells of a place by words that are known already.
func (d drawing) text0(kind, words string) { d.reader.text.Report.Took(kind, words, "") }

// lineHigh is the height, in points, of a picture that can stand in a line.
const lineHigh = 30

// picture takes a picture. One alone in its paragraph, or larger than a line, is a
// figure.
func (d drawing) picture(id, alt string, high float64, anchored bool) {
	rel := d.rels[id]
	if rel.outside || rel.target == "" {
		d.lost("a picture that lies outside the file", rel.target, "put it into the folder of images, and write ![description](images/name.png)")
		return
	}
	if d.swallowed() {
		return
	}
	name, can := d.pictureName(rel.target)
	switch {
	case name == "":
		d.lost("a picture cannot be read", path.Base(rel.target), "put it into the folder of images anew")
	case !can:
		d.lost("a picture in a format that no book can hold is saved and stands nowhere", name, "convert it to SVG or PNG, and write ![description](images/"+stem(name)+".png) in its place")
	case high > 0 && high <= lineHigh && !anchored:
		d.line.Put(&content.Image{Src: "images/" + name, Alt: alt}, scribe.Look{})
		d.last = 'x'
	default:
		d.figs = append(d.figs, &content.Figure{Src: "images/" + name, Alt: alt})
	}
}

func stem(name string) string { return strings.TrimSuffix(name, path.Ext(name)) }

// pictureName saves a picture, and tells whether a book can hold it.
func (r *reader) pictureName(part string) (name string, can bool) {
	if name, ok := r.pictures[part]; ok {
		return name, holdable(path.Ext(name))
	}
	data, err := r.c.Data(part)
	if err != nil || len(data) == 0 {
		r.pictures[part] = ""
		return "", false
	}
	base := strings.Map(func(c rune) rune {
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' {
			return c
		}
		return '-'
	}, stem(path.Base(part)))
	name = strings.TrimPrefix(r.unused("/"+r.prefix+base, extension(data, path.Ext(part))), "/")
	r.pictures[part] = name
	r.text.Pictures = append(r.text.Pictures, intake.Picture{Name: name, Data: data})
	return name, holdable(path.Ext(name))
}

// extension is that of a file by its first bytes, or its own.
func extension(data []byte, own string) string {
	if ext := intake.PictureExtension(data); ext != "" && ext != ".svg" {
		return ext
	}
	for _, m := range []struct{ start, ext string }{ // those that a book cannot hold
		{"BM", ".bmp"}, {"II*\x00", ".tif"}, {"MM\x00*", ".tif"},
		{"\xd7\xcd\xc6\x9a", ".wmf"}, {"\x01\x00\x09\x00", ".wmf"}, {"\x01\x00\x00\x00", ".emf"},
	} {
		if bytes.HasPrefix(data, []byte(m.start)) {
			return m.ext
		}
	}
	own = strings.ToLower(own)
	if own == ".svg" && bytes.Contains(data, []byte("<svg")) {
		return own
	}
	if holdable(own) || own == "" || len(own) > 6 {
		return ".bin" // it is not what it says
	}
	return own
}

// holdable tells the formats of pictures that a book can hold.
func holdable(ext string) bool {
	switch ext {
	case ".png", ".jpg", ".gif", ".webp", ".svg", ".pdf":
		return true
	}
	return false
}

// formula puts the characters of a formula into code: there is no place for it yet.
func (p *paragraph) formula(e *container.Element) {
	var b strings.Builder
	linear(&b, e)
	s := strings.TrimSpace(b.String())
	if s == "" || p.swallowed() {
		return
	}
	p.say("a formula stands as its characters, in code", s, "")
	if p.last != 0 && p.last != ' ' && p.last != '\n' && p.last != '(' {
		p.line.Text(" ", scribe.Look{})
	}
	p.line.Put(&content.Code{Value: s}, scribe.Look{})
	p.last = 'x'
}
