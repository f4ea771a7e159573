package segment

//go:generate go run gen.go

// class is a Line_Break class (UAX #14, table 1) as rule LB1 leaves it. Some classes are split where rules
// look at more than the class.
type class uint8

const (
	classAL  class = iota
	classALW       // AL, East Asian: full width, wide or half width (LB19a, LB30), as every class in W
	classALU       // AL, an unassigned Extended_Pictographic (LB30b)
	classDC        // AL, U+25CC DOTTED CIRCLE (LB28a)
	classHL
	classNU
	classOP
	classOPW
	classCL
	classCLW
	classCP
	classQU  // neither of the next two
	classQUI // QU, general category Pi: « “ ‘ ‹
	classQUF // QU, general category Pf: » ” ’ ›
	classGL
	classGLW
	classNS
	classNSW
	classEX
	classEXW
	classSY
	classIS
	classPR
	classPRW
	classPO
	classPOW
	classID
	classIDW
	classIDU // ID, an unassigned Extended_Pictographic (LB30b)
	classIN
	classINW
	classHY
	classHH
	classBA
	classBAW
	classBB
	classB2
	classZW
	classCM
	classCMB // CM, a control of the bidirectional algorithm (tailored)
	classZWJ
	classWJ
	classH2
	classH3
	classJL
	classJV
	classJT
	classRI
	classEB
	classEBW
	classEM
	classCB
	classAK
	classAP
	classAS
	classVF
	classVI
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
	setAL    set = 1<<classAL | 1<<classALW | 1<<classALU | setDC
	setDC    set = 1 << classDC // ◌
	setHL    set = 1 << classHL
	setNU    set = 1 << classNU
	setOP    set = 1<<classOP | 1<<classOPW
	setCL    set = 1<<classCL | 1<<classCLW
	setCP    set = 1 << classCP
	setQU    set = 1<<classQU | setPi | setPf
	setPi    set = 1 << classQUI
	setPf    set = 1 << classQUF
	setGL    set = 1<<classGL | 1<<classGLW
	setNS    set = 1<<classNS | 1<<classNSW
	setEX    set = 1<<classEX | 1<<classEXW
	setSY    set = 1 << classSY
	setIS    set = 1 << classIS
	setPR    set = 1<<classPR | 1<<classPRW
	setPO    set = 1<<classPO | 1<<classPOW
	setID    set = 1<<classID | 1<<classIDW | 1<<classIDU
	setIN    set = 1<<classIN | 1<<classINW
	setHY    set = 1 << classHY
	setHH    set = 1 << classHH
	setBA    set = 1<<classBA | 1<<classBAW
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
	setEB    set = 1<<classEB | 1<<classEBW
	setEM    set = 1 << classEM
	setCB    set = 1 << classCB
	setAK    set = 1 << classAK
	setAP    set = 1 << classAP
	setAS    set = 1 << classAS
	setVF    set = 1 << classVF
	setVI    set = 1 << classVI
	setSP    set = 1 << classSP

	setBreaks set = 1<<classBK | 1<<classCR | 1<<classLF | 1<<classNL
	setMarks  set = 1<<classCM | 1<<classCMB | 1<<classZWJ
	// setBare holds what a combining mark does not join (LB9, LB10).
	setBare = setBreaks | setSP | setZW
	// setEastAsian holds what is of full width, wide or half width.
	setEastAsian = 1<<classALW | 1<<classOPW | 1<<classCLW | 1<<classGLW | 1<<classNSW | 1<<classEXW | 1<<classPRW |
		1<<classPOW | 1<<classIDW | 1<<classINW | 1<<classBAW | 1<<classEBW | setH2 | setH3 | setJL | setEM
	// setUnassigned holds the Extended_Pictographic without a character.
	setUnassigned set = 1<<classALU | 1<<classIDU
)

// classOf looks r up in the generated tables; what is no code point counts as unassigned, so AL.
func classOf(r rune) class {
	if uint32(r) > 0x10ffff {
		return classAL
	}
	return class(lineClasses[int(linePages[r>>pageBits])<<pageBits|int(r&(1<<pageBits-1))])
}
