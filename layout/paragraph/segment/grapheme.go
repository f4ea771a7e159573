package segment

// cluster is a Grapheme_Cluster_Break class (UAX #29, table 2), Extended_Pictographic among them, and Extend and
// Other split by Indic_Conjunct_Break.
type cluster uint8

const (
	clusterOther cluster = iota
	clusterCR
	clusterLF
	clusterControl
	clusterZWNJ   // Extend, the only one that is no InCB=Extend
	clusterExtend // Extend, InCB=Extend
	clusterLinker // Extend, InCB=Linker
	clusterZWJ    // InCB=Extend too
	clusterRI
	clusterPrepend
	clusterSpacing
	clusterL
	clusterV
	clusterT
	clusterLV
	clusterLVT
	clusterPictograph
	clusterConsonant // Other, InCB=Consonant
)

func clusterOf(r rune) cluster {
	if uint32(r) > 0x10ffff {
		return clusterOther
	}
	return cluster(graphemeClasses[int(graphemePages[r>>pageBits])<<pageBits|int(r&(1<<pageBits-1))])
}

// Graphemes reports for each rune whether an extended grapheme cluster begins with it, so that starts has the
// length of text. The first rune always begins one (GB1). The result reuses the memory of starts.
func (s *Segmenter) Graphemes(text []rune, starts []bool) []bool {
	if cap(starts) < len(text) {
		starts = make([]bool, len(text)+len(text)/4)
	}
	starts = starts[:len(text)]
	last := clusterControl
	var (
		oddRI   bool // an odd number of RI before
		emoji   bool // a pictograph and any Extend before
		joining bool // the same, then ZWJ
		joint   conjunct
	)
	for i, r := range text {
		c := clusterOf(r)
		if c == clusterOther && last == clusterOther { // GB999, most of any text
			starts[i] = true
			continue
		}
		switch {
		case c == clusterRI && oddRI, c == clusterPictograph && joining, c == clusterConsonant && joint == linked:
			starts[i] = false // GB9c, GB11, GB12, GB13
		default:
			starts[i] = !joins(last, c)
		}
		oddRI = c == clusterRI && !oddRI
		joining = c == clusterZWJ && emoji
		emoji = c == clusterPictograph || emoji && isExtend(c)
		joint = joint.pass(c)
		last = c
	}
	return starts
}

// joins tells whether two classes alone forbid a boundary between them (GB3–GB9b).
func joins(a, b cluster) bool {
	switch {
	case a == clusterCR && b == clusterLF: // GB3
		return true
	case isControl(a) || isControl(b): // GB4, GB5
		return false
	case isExtend(b) || b == clusterZWJ || b == clusterSpacing || a == clusterPrepend: // GB9, GB9a, GB9b
		return true
	}
	switch a { // GB6, GB7, GB8
	case clusterL:
		return b == clusterL || b == clusterV || b == clusterLV || b == clusterLVT
	case clusterLV, clusterV:
		return b == clusterV || b == clusterT
	case clusterLVT, clusterT:
		return b == clusterT
	}
	return false
}

func isControl(c cluster) bool {
	return c == clusterControl || c == clusterCR || c == clusterLF
}

func isExtend(c cluster) bool { return c >= clusterZWNJ && c <= clusterLinker }

// conjunct is how far rule GB9c is in a conjunct of an Indic script.
type conjunct uint8

const (
	noConjunct conjunct = iota
	consonant           // a consonant and what extends it
	linked              // the same, a linker among it
)

// pass moves past a rune of class c.
func (j conjunct) pass(c cluster) conjunct {
	switch {
	case c == clusterConsonant:
		return consonant
	case j == noConjunct, c == clusterExtend, c == clusterZWJ:
		return j
	case c == clusterLinker:
		return linked
	}
	return noConjunct
}
