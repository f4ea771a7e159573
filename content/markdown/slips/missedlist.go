package slips

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"

	"warraq/content/locale"
	"warraq/content/markdown/source"
	"warraq/content/pattern"
)

// listMark is what a line opens with that may have been meant to open an item of
// a list and does not.
type listMark struct {
	form   markForm
	number int
	roman  int // of letters: what they are as a Roman number; 0 where they are none
	line   string
	at     int  // where the line is
	told   bool // it, or one before it in the same list, has been told of
}

type markForm uint8

const (
	noMark       markForm = iota
	arabicDigits          // ١. بند
	dashedNumber          // 1- بند
	unspaced              // 1.بند
	bracketed             // (1) بند
	spaced                // 2. بند, below a line of text
	letterMark            // أ. بند
	latinLetter           // a) item
	romanNumber           // ii. item
	bulletSign            // • بند
	unspacedSign          // -بند
	dashSign              // – بند
)

// markSlips say what is the matter with each form.
var markSlips = [...]struct{ kind, hint string }{
	arabicDigits: {"Arabic digits that open no list", "write 1. 2. 3.; the book writes them with its own digits"},
	dashedNumber: {"a number and a dash that open no list", "write `1. ` in place of `1- `"},
	unspaced:     {"a number that touches its item and opens no list", "leave a blank behind it: `1. `"},
	bracketed:    {"numbers in brackets that open no list", "write 1. 2. 3."},
	spaced:       {"a list that begins within a paragraph, set as running text", "leave an empty line above its first item"},
	letterMark:   {"letters that open no list", "write 1. 2. 3. and {.abjad} or {.alif-ba} in the line above the list"},
	latinLetter:  {"letters that open no list", "write 1. 2. 3."},
	romanNumber:  {"letters that open no list", "write 1. 2. 3."},
	bulletSign:   {"a sign that opens no list", "write a hyphen and a blank: `- `"},
	unspacedSign: {"hyphens that touch their items and open no list", "leave a blank behind each: `- `"},
	dashSign:     {"lines that open with a dash, set as running text", "write `- ` before the items of a list; leave an empty line between the lines of a talk"},
}

var markForms = []struct {
	form markForm
	of   *pattern.Pattern
}{
	{arabicDigits, pattern.Of(`^([٠-٩۰-۹]{1,3})(?:[.)۔]\s*| ?[-–ـ]\s+)\pL`)},
	{dashedNumber, pattern.Of(`^(\d{1,2}) ?[-–]\s*\p{Arabic}|^(\d{1,2})[-–]\s+\pL`)},
	{unspaced, pattern.Of(`^(\d{1,2})[.)](?:\p{Arabic}|[A-Z][a-z]+(?: |$))`)},
	{bracketed, pattern.Of(`^\(([0-9٠-٩۰-۹]{1,3})\)\s*\pL`)},
	{spaced, pattern.Of(`^(\d{1,2})[.)]\s+\pL`)},
	{letterMark, pattern.Of(`^(\p{Arabic}|الف)[ـ\x{200d}]?(?:[.)]| ?[-–])\s*\pL`)},
	{latinLetter, pattern.Of(`^([A-Za-z])[.)]\s+\pL`)},
	{romanNumber, pattern.Of(`^([ivx]{2,5}|[IVX]{2,5})[.)]\s+\pL`)},
	{bulletSign, pattern.Of(`^[٭•●▪◦‣○■➢➤⁃∙·]\s*[\pL\pN*«("\[]`)},
	{unspacedSign, pattern.Of(`^[-+]\pL`)},
	{dashSign, pattern.Of(`^[–—―]\s*\pL`)},
}

// markOf reads the mark that a line opens with.
func markOf(line string) listMark {
	for _, m := range markForms {
		found := m.of.FindStringSubmatch(line)
		if found == nil {
			continue
		}
		number := ""
		for _, group := range found[1:] {
			number += group
		}
		mark := listMark{form: m.form, number: numberOf(m.form, number), line: line}
		if m.form == latinLetter || m.form == romanNumber {
			mark.roman = romanOf(number)
		}
		return mark
	}
	return listMark{}
}

// Letters are counted in two orders that begin alike.
var abjadOrder = []rune("أبجدهوزحطي")

// romanOf is a Roman number of items; 0 for other letters.
func romanOf(mark string) int {
	for n := 1; n < 40; n++ {
		if strings.EqualFold(mark, locale.FormatRoman(n)) {
			return n
		}
	}
	return 0
}

// numberOf is the place of a mark in its list, from 1; 0 where it is not known.
func numberOf(form markForm, mark string) int {
	switch form {
	case letterMark:
		mark = strings.NewReplacer("ا", "أ", "إ", "أ", "ت", "ج", "ث", "د").Replace(mark)
		return 1 + slices.Index(abjadOrder, []rune(mark)[0])
	case latinLetter:
		return 1 + int(strings.ToLower(mark)[0]-'a')
	case romanNumber:
		return romanOf(mark)
	}
	n, _ := strconv.Atoi(strings.Map(func(r rune) rune {
		switch {
		case r >= '٠' && r <= '٩':
			return r - '٠' + '0'
		case r >= '۰' && r <= '۹':
			return r - '۰' + '0'
		}
		return r
	}, mark))
	return n
}

// clear tells the marks that nothing else opens with: the others want a second
// one that follows the first.
func (m listMark) clear() bool {
	switch m.form {
	case arabicDigits, dashedNumber, unspaced:
		return m.number > 0 && m.number <= 40 // beyond are numbers of verses and pages
	case bulletSign:
		return true
	}
	return false
}

// follows tells whether the mark is the next after another.
func (m listMark) follows(before listMark) bool {
	switch m.form {
	case noMark:
		return false
	case bulletSign, unspacedSign, dashSign:
		return m.form == before.form
	}
	if m.roman > 1 && before.roman == m.roman-1 {
		return true // of letters, i and v are Roman numbers among such
	}
	return m.form == before.form && m.number > 1 && m.number == before.number+1
}

// missedList tells of lines that open like items of a list and are none, at the
// first of them. Within a paragraph they come out as running text, which the book is
// the worse for.
func (f *Finder) missedList(lines []string, at func(int) int) {
	before := f.miss
	for i, line := range lines {
		mark := markOf(line)
		mark.at = at(i)
		if i == 0 && (mark.form == unspacedSign || mark.form == dashSign) {
			before = listMark{} // paragraphs are how speech is typed
		}
		first := &mark
		switch {
		case mark.follows(before):
			first, mark.told = &before, true
		case i == 0 && mark.clear():
			mark.told = true
		}
		if mark.told && (first == &mark || !before.told) {
			s := markSlips[mark.form]
			f.Advise(first.at, source.Slip{Kind: s.kind, What: s.kind + ": " + source.Quoted(first.line), Hint: s.hint, Mild: len(lines) == 1})
		}
		before = mark
	}
	f.miss = before
}

// itemNumber is the number that an item of a list was given.
var itemNumber = pattern.Of(`^[> \t]*(\d{1,9})[.)]`)

// MissedNumbers tells of numbers of a list that its author can hardly have meant: the
// book counts on from the first. Where all are alike it is meant to count.
func (f *Finder) MissedNumbers(n *ast.List) {
	var numbers []int
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		found := itemNumber.FindStringSubmatch(f.LineAt(max(c.Pos(), 0)))
		if found == nil {
			return
		}
		number, _ := strconv.Atoi(found[1])
		numbers = append(numbers, number)
		if last := len(numbers) - 1; last > 0 && c.FirstChild() != nil && numbers[last] != numbers[last-1] && numbers[last] != n.Start+last {
			f.Advise(c.Pos(), source.Slip{Kind: "a number that does not follow in its list", What: fmt.Sprintf("the number %d does not follow in its list, where it is set as %d", number, n.Start+last),
				Hint: "write it so, or begin a new list below a line of text"})
			return
		}
	}
	if len(numbers) == 1 && n.Start >= 100 {
		f.Advise(n.Pos(), source.Slip{Kind: "a number that opens a list of one item", What: fmt.Sprintf("%d. opens a list of one item", n.Start),
			Hint: fmt.Sprintf(`write %d\. where no list is meant`, n.Start)})
	}
}
