package cover

import (
	"math"
	"strings"
	"unicode/utf8"

	"warraq/content"
	"warraq/content/design"
	"warraq/content/direct"
	"warraq/content/locale"
	"warraq/fonts"
	"warraq/layout/display"
	"warraq/layout/paragraph"
)

// Measures of the back, in units where nothing else is said.
const (
	backSize    = 0.03  // of its text
	backLeast   = 7.0   // and at least, points
	backLead    = 1.75  // in sizes
	backApart   = 0.35  // between paragraphs, in leads
	backWidest  = 34    // measure, in sizes
	backTitle   = 0.062 // size of the title
	backTitleOn = 0.12  // where it begins, of the panel's height
	backAir     = 0.045 // from a frame to barcode and publisher
	backLarge   = 0.04  // size of a text that is short: of no more than
	backShort   = 0.45  // of the room
	backBrief   = 240   // characters of a text that is centred where its title is
	backMiddle  = 0.4   // of the room that is left, what stands above
)

// backLook is how a back is laid out: its texts in one rectangle; barcode and
// publisher in the lower corners of another.
type backLook struct {
	texts, corners display.Rect
	align          paragraph.Align
	ink, names     paragraph.Color
}

// back designs the back of a book: its title, what it is about, and at the foot
// the publisher across from the barcode. It gives the rectangle in whose corner
// that stands.
func (d *designer) back(text string, coded bool) display.Rect {
	look := d.backLook()
	names := look.corners
	if coded {
		names.W -= codeWidth + d.gap()
		if d.style.LTR { // the barcode is at the spine
			names.X = look.corners.X
		} else {
			names.X += codeWidth + d.gap()
		}
	}
	p := d.of(plan{max(names.W, 1), paragraph.Start, look.ink, look.names}, d.words.publisher, display.BookPublisher, publisherSize, 0.08)
	if !coded {
		p.align = look.align
	}
	publisher := d.crowned(plan{p.measure, p.align, look.ink, look.names}, d.set(p))
	foot := look.corners.Y + look.corners.H
	d.put(publisher, names.X, foot-publisher.height)

	above := publisher.below(d.gap())
	if coded {
		above = max(above, codeHeight+d.gap())
	}
	look.texts.H = min(look.texts.H, foot-above-look.texts.Y)
	d.backTexts(look, text)
	return look.corners
}

// backLook draws what the style of the theme has on the back.
func (d *designer) backLook() backLook {
	p, u := d.panel, d.unit
	whole := display.Rect{W: p.W, H: p.H}
	ground, on := paper(d.look.Ground), d.look.Ornament.On
	d.ground(ground)
	ink := legible(d.look.Ink.Color, ground)
	look := backLook{align: paragraph.Center, ink: ink, names: ink}
	var frame display.Rect
	switch d.look.Style {
	case design.CoverBlock:
		foot := math.Round(blockFoot * p.H)
		look.names = d.strip(foot)
		look.align = paragraph.Start
		look.corners = inset(whole, blockEdge*u)
		look.texts = inset(display.Rect{W: p.W, H: foot}, blockEdge*u)
		return look
	case design.CoverLattice:
		w, h := d.stars(ground)
		frame = display.Rect{X: w, Y: h, W: p.W - 2*w, H: p.H - 2*h}
		d.latticeField(frame, ground)
		frame = inset(frame, latticeInner*u)
		if on {
			look.names = legible(d.look.Ornament.Color, ground)
		}
	case design.CoverPlate:
		frame = inset(whole, (plateEdge-backAir)*u)
	case design.CoverHills:
		look.ink, look.names = d.scenery(ground, false)
		look.corners = inset(whole, hillEdge*u)
		look.texts = inset(display.Rect{W: p.W, H: (farHill - farRise) * p.H}, hillEdge*u)
		return look
	default:
		frame = d.frameLines()
	}
	look.corners = inset(frame, backAir*u)
	look.texts = inset(frame, frameAir*u)
	return look
}

// backTexts sets title and text, or the title with what it is a part of: a little above
// the middle of their room where they are centred, else at its foot, as on the front.
func (d *designer) backTexts(look backLook, text string) {
	in, gap := look.texts, d.gap()
	if in.H <= 0 {
		d.leave(text)
		return
	}
	if clean(text) == "" {
		text = strings.Join([]string{d.words.subtitle, d.words.authors, d.words.series}, "\n")
	}
	title := d.of(plan{in.W, look.align, look.ink, look.ink}, d.words.title, 0, backTitle, 1)
	title.font, title.room = fonts.Style{Bold: d.style.Opener.Bold, Role: fonts.OfHeadings}, in.H/3
	head := d.set(title)
	if d.paragraphsAt(text, look, backLeast).height > in.H-head.height-backTitleOn*d.panel.H {
		head = block{} // the text needs the room
	}
	ruled := look.align == paragraph.Center && d.look.Ornament.On && head.height > 0
	under := gap
	if ruled {
		under = 2 * gap
	}
	b := d.paragraphs(text, look, in.H-head.below(under))
	left := max(0, in.H-head.height-b.below(under))
	y := in.Y + left
	if look.align == paragraph.Center {
		y = in.Y + backMiddle*left
	}
	if head.height > 0 {
		y = d.put(head, in.X, y)
		if ruled && y+gap < in.Y+in.H {
			d.divider(d.panel.W/2, y+gap)
		}
		y += under
	}
	d.put(b, d.backX(look, b.size), y)
}

// paragraphs sets a text as large as a room lets it be.
func (d *designer) paragraphs(text string, look backLook, room float64) block {
	if clean(text) == "" {
		return block{}
	}
	if b := d.paragraphsAt(text, look, max(backLarge*d.unit, backLeast)); b.height <= backShort*room {
		return b
	}
	for size := max(backSize*d.unit, backLeast); ; size = max(size*shrink, backLeast) {
		b := d.paragraphsAt(text, look, math.Floor(size/step+1e-6)*step)
		if b.height > room && size > backLeast {
			continue
		}
		if full := len(b.texts); b.height > room {
			if b = b.cut(room); len(b.texts) < full {
				d.leave(text)
			}
		}
		return b
	}
}

// backX is where the text on the back begins, of a size.
func (d *designer) backX(look backLook, size float64) float64 {
	left := look.texts.W - d.backMeasure(look, size)
	switch {
	case look.align != paragraph.Start:
		return look.texts.X + left/2
	case d.style.LTR:
		return look.texts.X
	}
	return look.texts.X + left
}

// backMeasure is the measure of the text on the back, of a size.
func (d *designer) backMeasure(look backLook, size float64) float64 {
	return min(look.texts.W, backWidest*max(size, backSize*d.unit, backLeast))
}

// paragraphsAt sets a text at a size.
func (d *designer) paragraphsAt(text string, look backLook, size float64) block {
	style := &paragraph.Style{Size: size, Lang: d.lang, Color: look.ink}
	align := paragraph.Justify
	if look.align == paragraph.Center && utf8.RuneCountInString(text) < backBrief {
		align = paragraph.Center
	}
	form := paragraph.Form{Measure: d.backMeasure(look, size), Align: align, LTR: d.style.LTR, Lang: d.lang, Kashida: d.kashida}
	b := block{size: size}
	y, depth := 0.0, 0.0
	for text := range strings.SplitSeq(text, "\n") {
		if text = clean(text); text == "" {
			continue
		}
		if dir := direct.Against(text, d.dir()); dir != locale.Auto {
			form.LTR = dir == locale.LTR
		} else {
			form.LTR = d.style.LTR
		}
		set := d.comp.Set([]paragraph.Span{{Text: text, Style: style}}, form)
		d.missing(set.Missing)
		for i := range set.Lines {
			line := &set.Lines[i]
			switch {
			case len(b.texts) == 0:
				y = line.Height
			case i == 0:
				y += backLead * size * backApart
				fallthrough
			default:
				y += max(backLead*size, depth+line.Height+inkGap*size)
			}
			depth = line.Depth
			b.texts = append(b.texts, &display.Text{Y: y, Line: line})
			b.height = y + max(depth, hang*size)
		}
	}
	return b
}

// leave warns that the back has not the room for its text.
func (d *designer) leave(text string) {
	if clean(text) != "" {
		d.panel.Warnings = append(d.panel.Warnings, content.Problem{
			What: "cover: the text for the back is too long for it, and its end is left out",
			Hint: "give a shorter one under `cover: back-text:`"})
	}
}
