package content

import (
	"warraq/content/pattern"
	"warraq/content/stand"
)

// LedLine is a line of a paragraph with a value at its end: a name and a page, a
// service and its price. Value is empty where the line has none.
type LedLine struct{ Text, Value []Inline }

// Leaders are the lines of a paragraph of which one at least has a value, that is a
// span of the class "leader" among its inlines; nil for every other. What stands
// behind the span on its line belongs to the value.
func Leaders(text []Inline) []LedLine {
	if !leads(text) {
		return nil
	}
	lines := []LedLine{{}}
	for _, in := range text {
		line := &lines[len(lines)-1]
		switch {
		case isLineBreak(in):
			lines = append(lines, LedLine{})
		case isLeader(in) || line.Value != nil:
			line.Value = append(line.Value, in)
		default:
			line.Text = append(line.Text, in)
		}
	}
	return lines
}

func leads(text []Inline) bool {
	for _, in := range text {
		if isLeader(in) {
			return true
		}
	}
	return false
}

func isLeader(in Inline) bool {
	span, ok := in.(*Span)
	return ok && span.Has(stand.LeaderClass)
}

func isLineBreak(in Inline) bool {
	_, ok := in.(*LineBreak)
	return ok
}

// Led parts each line of a paragraph of the class "leader" at its last dots, « … »,
// " ... " or a tab: what stands behind them is the value.
func Led(text []Inline) []Inline {
	if leads(text) {
		return text
	}
	var led, line []Inline
	for _, in := range text {
		if isLineBreak(in) {
			led, line = append(append(led, ledLine(line)...), in), nil
			continue
		}
		line = append(line, in)
	}
	return append(led, ledLine(line)...)
}

// ledLine puts the value of a line into a span; it stays as it is where it has none.
func ledLine(line []Inline) []Inline {
	for i := len(line) - 1; i >= 0; i-- {
		t, ok := line[i].(*Text)
		if !ok {
			continue
		}
		from, to := lastDots(t.Value)
		if from < 0 {
			continue
		}
		value := &Span{Pos: t.Pos, Attr: Attr{Classes: []string{stand.LeaderClass}}}
		if rest := t.Value[to:]; rest != "" {
			value.Inlines = append(value.Inlines, &Text{Pos: t.Pos, Value: rest})
		}
		value.Inlines = append(value.Inlines, line[i+1:]...)
		parted := line[:i:i]
		if before := t.Value[:from]; before != "" {
			parted = append(parted, &Text{Pos: t.Pos, Value: before + " "})
		}
		return append(parted, value)
	}
	return line
}

// dots are a leader as one types it: between blanks, an ellipsis or dots, three or
// more; or a tab.
var dots = pattern.Of(`[ \x{a0}](?:…+|\.{3,}|(?:\. ){2,}\.)(?:[ \x{a0}]+|$)|[ ]*\t[ ]*`)

// lastDots is the range of the last leader in a text; -1 for none.
func lastDots(s string) (from, to int) {
	all := dots.FindAllStringIndex(s, -1)
	if len(all) == 0 {
		return -1, -1
	}
	last := all[len(all)-1]
	return last[0], last[1]
}
