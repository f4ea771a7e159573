// Package collation puts words in the order in which readers of a language look them up:
// the orders of letters of CLDR, by weight, then by marks, then by case (UTS #10), with
// numbers by their value. It knows the scripts that indexes of books are in; the letters
// of others stand behind them in the order of Unicode. It is a leaf.
//
// The tables of golang.org/x/text/collate are those of Unicode 6.2, lack what has come
// since, and are a twentieth of the program; these are a two-hundredth of theirs.
package collation

import (
	_ "embed"
	"encoding/binary"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Made by order.mjs, and the words of the tests by words.mjs, in a node that has the ICU
// of their first lines: each node has another.
//
//go:embed orders.txt
var orders string

// Order is that of a language.
type Order struct {
	letters map[rune]letter
	several map[rune]string // letters that are sorted as several: æ as ae
	marks   map[rune]byte
}

// letter is where a letter stands.
type letter struct {
	weight  uint32 // letters of one weight differ by the next alone
	variant byte   // capitals and other forms of the letter
}

// For is the order of a language (BCP 47); one that CLDR has no order of its own for has
// that of all.
func For(lang string) *Order {
	lang, _, _ = strings.Cut(strings.ToLower(lang), "-")
	if lang == "no" || lang == "nn" {
		lang = "nb"
	}
	o := &Order{letters: make(map[rune]letter), several: make(map[rune]string), marks: make(map[rune]byte)}
	var scripts []script
	for line := range strings.Lines(orders) {
		of, line, _ := strings.Cut(strings.TrimSpace(line), " ")
		name, line, _ := strings.Cut(line, " ")
		groups := strings.Fields(line)
		switch {
		case of == "root" && name == "=":
			for _, g := range groups {
				r, n := utf8.DecodeRuneInString(g)
				o.several[r] = g[n:]
			}
		case of == "root" && name == "~":
			for i, g := range groups {
				if r, err := strconv.ParseInt(g, 16, 32); err == nil {
					o.marks[rune(r)] = byte(i)
				}
			}
		case of == "root":
			scripts = append(scripts, script{name, groups})
		case of == lang:
			for i := range scripts {
				if scripts[i].name == name {
					scripts[i].tailor(groups)
				}
			}
			for _, r := range line {
				delete(o.several, r) // a letter of its own here
			}
		}
	}
	o.weigh(scripts)
	return o
}

// script is the letters of one, those of one weight together.
type script struct {
	name   string
	groups []string
}

// tailor moves letters behind others: "c>ç".
func (s *script) tailor(moves []string) {
	for _, m := range moves {
		before, group, _ := strings.Cut(m, ">")
		at := 0
		var groups []string
		for _, g := range s.groups {
			if g = without(g, group); g == "" {
				continue
			}
			if groups = append(groups, g); before != "" && strings.Contains(g, before) {
				at = len(groups)
			}
		}
		s.groups = append(groups[:at:at], append([]string{group}, groups[at:]...)...)
	}
}

// without is a text without the letters of another.
func without(text, letters string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(letters, r) {
			return -1
		}
		return r
	}, text)
}

// weigh gives each letter its weight.
func (o *Order) weigh(scripts []script) {
	weight := uint32(0)
	for _, s := range scripts {
		for _, g := range s.groups {
			weight++
			variant := byte(0)
			for _, r := range g {
				o.letters[r] = letter{weight, variant}
				variant++
			}
		}
	}
}

// What stands before what, whatever the language.
const (
	blank = 1 + iota
	punctuation
	symbol
	number
	known   // letters that have a place in the order
	unknown // and those that have none
)

// Key is what a text is compared by, byte by byte.
func (o *Order) Key(text string) []byte {
	var k key
	for text = norm.NFC.String(text); text != ""; {
		if n := digits(text); n > 0 {
			k.number(text[:n])
			text = text[n:]
			continue
		}
		r, n := utf8.DecodeRuneInString(text)
		o.add(&k, r)
		text = text[n:]
	}
	return append(append(append(append(k.weights, 0), k.marks...), 0), k.variants...)
}

// digits is how many bytes of digits begin a text.
func digits(text string) (n int) {
	for _, r := range text {
		if !unicode.Is(unicode.Nd, r) {
			break
		}
		n += utf8.RuneLen(r)
	}
	return n
}

// add adds a character, a letter with its marks where it has no place of its own.
func (o *Order) add(k *key, r rune) {
	if several, ok := o.several[r]; ok {
		for _, part := range several {
			k.add(known, o.letters[part].weight, several[0])
		}
		return
	}
	if l, ok := o.letters[r]; ok {
		k.add(known, l.weight, l.variant)
		return
	}
	if parts := norm.NFD.PropertiesString(string(r)).Decomposition(); len(parts) > 0 {
		for _, part := range string(parts) {
			o.add(k, part)
		}
		return
	}
	switch {
	case unicode.Is(unicode.M, r):
		k.mark(r, o.marks[r])
	case unicode.IsSpace(r):
		k.add(blank, 0, 0)
	case unicode.IsPunct(r):
		k.add(punctuation, uint32(r), 0)
	case unicode.IsLetter(r):
		k.add(unknown, uint32(r), 0)
	default:
		k.add(symbol, uint32(r), 0)
	}
}

// key is a key in the making.
type key struct{ weights, marks, variants []byte }

func (k *key) add(class byte, weight uint32, variant byte) {
	k.weights = binary.BigEndian.AppendUint32(k.weights, uint32(class)<<24|weight)
	k.marks = append(k.marks, 1)
	k.variants = append(k.variants, 1+variant)
}

// mark adds a mark to the letter before it.
func (k *key) mark(r rune, weight byte) {
	k.marks = append(append(k.marks[:max(0, len(k.marks)-1)], 2, 1+weight, byte(r>>8), byte(r)), 1)
}

// number adds a number, which is compared by its value.
func (k *key) number(digits string) {
	var value []byte
	for _, r := range digits {
		if d := byte(digitOf(r)) + '0'; d != '0' || len(value) > 0 {
			value = append(value, d)
		}
	}
	k.add(number, uint32(len(value)), 0)
	k.weights = append(k.weights, value...)
}

// digitOf is the value of a digit. Unicode has them by tens from their zero on.
func digitOf(r rune) rune {
	from := r
	for unicode.Is(unicode.Nd, from-1) {
		from--
	}
	return (r - from) % 10
}
