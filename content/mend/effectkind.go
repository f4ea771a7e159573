package mend

import (
	"slices"

	"warraq/content"
	"warraq/content/dress"
	"warraq/content/locale"
	"warraq/content/roles"
	"warraq/content/stand"
)

// effects are the classes and the further attributes that do something on one
// kind of part. Beside these each part takes an anchor, a language, a direction,
// and how its lines are justified.
type effects struct {
	name    string // of the kind, with its article
	classes []string
	keys    []string
}

// Kinds of parts that take attributes.
const (
	onChapter = iota
	onHeading
	onParagraph
	onList
	onQuote
	onVerse
	onTable
	onCell
	onFigure
	onChart
	onCode
	onDefinitions
	onDivision
	onAbreast
	onBox
	onSpan
	onOther
)

// effectsOf are what parts of each kind take.
var effectsOf = [...]effects{
	onChapter:     {"a chapter", append(roles.Names(), "sorted", "unnumbered"), []string{"short", stand.OpenerKey, stand.OpenerAltKey}},
	onHeading:     {"a heading", append([]string{"unnumbered", stand.PageBreakClass}, content.StandClasses(false)...), []string{"align", "short"}},
	onParagraph:   {"a paragraph", standing(stand.PageBreakClass, stand.KeepClass, stand.LeaderClass), []string{"align"}},
	onList:        {"a list", []string{locale.Abjad.String(), locale.AbjadMaghribi.String(), locale.AlifBa.String(), stand.KeepClass}, nil},
	onQuote:       {"a quotation", []string{content.Quran, content.Epigraph, content.Pull, "quote", stand.KeepClass}, nil},
	onVerse:       {"verse", []string{"verse", "centred", "centered", stand.NumberedClass, stand.KeepClass}, []string{"gap"}},
	onTable:       {"a table", []string{"grid", "striped", content.RowHeaders, content.Landscape, "table", "unnumbered", stand.PageBreakClass, stand.KeepClass, stand.FloatClass, stand.HereClass}, []string{"widths", "header", "file", "align", "chart"}},
	onCell:        {"a cell", nil, []string{"colspan", "rowspan", "align"}},
	onFigure:      {"a figure", []string{"unnumbered", stand.PageBreakClass, stand.KeepClass, stand.FloatClass, stand.HereClass, stand.WrapStartClass, stand.WrapEndClass, stand.FullBleedClass, stand.SpreadClass}, []string{"width", "height"}},
	onChart:       {"a chart", []string{"table", "unnumbered", stand.PageBreakClass, stand.KeepClass, stand.FloatClass, stand.HereClass}, []string{"header", "file", "chart", "unit", "width", "height"}},
	onCode:        {"code", []string{"show", stand.KeepClass}, nil},
	onDefinitions: {"a list of definitions", []string{stand.KeepClass}, nil},
	onDivision:    {"a division", append(onDivisions(), stand.ColumnsClass, stand.SideClass, stand.AbreastClass), []string{"align", "count"}},
	onAbreast:     {"pictures abreast", []string{stand.AbreastClass, "unnumbered", stand.PageBreakClass, stand.KeepClass, stand.FloatClass, stand.HereClass}, []string{"count"}},
	onBox:         {"a box", append(onDivisions(), stand.FloatClass, stand.HereClass, stand.SideClass), []string{"align"}},
	onSpan:        {"a span", append([]string{"index", "term", content.Quran, stand.NoBreakClass, stand.LeaderClass, stand.SideClass}, dressNames()...), []string{"abbr", "key", "sort", "see"}},
	onOther:       {"this", nil, nil},
}

// everywhere are what any part takes.
var everywhere = effects{classes: []string{"naskh", "simple", "spaces"}, keys: []string{"justify", "dir"}}

// standing are the classes of a part whose lines may stand as its author says.
func standing(classes ...string) []string { return append(classes, content.StandClasses(true)...) }

// onDivisions are the classes of divisions.
func onDivisions() []string {
	return append(content.BoxNames(), standing("verse", "quote", content.Quran, content.Epigraph, content.Pull, stand.PageBreakClass, stand.KeepClass, stand.LeaderClass)...)
}

func dressNames() []string {
	var names []string
	for name := range dress.Classes {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
