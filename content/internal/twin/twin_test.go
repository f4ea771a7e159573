package twin_test

import (
	"reflect"
	"testing"

	"warraq/content"
	"warraq/content/internal/twin"
)

// kinds of block and of inline that readers make.
var (
	blocks = []content.Block{&content.Heading{}, &content.Paragraph{}, &content.List{}, &content.Quote{}, &content.Verse{}, &content.Table{}, &content.Figure{},
		&content.CodeBlock{}, &content.Definitions{}, &content.Break{}, &content.PageBreak{}, &content.Div{}}
	inlines = []content.Inline{&content.Text{}, &content.Strong{}, &content.Emphasis{}, &content.Code{}, &content.Link{}, &content.Image{}, &content.NoteRef{},
		&content.Span{}, &content.Reference{}, &content.LineBreak{}}
)

// fill puts something into every field, the kinds within each other to a depth.
func fill(v reflect.Value, depth int) {
	switch v.Kind() {
	case reflect.String:
		v.SetString("نص")
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(1)
	case reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(1)
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).Name != "Part" { // of a chapter, which the book finds
				fill(v.Field(i), depth)
			}
		}
	case reflect.Pointer:
		if depth > 0 {
			v.Set(reflect.New(v.Type().Elem()))
			fill(v.Elem(), depth-1)
		}
	case reflect.Slice:
		switch all := v.Addr().Interface().(type) {
		case *[]content.Block:
			if depth > 0 {
				*all = kindsOf(blocks, depth-1)
			}
		case *[]content.Inline:
			if depth > 0 {
				*all = kindsOf(inlines, depth-1)
			}
		default:
			if v.Type().Elem().Kind() == reflect.Pointer && depth == 0 {
				return
			}
			v.Set(reflect.MakeSlice(v.Type(), 2, 2))
			fill(v.Index(0), depth)
			fill(v.Index(1), depth)
		}
	}
}

// kindsOf are values of some kinds, filled.
func kindsOf[T any](kinds []T, depth int) (all []T) {
	for _, kind := range kinds {
		own := reflect.New(reflect.TypeOf(kind).Elem())
		fill(own.Elem(), depth)
		all = append(all, own.Interface().(T))
	}
	return all
}

// shared tells what two values of one form both lead to; "" for nothing.
func shared(a, b reflect.Value, path string) string {
	switch a.Kind() {
	case reflect.Interface:
		if !a.IsNil() {
			return shared(a.Elem(), b.Elem(), path)
		}
	case reflect.Pointer:
		if a.IsNil() || a.Type().Elem().Size() == 0 {
			return ""
		}
		if a.Pointer() == b.Pointer() {
			return path
		}
		return shared(a.Elem(), b.Elem(), path)
	case reflect.Slice:
		if a.Len() > 0 && a.Pointer() == b.Pointer() {
			return path
		}
		for i := range a.Len() {
			if s := shared(a.Index(i), b.Index(i), path+"[]"); s != "" {
				return s
			}
		}
	case reflect.Struct:
		for i := range a.NumField() {
			if s := shared(a.Field(i), b.Field(i), path+"."+a.Type().Field(i).Name); s != "" {
				return s
			}
		}
	}
	return ""
}

// TestOf copies chapters that have something in every field: nothing is lost, and
// nothing is left that both lead to.
func TestOf(t *testing.T) {
	var own []*content.Chapter
	fill(reflect.ValueOf(&own).Elem(), 4)
	other := twin.Of(own)
	if !reflect.DeepEqual(own, other) {
		t.Error("the copy is another")
	}
	if s := shared(reflect.ValueOf(own), reflect.ValueOf(other), ""); s != "" {
		t.Errorf("%s is of both", s)
	}
	if twin.Of(nil) != nil {
		t.Error("nothing becomes something")
	}
}

// TestNotes: a note that is called twice is one in the copy too.
func TestNotes(t *testing.T) {
	note := &content.Note{Blocks: []content.Block{&content.Paragraph{}}}
	call := &content.Paragraph{Inlines: []content.Inline{&content.NoteRef{Note: note}, &content.NoteRef{Note: note}, &content.Reference{Note: note}}}
	own := twin.Of([]*content.Chapter{{Blocks: []content.Block{call}, Notes: []*content.Note{note}}})[0]
	calls := own.Blocks[0].(*content.Paragraph).Inlines
	if n := own.Notes[0]; n == note || calls[0].(*content.NoteRef).Note != n || calls[1].(*content.NoteRef).Note != n || calls[2].(*content.Reference).Note != n {
		t.Error("the note is several in the copy")
	}
}
