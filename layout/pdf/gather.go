package pdf

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strconv"
)

// Values that are no streams are gathered into object streams (ISO 32000-1
// 7.5.7): a book has some thousands of elements, which are much like each
// other, and the compressor sees many at once. PDF/A-2 allows it.

// gathered is how many objects an object stream holds.
const gathered = 256

// spot is where an object lies: in the file, or in an object stream.
type spot struct {
	within ref // the object stream, 0 for none
	at     int // bytes from the beginning of the file, or the place in the stream
}

// gather puts the values into object streams, which it adds, and says where each
// object lies; what lies in the file by itself is for write to place.
func (f *file) gather() []spot {
	var values []ref
	for i, o := range f.objects {
		if o.stream == nil {
			values = append(values, ref(i+1))
		}
	}
	spots := make([]spot, len(f.objects), len(f.objects)+len(values)/gathered+2)
	for from := 0; from < len(values); from += gathered {
		some := values[from:min(from+gathered, len(values))]
		var index, bodies bytes.Buffer
		stream := ref(len(f.objects) + 1)
		for i, r := range some {
			fmt.Fprintf(&index, "%d %d ", r, bodies.Len())
			bodies.WriteString(f.objects[r-1].body)
			bodies.WriteByte('\n')
			spots[r-1] = spot{stream, i}
		}
		first := index.Len()
		index.Write(bodies.Bytes())
		f.addStream(fmt.Sprintf("/Type/ObjStm/N %d/First %d", len(some), first), index.Bytes(), true)
		spots = append(spots, spot{})
	}
	return spots
}

// Widths of the fields of a cross-reference stream: what an entry is, where,
// and which of several (ISO 32000-1 7.5.8.3).
const (
	kindWidth  = 1
	whereWidth = 4
	whichWidth = 2
	entryWidth = kindWidth + whereWidth + whichWidth
)

// crossReferences is the stream that says where every object lies, itself the
// last of them. Each row is written as what it differs from the one above, the
// predictor "Up" of PNG, since one is much like the next.
func (f *file) crossReferences(spots []spot) *object {
	rows := make([]byte, 0, (len(spots)+1)*(entryWidth+1))
	last := make([]byte, entryWidth)
	add := func(kind byte, where, which int) {
		row := []byte{kind}
		row = binary.BigEndian.AppendUint32(row, uint32(where))
		row = binary.BigEndian.AppendUint16(row, uint16(which))
		rows = append(rows, 2) // Up
		for i, b := range row {
			rows = append(rows, b-last[i])
		}
		last = row
	}
	add(0, 0, 65535)
	for _, s := range spots {
		if s.within != 0 {
			add(2, int(s.within), s.at)
		} else {
			add(1, s.at, 0)
		}
	}
	var info string
	if f.info != 0 {
		info = "/Info " + f.info.String()
	}
	body := fmt.Sprintf("/Type/XRef/W[%d %d %d]/Size %d/Root %s%s/ID[<%s><%s>]/DecodeParms<</Predictor 12/Columns %d>>",
		kindWidth, whereWidth, whichWidth, len(spots)+1, f.root, info, f.id, f.id, entryWidth)
	return &object{body: body, stream: rows, flate: true}
}

// number writes an object with its number.
func (o *object) number(b *bytes.Buffer, n int) {
	b.WriteString(strconv.Itoa(n))
	b.WriteString(" 0 obj\n")
	o.writeTo(b)
	b.WriteString("\nendobj\n")
}
