package pdfread

import (
	"reflect"
	"testing"
)

// The judges are judged here: what they read, and that they see what is wrong.

func TestToUnicode(t *testing.T) {
	got := readToUnicode(`1 begincodespacerange <0000><FFFF> endcodespacerange
2 beginbfchar
<0001> <0628>
<0002><0644 0627>
endbfchar
2 beginbfrange
<0010> <0012> <0041>
<0020> <0021> [<064E> <D83DDE00>]
endbfrange`)
	want := map[int]string{1: "ب", 2: "لا", 0x10: "A", 0x11: "B", 0x12: "C", 0x20: "\u064e", 0x21: "😀"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestScanner(t *testing.T) {
	s := &scanner{data: []byte("q % note\n1 0 0 -1.5 .25 +3 cm [<0041 4> -12 (a\\(b\\)\\051\\n(c))]TJ /F1 12 Tf <</A [1]>> BDC")}
	var got []any
	for {
		v, err := s.next()
		if err != nil {
			t.Fatal(err)
		}
		if v == nil {
			break
		}
		got = append(got, v)
	}
	want := []any{
		operator("q"), 1.0, 0.0, 0.0, -1.5, 0.25, 3.0, operator("cm"),
		[]any{[]byte{0, 0x41, 0x40}, -12.0, []byte("a(b))\n(c)")}, operator("TJ"),
		"/F1", 12.0, operator("Tf"), "", operator("BDC"),
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
