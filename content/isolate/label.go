package isolate

import (
	"slices"
	"strings"
)

// Labelled finds the numbers in text, as bytes, that only a label beside it tells from
// ranges and lists: 2222-3333 in a column of phones, 2-3 in one of articles.
func Labelled(label, text string) (numbers [][2]int) {
	if !strings.ContainsFunc(text, IsDigit) || strings.ContainsRune(label, '\n') {
		return nil
	}
	words := strings.FieldsFunc(label, func(r rune) bool { return r == ' ' || r == ':' || r == '.' || r == '/' || r == '(' || r == ')' })
	if len(words) == 0 || len(words) > 4 {
		return nil
	}
	for i, w := range words {
		if phoneWords[strings.ToLower(w)] {
			words[i] = "هاتف"
		}
	}
	if !slices.ContainsFunc(words, func(w string) bool { return labelNamed([]rune(w)) != unlabelled }) {
		return nil
	}
	with, without := foundBehind(strings.Join(words, " ")+": ", text), foundBehind("", text)
	for _, s := range with {
		if !slices.Contains(without, s) {
			numbers = append(numbers, s)
		}
	}
	return numbers
}

// phoneWords are labels of phones in Latin, which stand over columns of Arabic books too.
var phoneWords = wordSet("tel telephone phone mobile gsm fax cell whatsapp tél téléphone portable télécopie")

// foundBehind are the numbers that are found in text behind a label, in bytes of text.
func foundBehind(label, text string) (numbers [][2]int) {
	runes := []rune(label + text)
	var f Finder
	f.Find(runes, false)
	for _, s := range f.Found {
		if from := len(string(runes[:s.From])) - len(label); s.Number && from >= 0 {
			numbers = append(numbers, [2]int{from, from + len(string(runes[s.From:s.To]))})
		}
	}
	return numbers
}
