package paragraph

import (
	"unicode"

	"warraq/content/char"
	"warraq/content/isolate"
	"warraq/fonts"
)

// run is a stretch of the text that one face sets. No hand is mixed into a
// word, and no mark is parted from its letter, on which alone it can stand: where
// the face asked for lacks a character, the next one that has them all sets the
// whole of the letters that stand together, or at the least a letter and its
// marks.
type run struct {
	to    int // its end among the runes
	font  fonts.Style
	face  *fonts.Face
	lacks bool // the face has not all its characters
}

// faceAt is the face that sets rune i in a style. Runes are asked for in their
// order.
func (c *Compositor) faceAt(i int, spans []Span, font fonts.Style) *fonts.Face {
	if i >= c.run.to || font != c.run.font {
		c.findRun(i, spans, font)
	}
	return c.run.face
}

// apportion finds which characters have faces of their own, as words in Latin letters and
// numbers may. What stands between two of a kind, or at the edge of a text that is all of
// one, is of that kind; what stands elsewhere is the text's.
func (c *Compositor) apportion() {
	t := &c.text
	if t.roles = t.roles[:0]; !c.faces.Parted() {
		return
	}
	const open = 0xFF
	mixed := false // some of it is the text's
	for i, r := range t.runes {
		role, ok := c.faces.RoleOf(r)
		switch {
		case clings(r) && i > 0:
			role = t.roles[i-1]
		case !ok:
			role = open
		}
		t.roles = append(t.roles, role)
		mixed = mixed || role == fonts.OfText
	}
	for i := 0; i < len(t.roles); {
		to := i
		for to < len(t.roles) && t.roles[to] == open {
			to++
		}
		if to == i {
			i++
			continue
		}
		role := fonts.OfText
		switch {
		case i > 0 && to < len(t.roles):
			if t.roles[i-1] == t.roles[to] {
				role = t.roles[to]
			}
		case mixed:
		case i > 0:
			role = t.roles[i-1]
		case to < len(t.roles):
			role = t.roles[to]
		}
		for ; i < to; i++ {
			t.roles[i] = role
		}
	}
}

// role is that of rune i among the faces of text, Latin words and numbers.
func (t *text) role(i int) fonts.Role {
	if i >= len(t.roles) {
		return fonts.OfText
	}
	return t.roles[i]
}

// lacking notes rune i, in the run found last, if no face has it.
func (c *Compositor) lacking(i int, missing *[]Missing) {
	r := c.text.runes[i]
	if c.run.lacks && !c.run.face.Covers(r) && !isIgnorable(r) {
		*missing = append(*missing, Missing{int(c.text.span[i]), r})
	}
}

// findRun finds the run that begins at rune i. As a rule the face asked for has
// all up to the next space.
func (c *Compositor) findRun(i int, spans []Span, font fonts.Style) {
	role := c.text.role(i)
	own, runes := c.faces.FaceOf(font, role), c.text.runes
	end, lack := i, -1
	for ; end < len(runes) && end-i < maxWord && c.text.abides(end, spans, font) && c.text.role(end) == role; end++ {
		if lack < 0 && !own.Covers(runes[end]) && !isIgnorable(runes[end]) {
			lack = end
		}
	}
	c.run = run{to: max(end, i+1), font: font, face: own}
	if lack < 0 {
		return
	}
	to := together(runes, i, end)
	if c.run.to = to; lack >= to {
		return
	}
	if c.covered(runes[i:to]) || c.coveredButBoxes(runes[i:to]) {
		return
	}
	c.run.to = cluster(runes, i, to)
	if !c.covered(runes[i:c.run.to]) {
		c.run.face, _ = c.faces.Cover(font, runes[i])
		c.run.lacks = true
	}
}

// abides tells whether rune i is set in a style's font as what stands before it
// is, and no space parts them.
func (t *text) abides(i int, spans []Span, font fonts.Style) bool {
	r := t.runes[i]
	if r == ' ' || r == '\u00A0' || r == '\n' || isolate.IsDirective(r) {
		return false
	}
	style := spans[t.span[i]].Style
	return style.Object == nil && style.Font == font || clings(r)
}

// covered gives the run the first face that has all of some characters; ok is
// false where there is none.
func (c *Compositor) covered(runes []rune) (ok bool) {
	c.wanted = c.wanted[:0]
	for _, r := range runes {
		if !isIgnorable(r) {
			c.wanted = append(c.wanted, r)
		}
	}
	face, ok := c.faces.CoverAll(c.run.font, c.wanted)
	if ok {
		c.run.face = face
	}
	return ok
}

// coveredButBoxes gives the run the first face that has all of the characters
// which any face has; ok is false where no character is without a face, or no
// face has all others.
func (c *Compositor) coveredButBoxes(runes []rune) (ok bool) {
	var known []rune
	for _, r := range runes {
		if _, found := c.faces.Cover(c.run.font, r); found {
			known = append(known, r)
		}
	}
	c.run.lacks = len(known) < len(runes) && c.covered(known)
	return c.run.lacks
}

// together is where the characters end that one face sets with rune i, at most
// at end: letters with their marks, the digits of a number with the sign that
// surrounds them, or a pictograph.
func together(runes []rune, i, end int) int {
	of := kindOf(runes[i])
	if to := cluster(runes, i, end); of == apart || of == ofNumber && isKeycap(runes[i:to]) {
		return to
	}
	for i++; i < end && (kindOf(runes[i]) == of || isCombining(runes[i]) || isIgnorable(runes[i])); i++ {
	}
	return i
}

// cluster is where the marks of the character at rune i end, at most at end. What
// makes one pictograph of several goes with it (UTS #51, ED-16, ED-17): a tone of
// skin, a joiner and what it joins, the second letter of a flag.
func cluster(runes []rune, i, end int) int {
	flag := isFlagLetter(runes[i])
	for i++; i < end; i++ {
		r := runes[i]
		switch {
		case isCombining(r) || isIgnorable(r) || r == keycap || r >= 0x1F3FB && r <= 0x1F3FF:
		case flag && isFlagLetter(r):
			flag = false
		case runes[i-1] == joiner && r >= 0x2000 && kindOf(r) == apart:
		default:
			return i
		}
	}
	return i
}

const (
	joiner = '\u200D'
	keycap = '\u20E3' // encloses the digit before it
)

// isFlagLetter tells the letters of which two make a flag.
func isFlagLetter(r rune) bool { return r >= 0x1F1E6 && r <= 0x1F1FF }

// isKeycap tells a digit that is enclosed.
func isKeycap(cluster []rune) bool { return cluster[len(cluster)-1] == keycap }

// The kinds of characters that keep together.
const (
	apart = iota
	ofWord
	ofNumber
)

func kindOf(r rune) int {
	switch {
	case char.IsLetter(r) || isCombining(r) || isIgnorable(r):
		return ofWord
	case char.IsDigit(r) || unicode.Is(unicode.Prepended_Concatenation_Mark, r):
		return ofNumber
	}
	return apart
}

// isCombining tells the marks that cannot be set without their letter.
func isCombining(r rune) bool { return r >= 0x0300 && char.In(r, char.Mn) }

// clings tells what goes on with a word in whatever style: marks, and the signs
// of the Quran among them.
func clings(r rune) bool { return isMark(r) || isCombining(r) }
