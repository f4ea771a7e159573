package locale

import "strings"

// ListStyle is how the items of a list are marked.
type ListStyle uint8

const (
	Bullet        ListStyle = iota // a sign, not a number
	Decimal                        // in the book's digits
	Abjad                          // ا ب ج د, the order of the East
	AbjadMaghribi                  // ا ب ج د, that of the Maghreb, which parts ways at ص
	AlifBa                         // ا ب ت ث, the order of the dictionary
)

// The letters of the Arabic alphabet in the three orders that lists count by;
// the rows of 28 are those of W3C's Ready-made Counter Styles. Heh has a zero
// width joiner so that it does not look like the digit ٥.
var letterOrders = map[ListStyle][]string{
	Abjad:         abjad,
	AbjadMaghribi: strings.Fields("ا ب ج د ه\u200d و ز ح ط ي ك ل م ن ص ع ف ض ق ر س ت ث خ ذ ظ غ ش"),
	AlifBa:        strings.Fields("ا ب ت ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه\u200d و ي"),
}

// listStyles are the names of the styles: of a class that an author gives a
// list, and of a counter style of the EPUB.
var listStyles = [...]string{Bullet: "bullet", Decimal: "decimal", Abjad: "abjad", AbjadMaghribi: "abjad-maghribi", AlifBa: "alif-ba"}

// String is the style's name, "abjad-maghribi".
func (s ListStyle) String() string { return listStyles[s] }

// Number writes the number of an item, without the point behind it: in digits,
// or in letters, where the 29th is اا and the 30th اب, as columns of a
// spreadsheet are named. Letters below 1 are plain digits, a bullet is "".
func (s ListStyle) Number(n int, digits Digits) string {
	if s == Bullet {
		return ""
	}
	if order, ok := letterOrders[s]; ok {
		return inLetters(n, order)
	}
	return FormatInt(n, digits)
}
