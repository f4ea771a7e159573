package report

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"reflect"
	"strings"
	"testing"
)

// found are findings with what is awkward in each format.
var found = []Finding{
	{Code: "E101", Name: "unknown-standard", Severity: Error, What: "100 % wrong", Lang: "en"},
	{Code: "W437", Name: "heading-without-blank", Severity: Warning, File: "كتاب أول/a,b:c.md", Line: 3, What: "a\nb <c>", Hint: "write `# Title`", Lang: "en"},
	{Code: "W437", Name: "heading-without-blank", Severity: Advice, File: "/book/a.md", Line: 7, Column: 2, End: 5, What: "x", Lang: "en"},
	{Code: "W000", Name: "other", Severity: Advice, File: "b.md", What: "y", Lang: "en"},
}

var tool = Tool{"warraq", "1", []Rule{{Code: "W437", Name: "heading-without-blank", Says: "a heading", Help: "write"}, {Code: "E101", Name: "unknown-standard", Says: "…", Error: true}}}

var update = flag.Bool("update", false, "rewrite the files of testdata")

// TestFormats compares each format with its file in testdata.
func TestFormats(t *testing.T) {
	for _, format := range Formats {
		var b bytes.Buffer
		if err := Write(&b, format, tool, found); err != nil {
			t.Fatal(err)
		}
		name := "testdata/" + format + ".golden"
		if *update {
			if err := os.WriteFile(name, b.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if want, err := os.ReadFile(name); err != nil || !bytes.Equal(b.Bytes(), want) {
			t.Errorf("%s: %v, got:\n%s", format, err, b.Bytes())
		}
	}
}

// TestRoundTrip reads back what was written.
func TestRoundTrip(t *testing.T) {
	var b bytes.Buffer
	if err := JSON(&b, found); err != nil {
		t.Fatal(err)
	}
	for i, line := range strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n") {
		var f Finding
		if err := json.Unmarshal([]byte(line), &f); err != nil || !reflect.DeepEqual(f, found[i]) {
			t.Errorf("%s is read as %+v: %v", line, f, err)
		}
	}
}

// TestSchemaNames: the schema has the names of a finding, and asks for those that are
// always there.
func TestSchemaNames(t *testing.T) {
	var s struct {
		Required   []string
		Properties map[string]any
	}
	if err := json.Unmarshal(Schema, &s); err != nil {
		t.Fatal(err)
	}
	required := map[string]bool{}
	for _, name := range s.Required {
		required[name] = true
	}
	of := reflect.TypeFor[Finding]()
	for i := range of.NumField() {
		name, rest, _ := strings.Cut(of.Field(i).Tag.Get("json"), ",")
		if s.Properties[name] == nil || required[name] != (rest == "") {
			t.Errorf("%s is not in the schema as it is written", name)
		}
	}
	if len(s.Properties) != of.NumField() {
		t.Errorf("%d names in the schema, %d are written", len(s.Properties), of.NumField())
	}
}
