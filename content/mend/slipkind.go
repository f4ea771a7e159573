package mend

// slipKind is a kind of slip that manuscripts have.
type slipKind uint8

const (
	spaceBefore slipKind = iota
	doubledSpace
	bareTatweel
	decomposed
	asciiMark
	straightQuote
	mixedDigits
	unseenSign
	lostSign
	openBracket
	openQuote
	touchingMark
	shutQuote
	turnedQuotes
	touchingStop
	doubledMark
	hyphenDash
	angleQuote
	innerSpace
	doubledVowel
	loneVowel
	misreadText
	openTurn
	fixedSpace
	arabicStar
	turnedBrackets
	shutTurn
	lineSign
	oddQuote
	accentMark
	controlSign
	typedLigature
	lowQuote
)

// slipWords say what each kind is and what to do about it.
var slipWords = [...]struct{ what, hint string }{
	spaceBefore:    {"space before a punctuation mark", "delete it or set `normalize: spaces`"},
	doubledSpace:   {"doubled space", "delete one or set `normalize: spaces`"},
	bareTatweel:    {"tatweel typed by hand", "delete it or set `normalize: tatweel`"},
	decomposed:     {"decomposed letter (NFD)", "save the text as NFC or set `normalize: composition`"},
	asciiMark:      {"Latin punctuation mark between Arabic words", "write ، ؛ ؟ or set `normalize: punctuation`"},
	straightQuote:  {"straight quotation marks around Arabic", "write « and »"},
	mixedDigits:    {"digits of two kinds in one number", "write all of them alike"},
	unseenSign:     {"a sign without width that does nothing", "delete it: it hides the word from a search"},
	lostSign:       {"a sign that stands for one that was lost (U+FFFD)", "write what was there"},
	openBracket:    {"a bracket that nothing closes", "close it, or delete it"},
	touchingMark:   {"no space behind a punctuation mark", "write one, or set `normalize: spaces`"},
	openQuote:      {"a quotation mark that nothing closes", "close it, or delete it"},
	shutQuote:      {"a quotation mark that nothing opens", "open it, or delete it"},
	turnedQuotes:   {"quotation marks the wrong way about", "write « before the words and » behind them"},
	touchingStop:   {"no space behind a full stop", "write one"},
	doubledMark:    {"one punctuation mark too many", "delete it; an ellipsis is …"},
	hyphenDash:     {"hyphens in the place of a dash", "write – or —"},
	angleQuote:     {"angle brackets in the place of quotation marks", "write « and »"},
	innerSpace:     {"a space inside brackets or quotation marks", "delete it"},
	doubledVowel:   {"a vowel mark that is there twice", "delete one"},
	loneVowel:      {"a vowel mark on no letter", "write it right behind its letter, or on ـ to show it alone"},
	misreadText:    {"Arabic that was read in another encoding", "open the file in that, often Windows-1256, and save it as UTF-8"},
	fixedSpace:     {"a no-break space beside another space", "delete one"},
	arabicStar:     {"Arabic stars around words, printed as typed", "write ordinary ones: *words*"},
	turnedBrackets: {"brackets the wrong way about", "write ( before the words and ) behind them: the page turns them"},
	shutTurn:       {"a sign that ends a turn of the direction which nothing began", "delete it: directions are found without"},
	lineSign:       {"a sign that ends a line or a paragraph for another program", "begin a new line, or leave an empty one, in its place"},
	oddQuote:       {"a quotation mark that belongs to no language", "write « and », or “ and ”"},
	accentMark:     {"an accent in the place of an apostrophe or a quotation mark", "write ’, or « and »"},
	controlSign:    {"a control character, often of a text that was read in another encoding", "delete it, or open the file in the encoding it has, such as Windows-1252, and save it as UTF-8"},
	typedLigature:  {"letters typed as one character", "write them one by one: the font joins them, and a search finds the word"},
	lowQuote:       {"two commas in the place of a quotation mark", "write « or “ before the words, » or ” behind them"},
	openTurn:       {"a sign that turns the direction and that nothing ends", "delete it: directions are found without"},
}
