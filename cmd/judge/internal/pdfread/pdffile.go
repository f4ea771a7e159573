// Package pdfread reads what the pages of a PDF show: the codes of its fonts where
// they stand, what each reads as, and the outlines that it is drawn with.
package pdfread

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strings"
)

// File is a PDF as qpdf reads it: every object as JSON, every stream
// decoded. Names keep their slash, references read "5 0 R" (qpdf, "JSON v2").
type File struct {
	objects map[string]pdfObject
	trailer map[string]any
}

// pdfObject is a value or a stream, as qpdf tells them apart.
type pdfObject struct {
	Value  any
	Stream *struct {
		Dict map[string]any
		Data string // base64
	}
}

// Read reads what `qpdf --json-output` writes of a file.
func Read(out string) (*File, error) {
	var top struct{ Qpdf []json.RawMessage }
	if err := json.Unmarshal([]byte(out), &top); err != nil {
		return nil, err
	}
	if len(top.Qpdf) != 2 {
		return nil, fmt.Errorf("%d parts in qpdf's JSON, not 2", len(top.Qpdf))
	}
	f := new(File)
	if err := json.Unmarshal(top.Qpdf[1], &f.objects); err != nil {
		return nil, err
	}
	f.trailer, _ = f.objects["trailer"].Value.(map[string]any)
	return f, nil
}

// object follows a reference; anything else is given back.
func (f *File) object(v any) pdfObject {
	if s, ok := v.(string); ok && strings.HasSuffix(s, " R") {
		return f.objects["obj:"+s]
	}
	return pdfObject{Value: v}
}

// dict is the dictionary v is or refers to, a stream's own among them.
func (f *File) dict(v any) map[string]any {
	o := f.object(v)
	if o.Stream != nil {
		return o.Stream.Dict
	}
	d, _ := o.Value.(map[string]any)
	return d
}

func (f *File) Array(v any) []any {
	a, _ := f.object(v).Value.([]any)
	return a
}

func (f *File) Number(v any) float64 {
	n, _ := f.object(v).Value.(float64)
	return n
}

func (f *File) name(v any) string {
	s, _ := f.object(v).Value.(string)
	return s
}

// data is the decoded bytes of a stream, or of an array of streams.
func (f *File) data(v any) ([]byte, error) {
	if parts := f.Array(v); parts != nil {
		var all []byte
		for _, p := range parts {
			data, err := f.data(p)
			if err != nil {
				return nil, err
			}
			all = append(append(all, data...), '\n')
		}
		return all, nil
	}
	o := f.object(v)
	if o.Stream == nil {
		return nil, fmt.Errorf("%v is no stream", v)
	}
	return base64.StdEncoding.DecodeString(o.Stream.Data)
}

// Pages are the page dictionaries in order, with the resources that they
// inherit.
func (f *File) Pages() []map[string]any {
	var pages []map[string]any
	var walk func(node, inherited map[string]any)
	walk = func(node, inherited map[string]any) {
		own := make(map[string]any)
		for k, v := range inherited {
			own[k] = v
		}
		for k, v := range node {
			own[k] = v
		}
		kids := f.Array(node["/Kids"])
		if kids == nil {
			pages = append(pages, own)
			return
		}
		down := map[string]any{"/Resources": own["/Resources"], "/MediaBox": own["/MediaBox"]}
		for _, k := range kids {
			walk(f.dict(k), down)
		}
	}
	walk(f.dict(f.dict(f.dict(f.trailer)["/Root"])["/Pages"]), nil)
	return pages
}
