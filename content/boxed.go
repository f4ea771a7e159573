package content

import (
	"strconv"

	"warraq/content/locale"
	"warraq/content/stand"
)

// boxKinds are the names of boxes beside "box" itself, and the kind that each is set
// as. The last three are what other programs call theirs.
var boxKinds = map[string]string{
	"note": "note", "warning": "warning", "example": "example", "summary": "summary",
	"tip": "note", "important": "warning", "caution": "warning",
}

// BoxNames are the names that make a box of a division.
func BoxNames() []string {
	return []string{"box", "note", "warning", "example", "summary", "tip", "important", "caution"}
}

// Boxed is the kind of box that a division is set as: "box" (a fact box),
// "note", "warning", "example" or "summary", "" for none.
func (d *Div) Boxed() string {
	kind, _ := d.boxName()
	return kind
}

// Most columns of a division, and as many as it has unless it says how many.
const (
	mostColumns  = 4
	usualColumns = 2
)

// ColumnCount is how many columns a division asks for: {.columns count=3}; 0 for none.
func (d *Div) ColumnCount() int {
	if !d.Has(stand.ColumnsClass) || d.Boxed() != "" || d.Has(stand.ShownClass) {
		return 0
	}
	if n, err := strconv.Atoi(locale.ASCIIDigits(d.Get("count"))); err == nil && n >= 1 && n <= mostColumns {
		return n
	}
	return usualColumns
}

// Plain tells a division that is set as if its fence were not there.
func (d *Div) Plain() bool { return d.Boxed() == "" && !d.Has(stand.ShownClass) && d.Abreast() == nil }

// Abreast are the pictures of a division that stand side by side, so many in a row, and
// below them all the title of the division: {.abreast count=2}. There are none where anything else is in
// it.
func (d *Div) Abreast() []*Figure {
	if !d.Has(stand.AbreastClass) || d.Boxed() != "" {
		return nil
	}
	var all []*Figure
	for _, b := range d.Blocks {
		f, ok := b.(*Figure)
		if !ok {
			return nil
		}
		all = append(all, f)
	}
	return all
}

// OneFigure tells pictures abreast that are one figure: with a caption of them all.
func (d *Div) OneFigure() bool { return len(d.Title) > 0 && d.Abreast() != nil }

// AbreastCount is how many pictures stand in a row: all of them, unless a division says how many.
func (d *Div) AbreastCount() int {
	n, err := strconv.Atoi(locale.ASCIIDigits(d.Get("count")))
	if err != nil || n < 1 {
		return len(d.Blocks)
	}
	return min(n, len(d.Blocks))
}

// boxName is the kind of box, and the class that says so.
func (d *Div) boxName() (kind, class string) {
	for _, class := range d.Classes {
		if class == "box" {
			return class, class
		}
		if kind, ok := boxKinds[class]; ok {
			return kind, class
		}
	}
	return "", ""
}

// TitleIn is the title of a box in a language, English for one that is not
// known; none for a plain box.
func (d *Div) TitleIn(lang string) []Inline {
	_, class := d.boxName()
	titles := &locale.Of(lang).Boxes
	title, ok := map[string]string{
		"note": titles.Note, "warning": titles.Warning, "example": titles.Example, "summary": titles.Summary,
		"tip": titles.Tip, "important": titles.Important, "caution": titles.Caution,
	}[class]
	if !ok {
		return nil
	}
	return []Inline{&Text{Pos: d.Pos, Value: title}}
}
