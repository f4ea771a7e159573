package layout_test

import (
	"flag"
	"fmt"
	"testing"
)

// How many random books of each kind are tried, from which seed on: `make check` asks
// for 1,200 of each.
var (
	books     = flag.Uint64("books", 12, "random books of each kind, tame and wild")
	firstBook = flag.Uint64("first-book", 0, "the seed of the first of them")
)

// TestRandomBooks holds the pages of random books to what any page owes.
func TestRandomBooks(t *testing.T) {
	n := *books
	if testing.Short() {
		n = min(n, 3)
	}
	for seed := *firstBook; seed < *firstBook+n; seed++ {
		for _, wild := range []bool{false, true} {
			t.Run(fmt.Sprintf("%d %v", seed, wild), func(t *testing.T) { hold(t, randomBook(seed, wild), wild) })
		}
	}
}

// TestBrokenBooks tries the seeds that once broke a promise.
func TestBrokenBooks(t *testing.T) {
	for wild, seeds := range map[bool][]uint64{
		false: {39, 48, 582, 848, 1043, 1167, 1183, 1188, 2919, 2980, 3684, 4713},
		true:  {205, 255, 327, 408, 513, 534, 683, 688, 765, 920, 969, 1044, 2116, 2137, 3058, 3208},
	} {
		for _, seed := range seeds {
			t.Run(fmt.Sprintf("%d %v", seed, wild), func(t *testing.T) { hold(t, randomBook(seed, wild), wild) })
		}
	}
}
