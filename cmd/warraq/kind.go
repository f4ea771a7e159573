package main

import (
	"fmt"
	"slices"
	"strings"

	"warraq"
)

// kind is the problems of one kind: n of them, of which the first are at hand.
type kind struct {
	of []warraq.Problem
	n  int
}

// kindsOf groups problems by their kinds, in the order in which these are met;
// each by itself where all are to be told.
func kindsOf(ps []warraq.Problem, each bool) (kinds []kind) {
	at := map[string]int{}
	for _, p := range ps {
		name := p.OfKind()
		if i, ok := at[name]; ok && !each {
			kinds[i].add(p)
			continue
		}
		at[name] = len(kinds)
		kinds = append(kinds, kind{[]warraq.Problem{p}, 1})
	}
	return kinds
}

// add adds a problem of the kind, whose place is kept where it may be told.
func (k *kind) add(p warraq.Problem) {
	k.n++
	if len(k.of) > mostPlaces+1 || slices.ContainsFunc(k.of, func(q warraq.Problem) bool { return q.Pos == p.Pos }) {
		return
	}
	k.of = append(k.of, p)
}

// together puts the kinds of several manuscripts together, as if they were one.
func together(all []kind, more []kind, each bool) []kind {
	if each {
		return append(all, more...)
	}
	for _, k := range more {
		i := slices.IndexFunc(all, func(other kind) bool { return other.of[0].OfKind() == k.of[0].OfKind() })
		if i < 0 {
			all = append(all, k)
			continue
		}
		n := all[i].n + k.n
		for _, p := range k.of {
			all[i].add(p)
		}
		all[i].n = n
	}
	return all
}

// mostPlaces is how many places are named of a kind beside its first.
const mostPlaces = 3

// others says how many more problems of a kind there are, and where the next few
// are; a line that has several counts once.
func (k kind) others() string {
	if k.n == 1 {
		return ""
	}
	var places []string
	for _, p := range k.of[1:] {
		place := p.Pos.String()
		if place != "" && place != k.of[0].Pos.String() && !slices.Contains(places, place) {
			places = append(places, place)
		}
		if len(places) > mostPlaces {
			places[mostPlaces] = "…"
			break
		}
	}
	more := fmt.Sprintf(" (and %d more", k.n-1)
	if len(places) > 0 {
		more += ": " + strings.Join(places, ", ")
	}
	return more + "; -v shows each)"
}
