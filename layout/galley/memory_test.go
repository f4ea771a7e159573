package galley

import (
	"reflect"
	"testing"

	"warraq/layout/vlist"
)

// TestShape: all that a row says of its place changes its shape; what stands in it does
// not, but for notes, which stand in the galley, and what stands again.
func TestShape(t *testing.T) {
	inside := map[string]bool{"Items": true, "Notes": true, "Starts": true, "Plates": true, "Sides": true}
	for f := range reflect.TypeFor[vlist.Row]().Fields() {
		if inside[f.Name] {
			continue
		}
		var r vlist.Row
		v := reflect.ValueOf(&r).Elem().FieldByIndex(f.Index)
		switch f.Name {
		case "Again":
			r.Again = []vlist.Row{{Height: 1}}
		case "Loose":
			r.Loose.Under = 1
		case "Float":
			r.Float = &vlist.Float{}
		case "Elastic":
			r.Elastic = &vlist.Elastic{}
		default:
			switch v.Kind() {
			case reflect.Float64:
				v.SetFloat(1)
			case reflect.Int:
				v.SetInt(1)
			case reflect.Bool:
				v.SetBool(true)
			default:
				t.Errorf("%s: say how the shape of a row depends on it", f.Name)
			}
		}
		if shapeOf(&r) == shapeOf(&vlist.Row{}) {
			t.Errorf("%s is no part of the shape of a row", f.Name)
		}
	}
}
