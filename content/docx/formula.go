package docx

import (
	"strings"
	"unicode/utf8"

	"warraq/content/container"
)

// linear writes a formula in a line: ( a)/(b), x^(2), x_(i), √(x).
func linear(b *strings.Builder, e *container.Element) {
	if e == nil {
		return
	}
	switch e.Name {
	case "m:t", "w:t":
		b.WriteString(e.Words())
	case "m:f":
		part(b, e, "(", "m:num", ")/")
		part(b, e, "(", "m:den", ")")
	case "m:sSup", "m:sSub", "m:sSubSup":
		part(b, e, "", "m:e", "")
		scripts(b, e)
	case "m:nary":
		sign := e.Child("m:naryPr").Child("m:chr").Get("m:val")
		if sign == "" {
			sign = "∫"
		}
		b.WriteString(sign)
		scripts(b, e)
		part(b, e, " ", "m:e", "")
	case "m:rad":
		b.WriteString("√")
		part(b, e, "(", "m:e", ")")
	case "m:d":
		delimited(b, e)
	default:
		for _, k := range e.Kids {
			linear(b, k)
		}
	}
}

// part writes a part of a formula between two signs.
func part(b *strings.Builder, e *container.Element, open, name, end string) {
	b.WriteString(open)
	linear(b, e.Child(name))
	b.WriteString(end)
}

// scripts writes what stands below and above, those that are there.
func scripts(b *strings.Builder, e *container.Element) {
	for _, script := range []struct{ sign, name string }{{"_", "m:sub"}, {"^", "m:sup"}} {
		var inner strings.Builder
		linear(&inner, e.Child(script.name))
		switch s := inner.String(); utf8.RuneCountInString(s) {
		case 0:
		case 1:
			b.WriteString(script.sign + s)
		default:
			b.WriteString(script.sign + "(" + s + ")")
		}
	}
}

// delimited writes what stands between brackets, or what the file has in their place.
func delimited(b *strings.Builder, e *container.Element) {
	open, end := "(", ")"
	if props := e.Child("m:dPr"); props != nil {
		if v, ok := props.Child("m:begChr").Lookup("m:val"); ok {
			open = v
		}
		if v, ok := props.Child("m:endChr").Lookup("m:val"); ok {
			end = v
		}
	}
	b.WriteString(open)
	for i, k := range e.All("m:e") {
		if i > 0 {
			b.WriteString(", ")
		}
		linear(b, k)
	}
	b.WriteString(end)
}
