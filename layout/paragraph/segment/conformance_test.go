package segment

import (
	"bufio"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
)

// The test files are those of Unicode 17.0.0, unchanged but compressed (zstd --ultra -22).

// breakTest is a line of a Unicode break test: whether there is a boundary before each rune.
type breakTest struct {
	line   int
	text   []rune
	breaks []bool
}

func breakTests(t testing.TB, file string, want int) (tests []breakTest) {
	t.Helper()
	f, err := os.Open("testdata/" + file + ".txt.zst")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := zstd.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	s := bufio.NewScanner(z)
	for n := 1; s.Scan(); n++ {
		if n == 1 && s.Text() != "# "+file+"-"+UnicodeVersion+".txt" {
			t.Errorf("test data %s, tables of Unicode %s", s.Text(), UnicodeVersion)
		}
		line, _, _ := strings.Cut(s.Text(), "#")
		b := breakTest{line: n}
		for _, f := range strings.Fields(line) {
			switch f {
			case "÷", "×":
				b.breaks = append(b.breaks, f == "÷")
			default:
				r, err := strconv.ParseUint(f, 16, 32)
				if err != nil {
					t.Fatal(err)
				}
				b.text = append(b.text, rune(r))
			}
		}
		if len(b.text) > 0 {
			b.breaks = b.breaks[:len(b.text)] // the end is a boundary in any case
			tests = append(tests, b)
		}
	}
	if err := s.Err(); err != nil {
		t.Fatal(err)
	}
	if len(tests) != want {
		t.Errorf("%d lines, want %d", len(tests), want)
	}
	return tests
}

func TestLineBreakTest(t *testing.T) {
	s := Segmenter{Untailored: true}
	var ops []Op
	for _, b := range breakTests(t, "LineBreakTest", 19338) {
		ops = s.Lines(b.text, ops)
		if got := breaks(ops); !slices.Equal(got, b.breaks) {
			t.Errorf("line %d, %04X: %v, want %v", b.line, b.text, got, b.breaks)
		}
	}
}

func TestGraphemeBreakTest(t *testing.T) {
	var s Segmenter
	var starts []bool
	for _, b := range breakTests(t, "GraphemeBreakTest", 766) {
		if starts = s.Graphemes(b.text, starts); !slices.Equal(starts, b.breaks) {
			t.Errorf("line %d, %04X: %v, want %v", b.line, b.text, starts, b.breaks)
		}
	}
}

func breaks(ops []Op) []bool {
	b := make([]bool, len(ops))
	for i, op := range ops {
		b[i] = op != Never
	}
	return b
}
