package locale

import "golang.org/x/text/language"

// Punctuation is what stands between the parts of an entry of the index.
type Punctuation struct {
	Before    string // between the term and its first place
	Comma     string // between places
	Semicolon string // before other terms
}

// PunctuationFor gives the punctuation of a language.
func PunctuationFor(lang string) Punctuation {
	tag, _ := language.Raw.Parse(lang)
	if script, _ := tag.Script(); script.String() == "Arab" {
		return Punctuation{": ", "، ", "؛ "}
	}
	return Punctuation{", ", ", ", "; "}
}
