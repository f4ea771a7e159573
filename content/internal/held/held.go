// Package held finds by reflection what the tree of a book holds, for tests that what
// goes through it reaches all of that: a kind of block that is new is found here without
// being named.
package held

import (
	"io/fs"
	"path"
	"reflect"

	"warraq/content"
	"warraq/content/markdown"
	"warraq/content/samples"
)

// Specimen is the chapters of the specimen, which has all kinds, as they are read: without
// what a book makes of them.
func Specimen() (chapters []*content.Chapter, err error) {
	names, err := fs.Glob(samples.FS(), "specimen/*.md")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		text, err := fs.ReadFile(samples.FS(), name)
		if err != nil {
			return nil, err
		}
		read, _, _, _ := markdown.NewReader().Read(string(text), markdown.Options{File: path.Base(name)})
		chapters = append(chapters, read...)
	}
	return chapters, nil
}

// Parts are the blocks and the texts below something, in no order.
type Parts struct {
	Blocks []content.Block
	Texts  []*content.Text
	// Pointers is every one that was followed, with what it points to.
	Pointers map[uintptr]any
}

// In finds the parts of chapters, of blocks, or of anything that holds some.
func In(root any) *Parts {
	p := &Parts{Pointers: make(map[uintptr]any)}
	p.find(reflect.ValueOf(root))
	return p
}

func (p *Parts) find(v reflect.Value) {
	switch v.Kind() {
	case reflect.Interface:
		p.find(v.Elem())
	case reflect.Pointer:
		if v.IsNil() || !v.CanInterface() || p.Pointers[v.Pointer()] != nil || v.Type().Elem().Size() == 0 {
			return // what has no size is nowhere in particular
		}
		p.keep(v)
		p.find(v.Elem())
	case reflect.Struct:
		for i := range v.NumField() {
			p.find(v.Field(i))
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			p.find(v.Index(i))
		}
	}
}

// keep notes what a pointer points to.
func (p *Parts) keep(v reflect.Value) {
	part := v.Interface()
	p.Pointers[v.Pointer()] = part
	switch part := part.(type) {
	case content.Block:
		p.Blocks = append(p.Blocks, part)
	case *content.Text:
		p.Texts = append(p.Texts, part)
	}
}
