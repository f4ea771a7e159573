package paragraph

import "iter"

// Joint is a place where a word may lengthen: between two joined letters.
type Joint struct {
	Rune  int // index, in the word's characters, of the letter behind the bar
	Score int // how well a bar stands there; higher is better, never below 1

	at int // byte offset of that letter
}

// Kashida chooses the rules by which words lengthen.
type Kashida uint8

const (
	// Naskh follows the rules of the naskh hand as Benatia, Elyaakoubi and
	// Lazrek collected them (TUGboat 27:2, fig. 25): which letter may stretch
	// towards which, by the length of the joined run.
	Naskh Kashida = iota
	// Simple follows the priorities of Microsoft's justification, for flat
	// faces.
	Simple
	// Spaces lengthens nothing.
	Spaces
)

// shape is the body of a letter, by which the rules go; dots do not matter.
type shape uint8

const (
	noShape shape = iota // no letter of the rules
	alef
	tooth // ب ت ث, and ن ي ئ where they are not final
	hah
	dal
	reh
	seen
	sad
	tah
	ain
	feh // ف ق
	kaf
	lam
	meem
	noon // final
	heh
	tehMarbuta
	waw
	yeh // final ى ي ئ ے
)

// letter is what the rules know of a letter: its body, at the end of a joined
// run and elsewhere, and whether it joins to the next.
type letter struct {
	inside, final shape
	forward       bool
}

// letters is the table of the Arabic block's letters.
var letters = letterTable([]letterRow{
	{"اأإآٱ", letter{alef, alef, false}},
	{"بتثپٹٺٿټ", letter{tooth, tooth, true}},
	{"نںڻڼ", letter{tooth, noon, true}},
	{"يىئیېۍ", letter{tooth, yeh, true}},
	{"ے", letter{yeh, yeh, false}},
	{"جحخچڃڄڇځڅ", letter{hah, hah, true}},
	{"دذڈډ", letter{dal, dal, false}},
	{"رزژڑړڕږ", letter{reh, reh, false}},
	{"سشښ", letter{seen, seen, true}},
	{"صض", letter{sad, sad, true}},
	{"طظ", letter{tah, tah, true}},
	{"عغ", letter{ain, ain, true}},
	{"فقڤڨ", letter{feh, feh, true}},
	{"كکگڭڮګ", letter{kaf, kaf, true}},
	{"لڵ", letter{lam, lam, true}},
	{"م", letter{meem, meem, true}},
	{"هہھ", letter{heh, heh, true}},
	{"ەۀ", letter{heh, heh, false}},
	{"ةۃ", letter{tehMarbuta, tehMarbuta, false}},
	{"وؤۆۇۈۋ", letter{waw, waw, false}},
})

type letterRow struct {
	runes string
	letter
}

func letterTable(rows []letterRow) (table [256]letter) {
	for _, row := range rows {
		for _, r := range row.runes {
			table[r-0x0600] = row.letter
		}
	}
	return table
}

// letterOf gives the letter of a character; ok is false for whatever is none.
func letterOf(r rune) (l letter, ok bool) {
	if r < 0x0600 || r > 0x06FF {
		return letter{}, false
	}
	l = letters[r-0x0600]
	return l, l.inside != noShape
}

// member is a letter in its place: its body there, and where in its joined
// run it stands.
type member struct {
	shape shape
	rune  int // index in the word's characters
	index int // in the run, from 0
	run   int // how many letters the run has
}

func (m member) last() bool { return m.index == m.run-1 }

// members finds the joined runs of a word. Marks are passed over; anything
// else that is no letter of the rules (a joiner, a tatweel, a hamza) ends a
// run, so nothing lengthens beside it.
func members(word []rune) []member { return appendMembers(nil, word) }

// appendMembers is members in a slice that is given, and is empty.
func appendMembers(all []member, word []rune) []member {
	start := 0
	end := func() {
		for i := start; i < len(all); i++ {
			all[i].index, all[i].run = i-start, len(all)-start
			if l, _ := letterOf(word[all[i].rune]); all[i].last() {
				all[i].shape = l.final
			}
		}
		start = len(all)
	}
	for i, r := range word {
		if isMark(r) {
			continue
		}
		l, ok := letterOf(r)
		if !ok {
			end()
			continue
		}
		all = append(all, member{shape: l.inside, rune: i})
		if !l.forward {
			end()
		}
	}
	end()
	return all
}

// Words of fewer letters do not bear a bar (asibahi/kashida), and joints that
// the rules score lower are better left alone.
const (
	leastLetters = 3
	leastScore   = 2
)

// among gives the places where a word of some letters may lengthen under a set of rules,
// in their order. A word that [isName] has none.
func (k Kashida) among(letters []member) iter.Seq[Joint] {
	return func(yield func(Joint) bool) {
		for i := 0; i+1 < len(letters) && len(letters) >= leastLetters; i++ {
			a, b := letters[i], letters[i+1]
			if a.last() || a.shape == lam && b.shape == alef {
				continue
			}
			score := k.score(letters[i-a.index:i-a.index+a.run], a.index)
			if score >= leastScore && !yield(Joint{Rune: b.rune, Score: score}) {
				return
			}
		}
	}
}

// score scores the joint behind letter i of a joined run.
func (k Kashida) score(run []member, i int) int {
	if k == Simple {
		return simpleScore(run[i], run[i+1])
	}
	return naskhScore(run, i)
}

// isName tells the name of God, which is never lengthened, behind whatever is
// written in one with it: والله, بالله, لله.
func isName(word []rune) bool {
	var bare [8]rune
	n := 0
	for _, r := range word {
		if isMark(r) {
			continue
		}
		if _, ok := letterOf(r); !ok {
			continue // punctuation
		}
		if n == len(bare) {
			return false
		}
		bare[n] = r
		n++
	}
	return n >= 3 && bare[n-3] == 'ل' && bare[n-2] == 'ل' && bare[n-1] == 'ه'
}
