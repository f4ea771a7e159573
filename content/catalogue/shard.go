package catalogue

import (
	"cmp"
	"crypto/sha256"
	"slices"
	"strings"
)

// Shards divides titles among n machines, each of which comes to the same division by
// itself: the titles of each, by their indexes. The largest title goes first, and each to
// the machine that has least to do; titles of one size in the order of the digests of
// their names, so that those of a series do not all come to the first.
func Shards(titles []Title, n int) [][]int {
	order := make([]int, len(titles))
	digests := make([]string, len(titles))
	for i, t := range titles {
		sum := sha256.Sum256([]byte(t.Name))
		order[i], digests[i] = i, string(sum[:])
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(titles[b].Bytes, titles[a].Bytes), strings.Compare(digests[a], digests[b]))
	})
	shards, load := make([][]int, n), make([]int64, n)
	for _, i := range order {
		least := 0
		for s := range load {
			if load[s] < load[least] {
				least = s
			}
		}
		shards[least] = append(shards[least], i)
		load[least] += titles[i].Bytes + perTitle
	}
	for _, s := range shards {
		slices.Sort(s)
	}
	return shards
}

// perTitle is what a title costs beside its text, as if it were bytes of that.
const perTitle = 4 << 10
