package content

import "slices"

// Classes of quotations that are set in a way of their own.
const (
	// Quran is a quotation from the Qur'an: between ornate brackets, in which no
	// word is ever lengthened. It may be the class of a span too.
	Quran = "quran"
	// Epigraph is a motto at the head of a chapter.
	Epigraph = "epigraph"
	// Pull is a sentence of the text repeated in larger type.
	Pull = "pull"
)

// Quoted tells whether the first of the classes of a division makes it a
// [Quote] of one of these kinds.
func Quoted(classes []string) bool {
	return len(classes) > 0 && slices.Contains([]string{Quran, Epigraph, Pull}, classes[0])
}
