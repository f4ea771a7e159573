// Package object reads the objects of a PDF file (ISO 32000-1, 7): what a file of any
// program and any age may be, damaged ones among them, within bounds.
package object

// A value is nil, bool, float64, String, Name, Array, Dict, *Stream, Ref or, in the
// contents of a page, Operator.
type (
	// Name is a name without its solidus.
	Name string
	// String is the bytes of a string.
	String string
	// Operator is a word of a content stream.
	Operator string
	// Array is values in a row.
	Array []any
	// Dict is values by names.
	Dict map[Name]any
	// Ref stands for an object that lies elsewhere in the file.
	Ref struct{ Number, Generation int }
	// Stream is a dictionary with bytes, as they lie in the file.
	Stream struct {
		Dict Dict
		Raw  []byte
	}
)

// mostLinks bounds how many references lead to an object.
const mostLinks = 32

// Get is a value itself, wherever it lies; nil for what is not there.
func (f *File) Get(v any) any {
	for range mostLinks {
		r, ok := v.(Ref)
		if !ok {
			return v
		}
		v = f.object(r.Number)
	}
	return nil
}

// Dict is a dictionary, that of a stream too; nil for another value.
func (f *File) Dict(v any) Dict {
	switch v := f.Get(v).(type) {
	case Dict:
		return v
	case *Stream:
		return v.Dict
	}
	return nil
}

// Array is an array; nil for another value.
func (f *File) Array(v any) Array {
	a, _ := f.Get(v).(Array)
	return a
}

// Stream is a stream; nil for another value.
func (f *File) Stream(v any) *Stream {
	s, _ := f.Get(v).(*Stream)
	return s
}

// Name is a name; "" for another value.
func (f *File) Name(v any) Name {
	n, _ := f.Get(v).(Name)
	return n
}

// Number is a number, or another for want of it.
func (f *File) Number(v any, other float64) float64 {
	if n, ok := f.Get(v).(float64); ok {
		return n
	}
	return other
}

// Int is a whole number, or another for want of it.
func (f *File) Int(v any, other int) int { return whole(f.Number(v, float64(other))) }

// whole is a number without its fraction, as far as such numbers are met in files.
func whole(v float64) int {
	const most = 1 << 40
	if !(v > -most && v < most) {
		return 0
	}
	return int(v)
}

// Numbers are the numbers of an array; nil where some are none, or it is none.
func (f *File) Numbers(v any) []float64 {
	a := f.Array(v)
	all := make([]float64, 0, len(a))
	for _, v := range a {
		n, ok := f.Get(v).(float64)
		if !ok {
			return nil
		}
		all = append(all, n)
	}
	return all
}

// Bool tells what is true.
func (f *File) Bool(v any) bool {
	b, _ := f.Get(v).(bool)
	return b
}
