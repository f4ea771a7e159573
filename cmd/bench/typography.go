package main

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"warraq/content/book"
	"warraq/content/setup"
	"warraq/fonts"
	"warraq/layout"
	"warraq/layout/display"
)

// This file is `make bench-typography`: how even the spaces of a text come out
// at a measure, with and without lengthened words, and whether each rule of
// the lengthening held.

// evenness is what there is to say of the full lines of a text.
type evenness struct {
	lines, gaps, over    int
	median, p95, widest  float64 // of the gaps, in ems
	bars                 int
	stacked, neighbours  int // violations
	crowded, last, names int
}

// measureTypography prints the table for one manuscript.
func measureTypography(name string) error {
	fmt.Printf("%-8s %-9s %5s %6s %7s %6s %7s %5s  %s\n", "rules", "measure", "lines", "median", "95th", "widest", "bars/l", "over",
		"violations: stacked neighbours crowded last-line names")
	for _, mm := range [...]float64{115, 70} {
		for _, rules := range [...]setup.Justification{setup.JustifyNaskh, setup.JustifySimple, setup.JustifySpaces} {
			e, err := setAt(name, mm, rules)
			if err != nil {
				return err
			}
			fmt.Printf("%-8s %6g mm %5d %6.3f %7.3f %6.3f %7.2f %5d  %d %d %d %d %d\n", rules, mm, e.lines, e.median, e.p95, e.widest,
				float64(e.bars)/float64(max(e.lines, 1)), e.over, e.stacked, e.neighbours, e.crowded, e.last, e.names)
		}
	}
	return nil
}

// setAt sets the manuscript with a measure in millimetres.
func setAt(name string, mm float64, rules setup.Justification) (evenness, error) {
	doc, _, err := book.Read(os.DirFS(filepath.Dir(name)), filepath.Base(name), book.Options{Lang: "ar-MA"})
	if err != nil {
		return evenness{}, err
	}
	doc.Setup.Justification = rules
	doc.Setup.Page = setup.Size{W: mm * 148 / 115 * 72 / 25.4, H: 210 * 72 / 25.4}
	set, err := fonts.NewSet(fonts.Files{})
	if err != nil {
		return evenness{}, err
	}
	laid, err := layout.Pages(doc, set, layout.Options{})
	if err != nil {
		return evenness{}, err
	}
	return look(laid), nil
}

// look goes over the lines of running text.
func look(laid *display.Book) evenness {
	var e evenness
	var gaps []float64
	var above *display.Text
	for _, page := range laid.Pages {
		for _, it := range page.Items {
			t, ok := it.(*display.Text)
			if !ok || t.Elem == 0 {
				continue
			}
			if above != nil && above.Elem != t.Elem {
				above = nil
			}
			gaps = e.line(t, above, laid.Style.Measure(), gaps)
			above = t
		}
	}
	slices.Sort(gaps)
	if e.gaps = len(gaps); e.gaps > 0 {
		e.median, e.p95, e.widest = gaps[e.gaps/2], gaps[e.gaps*95/100], gaps[e.gaps-1]
	}
	return e
}

// line weighs one line against the one above it in the same paragraph.
func (e *evenness) line(t, above *display.Text, measure float64, gaps []float64) []float64 {
	if t.Line.Width > measure+0.05 {
		e.over++
	}
	words, bars, beside := 0, 0, false
	for i := range t.Line.Pieces {
		p := &t.Line.Pieces[i]
		if p.Word == nil {
			if t.Line.Full {
				gaps = append(gaps, float64(p.Width)/p.Style.Size)
			}
			continue
		}
		words++
		x, barred := p.BarAt()
		if !barred {
			beside = false
			continue
		}
		bars++
		e.weigh(p.Word.Text, p.Style.Size, t, above, x, beside)
		beside = true
	}
	if t.Line.Full {
		e.lines++
	} else if bars > 0 {
		e.last++
	}
	if 3*bars > words {
		e.crowded++
	}
	e.bars += bars
	return gaps
}

// weigh checks one lengthened word.
func (e *evenness) weigh(word string, em float64, t, above *display.Text, x float64, beside bool) {
	if beside {
		e.neighbours++
	}
	if strings.HasSuffix(strip(word), "لله") {
		e.names++
	}
	if above == nil {
		return
	}
	for i := range above.Line.Pieces {
		if other, ok := above.Line.Pieces[i].BarAt(); ok && math.Abs(above.X+other-t.X-x) < em-0.01 {
			e.stacked++
		}
	}
}

// strip takes the marks from a word.
func strip(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 0x064B && r <= 0x0652 || r == 0x0670 {
			return -1
		}
		return r
	}, s)
}
