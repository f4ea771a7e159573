package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"

	"warraq/content"
	"warraq/content/book"
	"warraq/content/samples"
)

// generate writes a plain-text manuscript of n words among which there are
// exactly forms distinct ones, if the language below has as many. It looks
// like Arabic: roots in patterns with affixes, frequencies as Zipf found them,
// sentences, paragraphs and chapters. The same numbers give the same text.
func generate(n, forms int) []byte {
	r := rand.New(rand.NewPCG(1445, 2024))
	words := lexicon(r, forms)
	order := sequence(r, n, len(words))
	var b bytes.Buffer
	chapter := 0
	for at := 0; at < n; {
		if chapter++; chapter > 1 {
			fmt.Fprintf(&b, "✨ %s %s %d\n", words[order[at]], words[order[min(at+1, n-1)]], chapter)
		}
		for p := 0; p < 25 && at < n; p++ {
			size := min(40+r.IntN(90), n-at)
			paragraph(&b, r, words, order[at:at+size])
			at += size
		}
	}
	return b.Bytes()
}

// paragraph writes words as sentences, on one line.
func paragraph(b *bytes.Buffer, r *rand.Rand, words []string, order []int) {
	left := 6 + r.IntN(18) // words until the sentence ends
	for i, w := range order {
		b.WriteString(words[w])
		left--
		switch {
		case i == len(order)-1:
			b.WriteByte('.')
		case left <= 0:
			b.WriteString([]string{".", ".", ".", "؛", "؟", ":"}[r.IntN(6)])
			left = 6 + r.IntN(18)
		case r.IntN(9) == 0:
			b.WriteString("،")
		}
		b.WriteByte(' ')
	}
	b.Truncate(b.Len() - 1)
	b.WriteByte('\n')
}

// sequence gives n numbers below forms, each of them at least once where n
// allows, the lower ones more often: 1/rank, after Zipf.
func sequence(r *rand.Rand, n, forms int) []int {
	order := make([]int, n)
	zipf := rand.NewZipf(r, 1.08, 2.7, uint64(forms-1))
	for i := range order {
		if order[i] = i; i >= forms {
			order[i] = int(zipf.Uint64())
		}
	}
	r.Shuffle(n, func(i, j int) { order[i], order[j] = order[j], order[i] })
	return order
}

var (
	// The letters of roots; weak ones are left out, as their patterns differ.
	radicals = []rune("بتثجحخدذرزسشصضطظعغفقكلمنه")
	// Patterns in the traditional notation: ف ع ل stand for the root.
	patterns = strings.Fields("فعل فاعل فعيل فعال فعول فعلة مفعول مفعل مفعلة فعلان أفعل أفعال تفعيل تفعل مفاعلة تفاعل متفاعل انفعال افتعال مفتعل استفعال مستفعل فعالة فواعل مفاعل يفعل تفاعيل إفعال")
	before   = []string{"", "", "", "", "ال", "ال", "و", "وال", "بال", "لل", "ب", "ل", "ف", "كال", "وب", "س"}
	after    = []string{"", "", "", "", "", "ها", "ه", "هم", "نا", "ات", "ين", "ون", "ي", "ية", "ا", "ك"}
)

// lexicon gives distinct forms.
func lexicon(r *rand.Rand, forms int) []string {
	seen := make(map[string]bool, forms)
	words := strings.Fields("في من على إلى أن لا ما عن مع هذا هذه التي الذي كان قد كل بين بعد قبل ثم")
	words = words[:min(len(words), forms)]
	for _, w := range words {
		seen[w] = true
	}
	for len(words) < forms {
		root := strings.NewReplacer("ف", radical(r), "ع", radical(r), "ل", radical(r))
		stem, ending := root.Replace(patterns[r.IntN(len(patterns))]), after[r.IntN(len(after))]
		if bare, ok := strings.CutSuffix(stem, "ة"); ok && ending != "" {
			stem = bare + "ت" // ta marbuta opens before a suffix
		}
		w := before[r.IntN(len(before))] + stem + ending
		if !seen[w] {
			seen[w] = true
			words = append(words, w)
		}
	}
	return words
}

func radical(r *rand.Rand) string { return string(radicals[r.IntN(len(radicals))]) }

// copies repeats a plain-text manuscript n times; what stands before its first
// heading is a chapter in each copy but the first.
func copies(text string, n int) []byte {
	var b bytes.Buffer
	for i := range n {
		if i > 0 {
			fmt.Fprintf(&b, "✨ النسخة %d\n", i+1)
		}
		b.WriteString(strings.TrimRight(text, "\n"))
		b.WriteByte('\n')
	}
	return b.Bytes()
}

// bookletText is the embedded booklet as plain text: what is copied where the
// article is not at hand.
func bookletText() (string, error) {
	doc, _, err := book.Read(samples.FS(), "booklet", book.Options{})
	if err != nil {
		return "", err
	}
	var b strings.Builder
	titles := make(map[*content.Place]bool)
	for i, c := range doc.Chapters {
		titles[&c.Place] = i > 0
	}
	content.Texts(doc, func(place *content.Place, text []content.Inline) {
		if titles[place] {
			b.WriteString("✨ ")
		}
		b.WriteString(content.PlainText(text) + "\n")
	})
	return b.String(), nil
}
