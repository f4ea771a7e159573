package pdf_test

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
)

// This file reads PDF files as far as the tests look into them: objects by the
// cross-reference table, values of ISO 32000-1 7.3, streams that are deflated
// or plain, the text of pages through the fonts' ToUnicode maps.

type (
	name string
	ref  int
	dict map[string]any
)

// document is a file that has been read; objects hold values as they stand,
// references not followed.
type document struct {
	t       testing.TB
	objects map[ref]any
	streams map[ref][]byte // inflated
	trailer dict
	pages   []dict
	refs    []ref // of the pages
}

// read reads a whole file.
func read(t testing.TB, file []byte) *document {
	t.Helper()
	d := &document{t: t, objects: make(map[ref]any), streams: make(map[ref][]byte)}
	tail := file[bytes.LastIndex(file, []byte("startxref"))+len("startxref"):]
	table, err := strconv.Atoi(strings.Fields(string(tail))[0])
	if err != nil {
		t.Fatal("startxref leads nowhere")
	}
	opening, _, _ := strings.Cut(string(file[table:]), " ")
	own, _ := strconv.Atoi(opening)
	d.object(file, ref(own), table)
	d.trailer = d.objects[ref(own)].(dict)
	rows := d.streams[ref(own)]
	if size := d.trailer["Size"].(float64); int(size) != own+1 || len(rows) != 8*(own+1) {
		t.Fatalf("Size is %v, the last object %d, %d bytes say where", size, own, len(rows))
	}
	row := make([]byte, 7)
	for i := range own + 1 {
		for k := range row { // PNG's predictor Up
			row[k] += rows[8*i+1+k]
		}
		at := int(binary.BigEndian.Uint32(row[1:]))
		if row[0] == 1 && i != own {
			d.object(file, ref(i), at)
		}
	}
	d.gathered()
	d.walk(d.dict(d.catalog()["Pages"]), 0)
	return d
}

// gathered reads the objects in object streams.
func (d *document) gathered() {
	for r, v := range d.objects {
		stream, _ := v.(dict)
		if stream["Type"] != name("ObjStm") {
			continue
		}
		index := parser{t: d.t, src: d.streams[r]}
		for range int(stream["N"].(float64)) {
			n := index.value().(float64)
			at := int(index.value().(float64) + stream["First"].(float64))
			body := parser{t: d.t, src: d.streams[r][at:]}
			d.objects[ref(n)] = body.value()
		}
	}
}

func (d *document) object(file []byte, n ref, at int) {
	opening := fmt.Sprintf("%d 0 obj\n", n)
	if !bytes.HasPrefix(file[at:], []byte(opening)) {
		d.t.Fatalf("object %d is not where the table says", n)
	}
	p := parser{t: d.t, src: file[at+len(opening):]}
	d.objects[n] = p.value()
	head, isDict := d.objects[n].(dict)
	if rest := p.src[p.at:]; isDict && bytes.HasPrefix(rest, []byte("\nstream\n")) {
		data := rest[len("\nstream\n"):][:int(head["Length"].(float64))]
		if !bytes.HasPrefix(rest[len("\nstream\n")+len(data):], []byte("\nendstream")) {
			d.t.Fatalf("stream %d is not as long as it says", n)
		}
		if head["Filter"] == name("FlateDecode") {
			z, err := zlib.NewReader(bytes.NewReader(data))
			if err != nil {
				d.t.Fatal(err)
			}
			if data, err = io.ReadAll(z); err != nil {
				d.t.Fatal(err)
			}
		}
		d.streams[n] = data
	}
}

func (d *document) walk(node dict, depth int) {
	if depth > 8 {
		d.t.Fatal("the page tree is too deep")
	}
	pages := len(d.pages)
	for _, kid := range node["Kids"].([]any) {
		child := d.dict(kid)
		if child["Type"] == name("Page") {
			d.pages, d.refs = append(d.pages, child), append(d.refs, kid.(ref))
			continue
		}
		d.walk(child, depth+1)
	}
	if int(node["Count"].(float64)) != len(d.pages)-pages {
		d.t.Errorf("Count is %v, there are %d pages", node["Count"], len(d.pages)-pages)
	}
}

// dict follows a reference to a dictionary.
func (d *document) dict(v any) dict {
	if r, ok := v.(ref); ok {
		v = d.objects[r]
	}
	m, ok := v.(dict)
	if !ok {
		d.t.Helper()
		d.t.Fatalf("%v is no dictionary", v)
	}
	return m
}

func (d *document) catalog() dict { return d.dict(d.trailer["Root"]) }

// pageOf is the index of the page a destination leads to.
func (d *document) pageOf(dest any) int {
	for i, r := range d.refs {
		if r == dest.([]any)[0] {
			return i
		}
	}
	d.t.Fatalf("%v leads to no page", dest)
	return -1
}

// text reads a text string (ISO 32000-1 7.9.2.2).
func text(v any) string {
	s, _ := v.(string)
	if rest, ok := strings.CutPrefix(s, "\xFE\xFF"); ok {
		return utf16Text(rest)
	}
	return s
}

func utf16Text(s string) string {
	units := make([]uint16, len(s)/2)
	for i := range units {
		units[i] = uint16(s[2*i])<<8 | uint16(s[2*i+1])
	}
	return string(utf16.Decode(units))
}

// parser reads values.
type parser struct {
	t   testing.TB
	src []byte
	at  int
}

func (p *parser) space() {
	for p.at < len(p.src) && strings.IndexByte(" \n\r\t\x00\f", p.src[p.at]) >= 0 {
		p.at++
	}
}

func (p *parser) has(s string) bool {
	if bytes.HasPrefix(p.src[p.at:], []byte(s)) {
		p.at += len(s)
		return true
	}
	return false
}

func (p *parser) value() any {
	p.space()
	switch {
	case p.has("<<"):
		d := dict{}
		for p.space(); !p.has(">>"); p.space() {
			key, ok := p.value().(name)
			if !ok {
				p.t.Fatalf("a key is no name: %.60q", p.src[p.at:])
			}
			if _, twice := d[string(key)]; twice {
				p.t.Errorf("key %s twice", key)
			}
			d[string(key)] = p.value()
		}
		return d
	case p.has("["):
		a := []any{}
		for p.space(); !p.has("]"); p.space() {
			a = append(a, p.value())
		}
		return a
	case p.has("("):
		return p.literal()
	case p.has("<"):
		end := bytes.IndexByte(p.src[p.at:], '>')
		b, err := hex.DecodeString(string(p.src[p.at : p.at+end]))
		if err != nil {
			p.t.Fatal(err)
		}
		p.at += end + 1
		return string(b)
	case p.has("/"):
		return name(p.word())
	}
	return p.plain()
}

func (p *parser) literal() string {
	var b []byte
	for depth := 1; ; p.at++ {
		c := p.src[p.at]
		switch {
		case c == '\\':
			p.at++
			if c = p.src[p.at]; c == 'r' {
				c = '\r'
			}
		case c == '(':
			depth++
		case c == ')':
			if depth--; depth == 0 {
				p.at++
				return string(b)
			}
		}
		b = append(b, c)
	}
}

func (p *parser) word() string {
	from := p.at
	for p.at < len(p.src) && strings.IndexByte(" \n\r\t/<>[]()", p.src[p.at]) < 0 {
		p.at++
	}
	if p.at == from {
		p.t.Fatalf("no value at %.60q", p.src[p.at:])
	}
	return string(p.src[from:p.at])
}

// plain is a number, a reference, a keyword or an operator.
func (p *parser) plain() any {
	w := p.word()
	n, err := strconv.ParseFloat(w, 64)
	if err != nil {
		return name("\x00" + w)
	}
	at := p.at
	if p.space(); p.at < len(p.src) && p.src[p.at] >= '0' && p.src[p.at] <= '9' {
		if p.word() == "0" && p.has(" R") {
			return ref(n)
		}
	}
	p.at = at
	return n
}

// shown is a string drawn on a page.
type shown struct {
	font  string
	size  float64
	x, y  float64 // from the lower left corner
	on    bool    // it begins where the last one ends, not at x
	mcid  int     // -1 for an artifact
	codes []int
}

// operators reads the operators of a page, each with its operands.
func (d *document) operators(page int) iter.Seq2[string, []any] {
	return func(yield func(op string, operands []any) bool) {
		stream, ok := d.pages[page]["Contents"].(ref)
		if !ok {
			return
		}
		p := parser{t: d.t, src: d.streams[stream]}
		var stack []any
		for p.space(); p.at < len(p.src); p.space() {
			v := p.value()
			op, ok := v.(name)
			if !ok || op[0] != 0 {
				stack = append(stack, v)
				continue
			}
			if !yield(string(op[1:]), stack) {
				return
			}
			stack = nil
		}
	}
}

// shows reads what a page draws.
func (d *document) shows(page int) []shown {
	var all []shown
	var s shown
	for op, stack := range d.operators(page) {
		switch op {
		case "BDC":
			s.mcid = -1
			if n, ok := stack[1].(dict)["MCID"].(float64); ok {
				s.mcid = int(n)
			}
		case "TD", "Td":
			s.x, s.y, s.on = stack[0].(float64), stack[1].(float64), false
		case "Tf":
			s.font, s.size = string(stack[0].(name)), stack[1].(float64)
		case "TJ":
			s.codes = nil
			at := s
			for n, part := range stack[0].([]any) {
				str, ok := part.(string)
				if by, moved := part.(float64); moved && s.codes == nil {
					at.x -= by * s.size / 1000
					continue
				} else if moved && n == len(stack[0].([]any))-2 { // before a mark of direction
					continue
				}
				if !ok {
					d.t.Fatalf("page %d: an adjustment between codes", page+1)
				}
				for i := 0; i+1 < len(str); i += 2 {
					s.codes = append(s.codes, int(str[i])<<8|int(str[i+1]))
				}
			}
			at.codes = s.codes
			all = append(all, at)
			s.on = true
		}
	}
	return all
}

// codeFont is a font as the tests need it.
type codeFont struct {
	unicode map[int]string
	widths  []float64 // of codes 1…, thousandths of an em
	program []byte
	base    string
}

// fonts reads the fonts of a page.
func (d *document) fonts(page int) map[string]*codeFont {
	fonts := make(map[string]*codeFont)
	for key, v := range d.dict(d.dict(d.pages[page]["Resources"])["Font"]) {
		f := d.dict(v)
		down := d.dict(f["DescendantFonts"].([]any)[0])
		w := down["W"].([]any)
		c := &codeFont{unicode: make(map[int]string), base: string(f["BaseFont"].(name))}
		if w[0].(float64) != 1 {
			d.t.Errorf("W begins at %v", w[0])
		}
		for _, width := range w[1].([]any) {
			c.widths = append(c.widths, width.(float64))
		}
		c.program = d.streams[d.dict(down["FontDescriptor"])["FontFile2"].(ref)]
		d.readMap(d.streams[f["ToUnicode"].(ref)], c.unicode)
		fonts[key] = c
	}
	return fonts
}

// readMap reads the bfchar blocks of a ToUnicode map.
func (d *document) readMap(cmap []byte, unicode map[int]string) {
	for _, block := range strings.Split(string(cmap), "beginbfchar\n")[1:] {
		block, _, _ = strings.Cut(block, "endbfchar")
		for line := range strings.Lines(block) {
			var code int
			var to string
			if _, err := fmt.Sscanf(line, "<%04X> <%s", &code, &to); err != nil {
				d.t.Fatalf("%q: %v", line, err)
			}
			b, err := hex.DecodeString(strings.TrimSuffix(to, ">"))
			if err != nil {
				d.t.Fatal(err)
			}
			unicode[code] = utf16Text(string(b))
		}
	}
}
