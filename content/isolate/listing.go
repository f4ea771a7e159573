package isolate

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/content/char"
)

// Mark is a control of UAX #9, LRI, RLI, PDI or RLM, that is to stand before the
// byte At of a line.
type Mark struct {
	At      int
	Control rune
}

// Listing finds the isolates of the lines of a listing, one after the other, so
// that the code keeps its order around what is said in it from right to left
// (UTS #55 3): a comment and the inside of a string run as their first letter
// does, each as a whole, and so do the lines of a comment or a string that goes
// over several; in prose, a line that begins with a letter from right to left
// does so to its end; other words are isolated with those beside them.
//
// In a listing that itself runs from right to left, what brackets hold is
// isolated where it begins with a letter from left to right, so that the full
// stop of a class and the sign of an anchor stay before their names.
type Listing struct {
	rest     string // the lines that have not been asked for
	comments []comment
	prose    bool
	raw      bool
	rtl      bool
	closing  string          // of a comment or string that the line before left open
	absent   map[string]bool // closing marks that the rest is known not to hold
	marks    []Mark
	alone    string // quotation marks that nothing closes in the rest of the line
	finder   Finder
}

// NewListing begins the listing text, written in a language by the name that
// stands behind the fence of its block.
func NewListing(text, language string, rtl bool) *Listing {
	return &Listing{rest: text, comments: commentsOf(language), prose: isProse(language), raw: hasRaw(language), rtl: rtl, absent: make(map[string]bool)}
}

// Inline gives the marks of code within a text, as those of the only line of a
// listing that is no prose.
func Inline(code string) []Mark {
	if !strings.ContainsFunc(code, isLetterRTL) {
		return nil
	}
	return NewListing(code, "code", false).Line(code)
}

// Line gives the marks of the next line in their order. The line may have lost
// its indent and have other spaces than the listing has. What is returned is valid
// until the next call.
func (l *Listing) Line(line string) []Mark {
	l.marks, l.alone = l.marks[:0], ""
	_, l.rest, _ = strings.Cut(l.rest, "\n")
	if l.rtl {
		l.bracketed(line)
		return l.marks
	}
	at := l.goOn(line)
	l.code(line, at, l.prose && beginsRTL(line) && !drawsTree(line))
	return l.marks
}

// goOn isolates what goes on from the line before and gives where that ends.
func (l *Listing) goOn(line string) int {
	if l.closing == "" {
		return 0
	}
	end := strings.Index(line, l.closing)
	lead := len(line) - len(strings.TrimLeft(line, spaces+"*"))
	if end < 0 {
		l.isolate(line, lead, len(line))
		return len(line)
	}
	l.isolate(line, min(lead, end), end)
	end += len(l.closing)
	l.closing = ""
	return end
}

// code isolates what a line says from byte at on.
func (l *Listing) code(line string, at int, prose bool) {
	if !strings.ContainsFunc(line, isLetterRTL) && !opensBlock(line[at:], l.comments) && (!l.raw || !strings.Contains(line[at:], "`")) {
		return
	}
	first := len(line) - len(strings.TrimLeft(line, spaces))
	for at < len(line) {
		if c := l.commentAt(line, at, first); c.open != "" {
			at = l.inside(line, c.opened(line, at+len(c.open)), c.close)
			continue
		}
		r, size := utf8.DecodeRuneInString(line[at:])
		switch {
		case r == '"' || r == '\'' || r == '`':
			at = l.quoted(line, at)
		case isLetterRTL(r):
			end := len(line)
			if !prose {
				end = at + wordsRTL(line[at:])
			} else if isNumbering(line[first:at]) {
				at = first
			}
			l.isolate(line, at, end)
			at = end
		default:
			at += size
		}
	}
}

// inside isolates what stands from byte at on before a closing mark, or before the
// end of the line if there is none, and gives where the code goes on.
func (l *Listing) inside(line string, at int, closing string) int {
	if closing != "" {
		if end := strings.Index(line[at:], closing); end >= 0 {
			l.isolate(line, at, at+end)
			return at + end + len(closing)
		}
		if l.below(closing) {
			l.closing = closing
		}
	}
	l.isolate(line, at, len(line))
	return len(line)
}

// quoted isolates the inside of the string that a quotation mark at byte at opens
// and gives where the code goes on: behind the mark, if it opens none.
func (l *Listing) quoted(line string, at int) int {
	rest := line[at:]
	for _, mark := range triples {
		if strings.HasPrefix(rest, mark) && (strings.Contains(rest[3:], mark) || l.below(mark)) {
			return l.inside(line, at+3, mark)
		}
	}
	end := l.closingQuote(rest)
	if end == 0 && rest[0] == '`' && l.raw && l.below("`") {
		return l.inside(line, at+1, "`")
	}
	if end <= 1 {
		return at + 1
	}
	l.isolate(line, at+1, at+end)
	return at + end + 1
}

// below tells whether the lines that are left hold a closing mark.
func (l *Listing) below(closing string) bool {
	if l.absent[closing] {
		return false
	}
	l.absent[closing] = !strings.Contains(l.rest, closing)
	return !l.absent[closing]
}

// closingQuote is where the quotation mark stands that closes the string at the
// start of s, 0 where none does. Then none closes another further on: all are
// escaped.
func (l *Listing) closingQuote(s string) int {
	if strings.IndexByte(l.alone, s[0]) >= 0 {
		return 0
	}
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case s[0]:
			return i
		}
	}
	l.alone += s[:1]
	return 0
}

// wordsRTL is the length of the words from right to left at the start of s.
func wordsRTL(s string) int {
	end := 0
	for i, r := range s {
		switch {
		case isLetterRTL(r):
			end = i + utf8.RuneLen(r)
		case r != ' ' && r != '\u00A0' && !isRightToLeft(r):
			return end
		}
	}
	return end
}

// isolate makes an isolate of the bytes from…to-1, which runs as their first
// letter does, if they have one from right to left. Spaces at the ends stay
// outside.
func (l *Listing) isolate(line string, from, to int) {
	inner := strings.TrimFunc(line[from:to], unicode.IsSpace)
	if !strings.ContainsFunc(inner, isLetterRTL) {
		return
	}
	from += strings.Index(line[from:to], inner)
	if tag := tagEnd(inner); tag > 0 {
		first := tag + strings.IndexFunc(inner[tag:], isLetterRTL)
		from, inner = from+first, inner[first:]
	}
	control := LRI
	if beginsRTL(inner) {
		control = RLI
	}
	l.marks = append(l.marks, Mark{from, control})
	l.stretches(inner, from, control == LRI)
	l.marks = append(l.marks, Mark{from + len(inner), PDI})
}

// stretches isolates, in what begins at byte from and is isolated itself, what
// reads from left to right in any text: C++, main(), ${x}, an address that ends in
// Arabic letters. What is Latin around it is isolated with it.
func (l *Listing) stretches(inner string, from int, ltr bool) {
	text := []rune(inner)
	escapes := escapesIn(text)
	if !Numbered(text) && len(escapes) == 0 {
		return
	}
	l.finder.Find(text, ltr)
	w := walk{text: text, at: from}
	for _, s := range withEscapes(l.finder.Found, escapes) {
		switch {
		case s.Parts && !ltr:
			l.marks = append(l.marks, Mark{w.to(s.To), RLM})
		case s.Parts, s.Dash, ltr && !s.Mixed, slices.ContainsFunc(text[s.From:s.To], isArabicDigit):
		default:
			l.isolated(&w, s, ltr)
		}
	}
}

// walk goes through a text from its beginning, rune by rune and byte by byte.
type walk struct {
	text       []rune
	passed, at int // runes that are behind, and the byte behind them
}

// to goes on to a rune, and tells at which byte it begins.
func (w *walk) to(i int) int {
	w.at += len(string(w.text[w.passed:i]))
	w.passed = i
	return w.at
}

// isolated isolates a stretch, and in a mixed one the parts that run from right to left.
func (l *Listing) isolated(w *walk, s Stretch, ltr bool) {
	first := s.From
	if s.Latin {
		first = phraseStart(w.text, w.passed, s.From)
	}
	if !ltr {
		l.marks = append(l.marks, Mark{w.to(first), LRI})
	}
	for part := first; s.Mixed && part < s.To; {
		end := part
		for end < s.To && !Divides(w.text[end]) {
			end++
		}
		if slices.ContainsFunc(w.text[part:end], isRightToLeft) {
			l.marks = append(l.marks, Mark{w.to(part), LRI}, Mark{w.to(end), PDI})
		}
		part = end + 1
	}
	if !ltr {
		l.marks = append(l.marks, Mark{w.to(s.To), PDI})
	}
}

// escapesIn are the backslashes in a text with what they escape: \", \n, \\.
func escapesIn(text []rune) (all []Stretch) {
	for i := 0; i+1 < len(text); i++ {
		if text[i] == '\\' && text[i+1] > ' ' && text[i+1] < 0x7F {
			to := i + 2
			for text[i+1] == 'u' && to < len(text) && to < i+6 && isHexadecimal(text[to]) {
				to++
			}
			all = append(all, Stretch{From: i, To: to})
			i = to - 1
		}
	}
	return all
}

// withEscapes are stretches and those escapes that are in none of them, in order.
func withEscapes(found, escapes []Stretch) []Stretch {
	if len(escapes) == 0 {
		return found
	}
	all := make([]Stretch, 0, len(found)+len(escapes))
	for _, e := range escapes {
		for len(found) > 0 && found[0].To <= e.From {
			all, found = append(all, found[0]), found[1:]
		}
		if len(found) == 0 || found[0].From >= e.To {
			all = append(all, e)
		}
	}
	return append(all, found...)
}

// phraseStart is where the Latin phrase begins that goes on at i, least at the
// earliest.
func phraseStart(text []rune, least, i int) int {
	start := i
	for k := i - 1; k >= least && !isRightToLeft(text[k]) && text[k] != '\u060C'; k-- {
		if isLatin(text[k]) || IsDigit(text[k]) {
			start = k
		}
	}
	return start
}

// isNumbering tells the number of a line of text, and what parts it from it: 1. نص
func isNumbering(s string) bool {
	rest := strings.TrimLeftFunc(s, IsDigit)
	return rest != s && strings.Trim(rest, spaces+".)-") == ""
}

// drawsTree tells a line that begins with a branch, as those of a folder's tree do:
// a name stands behind it.
func drawsTree(line string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(line, spaces))
	return r >= 0x2500 && r <= 0x257F
}

// isProse tells the languages of listings that are text rather than code; a
// listing of no language may be either.
func isProse(language string) bool {
	switch strings.ToLower(language) {
	case "", "text", "txt", "plain", "md", "markdown":
		return true
	}
	return false
}

// beginsRTL tells whether the first letter is one from right to left.
func beginsRTL(s string) bool {
	at := strings.IndexFunc(s, char.IsLetter)
	if at < 0 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[at:])
	return isLetterRTL(r)
}

func isLetterRTL(r rune) bool { return isRightToLeft(r) && char.IsLetter(r) }
