package pagelist

import (
	"slices"
	"testing"
)

// The judges are judged here: what they read, and that they see what is wrong.

// TestPages shifts a page break by a word, calls it by another name and leaves it
// out; each is found.
func TestPages(t *testing.T) {
	say := func(text string) []saying { return []saying{{text: text + " "}} }
	pages := []printed{{label: "1", said: say("أول النص ثم أوسطه")}, {label: "2", said: say("ثم آخره وتم الكتاب")}}
	list := func(before, after, label string) *listed {
		return &listed{list: map[string]string{"page-1": "1", "page-2": "2"}, Breaks: []pageBreak{
			{id: "page-1", label: "1", after: say(before), first: true},
			{id: "page-2", label: label, before: say(before), after: say(after)},
		}}
	}
	short := list("أول النص ثم أوسطه ثم آخره وتم الكتاب", "", "2")
	short.Breaks = short.Breaks[:1]
	for name, test := range map[string]struct {
		list   *listed
		faults int
	}{
		"right":         {list("أول النص ثم أوسطه", "ثم آخره وتم الكتاب", "2"), 0},
		"a word late":   {list("أول النص ثم أوسطه ثم", "آخره وتم الكتاب", "2"), 1},
		"a word early":  {list("أول النص ثم", "أوسطه ثم آخره وتم الكتاب", "2"), 1},
		"another label": {list("أول النص ثم أوسطه", "ثم آخره وتم الكتاب", "٢"), 1},
		"no break":      {short, 1},
	} {
		if faults := Compare(pages, test.list); len(faults) != test.faults {
			t.Errorf("%s: %q", name, faults)
		}
	}
	plates := []printed{{label: "1", said: say("أول النص ثم أوسطه ثم ما بعده"), text: true}, {label: "2", said: say("جدول فيه أعداد")}, {label: "3", said: say("ثم آخره وتم"), text: true}}
	for before, faults := range map[string]int{"أول النص ثم أوسطه": 0, "أول النص ثم أوسطه ثم ما بعده": 0, "أول ثم النص": 1} {
		e := &listed{list: map[string]string{"page-1": "1", "page-2": "2", "page-3": "3"}, Breaks: []pageBreak{
			{id: "page-1", label: "1", after: say("أول النص ثم أوسطه"), first: true},
			{id: "page-2", label: "2", before: say(before), after: say("جدول فيه أعداد ثم ما بعده")},
			{id: "page-3", label: "3", before: say("جدول فيه أعداد ثم ما بعده"), after: say("ثم آخره وتم")},
		}}
		if found := Compare(plates, e); len(found) != faults {
			t.Errorf("a plate behind %q: %q", before, found)
		}
	}
	floats := []printed{{label: "1", said: say("أول النص ثم أوسطه ثم ما بعده")}, {label: "2", said: say("جدول فيه أعداد ثم آخره وتم")}}
	for before, faults := range map[string]int{"أول النص ثم جدول فيه أعداد أوسطه ثم ما بعده": 0, "أول النص ثم أوسطه ثم ما بعده جدول فيه أعداد": 0,
		"أول النص ثم أوسطه ثم ما بعده": 1, "أول النص ثم جدول فيه أعداد أوسطه ثم": 1} {
		e := &listed{list: map[string]string{"page-1": "1", "page-2": "2"}, Breaks: []pageBreak{
			{id: "page-1", label: "1", after: say(before), first: true}, {id: "page-2", label: "2", before: say(before), after: say("ثم آخره وتم")}}}
		if found := Compare(floats, e); len(found) != faults {
			t.Errorf("a float in %q: %q", before, found)
		}
	}
	aside := []saying{{text: "جدول فيه أعداد كثيرة ", aside: true}}
	parted := []printed{{label: "1", said: say("أول النص ثم أوسطه")}, {label: "2", said: slices.Concat(aside, say("ثم ما بعده ثم آخره"))}}
	for before, faults := range map[string]int{"أول النص ثم أوسطه": 0, "أول النص ثم": 1} {
		e := &listed{list: map[string]string{"page-1": "1", "page-2": "2"}, Breaks: []pageBreak{
			{id: "page-1", label: "1", after: say(before), first: true},
			{id: "page-2", label: "2", before: say(before), after: slices.Concat(say("ثم ما بعده"), aside, say("ثم آخره"))}}}
		if found := Compare(parted, e); len(found) != faults {
			t.Errorf("a float before %q: %q", before, found)
		}
	}
	cut := list("أول النص ثم أوس", "طه ثم آخره", "2")
	cut.Breaks[1].before[0].text = "أول النص ثم أوس"
	if !inWord(cut.Breaks[1]) {
		t.Error("a break within a word is not found")
	}
}
