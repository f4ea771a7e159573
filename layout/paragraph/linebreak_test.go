package paragraph

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

// judge weighs breaks by the definition of Knuth & Plass 1981, line by line
// from the nodes, without the sums that the breaker keeps.
type judge struct {
	nodes []Node
	form  Form
	at    int // the line in hand
}

// legal tells whether a line may end at node i, and at what penalty.
func (j *judge) legal(i int) (penalty float64, ok bool) {
	switch n := j.nodes[i]; n.Kind {
	case Glue:
		return 0, i > 0 && j.nodes[i-1].Kind == Box
	case Penalty:
		return n.Penalty, n.Penalty < Infinite
	}
	return 0, false
}

// start is the first node of the line behind a break: what may vanish there
// does.
func (j *judge) start(after int) int {
	i := after + 1
	if after < 0 {
		return 0
	}
	for i < len(j.nodes) && j.nodes[i].Kind != Box && !(j.nodes[i].Kind == Penalty && j.nodes[i].Penalty <= -Infinite) {
		i++
	}
	return i
}

// line weighs the line between two breaks; ok is false for an overfull one.
func (j *judge) line(after, at int, fitness int8) (demerits float64, next int8, ok bool) {
	var width, stretch, shrink, kashida float64
	for _, n := range j.nodes[min(j.start(after), at):at] {
		switch n.Kind {
		case Box:
			width += n.Width
			kashida += n.Stretch
		case Glue:
			width, stretch, shrink = width+n.Width, stretch+n.Stretch, shrink+n.Shrink
		}
	}
	hyphened := j.nodes[at].Kind == Penalty && j.nodes[at].Width > 0
	if hyphened {
		width += j.nodes[at].Width
	}
	ratio, ok := j.ratio(width, stretch, shrink, kashida)
	if !ok {
		return 0, 0, false
	}
	bad := linePrice + 100*math.Pow(math.Abs(ratio), 3)
	demerits = bad * bad
	penalty, _ := j.legal(at)
	if penalty >= 0 {
		demerits += penalty * penalty
	} else if penalty > -Infinite {
		demerits -= penalty * penalty
	}
	next = 3
	for class, most := range []float64{-0.5, 0.5, 1} {
		if ratio < most || class > 0 && ratio == most {
			next = int8(class)
			break
		}
	}
	if math.Abs(float64(next-fitness)) > 1 {
		demerits += fitnessJump
	}
	if hyphened && after >= 0 && j.nodes[after].Kind == Penalty && j.nodes[after].Width > 0 {
		demerits += doubleHyphen
	}
	if penalty <= -Infinite && after >= 0 {
		demerits += runt(width/j.form.MeasureOf(j.at), shrink)
	}
	return demerits, next, true
}

func (j *judge) ratio(width, stretch, shrink, kashida float64) (ratio float64, ok bool) {
	measure := j.form.MeasureOf(j.at)
	slack := measure - width
	switch {
	case j.form.Align != Justify && slack < 0, slack < 0 && shrink <= 0:
		return -1, slack > -1e-6
	case slack < 0:
		return slack / shrink, slack/shrink >= -1-1e-9
	case j.form.Align != Justify && stretch < filled:
		return slack / (raggedSlack * measure), true
	case j.form.Align != Justify:
		return slack / stretch, true
	case stretch <= 0:
		return min(worstRatio, slack*worstRatio), true
	}
	part := kashida * j.form.Kashida.wordsPart()
	free := freeRatio * stretch
	if slack <= free || part <= 0 || stretch >= filled {
		return min(worstRatio, slack/stretch), true
	}
	bars := min(slack-free, part)
	return min(worstRatio, freeRatio+kashidaPrice*bars/part+(slack-free-bars)/stretch), true
}

// best tries every set of breaks; ok is false where each has an overfull line.
func (j *judge) best(after int, fitness int8) (least float64, ok bool) {
	least = math.Inf(1)
	for at := after + 1; at < len(j.nodes); at++ {
		penalty, legal := j.legal(at)
		if !legal {
			continue
		}
		if d, next, fits := j.line(after, at, fitness); fits {
			if at == len(j.nodes)-1 {
				least, ok = min(least, d), true
			} else {
				j.at++
				rest, fits := j.best(at, next)
				if j.at--; fits {
					least, ok = min(least, d+rest), true
				}
			}
		}
		if penalty <= -Infinite {
			break
		}
	}
	return least, ok
}

// total weighs the breaks that were chosen.
func (j *judge) total(breaks []Break) (sum float64, ok bool) {
	after, fitness := -1, int8(1)
	for i, br := range breaks {
		j.at = i
		d, next, fits := j.line(after, int(br.Node), fitness)
		if !fits {
			return 0, false
		}
		sum, after, fitness = sum+d, int(br.Node), next
	}
	return sum, true
}

// randomNodes are a few words, with penalties, spaces of several widths and
// forced breaks among them, closed as makeNodes closes a paragraph.
func randomNodes(r *rand.Rand, align Align) []Node {
	var nodes []Node
	for range 2 + r.IntN(9) {
		box := Node{Kind: Box, Width: 5 + math.Round(r.Float64()*30)}
		if r.IntN(3) == 0 {
			box.Stretch = r.Float64() * 8
		}
		nodes = append(nodes, box)
		switch r.IntN(9) {
		case 8:
			nodes = append(nodes, Node{Kind: Penalty, Penalty: hyphenPenalty, Width: 1 + 3*r.Float64()})
		case 0:
			nodes = append(nodes, Node{Kind: Penalty, Penalty: float64(r.IntN(300)) - 100})
		case 1:
			nodes = append(nodes, Node{Kind: Penalty, Penalty: Infinite}, space(3))
		case 2:
			nodes = append(nodes, Node{Kind: Penalty, Penalty: Infinite}, Node{Kind: Glue, Stretch: fill}, Node{Kind: Penalty, Penalty: -Infinite})
		case 3:
			nodes = append(nodes, space(6), space(2))
		default:
			nodes = append(nodes, space(3+r.Float64()))
		}
	}
	nodes = append(nodes, Node{Kind: Box, Width: 4})
	if align != Center {
		nodes = append(nodes, Node{Kind: Penalty, Penalty: Infinite}, Node{Kind: Glue, Stretch: fill})
	}
	return append(nodes, Node{Kind: Penalty, Penalty: -Infinite})
}

func space(w float64) Node {
	return Node{Kind: Glue, Width: w, Stretch: w * spaceStretch, Shrink: w * spaceShrink}
}

// TestBreaksAreBest compares the breaks chosen with the best of all sets of
// breaks.
func TestBreaksAreBest(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	feasible := 0
	for round := range 8_000 {
		form := Form{Measure: 25 + math.Round(r.Float64()*80), Align: Align(r.IntN(4))}
		if round%2 == 1 { // its first lines stand beside something
			form.Narrow = Narrow{Lines: 1 + r.IntN(3), By: math.Round(form.Measure * r.Float64() / 2)}
		}
		j := judge{nodes: randomNodes(r, form.Align), form: form}
		var b breaker
		breaks := b.breakLines(j.nodes, form)
		checkBreaks(t, j.nodes, breaks)
		want, ok := j.best(-1, 1)
		if !ok {
			continue
		}
		feasible++
		got, fits := j.total(breaks)
		if !fits || math.Abs(got-want) > 1e-9*max(1, want) {
			t.Fatalf("round %d, %+v: breaks %v of %g demerits, best %g\n%s", round, form, breaks, got, want, dumpNodes(j.nodes))
		}
	}
	if feasible < 2_000 {
		t.Errorf("only %d feasible paragraphs", feasible)
	}
}

// checkBreaks sees that breaks go forwards, stand where they may, leave out no
// forced one, and close the paragraph.
func checkBreaks(t *testing.T, nodes []Node, breaks []Break) {
	t.Helper()
	j := judge{nodes: nodes}
	last := -1
	for _, br := range breaks {
		at := int(br.Node)
		if _, ok := j.legal(at); !ok || at <= last {
			t.Fatalf("a break at %d behind %d\n%s", at, last, dumpNodes(nodes))
		}
		for i := last + 1; i < at; i++ {
			if p, ok := j.legal(i); ok && p <= -Infinite {
				t.Fatalf("no break at %d\n%s", i, dumpNodes(nodes))
			}
		}
		last = at
	}
	if last != len(nodes)-1 {
		t.Fatalf("the last break is at %d\n%s", last, dumpNodes(nodes))
	}
}

func dumpNodes(nodes []Node) string {
	var b strings.Builder
	for i, n := range nodes {
		fmt.Fprintf(&b, "%d %s %g +%g -%g %g\n", i, [...]string{"box", "glue", "penalty"}[n.Kind], n.Width, n.Stretch, n.Shrink, n.Penalty)
	}
	return b.String()
}

// TestLooseLineInParagraph puts a line that cannot be good among others: their
// breaks are chosen as well as without it.
func TestLooseLineInParagraph(t *testing.T) {
	good := "سارت القافلة بين التلال حتى بلغت البئر القديمة عند منتصف النهار فاستراحت هناك طويلا ثم عادت"
	form := Form{Measure: 100}
	alone := newCompositor().Set([]Span{{Text: good, Style: styles["regular"]}}, form)
	wide := "\nكككككككككككككككككك كككككككككككككككككك\n"
	both := newCompositor().Set([]Span{{Text: "كلمة" + wide + good, Style: styles["regular"]}}, form)
	n := len(alone.Lines)
	tail := Setting{Lines: both.Lines[len(both.Lines)-n:]}
	if got, want := dumpSetting(tail), dumpSetting(alone); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
