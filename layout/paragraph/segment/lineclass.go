package segment

//go:generate go run gen.go

// class is a Line_Break class (UAX #14, table 1) as rule LB1 leaves it. Some classes are split where rules
// look at more than the class.
type class uint8

const (
	classAL class = iota
	classHL
	classNU
	classOP
	classOPW // OP, East Asian full width, wide or half width (LB30; no CP is)
	classCL
	classCP
	classQU  // neither of the next two
	classQUI // QU, general category Pi: « “ ‘ ‹
	classQUF // QU, general category Pf: » ” ’ ›
	classGL
	classNS
	classEX
	classSY
	classIS
	classPR
	classPO
	classID
	classIDU // ID, an unassigned Extended_Pictographic (LB30b)
	classIN
	classHY
	classBA
	classBAH // BA, U+2010 alone (LB20a)
	classBB
	classB2
	classZW
	classCM
	classZWJ
	classWJ
	classH2
	classH3
	classJL
	classJV
	classJT
	classRI
	classEB
	classEM
	classCB
	classSP
	classBK
	classCR
	classLF
	classNL
	classes  int = iota
	classSOT     = classBK // the start of text is to every rule what follows a mandatory break
)

// set is a set of classes, one bit a class.
type set uint64

func (s set) has(c class) bool { return s>>c&1 != 0 }

// The sets are named as the annex names the classes they stand for; any is all.
const (
	anyClass set = 1<<classes - 1
	setAL    set = 1 << classAL
	setHL    set = 1 << classHL
	setNU    set = 1 << classNU
	setOP    set = 1<<classOP | 1<<classOPW
	setCL    set = 1 << classCL
	setCP    set = 1 << classCP
	setQU    set = 1<<classQU | 1<<classQUI | 1<<classQUF
	setGL    set = 1 << classGL
	setNS    set = 1 << classNS
	setEX    set = 1 << classEX
	setSY    set = 1 << classSY
	setIS    set = 1 << classIS
	setPR    set = 1 << classPR
	setPO    set = 1 << classPO
	setID    set = 1<<classID | 1<<classIDU
	setIN    set = 1 << classIN
	setHY    set = 1 << classHY
	setBA    set = 1<<classBA | 1<<classBAH
	setBB    set = 1 << classBB
	setB2    set = 1 << classB2
	setZW    set = 1 << classZW
	setWJ    set = 1 << classWJ
	setH2    set = 1 << classH2
	setH3    set = 1 << classH3
	setJL    set = 1 << classJL
	setJV    set = 1 << classJV
	setJT    set = 1 << classJT
	setRI    set = 1 << classRI
	setEB    set = 1 << classEB
	setEM    set = 1 << classEM
	setCB    set = 1 << classCB
	setSP    set = 1 << classSP

	setBreaks set = 1<<classBK | 1<<classCR | 1<<classLF | 1<<classNL
	setMarks  set = 1<<classCM | 1<<classZWJ
	// setBare holds what a combining mark does not join (LB9, LB10).
	setBare = setBreaks | setSP | setZW
)

// classOf looks r up in the generated tables; what is no code point counts as unassigned, so AL.
func classOf(r rune) class {
	if uint32(r) > 0x10ffff {
		return classAL
	}
	return class(lineClasses[int(linePages[r>>pageBits])<<pageBits|int(r&(1<<pageBits-1))])
}
