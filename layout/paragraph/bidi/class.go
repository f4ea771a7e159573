package bidi

//go:generate go run gen.go

// class is a Bidi_Class (UAX #9, table 4). The order is that of the names in the generator.
type class uint8

const (
	classL class = iota
	classR
	classAL
	classEN
	classAN
	classES
	classET
	classCS
	classNSM
	classBN
	classB
	classS
	classWS
	classON
	classLRE
	classLRO
	classRLE
	classRLO
	classPDF
	classLRI
	classRLI
	classFSI
	classPDI
)

// set is a set of classes, one bit a class.
type set uint32

func (s set) has(c class) bool     { return s>>c&1 != 0 }
func (s set) meets(other set) bool { return s&other != 0 }

const (
	setIsolates = 1<<classLRI | 1<<classRLI | 1<<classFSI
	setExplicit = 1<<classLRE | 1<<classLRO | 1<<classRLE | 1<<classRLO | 1<<classPDF
	// setDirectional holds all that rules X2 to X7 act on.
	setDirectional = setExplicit | setIsolates | 1<<classPDI
	// setRemoved holds what rule X9 takes out of the text.
	setRemoved = setExplicit | 1<<classBN
	// setTrailing holds what rule L1 puts on the paragraph's level before a separator or a line's end,
	// with what X9 removed, as UAX #9 section 5.2 asks.
	setTrailing = 1<<classWS | setIsolates | 1<<classPDI | setRemoved
)

// A rune's property is its class in the low five bits and three flags.
const (
	propClass   = 0x1f
	propOpening = 0x20 // Bidi_Paired_Bracket_Type Open
	propClosing = 0x40 // Bidi_Paired_Bracket_Type Close
	propMirror  = 0x80 // has a Bidi_Mirroring_Glyph
)

// property looks r up in the generated tables; what is no code point counts as unassigned, so L.
func property(r rune) uint8 {
	if uint32(r) > 0x10ffff {
		return uint8(classL)
	}
	return properties[int(pages[r>>pageBits])<<pageBits|int(r&(1<<pageBits-1))]
}

func classOf(r rune) class { return class(property(r) & propClass) }
