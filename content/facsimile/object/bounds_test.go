package object_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"warraq/content/facsimile/object"
)

// TestBounds: files whose parts lie in each other, or wait for each other, cost no more than
// their size is worth.
func TestBounds(t *testing.T) {
	const n = 20_000
	chain, open, lost := begun(), begun(), begun()
	for i := 1; i <= n; i++ {
		chain.put(i, fmt.Sprintf("<< /Length %d 0 R >>\nstream\nx\nendstream", i+1))
		fmt.Fprintf(open, "%d 0 obj\n(", i)
		fmt.Fprintf(lost, "%d 0 obj\n<</Length 9>>stream\n", i)
	}
	same := begun()
	same.put(1, catalogue)
	same.put(2, pages)
	head := ""
	for i := range n {
		head += fmt.Sprintf("%d 0 ", i+10)
	}
	same.put(3, fmt.Sprintf("<< /Type /ObjStm /N %d /First %d >>\nstream\n%s[%s]\nendstream", n, len(head), head, strings.Repeat("9 ", n)))
	for name, data := range map[string][]byte{"chain": chain.Bytes(), "open": open.Bytes(), "lost": lost.Bytes(), "same": same.Bytes()} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		f, err := object.Open(data)
		if err == nil {
			f.Get(object.Ref{Number: n})
		}
		runtime.ReadMemStats(&after)
		if made := after.TotalAlloc - before.TotalAlloc; made > 64<<20 {
			t.Errorf("%s: %d MB for %d kB", name, made>>20, len(data)>>10)
		}
	}
}

// TestTorn: a file says whether something of it is missing.
func TestTorn(t *testing.T) {
	for text, torn := range map[string]bool{
		"<< /Length 1 >>\nstream\nx\nendstream\nendobj": false,
		"<< /Length 1 >>\nstream\nx":                    true,
		strings.Repeat("[", 100) + "\nendobj":           true,
	} {
		f, err := object.Open([]byte("%PDF-1.7\n1 0 obj\n" + catalogue + "\nendobj\n2 0 obj\n" + pages + "\nendobj\ntrailer\n<< /Root 1 0 R >>\n3 0 obj\n" + text))
		if err != nil {
			t.Fatal(err)
		}
		if f.Get(object.Ref{Number: 3}); f.Torn != torn {
			t.Errorf("%.40q: %v", text, f.Torn)
		}
	}
}
