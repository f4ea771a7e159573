// Package guess names the language of texts that do not say it, by the letters and the
// commonest words of each language.
package guess

import (
	"iter"
	"strings"
	"unicode"

	"warraq/content/char"
)

// tongue is how a language is known by its text: common words that its neighbours do
// not have, and letters.
type tongue struct {
	lang    string
	words   map[string]bool
	letters string
}

func tongueOf(lang, letters, words string) tongue {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return tongue{lang, set, letters}
}

// tongues by script. The first of a script is meant where nothing tells.
var tongues = map[string][]tongue{
	"Arab": {
		tongueOf("ar", "ةأإؤئى", `من في على إلى عن أن إن التي الذي هذا هذه ذلك كان كانت لا ما لم قد بعد بين كل ثم أو هو هي مع حتى عند كما`),
		tongueOf("fa", "پچژگیک", `و در به از که این را با است برای آن یک خود تا بر هم نیز می شود شده بود ها های اگر یا باید است، کرد کند هستند دارد`),
		tongueOf("ur", "ٹڈڑےںہھ", `کے کی میں ہے اور سے کا کو اس نے پر یہ کہ ہیں تھا تھے بھی کر ہو ایک جو وہ گیا لیے نہیں تو اپنے ہی`),
		tongueOf("ps", "ښځڅډړږېۍټګ", `د په او چې دی کې له هم دا نه ته سره پر کړي وي يې شوي باندې لپاره ده وو`),
		tongueOf("ckb", "ڵڕێۆە", `لە بە کە و بۆ ئەم ئەو لەسەر دەکات هەموو نییە بوو یان هەر وەک ئەوەی لەگەڵ پێش دوای`),
		tongueOf("ug", "ەېۇۆۈڭۋ", `ۋە بىلەن بۇ ئۇ بىر ئۈچۈن بولغان دەپ ئۆز كېيىن ئەمەس بار ھەم`),
		tongueOf("sd", "ٿڄڃڇڏڊڻٻڀٺڪ", `۾ ۽ جي جو جا کي آهي جنهن سان تي هن ته ان آهن هو نه به ڪري`),
	},
	"Hebr": {
		tongueOf("he", "", `של את על לא הוא זה עם כי גם היא אל או אם כל יש היה אני`),
		tongueOf("yi", "ײײַאָ", `און איז די דער פֿון אין מיט צו נישט האט זיי פון אויף`),
	},
	"Latn": {
		tongueOf("en", "", `the of and to in is that for it with as was on are this be by from or an`),
		tongueOf("fr", "œêèç", `le la les des et est une dans que pour qui sur pas avec plus ce il au du`),
		tongueOf("de", "ßäöü", `der die das und ist nicht ein eine zu den mit sich auf für von dem auch wird`),
		tongueOf("es", "ñ¿¡", `el los las y es una por con para como más pero se lo su del está`),
		tongueOf("pt", "ãõ", `o os as e é uma não por com para como mais mas se do da em ao`),
		tongueOf("it", "", `il gli e è una non per con come più ma si del della che di sono`),
		tongueOf("tr", "ğış", `ve bir bu için ile olarak da de çok daha olan gibi ne kadar sonra`),
		tongueOf("id", "", `yang dan di ini untuk dengan dari pada adalah tidak dalam akan`),
		tongueOf("nl", "", `de het een en van is dat niet op te zijn voor met die`),
	},
	"Cyrl": {tongueOf("ru", "", `и в не на что с по как это из для но`)},
	"Hani": {tongueOf("zh", "", "")},
	"Deva": {tongueOf("hi", "", "")},
}

// scripts are those that texts are told by.
var scripts = []struct {
	name  string
	table *unicode.RangeTable
}{
	{"Arab", unicode.Arabic}, {"Hebr", unicode.Hebrew}, {"Latn", unicode.Latin}, {"Cyrl", unicode.Cyrillic}, {"Hani", unicode.Han}, {"Deva", unicode.Devanagari},
}

// Bytes of each text that are looked at, and of all.
const mostOfEach, mostOfAll = 6000, 400000

// Lang is the tag of the language that most of texts is in, "ar" where they have no letters.
func Lang(texts iter.Seq[string]) string {
	var all strings.Builder
	for text := range texts {
		if all.Len() > mostOfAll {
			break
		}
		all.WriteString(prose(text[:min(len(text), mostOfEach)]))
	}
	return langOf(all.String())
}

// prose is a text without its code and addresses, which are in no language.
func prose(text string) string {
	var out strings.Builder
	fenced := false
	for line := range strings.Lines(text) {
		if mark := strings.TrimSpace(line); strings.HasPrefix(mark, "```") || strings.HasPrefix(mark, "~~~") {
			fenced = !fenced
			continue
		}
		if !fenced {
			for _, word := range strings.Fields(line) {
				if !strings.ContainsAny(word, "/<>=`{}$\\_") {
					out.WriteString(word + " ")
				}
			}
		}
	}
	return out.String()
}

// langOf names the language of a text by its letters and words. A book has a script
// where a third of its letters are of it, since its code and names are Latin.
func langOf(text string) string {
	counts := map[string]int{}
	all := 0
	for _, r := range text {
		if !char.IsLetter(r) {
			continue
		}
		for _, s := range scripts {
			if unicode.Is(s.table, r) {
				counts[s.name]++
				all++
				break
			}
		}
	}
	script := ""
	for _, s := range scripts {
		if n := counts[s.name]; n > counts[script] || script == "" && n > 0 {
			script = s.name
		}
	}
	for _, s := range scripts[:2] {
		if script == "Latn" && counts[s.name]*3 > all {
			script = s.name
		}
	}
	if script == "" {
		return "ar"
	}
	return bestTongue(tongues[script], text)
}

// bestTongue is the language of a script that has most of the words and letters.
func bestTongue(all []tongue, text string) string {
	if len(all) == 1 {
		return all[0].lang
	}
	scores := make([]int, len(all))
	for word := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !char.IsLetter(r) && !char.IsMark(r) }) {
		for i := range all {
			if all[i].words[word] {
				scores[i] += 3
			}
		}
	}
	for _, r := range text {
		if r < 0x80 {
			continue
		}
		for i := range all {
			if strings.ContainsRune(all[i].letters, r) {
				scores[i]++
			}
		}
	}
	best := 0
	for i, score := range scores {
		if score > scores[best] {
			best = i
		}
	}
	return all[best].lang
}
