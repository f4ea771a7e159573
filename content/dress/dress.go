// Package dress names what is drawn beside the letters of a text, and how they are
// raised or lowered.
package dress

// Dress is how a span is drawn beside its face and its size: a set, empty for
// most. It is said by the classes of the span.
type Dress uint8

const (
	Struck      Dress = 1 << iota // `~~x~~`, `[x]{.strike}`: a line through it
	Underlined                    // `[x]{.underline}`, `[x]{.ul}`: a line under it
	Highlighted                   // `==x==`, `[x]{.mark}`: a tint behind it
	Superior                      // `^x^`, `[x]{.sup}`: small and raised
	Inferior                      // `~x~`, `[x]{.sub}`: small and lowered
	SmallCaps                     // `[x]{.smallcaps}`, `[x]{.sc}`: capitals of the height of small letters
)

// DressClasses are the classes that dress a span.
var Classes = map[string]Dress{
	"strike": Struck, "underline": Underlined, "ul": Underlined, "mark": Highlighted,
	"sup": Superior, "sub": Inferior, "smallcaps": SmallCaps, "sc": SmallCaps,
}
