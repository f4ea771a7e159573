package object

import (
	"bytes"
	"compress/flate"
	"compress/lzw"
	"io"

	tiff "golang.org/x/image/tiff/lzw"
)

// Rest is a filter that packs a picture, with what it is told.
type Rest struct {
	Filter Name
	Parms  Dict
}

// mostFilters bounds the filters of a stream.
const mostFilters = 16

// names that inline images shorten (ISO 32000-1, table 94).
var long = map[Name]Name{"A85": "ASCII85Decode", "AHx": "ASCIIHexDecode", "LZW": "LZWDecode", "Fl": "FlateDecode",
	"RL": "RunLengthDecode", "CCF": "CCITTFaxDecode", "DCT": "DCTDecode"}

// Decode unpacks a stream (ISO 32000-1, 7.4), as far as it is whole; rest is the filter
// of a picture at which it stops, nil for none.
func (f *File) Decode(s *Stream) (data []byte, rest *Rest) {
	filters, parms := f.list(s.Dict, "Filter", "F"), f.list(s.Dict, "DecodeParms", "DP")
	data = s.Raw
	for i, v := range filters {
		name := f.Name(v)
		if full, ok := long[name]; ok {
			name = full
		}
		var p Dict
		if i < len(parms) {
			p = f.Dict(parms[i])
		}
		if i == mostFilters {
			return nil, nil
		}
		most := min(mostStream, f.left)
		switch name {
		case "FlateDecode":
			data = f.predicted(f.inflate(data, most), p)
		case "LZWDecode":
			data = f.predicted(unLZW(data, f.Int(p["EarlyChange"], 1), most), p)
		case "ASCII85Decode":
			data = ascii85(data)
		case "ASCIIHexDecode":
			l := Lexer{Data: append([]byte("<"), data...)}
			data = []byte(l.hex())
		case "RunLengthDecode":
			data = runs(data, most)
		case "Crypt":
		default:
			return data, &Rest{name, p}
		}
		f.left -= len(data)
		f.Spent = f.Spent || f.left <= 0 || len(data) >= most
	}
	return data, nil
}

// list is one value or several.
func (f *File) list(d Dict, keys ...Name) Array {
	for _, key := range keys {
		switch v := f.Get(d[key]).(type) {
		case nil:
		case Array:
			return v
		default:
			return Array{v}
		}
	}
	return nil
}

// inflate unpacks what is deflated, as far as it can be.
func (f *File) inflate(data []byte, most int) []byte {
	try := func(skip int) ([]byte, error) {
		r := flate.NewReader(bytes.NewReader(data[min(skip, len(data)):]))
		return io.ReadAll(io.LimitReader(r, int64(most)))
	}
	data = bytes.TrimLeft(data, "\r\n")
	out, err := try(2)
	if len(out) == 0 && err != nil {
		if bare, own := try(0); len(bare) > 0 {
			out, err = bare, own
		}
	}
	f.Torn = f.Torn || err != nil
	return out
}

func unLZW(data []byte, early, most int) []byte {
	var r io.ReadCloser
	if early == 0 {
		r = lzw.NewReader(bytes.NewReader(data), lzw.MSB, 8)
	} else {
		r = tiff.NewReader(bytes.NewReader(data), tiff.MSB, 8)
	}
	out, _ := io.ReadAll(io.LimitReader(r, int64(most)))
	return out
}

func ascii85(data []byte) (out []byte) {
	var group [5]byte
	n := 0
	flush := func(n int) {
		v := uint32(0)
		for i, c := range group {
			if i >= n {
				c = 84
			}
			v = v*85 + uint32(c)
		}
		out = append(out, []byte{byte(v >> 24), byte(v >> 16), byte(v >> 8), byte(v)}[:n-1]...)
	}
	for _, c := range bytes.TrimPrefix(data, []byte("<~")) {
		switch {
		case c == '~':
			if n > 1 {
				flush(n)
			}
			return out
		case c == 'z' && n == 0:
			out = append(out, 0, 0, 0, 0)
		case c >= '!' && c <= 'u':
			group[n] = c - '!'
			if n++; n == 5 {
				flush(5)
				n = 0
			}
		}
	}
	if n > 1 {
		flush(n)
	}
	return out
}

func runs(data []byte, most int) (out []byte) {
	for len(data) > 1 && data[0] != 128 && len(out) < most {
		n := int(data[0])
		if n > 128 {
			out = append(out, bytes.Repeat(data[1:2], 257-n)...)
			data = data[2:]
			continue
		}
		n = min(n+1, len(data)-1)
		out = append(out, data[1:1+n]...)
		data = data[1+n:]
	}
	return out
}

// predicted takes back what a predictor did (ISO 32000-1, 7.4.4.4).
func (f *File) predicted(data []byte, p Dict) []byte {
	kind := f.Int(p["Predictor"], 1)
	if kind < 2 {
		return data
	}
	colors, bits, columns := f.Int(p["Colors"], 1), f.Int(p["BitsPerComponent"], 8), f.Int(p["Columns"], 1)
	if colors < 1 || colors > 64 || bits < 1 || bits > 16 || columns < 1 || columns > 1<<24 {
		return data
	}
	size, row := max(1, colors*bits/8), (colors*bits*columns+7)/8
	if kind == 2 {
		return horizontal(data, row, colors, bits)
	}
	return rows(data, row, size)
}

// horizontal is the predictor of TIFF, of samples of 8 or 16 bits.
func horizontal(data []byte, row, colors, bits int) []byte {
	out := bytes.Clone(data)
	for from := 0; from < len(out); from += row {
		line := out[from:min(len(out), from+row)]
		switch bits {
		case 8:
			for i := colors; i < len(line); i++ {
				line[i] += line[i-colors]
			}
		case 16:
			for i := 2 * colors; i+1 < len(line); i += 2 {
				v := int(line[i])<<8 + int(line[i+1]) + int(line[i-2*colors])<<8 + int(line[i-2*colors+1])
				line[i], line[i+1] = byte(v>>8), byte(v)
			}
		}
	}
	return out
}

// rows are those of PNG (PNG 1.2, 6).
func rows(data []byte, row, size int) []byte {
	out := make([]byte, 0, len(data))
	above := make([]byte, row)
	for len(data) > 1 {
		kind, n := data[0], min(row, len(data)-1)
		from := len(out)
		out = append(out, data[1:1+n]...)
		out = append(out, make([]byte, row-n)...)
		line := out[from:]
		data = data[1+n:]
		for i := range line {
			var left, corner byte
			if i >= size {
				left, corner = line[i-size], above[i-size]
			}
			switch kind {
			case 1:
				line[i] += left
			case 2:
				line[i] += above[i]
			case 3:
				line[i] += byte((int(left) + int(above[i])) / 2)
			case 4:
				line[i] += paeth(left, above[i], corner)
			}
		}
		above = line
	}
	return out
}

func paeth(a, b, c byte) byte {
	p := int(a) + int(b) - int(c)
	far := func(v byte) int { return max(p-int(v), int(v)-p) }
	switch {
	case far(a) <= far(b) && far(a) <= far(c):
		return a
	case far(b) <= far(c):
		return b
	}
	return c
}
