package epub

import (
	"strings"
	"testing"

	"warraq/content"
)

// TestNarrow: a table of many words side by side is wide or, of fewer, snug, one
// of a long text is not, and a word that nothing could hold may break.
func TestNarrow(t *testing.T) {
	row := func(words ...string) *content.Row {
		r := &content.Row{}
		for _, w := range words {
			r.Cells = append(r.Cells, &content.Cell{Inlines: []content.Inline{text(w)}})
		}
		return r
	}
	table := func(rows ...*content.Row) string {
		tb := &content.Table{Columns: make([]content.Align, len(rows[0].Cells)), Header: rows[0], Rows: rows[1:]}
		parts := unzip(t, build(t, book(chapter("عنوان", tb)), Options{}))
		_, after, _ := strings.Cut(parts["EPUB/xhtml/ch0001.xhtml"], "<table")
		return after
	}
	for _, c := range []struct {
		name, got, want string
	}{
		{"words", table(row("المكتبات", "الترجمات", "المخطوطات", "المطبوعات", "الإلكترونيات"), row("1", "2", "3", "4", "5")), ` class="wide" style="--letters: 56">`},
		{"large", table(row("المكتبات", "الترجمات", "المخطوطات"), row("1", "2", "3")), ` class="snug">`},
		{"text", table(row("باب", "فيه"), row("الأول", strings.Repeat("كلام ", 40))), ">"},
		{"broad", table(row(strings.Fields(strings.Repeat("1205 ", 13))...)), ` class="wide broad" style="--letters: 78">`},
		{"digest", table(row("باب", "فيه"), row("الأول", strings.Repeat("0f", 32))), ` class="snug">`},
		{"marks", table(row("ا", "ب"), row("ا", strings.Repeat("بَ", 20))), ` class="snug">`},
	} {
		if !strings.HasPrefix(c.got, c.want) {
			t.Errorf("%s: <table%.60s", c.name, c.got)
		}
		if breaks := strings.Contains(c.got, `<td class="long">`); breaks != (c.name == "digest") {
			t.Errorf("%s: its words may break: %t", c.name, breaks)
		}
	}
}

// TestScrolled: a table too wide for a narrow screen in type that can be read stands in
// a box that the keyboard reaches, by name; others do not.
func TestScrolled(t *testing.T) {
	for _, c := range []struct {
		columns int
		caption string
		want    string
	}{
		{5, "سنون", ""},
		{10, "سنون", `<div class="scroll" tabindex="0" role="group" aria-label="سنون">`},
		{13, "", `<div class="scroll far" tabindex="0" role="group" aria-label="جدول">`},
	} {
		row := &content.Row{}
		for range c.columns {
			row.Cells = append(row.Cells, &content.Cell{Inlines: []content.Inline{text("1205")}})
		}
		table := &content.Table{Columns: make([]content.Align, c.columns), Rows: []*content.Row{row}}
		if c.caption != "" {
			table.Caption = []content.Inline{text(c.caption)}
		}
		page := unzip(t, build(t, book(chapter("عنوان", table)), Options{}))["EPUB/xhtml/ch0001.xhtml"]
		if !strings.Contains(page, c.want) || c.want == "" && strings.Contains(page, "scroll") {
			t.Errorf("%d columns: no %s", c.columns, c.want)
		}
		if open, closed := strings.Count(page, "<div"), strings.Count(page, "</div>"); open != closed {
			t.Errorf("%d columns: %d elements open, %d close", c.columns, open, closed)
		}
	}
}
