package layout

import (
	"strings"

	"warraq/content"
	"warraq/content/design"
	"warraq/fonts"
	"warraq/layout/display"
	"warraq/layout/format"
	"warraq/layout/paragraph"
)

// The ornament of three stars, in Arabic and where no face has those.
const (
	stars     = "\u066D\u00A0\u00A0\u066D\u00A0\u00A0\u066D"
	asterisks = "*\u00A0\u00A0*\u00A0\u00A0*"
)

// ornament is the text of an ornament; "" for a rule and for none. What no
// face has becomes the otherwise.
func (m *manuscript) ornament(o, otherwise design.Ornament) string {
	text := string(o)
	switch o {
	case design.NoOrnament, design.RuleOrnament:
		return ""
	case design.StarsOrnament:
		text = stars
	}
	for _, r := range text {
		if _, ok := m.faces.Cover(fonts.Style{}, r); ok || r == ' ' {
			continue
		}
		if o == design.StarsOrnament {
			return asterisks
		}
		return m.ornament(otherwise, design.NoOrnament)
	}
	return strings.ReplaceAll(text, " ", "\u00A0")
}

// pause sets a break in the text on a row of its own.
func (s *setter) pause(b *content.Break, col column) []row {
	st := &s.style
	col.indent, col.align, col.lang, col.color = 0, paragraph.Center, "", st.PauseColor
	rows := []row{{height: col.leading, snap: col.grid}}
	if text := s.ornament(st.Pause, design.StarsOrnament); text != "" {
		rows = s.plain(text, col, b.ID)
	} else if st.Pause == design.RuleOrnament {
		line := s.shortRule(col, col.leading/2)
		line.X, line.W = col.left+col.width*(1-pauseRule)/2, col.width*pauseRule
		line.Color, line.Elem = st.PauseColor, b.ID
		rows[0].items = []display.Item{line}
	}
	s.aired(rows, col)
	return rows
}

// pauseRule is the length of a rule in a break, as a part of its column.
const pauseRule = 0.2

// shortRule is the ornament of a rule: in the middle of a column, or at its
// start edge as what stands over it.
func (s *setter) shortRule(col column, y float64) *display.Rule {
	st := &s.style
	w := min(st.RuleLength, col.width)
	x := col.left + (col.width-w)/2
	if col.align == paragraph.Start {
		x = col.startOf(w)
	}
	return &display.Rule{Rect: display.Rect{X: x, Y: y, W: w, H: st.RuleWeight}, Color: st.OpenerInk.Color}
}

// startOf is the left edge of a width that stands at the column's start edge.
func (c column) startOf(width float64) float64 {
	if c.ltr {
		return c.left
	}
	return c.left + c.width - width
}

// endOf is the left edge of a width that stands at the column's end edge.
func (c column) endOf(width float64) float64 {
	c.ltr = !c.ltr
	return c.startOf(width)
}

// openerOrnament is what stands under a chapter's title, y points below the
// top of its row: a rule, a sign, or nothing. A sign sits as much lower as it
// is taller than a rule.
func (s *setter) openerOrnament(col column, y float64) []display.Item {
	st := &s.style
	if !st.OpenerInk.On {
		return nil
	}
	text := s.sign()
	if text == "" {
		if st.Ornament == design.NoOrnament {
			return nil
		}
		return []display.Item{s.shortRule(col, y)}
	}
	col.font, col.size, col.leading, col.lang, col.color = fonts.Style{}, st.Opener.Size, st.Leading, "", st.OpenerInk.Color
	rows := s.plain(text, col, 0)
	if len(rows) == 0 {
		return nil
	}
	sign := rows[0].items[0].(*display.Text)
	sign.Y = y + st.Leading*signDrop
	return []display.Item{sign}
}

// sign is the sign that adorns the titles of chapters and the title page; ""
// where it is a rule, or none.
func (s *setter) sign() string {
	if !s.style.OpenerInk.On {
		return ""
	}
	return s.ornament(s.style.Ornament, design.RuleOrnament)
}

// signDrop is how far the baseline of a sign stands below where a rule would,
// in leadings.
const signDrop = 0.5

// caption is the column of a caption.
func (s *setter) caption(col column) column {
	col.align, col.color = s.style.CaptionAlign, s.style.CaptionColor
	return col
}

// barWidth is the thickness of bars at the start edge of boxes and quotations,
// and frameWeight that of frames, in points.
const (
	barWidth    = 2.2
	frameWeight = 0.6
)

// barred draws a bar at the start edge of the rows of a quotation.
func (s *setter) barred(rows []row, col column) {
	bar := s.style.QuoteBar
	if !bar.On {
		return
	}
	at := col.inset(s.style.QuoteInset * 0.3)
	backed(rows, at.startOf(barWidth), barWidth, bar.Color)
}

// grounded lays a ground behind rows, as wide as the column col.
func (s *setter) grounded(rows []row, col column, paint format.Paint) {
	if !paint.On || len(rows) == 0 {
		return
	}
	above, below := overshoot(rows)
	air := max(s.style.BoxPad*0.5, above+inkGap, below+inkGap)
	pad(rows, air, air)
	backed(rows, col.left, col.width, paint.Color)
}
