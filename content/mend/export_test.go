package mend

import (
	"maps"
	"slices"
)

// Known are the classes and the further attributes that do something on some part.
func Known() (classes, keys []string) {
	seen, named := map[string]bool{}, map[string]bool{}
	for _, e := range append(effectsOf[:], everywhere) {
		for _, c := range e.classes {
			seen[c] = true
		}
		for _, k := range e.keys {
			named[k] = true
		}
	}
	return slices.Sorted(maps.Keys(seen)), slices.Sorted(maps.Keys(named))
}
