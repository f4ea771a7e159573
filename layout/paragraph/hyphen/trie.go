package hyphen

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"io"
	"math/bits"
)

// trie holds the patterns of a language. Letters are known by their codes,
// their places in its alphabet; code 0 is the point at a word's ends.
type trie struct {
	code   map[rune]byte
	nodes  []node  // breadth first, from the root, so that siblings are neighbours
	values []value // values[0] belongs to nodes at which no pattern ends
}

// node is what follows a beginning of patterns.
type node struct {
	letters uint64 // bit c is set if a child has code c
	first   uint32 // the index of the first child; the others follow in order of code
	value   uint16 // the index of the value of the pattern that ends here
}

// value is what a pattern says of the places between its letters, without
// noughts at its ends.
type value struct {
	back   int    // how many letters before the pattern's end the first place lies
	levels []byte // odd: here a word may be divided; even: it may not; the highest counts
}

// child gives the node that letter c leads to from n, 0 if there is none.
func (t *trie) child(n uint32, c byte) uint32 {
	e := &t.nodes[n]
	bit := uint64(1) << c
	if e.letters&bit == 0 {
		return 0
	}
	return e.first + uint32(bits.OnesCount64(e.letters&(bit-1)))
}

// rate raises levels to what the patterns say of a word: levels[i] is of the
// place before codes[i]. The word has the code 0 at both its ends.
func (t *trie) rate(codes, levels []byte) {
	for start := range codes {
		n := uint32(0)
		for i := start; i < len(codes); i++ {
			if n = t.child(n, codes[i]); n == 0 {
				break
			}
			if v := t.nodes[n].value; v != 0 {
				t.values[v].raise(levels, i+1)
			}
		}
	}
}

// raise raises levels to those of a pattern whose letters end before end.
func (v *value) raise(levels []byte, end int) {
	for k, l := range v.levels {
		if i := end - v.back + k; i >= 0 && i < len(levels) && levels[i] < l {
			levels[i] = l
		}
	}
}

var errPatterns = errors.New("damaged hyphenation patterns")

// read reads a trie as pack.go writes it: deflated, the alphabet, the values,
// and of all nodes, breadth first, the number of children, the letter (not of
// the root) and the value.
func read(packed []byte) (*trie, error) {
	data, err := io.ReadAll(flate.NewReader(bytes.NewReader(packed)))
	if err != nil {
		return nil, err
	}
	r := reader{data: data}
	t := &trie{code: make(map[rune]byte)}
	for _, letter := range string(r.take(r.number())) {
		t.code[letter] = byte(len(t.code))
	}
	t.values = make([]value, 1, 512)
	for range r.number() {
		size, back := r.take(1), r.take(1)
		if r.failed {
			return nil, errPatterns
		}
		t.values = append(t.values, value{back: int(back[0]), levels: r.take(int(size[0]))})
	}
	size := r.number()
	counts := r.take(size)
	letters := r.take(size - 1)
	if r.failed || len(t.code) > 64 {
		return nil, errPatterns
	}
	return t, t.grow(counts, letters, r.data)
}

// grow builds the nodes.
func (t *trie) grow(counts, letters, marks []byte) error {
	t.nodes = make([]node, len(counts))
	next := 1
	for i := range t.nodes {
		n := &t.nodes[i]
		n.first = uint32(next)
		if next += int(counts[i]); next > len(t.nodes) {
			return errPatterns
		}
		for _, c := range letters[n.first-1 : next-1] {
			n.letters |= 1 << c
		}
		if len(marks) > 0 && marks[0] >= 240 && len(marks) > 1 {
			n.value = 240 + uint16(marks[0]-240)<<8 + uint16(marks[1])
			marks = marks[2:]
		} else if len(marks) > 0 {
			n.value = uint16(marks[0])
			marks = marks[1:]
		}
		if int(n.value) >= len(t.values) || bits.OnesCount64(n.letters) != int(counts[i]) {
			return errPatterns
		}
	}
	return nil
}

// reader takes pieces from the front of data until there is too little.
type reader struct {
	data   []byte
	failed bool
}

func (r *reader) number() int {
	n, size := binary.Uvarint(r.data)
	if size <= 0 || n > 1<<20 {
		r.failed = true
		return 0
	}
	r.data = r.data[size:]
	return int(n)
}

func (r *reader) take(n int) []byte {
	if n < 0 || n > len(r.data) {
		r.failed = true
		return nil
	}
	piece := r.data[:n]
	r.data = r.data[n:]
	return piece
}
