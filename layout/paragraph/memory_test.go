package paragraph

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"warraq/fonts"
)

// TestBounded sets a text over and over, each time with words that it never had: what
// is kept of them does not grow without end, and the text is set as if there were no
// memory.
func TestBounded(t *testing.T) {
	faces, err := fonts.NewSet(fonts.Files{})
	if err != nil {
		t.Fatal(err)
	}
	m := NewMemory()
	style := &Style{Size: 12}
	form := Form{Measure: 300}
	most := 0
	for n := range 300 {
		var text strings.Builder
		for k := range 100 {
			fmt.Fprintf(&text, "%d ", 1000*n+k)
		}
		spans := []Span{{Text: text.String(), Style: style}, {Text: "كلام", Style: style}}
		m.Turn()
		c := NewCompositor(faces, m.Shaped())
		c.Remember(m)
		got, want := c.Set(spans, form), NewCompositor(faces, NewWords()).Set(spans, form)
		if fmt.Sprint(len(got.Lines), got.Lines[0].Ratio) != fmt.Sprint(len(want.Lines), want.Lines[0].Ratio) {
			t.Fatalf("setting %d: %d lines, want %d", n, len(got.Lines), len(want.Lines))
		}
		most = max(most, m.words.held())
		if kept := len(m.now) + len(m.before); kept > 2 {
			t.Fatalf("%d paragraphs are kept", kept)
		}
	}
	if most > 6000 {
		t.Errorf("%d words are kept", most)
	}
}

// TestKey changes each field of a form: but for the lines of before, all are told
// apart.
func TestKey(t *testing.T) {
	for field := range reflect.TypeFor[Form]().Fields() {
		var f Form
		v := reflect.ValueOf(&f).Elem().FieldByIndex(field.Index)
		switch v.Kind() {
		case reflect.Bool:
			v.SetBool(true)
		case reflect.Float64:
			v.SetFloat(1)
		case reflect.Uint8:
			v.SetUint(1)
		case reflect.String:
			v.SetString("fa")
		case reflect.Struct:
			if n := v.FieldByName("Lines"); n.IsValid() {
				n.SetInt(1)
			} else {
				v.FieldByName("Most").SetInt(1)
			}
		default:
			if field.Name != "Again" {
				t.Fatalf("%s is of a kind that this test does not know", field.Name)
			}
			continue
		}
		if f.key() == new(Form).key() {
			t.Errorf("a form with another %s has the same key", field.Name)
		}
	}
}
