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

// objectStream is one that is made of values.
type objectStream struct {
	*Object
	values []Ref
}

// gather puts the values into object streams, which it adds without their content,
// and says where each object lies; what lies in the file by itself is for Serialise
// to place.
func (f *File) gather() (streams []objectStream, spots []spot) {
	values := make([]Ref, 0, len(f.Objects))
	for i, o := range f.Objects {
		if o.Stream == nil {
			values = append(values, Ref(i+1))
		}
	}
	spots = make([]spot, len(f.Objects), len(f.Objects)+len(values)/gathered+2)
	for from := 0; from < len(values); from += gathered {
		some := values[from:min(from+gathered, len(values))]
		stream := f.AddStream("", nil, true)
		for i, r := range some {
			spots[r-1] = spot{stream, i}
		}
		spots = append(spots, spot{})
		streams = append(streams, objectStream{f.Objects[stream-1], some})
	}
	return streams, spots
}

// gather compresses an object stream: the numbers of its values and where each begins
// behind the last of these, and the values.
func (p *packer) gather(f *File, s objectStream) error {
	data, at := p.bare[:0], 0
	for _, r := range s.values {
		data = append(strconv.AppendInt(data, int64(r), 10), ' ')
		data = append(strconv.AppendInt(data, int64(at), 10), ' ')
		at += len(f.Objects[r-1].Body) + 1
	}
	s.Body = fmt.Sprintf("/Type/ObjStm/N %d/First %d", len(s.values), len(data))
	for _, r := range s.values {
		data = append(append(data, f.Objects[r-1].Body...), '\n')
	}
	p.bare = data
	return p.deflate(s.Object, data)
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
