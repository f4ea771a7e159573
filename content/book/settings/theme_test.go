package settings

import (
	"reflect"
	"slices"
	"testing"

	"warraq/content/design"
)

// TestPlainIsWhole: plain.yaml, which authors copy, has every key there is.
func TestPlainIsWhole(t *testing.T) {
	text, _ := ThemeFile("plain")
	d := NewTheme(design.Plain())
	got := map[string]bool{}
	var spied []Key
	for _, g := range d.groups() {
		var keys []Key
		for _, k := range g.keys {
			keys = append(keys, Key{k.name, func(value) { got[g.name+" "+k.name] = true }})
		}
		spied = append(spied, Key{g.name, func(v value) { v.mapping(keys) }})
	}
	problemsOf(string(text), "plain.yaml", spied)
	for _, g := range d.groups() {
		for _, k := range g.keys {
			if !got[g.name+" "+k.name] {
				t.Errorf("plain.yaml has no %s: %s", g.name, k.name)
			}
		}
	}
}

// TestThemeSchema: the schema and the reader know the same groups, keys and
// choices.
func TestThemeSchema(t *testing.T) {
	s := readSchema(t, "theme.schema.json")
	d := NewTheme(design.Plain())
	sameKeys(t, "theme.yaml", s, d.Keys())
	if !slices.Equal(s.Properties["extends"].Enum, Themes) {
		t.Errorf("extends: the schema knows %v, the program has %v", s.Properties["extends"].Enum, Themes)
	}
	for _, g := range d.groups() {
		sameKeys(t, g.name, s.Properties[g.name], g.keys)
		for name, property := range s.Properties[g.name].Properties {
			for _, choice := range property.Enum {
				if problems := problemsOf(g.name+": {"+name+": "+choice+"}", "theme.yaml", d.Keys()); len(problems) > 0 {
					t.Errorf("%s: %s: %s: %v", g.name, name, choice, problems)
				}
			}
		}
	}
}

// TestEveryKeyCounts: each key of a theme changes the theme, so none is read
// into the wind.
func TestEveryKeyCounts(t *testing.T) {
	plain := NewTheme(design.Plain())
	for _, g := range plain.groups() {
		for i, k := range g.keys {
			changed := false
			for _, try := range []string{"auto", "13", "5", "1.5em", "150", "\"#123456\"", "true", "false", "start", "color", "chapter",
				"none", "band", "block", "center", "below", "{accent: [1, 2, 3, 4]}", "{ground: [1, 2, 3, 4]}", "x"} {
				d := NewTheme(design.Plain())
				problems := problemsOf(g.name+": {"+k.name+": "+try+"}", "theme.yaml", d.Keys())
				changed = changed || len(problems) == 0 && !reflect.DeepEqual(d.Theme, plain.Theme)
			}
			if !changed {
				t.Errorf("%s: key %d, %s, changes nothing", g.name, i, k.name)
			}
		}
	}
}
