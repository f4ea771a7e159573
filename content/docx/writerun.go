package docx

import (
	"bytes"
	"fmt"
	"image"
	_ "image/gif"  // sizes of pictures
	_ "image/jpeg" // sizes of pictures
	_ "image/png"  // sizes of pictures
	"strings"

	"warraq/content"
	"warraq/content/dress"
)

// runLook is how a run is set apart.
type runLook struct {
	bold, italic, code, link bool
	dress                    dress.Dress
	lang                     string
}

// inlines writes the runs of a text.
func (f *flow) inlines(text []content.Inline, look runLook) {
	for _, in := range text {
		inner := look
		switch in := in.(type) {
		case *content.Text:
			f.run(in.Value, look)
		case *content.Strong:
			inner.bold = true
			f.inlines(in.Inlines, inner)
		case *content.Emphasis:
			inner.italic = true
			f.inlines(in.Inlines, inner)
		case *content.Code:
			inner.code = true
			f.run(in.Value, inner)
		case *content.Link:
			inner.link = true
			f.link(in.URL, in.Inlines, inner)
		case *content.Image:
			f.picture(in.Src, in.Alt, in.Pos)
		case *content.NoteRef:
			f.noteRef(in.Note)
		case *content.Span:
			f.raw(f.place(in.Anchor))
			inner.dress |= in.Dress()
			if in.Lang != "" {
				inner.lang = in.Lang
			}
			f.inlines(in.Inlines, inner)
		case *content.LineBreak:
			f.raw("<w:r><w:br/></w:r>")
		case *content.Reference:
			f.reference(in, look)
		}
	}
}

// run writes text, a run for each stretch of one direction.
func (f *flow) run(s string, look runLook) {
	if s == "" {
		return
	}
	for _, part := range byScript(s) {
		f.raw("<w:r>" + f.runProperties(look, part.script == rightToLeft || part.script == none && f.rtl) + `<w:t xml:space="preserve">` + escape(part.text) + `</w:t></w:r>`)
	}
}

// runProperties are in the order that the standard has (17.3.2.28).
func (f *flow) runProperties(look runLook, rtl bool) string {
	var s strings.Builder
	add := func(on bool, property string) {
		if on {
			s.WriteString(property)
		}
	}
	switch {
	case look.code:
		s.WriteString(`<w:rStyle w:val="CodeChar"/>`)
	case look.link:
		s.WriteString(`<w:rStyle w:val="Hyperlink"/>`)
	}
	add(look.bold, "<w:b/><w:bCs/>")
	add(look.italic, "<w:i/><w:iCs/>")
	add(look.dress&dress.SmallCaps != 0, "<w:smallCaps/>")
	add(look.dress&dress.Struck != 0, "<w:strike/>")
	add(look.dress&dress.Highlighted != 0, `<w:highlight w:val="yellow"/>`)
	add(look.dress&dress.Underlined != 0, `<w:u w:val="single"/>`)
	add(look.dress&dress.Superior != 0, `<w:vertAlign w:val="superscript"/>`)
	add(look.dress&dress.Inferior != 0, `<w:vertAlign w:val="subscript"/>`)
	add(rtl && !look.code, "<w:rtl/>")
	if look.lang != "" {
		attr := "w:val"
		if rtl {
			attr = "w:bidi"
		}
		fmt.Fprintf(&s, `<w:lang %s="%s"/>`, attr, escape(look.lang))
	}
	if s.Len() == 0 {
		return ""
	}
	return "<w:rPr>" + s.String() + "</w:rPr>"
}

func (f *flow) link(url string, text []content.Inline, look runLook) {
	if anchor, within := strings.CutPrefix(url, "#"); within {
		f.raw(fmt.Sprintf(`<w:hyperlink w:anchor="%s">`, escape(f.bookmark(anchor))))
	} else {
		f.raw(fmt.Sprintf(`<w:hyperlink r:id="%s">`, f.relate(relation{"hyperlink", url, true})))
	}
	f.inlines(text, look)
	f.raw("</w:hyperlink>")
}

// reference writes what a reference shows, as a field that Word brings up to date.
func (f *flow) reference(ref *content.Reference, look runLook) {
	name := f.bookmark(ref.Anchor)
	if ref.Kind != content.PageReference {
		look.link = true
		f.raw(fmt.Sprintf(`<w:hyperlink w:anchor="%s">`, escape(name)))
		f.run(ref.Label, look)
		f.raw("</w:hyperlink>")
		return
	}
	shown := ref.Label
	if shown == "" {
		shown = "0"
	}
	f.raw(fmt.Sprintf(`<w:fldSimple w:instr=" PAGEREF %s \h "><w:r><w:t>%s</w:t></w:r></w:fldSimple>`, escape(name), escape(shown)))
}

// noteRef calls a note, which is written below the page.
func (f *flow) noteRef(n *content.Note) {
	if n == nil {
		return
	}
	id, ok := f.notes[n]
	if !ok {
		f.order = append(f.order, n)
		id = len(f.order)
		f.notes[n] = id
	}
	f.raw(fmt.Sprintf(`<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="%d"/></w:r>`, id))
}

// mostWide and mostHigh bound a picture, in EMU: ten centimetres and fifteen.
const (
	mostWide = 3_600_000
	mostHigh = 5_400_000
	dotEMU   = 9525 // of 96 to the inch
)

// picture writes a picture in a line; what Word cannot show is its description.
func (f *flow) picture(src, alt string, at content.Pos) {
	data := f.doc.Data(src)
	size, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || size.Width <= 0 || size.Height <= 0 {
		f.lacking = append(f.lacking, content.Problem{Pos: at, Kind: "a picture that Word cannot show, of which its description stands", What: "a picture that Word cannot show, of which its description stands: " + src, Hint: "convert it to PNG"})
		f.run("["+alt+"]", runLook{})
		return
	}
	if f.media[src] == "" {
		ext := map[string]string{"png": ".png", "jpeg": ".jpg", "gif": ".gif"}[format]
		f.media[src] = fmt.Sprintf("media/image%d%s", len(f.parts)+1, ext)
		f.parts = append(f.parts, src)
	}
	id := f.relate(relation{"image", f.media[src], false})
	wide, high := float64(size.Width*dotEMU), float64(size.Height*dotEMU)
	if scale := min(mostWide/wide, mostHigh/high); scale < 1 {
		wide, high = wide*scale, high*scale
	}
	f.drawn++
	fmt.Fprintf(&f.b, `<w:r><w:drawing><wp:inline><wp:extent cx="%d" cy="%d"/><wp:docPr id="%d" name="%s" descr="%s"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">`+
		`<pic:pic><pic:nvPicPr><pic:cNvPr id="%d" name="%s"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="%s"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`+
		`<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%d" cy="%d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`,
		int(wide), int(high), f.drawn, escape(src), escape(alt), f.drawn, escape(src), id, int(wide), int(high))
}
