package object_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"warraq/content/facsimile/object"
)

// file is a file as it is written, part by part.
type file struct {
	bytes.Buffer
	places map[int]int
}

func begun() *file {
	f := &file{places: make(map[int]int)}
	f.WriteString("%PDF-1.7\n")
	return f
}

func (f *file) put(n int, body string) {
	f.places[n] = f.Len()
	fmt.Fprintf(f, "%d 0 obj\n%s\nendobj\n", n, body)
}

// table writes a table of some objects, and the end of the file.
func (f *file) table(trailer string, some ...int) (at int) {
	at = f.Len()
	f.WriteString("xref\n")
	for _, n := range some {
		fmt.Fprintf(f, "%d 1\n%010d 00000 n \n", n, f.places[n])
	}
	fmt.Fprintf(f, "trailer\n<< %s >>\nstartxref\n%d\n%%%%EOF\n", trailer, at)
	return at
}

// packed writes a stream of objects.
func (f *file) packed(n int, numbers []int, bodies ...string) {
	head, rest := "", ""
	for i, body := range bodies {
		head += fmt.Sprintf("%d %d ", numbers[i], len(rest))
		rest += body + " "
	}
	f.put(n, fmt.Sprintf("<< /Type /ObjStm /N %d /First %d /Length %d >>\nstream\n%s\nendstream", len(bodies), len(head), len(head)+len(rest), head+rest))
}

// references writes a stream of cross references: kind, place and index of each object
// from 0 on.
func (f *file) references(n int, trailer string, entries ...[3]int) (at int) {
	at = f.Len()
	var data []byte
	for _, e := range entries {
		if e[0] == 1 && e[1] == n {
			e[1] = at
		}
		data = append(data, byte(e[0]), byte(e[1]>>8), byte(e[1]), byte(e[2]))
	}
	fmt.Fprintf(f, "%d 0 obj\n<< /Type /XRef /W [1 2 1] /Size %d /Length %d %s >>\nstream\n%s\nendstream\nendobj\n", n, len(entries), len(data), trailer, data)
	return at
}

func (f *file) end(at int) { fmt.Fprintf(f, "startxref\n%d\n%%%%EOF\n", at) }

const (
	catalogue = "<< /Type /Catalog /Pages 2 0 R /Is (right) >>"
	pages     = "<< /Kids [] /Count 0 >>"
)

// TestOpen: files of every form lead to the same catalogue.
func TestOpen(t *testing.T) {
	table := begun()
	table.put(1, catalogue)
	table.put(2, pages)
	old := bytes.Clone(table.Bytes())
	table.table("/Root 1 0 R", 1, 2)

	newer := begun()
	newer.put(1, strings.Replace(catalogue, "right", "wrong", 1))
	newer.put(2, pages)
	first := newer.table("/Root 1 0 R", 1, 2)
	newer.put(1, catalogue)
	newer.table(fmt.Sprintf("/Root 1 0 R /Prev %d", first), 1)

	packed := begun()
	packed.packed(3, []int{1, 2}, catalogue, pages)
	packed.end(packed.references(4, "/Root 1 0 R", [3]int{0, 0, 0}, [3]int{2, 3, 0}, [3]int{2, 3, 1}, [3]int{1, packed.places[3], 0}, [3]int{1, 4, 0}))

	hybrid := begun()
	hybrid.packed(3, []int{1}, catalogue)
	hybrid.put(2, pages)
	stream := hybrid.references(4, "", [3]int{0, 0, 0}, [3]int{2, 3, 0}, [3]int{0, 0, 0}, [3]int{1, hybrid.places[3], 0}, [3]int{1, 4, 0})
	hybrid.table(fmt.Sprintf("/Root 1 0 R /XRefStm %d", stream), 2)

	shifted := bytes.Replace(table.Bytes(), []byte("1 0 obj"), []byte("   \n1 0 obj"), 1)
	lost := bytes.Replace(packed.Bytes(), []byte("startxref\n"), []byte("startxref\n9"), 1)
	for name, data := range map[string][]byte{
		"a table": table.Bytes(), "an update": newer.Bytes(), "streams": packed.Bytes(), "both": hybrid.Bytes(),
		"behind other bytes": append([]byte("letter head\n"), table.Bytes()...),
		"places that lie":    shifted, "no end": old, "an end that lies": lost,
	} {
		f, err := object.Open(data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := f.Get(f.Dict(f.Trailer["Root"])["Is"]); got != object.String("right") {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// TestDecode: filters, one and several; one of pictures is left.
func TestDecode(t *testing.T) {
	f := begun()
	f.put(1, catalogue)
	f.put(2, pages)
	f.table("/Root 1 0 R", 1, 2)
	open, err := object.Open(f.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		filters object.Array
		parms   any
		raw     string
		want    string
		rest    object.Name
	}{
		{object.Array{object.Name("ASCIIHexDecode")}, nil, "48 65 6C6c 6F>", "Hello", ""},
		{object.Array{object.Name("ASCII85Decode")}, nil, "87cURDZ~>", "Hello", ""},
		{object.Array{object.Name("RunLengthDecode")}, nil, "\x01He\xffl\x00o\x80", "Hello", ""},
		{object.Array{object.Name("AHx"), object.Name("RL")}, nil, "0148 65 ff6c 006f 80>", "Hello", ""},
		{object.Array{object.Name("LZWDecode")}, nil, "\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01", "-----A---B", ""},
		{object.Array{object.Name("ASCIIHexDecode"), object.Name("DCTDecode")}, nil, "ffd8>", "\xff\xd8", "DCTDecode"},
	} {
		s := &object.Stream{Dict: object.Dict{"Filter": c.filters, "DecodeParms": c.parms}, Raw: []byte(c.raw)}
		data, rest := open.Decode(s)
		if c.want != "" && string(data) != c.want || (rest != nil) != (c.rest != "") || rest != nil && rest.Filter != c.rest {
			t.Errorf("%v: %q, %v", c.filters, data, rest)
		}
	}
}

// TestValues reads values as files have them.
func TestValues(t *testing.T) {
	for text, want := range map[string]string{
		"12": "12", "-.5": "-0.5", "--5": "-5", "1.2.3": "1.2", "4.": "4", "+7": "7",
		"(a(b)\\)\\101\\n)": "a(b))A\n", "<4 1 4>": "A@", "/A#20b": "A b", "[1 [2] /x": "[1 [2] x]", "true": "true", "<< /A 1 /B >>": "map[A:1]",
		"% all is said\n9": "9",
	} {
		l := object.Lexer{Data: []byte(text)}
		v, ok := l.Next()
		if got := fmt.Sprint(v); !ok || got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
