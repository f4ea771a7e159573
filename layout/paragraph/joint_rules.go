package paragraph

// rank is how well a joint bears a bar: its score in a joined run of four letters. Each
// letter that the run has more or less takes one away, down to the floor.
type rank struct{ best, floor int }

var (
	good = rank{9, 6}
	fair = rank{6, 3}
	poor = rank{3, 0}
)

// follow lists, for the body of the letter before a joint, the bodies behind
// it in each rank.
type follow struct{ good, fair, poor []shape }

// naskh is the table of Benatia, Elyaakoubi and Lazrek with Afifi's
// additions. What is not listed is no joint.
var naskh = map[shape]follow{
	tooth: {[]shape{tah}, []shape{alef, meem, noon, heh}, []shape{dal, reh, lam}},
	hah:   {[]shape{tah}, nil, []shape{alef, dal, reh, kaf, lam, meem, noon, heh}},
	ain:   {[]shape{tah}, nil, []shape{alef, dal, reh, lam, meem, noon, heh}},
	seen:  {nil, []shape{alef, tooth, reh, seen, tah, kaf, lam, noon}, []shape{dal, feh, meem, heh}},
	sad:   {nil, []shape{alef, tooth, reh, seen, tah, kaf, lam, noon}, []shape{dal, feh, meem, heh}},
	tah:   {nil, []shape{alef, tooth, reh, seen, tah, kaf, lam, noon}, []shape{dal, feh, meem, heh}},
	feh:   {[]shape{tah}, []shape{alef}, []shape{dal, reh, lam, meem}},
	meem:  {nil, []shape{tah, dal, reh}, []shape{alef, kaf, lam, noon, heh}},
	heh:   {nil, []shape{tooth}, []shape{alef, lam, seen, reh, dal, heh}},
}

// naskhScore scores the joint behind letter i of a joined run.
func naskhScore(run []member, i int) int {
	a, b := run[i], run[i+1]
	switch {
	case a.shape == kaf || a.shape == lam:
		return 0 // never after ك or ل
	case b.shape == hah || b.shape == sad || b.shape == ain || b.shape == waw:
		return 0 // never before these
	case b.last() && (b.shape == feh || b.shape == yeh):
		return 0
	case b.last() && (b.shape == heh || b.shape == tehMarbuta):
		return 9
	}
	if score, ruled := teethScore(run, i); ruled {
		return score
	}
	to := naskh[a.shape]
	for _, r := range [...]struct {
		shapes []shape
		rank
	}{{to.good, good}, {to.fair, fair}, {to.poor, poor}} {
		for _, s := range r.shapes {
			if s == b.shape {
				return max(r.floor, r.best-abs(b.run-4))
			}
		}
	}
	return 0
}

// teethScore rules over joints among teeth, which the eye must be able to
// count; ruled is false where there is no rule.
func teethScore(run []member, i int) (score int, ruled bool) {
	if run[i].shape != tooth {
		return 0, false
	}
	is := func(k int, shapes ...shape) bool {
		if k >= len(run) {
			return false
		}
		for _, s := range shapes {
			if run[k].shape == s {
				return true
			}
		}
		return false
	}
	switch {
	case len(run) == 3 && is(0, tooth) && is(1, tooth) && is(2, noon, reh):
		return 6, i == 1
	case len(run) == 4 && is(0, tooth) && is(1, tooth) && is(2, tooth) && is(3, noon, reh):
		return 0, i > 0
	case i == 0 && is(1, tooth) && is(2, tooth, seen):
		return 2, true
	}
	return 0, false
}

func abs(n int) int { return max(n, -n) }

// simpleScore gives the classes of a joint, the best 9 (Microsoft's
// priorities, as LibreOffice keeps them, with its rule for a final yeh).
func simpleScore(a, b member) int {
	afterSeen := a.shape == seen || a.shape == sad
	switch {
	case b.last() && b.shape == yeh && !afterSeen:
		return 0
	case afterSeen:
		return 8
	case b.last() && (b.shape == tehMarbuta || b.shape == heh || b.shape == dal):
		return 7
	case b.last() && (b.shape == alef || b.shape == tah || b.shape == lam || b.shape == kaf):
		return 6
	case b.last() && b.shape == reh && a.shape == tooth:
		return 5
	case b.last() && (b.shape == waw || b.shape == ain || b.shape == feh):
		return 4
	case b.last():
		return 3
	}
	return 1
}
