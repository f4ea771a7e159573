package spell

import "slices"

// tray is what many short slices are made of, a block after another: they are filled
// one at a time, and each may turn out longer than was thought.
type tray[T any] struct{ block []T } // what has been taken, and room behind it

// The least and most elements of a block.
const (
	leastBlock = 64
	mostBlock  = 4096
)

// open gives an empty slice with room for n elements at least.
func (t *tray[T]) open(n int) []T {
	if n > cap(t.block)-len(t.block) {
		t.block = make([]T, 0, max(n, leastBlock, min(2*cap(t.block), mostBlock)))
	}
	return t.block[len(t.block):]
}

// close takes what open gave, to which any number has been appended, and gives it
// without room for more. What outgrew the block has left it.
func (t *tray[T]) close(s []T) []T {
	if len(s) <= cap(t.block)-len(t.block) {
		t.block = t.block[:len(t.block)+len(s)]
	}
	return slices.Clip(s)
}

// clear empties the block, whose slices are not used any more.
func (t *tray[T]) clear() { t.block = t.block[:0] }
