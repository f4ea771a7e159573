package paragraph

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// narrow holds, of texts in three languages, words and the marks beside them.
var narrow = []struct{ name, words, open, closing, hyphens string }{
	{"arabic", "كان البيت القديم في آخر الزقاق المستشفيات كَتَبَ الحُرُوفِ ﷺ ١٢٪ 3", "( [ « “ ﴿", ") ] » ” ﴾ ، ؛ ؟ . : ! … ،» ».)", "- ‐ – --"},
	{"persian", "خانهٔ می‌رود کتاب‌های ۱۲۳ پنجره نمی‌خواهد بی‌ادب", "( [ « ‹", ") ] » › ، ؛ ؟ . : ! !».", "- ‐ –"},
	{"hebrew", "הבית בית־הספר התיכון ע״י ׳ סֵפֶר של 12%", "( [ “ „ ‘", ") ] ” ’ , ; ? . : !", "- ־ – --"},
}

const joints = "-\u2010\u2013\u05be" // hyphens and maqaf

// narrowText writes words one behind the other: bare, marked, with a space, and a mark of direction, between
// if asked, and with a hyphen before.
func narrowText(rng *rand.Rand, words, open, closing, hyphens []string, spaced bool) string {
	pick := func(list []string) string { return list[rng.IntN(len(list))] }
	var b strings.Builder
	for range 40 {
		space := ""
		if spaced && rng.IntN(3) == 0 {
			space = []string{" ", " \u200f"}[rng.IntN(2)]
		}
		switch rng.IntN(7) {
		case 0:
			b.WriteString(pick(open) + space + pick(words) + space + pick(closing))
		case 1, 2:
			b.WriteString(pick(words) + space + pick(closing))
		case 3:
			b.WriteString(pick(hyphens) + pick(words))
		case 4:
			b.WriteString(pick(open) + pick(hyphens) + pick(words) + pick(closing))
		case 5:
			b.WriteString(pick(words) + pick(append(hyphens, "/")) + pick(words))
		default:
			b.WriteString(pick(words))
		}
		b.WriteByte(' ')
	}
	return b.String()
}

// TestMarksInNarrowColumns holds that no line begins with a mark that closes, nor
// ends with one that opens or with a hyphen that begins a word: in columns that
// hold the longest word with its marks and the spaces between, and in such as
// hold no word and cut it, where marks stand at words.
func TestMarksInNarrowColumns(t *testing.T) {
	rng := rand.New(rand.NewPCG(14, 17))
	for _, n := range narrow {
		words, open, closing, hyphens := strings.Fields(n.words), strings.Fields(n.open), strings.Fields(n.closing), strings.Fields(n.hyphens)
		for i := range 120 {
			measure := 95 + rng.Float64()*90
			if i%2 > 0 {
				measure = 50 + rng.Float64()*15
			}
			text := narrowText(rng, words, open, closing, hyphens, i%2 == 0)
			form := Form{Measure: measure, Align: Align(rng.IntN(3)), Plain: rng.IntN(2) == 0}
			set := newCompositor().Set([]Span{{Text: text, Style: styles["regular"]}}, form)
			for line := range strings.SplitSeq(strings.TrimSpace(linesText(set)), "\n") {
				if fault := badEnds(strings.TrimSpace(line)); fault != "" {
					t.Errorf("%s, %.1f pt: %s in %q", n.name, measure, fault, line)
				}
			}
		}
	}
}

// badEnds says what is wrong with the ends of a line.
func badEnds(line string) string {
	runes := []rune(strings.ReplaceAll(line, "\u200f", ""))
	if len(runes) == 0 {
		return ""
	}
	first, last := runes[0], runes[len(runes)-1]
	if strings.ContainsRune(")]»”’›﴾،؛؟.:!,;?٪%", first) {
		return "a closing mark begins the line"
	}
	if strings.ContainsRune("([«“‘‹﴿„", last) {
		return "an opening mark ends the line"
	}
	before := runes[:len(runes)-1]
	for len(before) > 0 && strings.ContainsRune(joints, before[len(before)-1]) {
		before = before[:len(before)-1]
	}
	if strings.ContainsRune(joints, last) && (len(before) == 0 || strings.ContainsRune(" ([«“‘‹﴿", before[len(before)-1])) {
		return "a hyphen that begins a word ends the line"
	}
	return ""
}

// TestMaqaf holds that a line may end behind a maqaf between Hebrew letters
// (LB21a of Unicode 16), and only there.
func TestMaqaf(t *testing.T) {
	text := strings.Repeat("בית־הספר־התיכון ליד ־X־ית ", 5)
	ended := 0
	for measure := 60.0; measure < 120; measure += 3 {
		set := newCompositor().Set([]Span{{Text: text, Style: styles["regular"]}}, Form{Measure: measure})
		for line := range strings.SplitSeq(linesText(set), "\n") {
			if strings.HasPrefix(line, "־") && !strings.HasPrefix(line, "־X") || strings.HasSuffix(line, " ־") {
				t.Errorf("%g pt: %q", measure, line)
			}
			if strings.HasSuffix(line, "־") {
				ended++
			}
		}
	}
	if ended == 0 {
		t.Error("no line ends behind a maqaf")
	}
}
