package fonts

import (
	"warraq/fonts/instance"
	"warraq/fonts/internal/packing"
	"warraq/fonts/internal/sfnt"
)

// Static gives a font file, in any form that can be read, as a TrueType file of the
// design that is chosen; data itself where it is that already. The forms are TrueType
// and OpenType with CFF or CFF2 outlines, with axes or without, alone or in a
// collection, as they are or as WOFF or WOFF2.
func Static(data []byte, c instance.Choice) (d Design, err error) {
	defer func() { // go-text 0.3.5 panics over some damaged tables
		if recover() != nil {
			d, err = Design{}, sfnt.ErrDamaged
		}
	}()
	parts, packed, err := packing.Open(data, c.Face)
	if err == sfnt.ErrDamaged && !packed && string(data[:min(4, len(data))]) != "OTTO" {
		return Design{Data: data}, nil // who reads it tells of it
	}
	if err != nil {
		return d, err
	}
	if len(c.Axes) == 0 && c.Instance == "" && (c.Scale == 0 || c.Scale == 1) && instance.Static(parts) {
		if !packed {
			return Design{Data: data}, nil
		}
		return Design{Data: sealed(parts)}, nil
	}
	if parts["glyf"] != nil { // what it is made of is looked through before it is drawn
		f := &Face{}
		if err := f.readMetrics(parts); err != nil {
			return d, err
		}
		if err := f.fewParts(usualFont); err != nil {
			return d, err
		}
	}
	made, label, err := instance.Make(parts, c)
	if err != nil {
		return d, err
	}
	return Design{Data: sealed(made), Label: label, Varies: parts["fvar"] != nil}, nil
}

// Design is one design of a font file.
type Design struct {
	Data   []byte // a TrueType file
	Label  string // where on the axes it is, if not at the usual place: "wght=700"
	Varies bool   // the file has others
}

// sealed is a file of the tables, with its sum.
func sealed(parts map[string][]byte) []byte {
	if head := parts["head"]; len(head) >= 12 {
		parts["head"] = append([]byte(nil), head...)
	}
	file := sfnt.Assemble(parts)
	sfnt.Seal(file)
	return file
}
