package main

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strings"
)

// pdfFile is a PDF as qpdf reads it: every object as JSON, every stream
// decoded. Names keep their slash, references read "5 0 R" (qpdf, "JSON v2").
type pdfFile struct {
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

// readPDF lets qpdf take the file apart.
func (c *court) readPDF(name string) (*pdfFile, error) {
	out, err := c.command("qpdf", "--json-output", "--json-stream-data=inline", "--decode-level=generalized", name, "-")
	if err != nil {
		return nil, err
	}
	var top struct{ Qpdf []json.RawMessage }
	if err := json.Unmarshal([]byte(out), &top); err != nil || len(top.Qpdf) != 2 {
		return nil, fmt.Errorf("qpdf's JSON of %s: %w", name, err)
	}
	f := new(pdfFile)
	if err := json.Unmarshal(top.Qpdf[1], &f.objects); err != nil {
		return nil, err
	}
	f.trailer, _ = f.objects["trailer"].Value.(map[string]any)
	return f, nil
}

// object follows a reference; anything else is given back.
func (f *pdfFile) object(v any) pdfObject {
	if s, ok := v.(string); ok && strings.HasSuffix(s, " R") {
		return f.objects["obj:"+s]
	}
	return pdfObject{Value: v}
}

// dict is the dictionary v is or refers to, a stream's own among them.
func (f *pdfFile) dict(v any) map[string]any {
	o := f.object(v)
	if o.Stream != nil {
		return o.Stream.Dict
	}
	d, _ := o.Value.(map[string]any)
	return d
}

func (f *pdfFile) array(v any) []any {
	a, _ := f.object(v).Value.([]any)
	return a
}

func (f *pdfFile) number(v any) float64 {
	n, _ := f.object(v).Value.(float64)
	return n
}

func (f *pdfFile) name(v any) string {
	s, _ := f.object(v).Value.(string)
	return s
}

// data is the decoded bytes of a stream, or of an array of streams.
func (f *pdfFile) data(v any) ([]byte, error) {
	if parts := f.array(v); parts != nil {
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

// pages are the page dictionaries in order, with the resources that they
// inherit.
func (f *pdfFile) pages() []map[string]any {
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
		kids := f.array(node["/Kids"])
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
