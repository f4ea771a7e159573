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

// recipe is what a generated manuscript is like.
type recipe struct {
	words, forms int // and how many distinct ones are among them, if the language below has as many
	// chapters and paragraphs are how many it has, of uneven sizes; a paragraph
	// never goes over chapters. 0: as many as ordinary books have.
	chapters, paragraphs int
}

// generate writes a plain-text manuscript. It looks like Arabic: roots in
// patterns with affixes, frequencies as Zipf found them, sentences, paragraphs
// and chapters. The same recipe gives the same text.
func generate(want recipe) []byte {
	r := rand.New(rand.NewPCG(1445, 2024))
	words := lexicon(r, want.forms)
	order := sequence(r, want.words, len(words))
	var b bytes.Buffer
	for chapter, sizes := range want.divide(r) {
		if chapter > 0 {
			fmt.Fprintf(&b, "✨ %s %s %d\n", words[order[0]], words[order[min(1, len(order)-1)]], chapter+1)
		}
		for _, size := range sizes {
			paragraph(&b, r, words, order[:size])
			order = order[size:]
		}
	}
	return b.Bytes()
}

// divide gives the sizes of the paragraphs of each chapter, in words.
func (want recipe) divide(r *rand.Rand) [][]int {
	switch {
	case want.chapters > 0:
		var chapters [][]int
		for _, size := range uneven(r, want.words, want.chapters) {
			chapters = append(chapters, uneven(r, size, max(1, want.paragraphs/want.chapters)))
		}
		return chapters
	case want.paragraphs > 0:
		return [][]int{uneven(r, want.words, want.paragraphs)}
	}
	var chapters [][]int
	for left := want.words; left > 0; {
		var sizes []int
		for len(sizes) < 25 && left > 0 {
			sizes = append(sizes, min(40+r.IntN(90), left))
			left -= sizes[len(sizes)-1]
		}
		chapters = append(chapters, sizes)
	}
	return chapters
}

// uneven parts n into so many sizes, at least 1 each, a few of them several times
// the mean.
func uneven(r *rand.Rand, n, parts int) []int {
	parts = max(1, min(parts, n))
	weights, all := make([]float64, parts), 0.0
	for i := range weights {
		weights[i] = r.ExpFloat64()
		all += weights[i]
	}
	sizes, left := make([]int, parts), n
	for i, w := range weights[:parts-1] {
		sizes[i] = 1 + int(w/all*float64(n-parts))
		left -= sizes[i]
	}
	sizes[parts-1] = left
	return sizes
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
