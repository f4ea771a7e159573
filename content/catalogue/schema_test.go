package catalogue

import (
	"encoding/json"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// TestSchema: the schema of a record knows the names that records have, and no others.
func TestSchema(t *testing.T) {
	data, err := os.ReadFile("manifest.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	type object struct {
		Properties map[string]any
		Required   []string
	}
	var s struct {
		object
		Defs map[string]object `json:"$defs"`
	}
	if err := json.Unmarshal(data, &s); err != nil {
		t.Fatal(err)
	}
	for what, c := range map[string]struct {
		of   any
		said object
	}{
		"a catalogue": {Manifest{}, s.object}, "a title": {Entry{}, s.Defs["title"]}, "a file": {Output{}, s.Defs["file"]},
		"a person": {Person{}, s.Defs["person"]}, "a failure": {Failure{}, s.Defs["failed"]},
	} {
		names, always := namesOf(reflect.TypeOf(c.of))
		if said := slices.Sorted(maps.Keys(c.said.Properties)); !slices.Equal(said, names) {
			t.Errorf("%s: %v, in the schema %v", what, names, said)
		}
		if said := slices.Sorted(slices.Values(c.said.Required)); !slices.Equal(said, always) {
			t.Errorf("%s: always %v, in the schema %v", what, always, said)
		}
	}
}

// namesOf are the names that the JSON of a type may have, and those that it always has.
func namesOf(t reflect.Type) (names, always []string) {
	for _, f := range reflect.VisibleFields(t) {
		name, option, _ := strings.Cut(f.Tag.Get("json"), ",")
		if name == "" {
			continue
		}
		names = append(names, name)
		if option == "" {
			always = append(always, name)
		}
	}
	slices.Sort(names)
	slices.Sort(always)
	return names, always
}
