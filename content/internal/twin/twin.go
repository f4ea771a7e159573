// Package twin copies what a reader made, so that the copy can be written into.
package twin

import "reflect"

// Of is a copy of a value down to the last pointer, slice and map that it leads to
// by exported fields; what several parts of it share, those of the copy share too.
func Of[T any](value T) T {
	c := copier{made: make(map[place]reflect.Value), holding: make(map[reflect.Type]bool)}
	out := reflect.New(reflect.TypeFor[T]()).Elem()
	out.Set(reflect.ValueOf(&value).Elem())
	c.fill(out)
	return out.Interface().(T)
}

// place is where a pointer leads to, as what.
type place struct {
	kind reflect.Type
	at   uintptr
}

// copier is the copies made so far, by what they are of.
type copier struct {
	made    map[place]reflect.Value
	holding map[reflect.Type]bool
}

// holds tells whether a value of a type can lead to anything.
func (c *copier) holds(t reflect.Type) bool {
	holds, known := c.holding[t]
	if known {
		return holds
	}
	switch t.Kind() {
	case reflect.Pointer, reflect.Interface, reflect.Slice, reflect.Map:
		holds = true
	case reflect.Struct:
		for field := range t.Fields() {
			holds = holds || c.holds(field.Type)
		}
	}
	c.holding[t] = holds
	return holds
}

// fill makes what a value holds its own.
func (c *copier) fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			v.Set(c.pointer(v))
		}
	case reflect.Interface:
		if v.IsNil() {
			return
		}
		inner := reflect.New(v.Elem().Type()).Elem()
		inner.Set(v.Elem())
		c.fill(inner)
		v.Set(inner)
	case reflect.Slice:
		if v.IsNil() {
			return
		}
		own := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(own, v)
		v.Set(own)
		if c.holds(v.Type().Elem()) {
			for i := range v.Len() {
				c.fill(v.Index(i))
			}
		}
	case reflect.Map:
		if v.IsNil() {
			return
		}
		own := reflect.MakeMapWithSize(v.Type(), v.Len())
		for at := v.MapRange(); at.Next(); {
			value := reflect.New(v.Type().Elem()).Elem()
			value.Set(at.Value())
			c.fill(value)
			own.SetMapIndex(at.Key(), value)
		}
		v.Set(own)
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Field(i); f.CanSet() && c.holds(f.Type()) {
				c.fill(f)
			}
		}
	}
}

// pointer is a copy of what a pointer leads to, made once.
func (c *copier) pointer(p reflect.Value) reflect.Value {
	at := place{p.Type(), p.Pointer()}
	if own, ok := c.made[at]; ok {
		return own
	}
	own := reflect.New(p.Type().Elem())
	own.Elem().Set(p.Elem())
	c.made[at] = own
	c.fill(own.Elem())
	return own
}
