package pdf_test

import (
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestTableSpans: cells that go over others say so, and name the headers of all
// their columns and rows.
func TestTableSpans(t *testing.T) {
	const text = `# A

{.row-headers}
| Country {rowspan=2} | People {colspan=2} | |
|---|---|---|
| | 2004 | 2014 |
| Morocco {rowspan=2} | 30 | 34 |
| 12 | 13 |
| Tunisia | none {colspan=2} |
`
	dump := read(t, lay(t, readFolder(t, []txtar.File{{Name: "a.md", Data: []byte(text)}})).file).structure()
	var got []string
	inTable := false
	for line := range strings.Lines(dump) {
		line = strings.TrimSpace(line)
		inTable = inTable || strings.HasPrefix(line, "Table")
		if inTable && line != "TR" && line != "Table" && line != "" && line[0] != '"' {
			got = append(got, line)
		}
	}
	want := strings.Split(strings.TrimSpace(tableSpans), "\n")
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

const tableSpans = `
TH ID=th-4 Scope=Column RowSpan=2
TH ID=th-5 Scope=Column ColSpan=2
TH ID=th-7 Scope=Column Headers=[th-5]
TH ID=th-8 Scope=Column Headers=[th-5]
TH ID=th-10 Scope=Row Headers=[th-4] RowSpan=2
TD Headers=[th-5 th-7 th-10]
TD Headers=[th-5 th-8 th-10]
TD Headers=[th-5 th-7 th-10]
TD Headers=[th-5 th-8 th-10]
TH ID=th-17 Scope=Row Headers=[th-4]
TD Headers=[th-5 th-7 th-8 th-17] ColSpan=2
`
