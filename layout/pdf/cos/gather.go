package cos

import (
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
	within Ref // the object stream, 0 for none
	at     int // bytes from the beginning of the file, or the place in the stream
}

// gather puts the values into object streams, which it adds, and says where each
// object lies; what lies in the file by itself is for write to place.
func (f *File) gather() []spot {
	values := make([]Ref, 0, len(f.Objects))
	for i, o := range f.Objects {
		if o.Stream == nil {
			values = append(values, Ref(i+1))
		}
	}
	spots := make([]spot, len(f.Objects), len(f.Objects)+len(values)/gathered+2)
	for from := 0; from < len(values); from += gathered {
		some := values[from:min(from+gathered, len(values))]
		stream := Ref(len(f.Objects) + 1)
		for i, r := range some {
			spots[r-1] = spot{stream, i}
		}
		data, first := f.together(some)
		f.AddStream(fmt.Sprintf("/Type/ObjStm/N %d/First %d", len(some), first), data, true)
		spots = append(spots, spot{})
	}
	return spots
}

// together is the content of an object stream: the numbers of values and where each
// begins behind first, and the values.
func (f *File) together(some []Ref) (data []byte, first int) {
	size := 0
	for _, r := range some {
		size += len(f.Objects[r-1].Body) + 1
	}
	data = make([]byte, 0, size+len(some)*2*(len("1234567 ")))
	at := 0
	for _, r := range some {
		data = append(strconv.AppendInt(data, int64(r), 10), ' ')
		data = append(strconv.AppendInt(data, int64(at), 10), ' ')
		at += len(f.Objects[r-1].Body) + 1
	}
	first = len(data)
	for _, r := range some {
		data = append(append(data, f.Objects[r-1].Body...), '\n')
	}
	return data, first
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
func (f *File) crossReferences(spots []spot) *Object {
	rows := make([]byte, 0, (len(spots)+1)*(entryWidth+1))
	var last, row [entryWidth]byte
	add := func(kind byte, where, which int) {
		row[0] = kind
		binary.BigEndian.PutUint32(row[kindWidth:], uint32(where))
		binary.BigEndian.PutUint16(row[kindWidth+whereWidth:], uint16(which))
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
	if f.Info != 0 {
		info = "/Info " + f.Info.String()
	}
	body := fmt.Sprintf("/Type/XRef/W[%d %d %d]/Size %d/Root %s%s/ID[<%s><%s>]/DecodeParms<</Predictor 12/Columns %d>>",
		kindWidth, whereWidth, whichWidth, len(spots)+1, f.Root, info, f.ID, f.ID, entryWidth)
	return &Object{Body: body, Stream: rows, flate: true}
}
