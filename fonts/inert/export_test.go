package inert

// What the tests of whole faces, which read them by package fonts, see of this one.
const (
	Partings, Mirrored = partings, mirrored
	Openers, Combining = openers, combining
	LastCloser         = lastCloser
)

// FindInert finds them anew.
func FindInert(p *Proof) { p.findInert() }
