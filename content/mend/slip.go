package mend

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"warraq/content/char"
	"warraq/content/setup"
)

// slip is one place to report; edit is one to change. Both are byte ranges of
// the run.
type slip struct {
	kind       slipKind
	start, end int
}

type edit struct {
	start, end int
	with       string
}

// notable marks the bytes at which the quick look stops: the space, the ASCII
// marks that have Arabic counterparts, the last bytes of tatweel and of
// the signs that compose with letters, and those of doubts.
var notable = func() (at [256]bool) {
	for _, c := range []byte{'"', ' ', ',', ';', '?', 0x8c, 0x9b, 0x9f, 0x80, 0x93, 0x94, 0x95, 0xcc, 0xcd} {
		at[c] = true
	}
	for c, look := range doubtsAt {
		at[c] = at[c] || look != nil
	}
	return at
}()

// worthALook is the quick look: false means that a text has no slip inside.
func worthALook(s string) bool {
	for i := 0; i < len(s); i++ {
		if !notable[s[i]] {
			continue
		}
		switch c := s[i]; c {
		case ' ':
			if opensOddly(s[i+1:]) {
				return true
			}
		case 0x8c, 0x9b, 0x9f: // ، ؛ ؟ before a letter
			if i > 0 && s[i-1] == 0xd8 && i+1 < len(s) && s[i+1] >= 0xd8 && s[i+1] <= 0xdb || worthADoubt(s, i) {
				return true
			}
		case 0x80, 0x93, 0x94, 0x95:
			if i > 0 && s[i-1] == 0xd9 || c == 0x94 && worthADoubt(s, i) {
				return true
			}
		case ',', ';', '?':
			return true
		case 0xcc, 0xcd:
			if i+1 < len(s) && s[i+1] < 0xb0 || c == 0xcc || worthADoubt(s, i) {
				return true
			}
		default:
			if worthADoubt(s, i) {
				return true
			}
		}
	}
	return false
}

// opensOddly tells whether what follows a space may make a slip of it.
func opensOddly(s string) bool {
	if s == "" {
		return false
	}
	switch s[0] {
	case ' ', ':', '.', '!':
		return true
	case 0xd8: // ، ؛ ؟
		return len(s) > 1 && (s[1] == 0x8c || s[1] == 0x9b || s[1] == 0x9f)
	case 0xdb: // ۔
		return len(s) > 1 && s[1] == 0x94
	}
	return false
}

// finder looks through one run for slips.
type finder struct {
	s      string
	n      setup.Normalize
	slips  []slip
	edits  []edit
	blank  int  // where the blanks before the rune in hand begin, -1 for none
	strong rune // last letter
	base   rune // last character that is no blank, mark or closing bracket
	adhere rune // last character that is no mark, blanks included
	start  int  // where the last character that is no mark begins
	script int  // how many more letters are Arabic, once counted
}

// findSlips gives the slips of kinds that n does not choose, and the edits that
// mend those it does.
func findSlips(s string, n setup.Normalize) ([]slip, []edit) {
	f := finder{s: s, n: n, blank: -1}
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		end := i + size
		switch {
		case r >= 'ء' && r <= 'ي' && r != char.Tatweel: // nearly all there is
			if f.blank >= 0 {
				f.blanks(i)
			}
			f.strong, f.base, f.adhere, f.start = r, r, r, i
			i = end
			continue
		case r == ' ':
			if f.blank < 0 {
				f.blank = i
			}
			f.adhere, f.start = r, i
			i = end
			continue
		case r == char.Tatweel:
			f.blanks(i)
			end = f.tatweels(i)
		case composes(r):
			f.blanks(i)
			end = f.composition(i, end)
		default:
			end = f.mark(i, end, r)
		}
		f.remember(r, i)
		i = end
	}
	return f.slips, f.edits
}

// remember keeps what the next rune wants to know of this one.
func (f *finder) remember(r rune, at int) {
	if isMark(r) {
		return
	}
	f.adhere, f.start = r, at
	if char.IsLetter(r) && r != char.Tatweel {
		f.strong = r
	}
	f.blank = -1
	if r != other && !unicode.Is(unicode.Pe, r) && !unicode.Is(unicode.Pf, r) && r != '"' {
		f.base = r
	}
}

// add keeps one slip: as an edit when its kind is chosen, else to be reported.
func (f *finder) add(chosen bool, kind slipKind, e edit) {
	if chosen {
		f.edits = append(f.edits, e)
	} else {
		f.slips = append(f.slips, slip{kind, e.start, e.end})
	}
}

// blanks looks at the blanks before byte i, which no punctuation follows.
func (f *finder) blanks(i int) {
	if f.blank >= 0 && i-f.blank > 1 {
		f.add(f.n.Spaces, doubledSpace, edit{f.blank, i, " "})
	}
	f.blank = -1
}

// mark looks at a character that may be a punctuation mark and at the blanks
// before it.
func (f *finder) mark(i, end int, r rune) int {
	next, _ := utf8.DecodeRuneInString(f.s[end:])
	if f.face(r, next, i) {
		f.blanks(i)
		return end
	}
	arabic := arabicMark(r)
	ascii := arabic != 0 && f.betweenArabic(end) && !f.isLatin()
	word := end < len(f.s) && (char.IsLetter(next) || char.IsDigit(next))
	misplaced := f.blank > 0 && f.strong != 0 && (strings.ContainsRune("،؛؟۔", r) || ascii ||
		strings.ContainsRune(":.!", r) && isArabic(f.strong) && f.endsThere(r, end) && !f.partOfNumber(r, end))
	if !misplaced {
		f.blanks(i)
	}
	with := string(r)
	if ascii && f.n.Punctuation {
		with = string(arabic)
	}
	if misplaced {
		f.add(f.n.Spaces, spaceBefore, edit{f.blank, i, ""})
		if f.n.Spaces && word {
			with += " "
		}
	}
	touches := !misplaced && (strings.ContainsRune("،؛؟", r) || ascii && f.n.Punctuation) && i > 0 && isArabic(f.adhere) && isArabic(next)
	switch {
	case touches && f.n.Spaces:
		with += " "
	case touches:
		f.slips = append(f.slips, slip{touchingMark, i, end})
	}
	if ascii && !f.n.Punctuation {
		f.slips = append(f.slips, slip{asciiMark, i, end})
	}
	if (ascii || misplaced || touches) && with != string(r) {
		f.edits = append(f.edits, edit{i, end, with})
	}
	return end
}

// face tells a mark with which a face begins, such as ;) or ؛), at byte i.
func (f *finder) face(r, next rune, i int) bool {
	return (r == ';' || r == '؛') && (next == '(' || next == ')' && !bracketOpen(f.s[:i]))
}

// isLatin tells whether the run begins in another script than Arabic and most of its
// letters are of that: the marks are its own.
func (f *finder) isLatin() bool {
	if first := strings.IndexFunc(f.s, char.IsLetter); f.script != 0 || isArabic(runeAt(f.s, max(first, 0))) {
		return f.script < 0
	}
	for _, r := range f.s {
		switch {
		case isArabic(r):
			f.script++
		case char.IsLetter(r):
			f.script--
		}
	}
	return f.script < 0
}

// endsThere tells whether the mark r, which ends at byte i, ends something: behind
// it comes a space, a letter of Arabic, a closing mark or nothing more. What else
// begins with such a mark is of a program (./run.sh, !=, ::before) or a face :).
func (f *finder) endsThere(r rune, i int) bool {
	rest := strings.TrimLeft(f.s[i:], "!؟?.…")
	next, _ := utf8.DecodeRuneInString(rest)
	switch {
	case rest == "" || next == ' ' || next == '\n':
		return true
	case next == ')':
		return r != ':' && bracketOpen(f.s[:i])
	case rest == f.s[i:] && isArabic(next):
		return true
	}
	return strings.ContainsRune("»”\"’]«“", next)
}

// partOfNumber tells a dot of an ellipsis and a colon between digits, as in a
// ratio: spaces are at home before them. The mark r ends at byte i.
func (f *finder) partOfNumber(r rune, i int) bool {
	if r == '.' {
		return strings.HasPrefix(f.s[i:], ".")
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(f.s[i:], " "))
	return r == ':' && char.IsDigit(f.base) && char.IsDigit(next)
}

// arabicMark is the Arabic counterpart of an ASCII mark, 0 for all else.
func arabicMark(r rune) rune {
	switch r {
	case ',':
		return '،'
	case ';':
		return '؛'
	case '?':
		return '؟'
	}
	return 0
}

// betweenArabic tells whether an Arabic letter stands before the mark that ends
// at byte i, and one, or nothing more, behind it.
func (f *finder) betweenArabic(i int) bool {
	if !isArabic(f.base) {
		return false
	}
	for _, r := range f.s[i:] {
		if char.IsLetter(r) {
			return isArabic(r)
		}
		if char.IsDigit(r) || r == other {
			return false
		}
	}
	return true
}

// tatweels looks at one or more tatweels from byte i on, and gives the byte
// behind them. Between two letters, one without a mark on it is a slip; at
// either end of a word it means something, as in هـ for the Hijri year.
func (f *finder) tatweels(i int) int {
	end := i
	for strings.HasPrefix(f.s[end:], string(char.Tatweel)) {
		end += len(string(char.Tatweel))
	}
	after := strings.TrimLeftFunc(f.s[end:], isMark)
	marked := len(after) < len(f.s)-end
	next, _ := utf8.DecodeRuneInString(after)
	if isArabic(f.adhere) && isArabic(next) {
		bare := end
		if marked {
			bare -= len(string(char.Tatweel))
		}
		if bare > i {
			f.add(f.n.Tatweel, bareTatweel, edit{i, bare, ""})
		}
	}
	return end
}

// composition looks at a sign that composes with letters, and at all signs that
// stand on the same letter.
func (f *finder) composition(i, end int) int {
	for end < len(f.s) {
		r, size := utf8.DecodeRuneInString(f.s[end:])
		if !isMark(r) {
			break
		}
		end += size
	}
	letter := f.s[f.start:end]
	if i > 0 && utf8.RuneCountInString(norm.NFC.String(letter)) < utf8.RuneCountInString(letter) && !f.n.Composition {
		f.slips = append(f.slips, slip{decomposed, f.start, end})
	}
	return end
}

// composes tells the signs that make one letter with the letter before them:
// madda and hamza, and the accents of Latin, Greek and Cyrillic.
func composes(r rune) bool {
	return r >= 0x653 && r <= 0x655 || r >= 0x300 && r <= 0x36f
}

func isMark(r rune) bool {
	return r >= 0x300 && char.In(r, char.Mn)
}

// isArabic tells the letters of the Arabic script.
func isArabic(r rune) bool {
	return r >= 0x620 && unicode.Is(unicode.Arabic, r) && unicode.IsLetter(r)
}
