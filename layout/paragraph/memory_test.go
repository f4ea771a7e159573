package paragraph

import (
	"reflect"
	"testing"
)

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
			v.FieldByName("Most").SetInt(1)
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
