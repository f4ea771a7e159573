package glyph

import (
	"bytes"
	"strconv"
)

// type1 is a font of Type 1 (Adobe Type 1 Font Format, 1990).
type type1 struct {
	subrs   map[int][]byte
	glyphs  [][]byte
	names   map[string]int
	matrix  Matrix
	skipped int // bytes before each charstring that mean nothing
}

// readType1 reads a font of Type 1.
func readType1(data []byte) (*Program, error) {
	data = unpacked(data)
	at := bytes.Index(data, []byte("eexec"))
	if at < 0 {
		return nil, errNoFont
	}
	clear, secret := data[:at], data[at+len("eexec"):]
	t := &type1{subrs: make(map[int][]byte), names: make(map[string]int), matrix: Matrix{0.001, 0, 0, 0.001}, skipped: 4}
	if m := numbersBehind(clear, "/FontMatrix"); len(m) == 6 && m[0] != 0 {
		t.matrix = Matrix(m)
	}
	for i := range t.matrix {
		t.matrix[i] *= 1000
	}
	t.private(revealed(secret))
	if len(t.glyphs) == 0 {
		return nil, errNoFont
	}
	p := &Program{Encoding: ownEncoding(clear), names: t.names}
	p.outline = func(gid int) Path {
		if gid < 0 || gid >= len(t.glyphs) {
			return nil
		}
		d := drawer{font: t}
		d.run(t.glyphs[gid], 0)
		d.close()
		return d.path.Through(t.matrix)
	}
	return p, nil
}

// unpacked takes the heads of segments away that fonts of the PC have (PFB).
func unpacked(data []byte) (out []byte) {
	if len(data) == 0 || data[0] != 0x80 {
		return data
	}
	for len(data) > 6 && data[0] == 0x80 && data[1] != 3 {
		n := int(data[2]) | int(data[3])<<8 | int(data[4])<<16 | int(data[5])<<24
		n = min(max(n, 0), len(data)-6)
		out, data = append(out, data[6:6+n]...), data[6+n:]
	}
	return out
}

// decrypted takes a cipher away (7.1).
func decrypted(data []byte, key uint16, skip int) []byte {
	out := make([]byte, len(data))
	for i, c := range data {
		out[i] = c ^ byte(key>>8)
		key = (uint16(c)+key)*52845 + 22719
	}
	return out[min(max(skip, 0), len(out)):]
}

// revealed is the private part of a font, which lies in bytes or in their digits.
func revealed(secret []byte) []byte {
	secret = bytes.TrimLeft(secret, " \t\r\n")
	digits := len(secret) >= 4
	for _, c := range secret[:min(4, len(secret))] {
		digits = digits && bytes.IndexByte([]byte("0123456789abcdefABCDEF"), c) >= 0
	}
	if digits {
		var raw []byte
		half, have := byte(0), false
		for _, c := range secret {
			v, err := strconv.ParseUint(string(c), 16, 8)
			if err != nil {
				continue
			}
			if have {
				raw = append(raw, half<<4|byte(v))
			}
			half, have = byte(v), !have
		}
		secret = raw
	}
	return decrypted(secret, 55665, 4)
}

// numbersBehind are the numbers between brackets behind a word.
func numbersBehind(b []byte, word string) (all []float64) {
	at := bytes.Index(b, []byte(word))
	if at < 0 {
		return nil
	}
	b = b[at+len(word):]
	from, to := bytes.IndexAny(b, "[{"), bytes.IndexAny(b, "]}")
	if from < 0 || to < from {
		return nil
	}
	for _, f := range bytes.Fields(b[from+1 : to]) {
		v, err := strconv.ParseFloat(string(f), 64)
		if err != nil {
			return nil
		}
		all = append(all, v)
	}
	return all
}

// ownEncoding are the names of codes that a font says itself.
func ownEncoding(clear []byte) map[int]string {
	_, rest, found := bytes.Cut(clear, []byte("/Encoding"))
	if !found || bytes.HasPrefix(bytes.TrimLeft(rest, " \r\n\t"), []byte("StandardEncoding")) {
		return standardNames()
	}
	if end := bytes.Index(rest, []byte("readonly def")); end >= 0 {
		rest = rest[:end]
	}
	names := make(map[int]string)
	words := bytes.Fields(bytes.ReplaceAll(rest, []byte("/"), []byte(" /")))
	for i := 0; i+2 < len(words); i++ {
		if string(words[i]) != "dup" || words[i+2][0] != '/' {
			continue
		}
		if code, err := strconv.Atoi(string(words[i+1])); err == nil && code >= 0 && code < 256 {
			names[code] = string(words[i+2][1:])
		}
	}
	return names
}

// private reads the subroutines and the glyphs. Before each stands how many bytes it has,
// and a word that reads them.
func (t *type1) private(b []byte) {
	var last [3]string // words
	inGlyphs := false
	for at := 0; at < len(b) && len(t.glyphs) < mostGlyphs && len(t.subrs) < mostGlyphs; {
		for at < len(b) && isBlank(b[at]) {
			at++
		}
		from := at
		for at < len(b) && !isBlank(b[at]) && (at == from || b[at] != '/') {
			at++
		}
		word := string(b[from:min(at, from+64)])
		if word == "RD" || word == "-|" {
			n, err := strconv.Atoi(last[2])
			if err != nil || n < 0 || n > len(b)-at-1 {
				continue
			}
			code := decrypted(b[at+1:at+1+n], 4330, t.skipped)
			at += 1 + n
			if index, err := strconv.Atoi(last[1]); err == nil && !inGlyphs {
				t.subrs[index] = code
			} else if len(last[1]) > 0 && last[1][0] == '/' {
				if name := last[1][1:]; inGlyphs {
					if _, known := t.names[name]; !known {
						t.names[name] = len(t.glyphs)
					}
					t.glyphs = append(t.glyphs, code)
				}
			}
		}
		if last[2] == "/lenIV" {
			if n, err := strconv.Atoi(word); err == nil {
				t.skipped = n
			}
		}
		inGlyphs = inGlyphs || word == "/CharStrings"
		last = [3]string{last[1], last[2], word}
	}
}

func isBlank(c byte) bool { return c == ' ' || c == '\n' || c == '\r' || c == '\t' }
