package glyph

import (
	"fmt"
	"testing"
)

// words writes a charstring: small numbers, and operators as strings.
func words(parts ...any) (code []byte) {
	for _, p := range parts {
		switch p := p.(type) {
		case int:
			code = append(code, byte(p+139))
		case string:
			code = append(code, p...)
		}
	}
	return code
}

// Operators of charstrings.
const (
	hsbw, endchar, rmoveto, rlineto, callsubr, ret = "\x0d", "\x0e", "\x15", "\x05", "\x0a", "\x0b"
	seac, othersubr, pop, setpoint                 = "\x0c\x06", "\x0c\x10", "\x0c\x11", "\x0c\x21"
)

// TestFlex: what a flex draws are two curves.
func TestFlex(t *testing.T) {
	parts := []any{0, 100, hsbw, 0, 0, rmoveto, 0, 1, othersubr}
	for _, p := range [][2]int{{10, 0}, {-5, 2}, {2, 3}, {3, 0}, {3, 0}, {2, -3}, {5, -2}} {
		parts = append(parts, p[0], p[1], rmoveto, 0, 2, othersubr)
	}
	parts = append(parts, 50, 20, 0, 3, 0, othersubr, pop, pop, setpoint, 0, 10, rlineto, endchar)
	d := drawer{font: &type1{}}
	d.run(words(parts...), 0)
	if got := fmt.Sprint(d.path); got != "[{77 [{0 0} {0 0} {0 0}]} {67 [{5 2} {7 5} {10 5}]} {67 [{13 5} {15 2} {20 0}]} {76 [{20 10} {0 0} {0 0}]}]" {
		t.Errorf("%s", got)
	}
}

// TestTogether: a letter with a mark over it stands where the font says.
func TestTogether(t *testing.T) {
	f := &type1{names: map[string]int{"A": 0, "acute": 1}, glyphs: [][]byte{
		words(10, 100, hsbw, 0, 0, rmoveto, 50, 0, rlineto, endchar),
		words(5, 100, hsbw, 0, 0, rmoveto, 0, 9, rlineto, endchar),
	}}
	d := drawer{font: f}
	d.run(append(words(10, 100, hsbw, 5, 30, 60, 65), append([]byte{247, 194 - 108}, seac...)...), 0)
	if got := fmt.Sprint(d.path); got != "[{77 [{10 0} {0 0} {0 0}]} {76 [{60 0} {0 0} {0 0}]} {90 [{0 0} {0 0} {0 0}]} {77 [{40 60} {0 0} {0 0}]} {76 [{40 69} {0 0} {0 0}]}]" {
		t.Errorf("%s", got)
	}
}

// TestEndless: subroutines that call themselves end.
func TestEndless(t *testing.T) {
	d := drawer{font: &type1{subrs: map[int][]byte{0: words(0, callsubr, 0, callsubr, ret)}}}
	if d.run(words(0, callsubr), 0) || d.spent > mostSteps+1 {
		t.Errorf("%d steps", d.spent)
	}
}

// TestCMap takes codes of one byte and of two off a string.
func TestCMap(t *testing.T) {
	m := ReadCMap([]byte(`2 begincodespacerange <00> <7f> <8000> <ffff> endcodespacerange
2 begincidrange <8000> <80ff> 100 <20> <7e> 1 endcidrange 1 begincidchar <8105> 7 endcidchar
1 beginbfrange <41> <43> <0061> endbfrange 1 beginbfrange <44> <45> [<00640065> <D83DDE00>] endbfrange`))
	got := ""
	for s := "A\x80\x05\x81\x05B\x90"; s != ""; {
		code, cid, n := m.Next(s)
		got += fmt.Sprintf("%x=%d ", code, cid)
		s = s[n:]
	}
	if got += m.Text('B') + m.Text('D') + m.Text('E') + m.Text('F'); got != "41=34 8005=105 8105=7 42=35 90=0 bde😀" {
		t.Errorf("%s", got)
	}
}

// TestNames: names of letters and the characters that they are of.
func TestNames(t *testing.T) {
	for name, want := range map[string]rune{"A": 'A', "Eacute": 'É', "alpha": 'α', "uni0628": 'ب', "u1F600": '😀', "Gbreve": 'Ğ', "a.alt": 'a', "Scaron": 'Š', "none": '\uFFFD'} {
		if got := Rune(name); got != want {
			t.Errorf("%s is %c, want %c", name, got, want)
		}
	}
	win := Encoded("WinAnsiEncoding")
	if win[0xE9] != "eacute" || win[0x80] != "Euro" || win[0x27] != "quotesingle" {
		t.Errorf("%v", win)
	}
	if w := PlainWidth("Helvetica", 'A', 'A'); w != 667 {
		t.Errorf("%v", w)
	}
}
