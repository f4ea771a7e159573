// Package stand names the classes by which authors say how a part stands on its page.
package stand

// Classes by which an author says how a paragraph or a division stands on its page.
const (
	SignatureClass = "signature"  // who signs: at the end side, on the page of what is above it
	DateClass      = "date"       // place and day of a letter or a foreword, so too
	KeepClass      = "keep"       // on one page with what follows; of a division: its blocks with each other
	LeaderClass    = "leader"     // a value at the end of its line, with dots before it: see content.Leaders
	FloatClass     = "float"      // of a table, a figure or a box: text may pass it to fill its page, and it stands at the head of the next
	HereClass      = "here"       // it may not
	ColumnsClass   = "columns"    // a division of its chapter in columns
	NoBreakClass   = "no-break"   // of a span: no line ends in it
	NumberedClass  = "numbered"   // of a poem: every fifth line has a number
	AbreastClass   = "abreast"    // of a division of pictures: they stand side by side
	WrapStartClass = "wrap-start" // of a picture: at the start side, and the text behind it runs beside it
	WrapEndClass   = "wrap-end"   // at the end side
	FullBleedClass = "full-bleed" // of a picture: it fills a page of its own to its edges
	SpreadClass    = "spread"     // of a picture: it fills two facing pages
	PageBreakClass = "page-break" // of a block: it begins a page, and readers put a [content.PageBreak] before it
	ShownClass     = "shown"      // of a division: a manual shows in it what the source above it makes
	SideClass      = "side"       // of a division or a span: it stands in the outer margin, beside the text it follows
)

// EveryLine is which lines have a number, where lines have some: every fifth.
const EveryLine = 5

// BesideClasses are the classes of what stands beside other parts, or fills its page.
var BesideClasses = []string{SideClass, AbreastClass, WrapStartClass, WrapEndClass, FullBleedClass, SpreadClass}

// Keys of a chapter by which its author says what picture stands over its title, and what it shows to those
// who cannot see it.
const (
	OpenerKey    = "opener"
	OpenerAltKey = "opener-alt"
)
