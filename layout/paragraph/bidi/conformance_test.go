package bidi

import (
	"bufio"
	"bytes"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
)

// The test files are those of Unicode 17.0.0, unchanged but compressed (zstd --ultra -22).

// sample stands for each class of BidiTest.txt; no bracket is among them.
var sample = map[string]rune{
	"L": 'a', "R": 0x05d0, "AL": 0x0627, "EN": '0', "AN": 0x0660, "ES": '+', "ET": '#', "CS": ',', "NSM": 0x0300,
	"BN": 0x00ad, "B": 0x2029, "S": '\t', "WS": ' ', "ON": '!', "LRE": 0x202a, "LRO": 0x202d, "RLE": 0x202b,
	"RLO": 0x202e, "PDF": 0x202c, "LRI": 0x2066, "RLI": 0x2067, "FSI": 0x2068, "PDI": 0x2069,
}

// removed marks, among expected levels, what X9 removes.
const removed = 254

// lines calls each for every line of a compressed test file with data, and returns the version it names.
func lines(t *testing.T, file string, each func(n int, line []byte)) (version string) {
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
		line := s.Bytes()
		if n == 1 {
			version = strings.TrimSuffix(strings.TrimPrefix(string(line), "# "+file+"-"), ".txt")
		}
		if len(line) > 0 && line[0] != '#' {
			each(n, line)
		}
	}
	if err := s.Err(); err != nil && err != io.EOF {
		t.Fatal(err)
	}
	return version
}

// judge runs the rules P2 to L2 on one case and reports the first rule group that differs from what is expected.
type judge struct {
	t      *testing.T
	p      Paragraph
	kept   []Level
	at     []int
	order  []int
	failed int
}

func (j *judge) check(line int, text []rune, base Level, levels []Level, order []int) {
	resolved := j.p.Resolve(text, base)
	if base == Auto {
		base = Base(text)
	}
	LineLevels(text, resolved, base)
	j.kept, j.at = j.kept[:0], j.at[:0]
	same := true
	for i, l := range resolved {
		if levels[i] != removed {
			same = same && l == levels[i]
			j.kept, j.at = append(j.kept, l), append(j.at, i)
		}
	}
	j.order = VisualOrder(j.kept, j.order)
	for k := range j.order {
		j.order[k] = j.at[j.order[k]]
	}
	if same && slices.Equal(j.order, order) {
		return
	}
	if j.failed++; j.failed <= 20 {
		j.t.Errorf("line %d, base %d, %04X: levels %d order %d, want %d %d",
			line, base, text, resolved, j.order, levels, order)
	}
}

func TestBidiTest(t *testing.T) {
	j := judge{t: t}
	var text []rune
	var levels []Level
	var order []int
	cases := 0
	version := lines(t, "BidiTest", func(n int, line []byte) {
		if rest, ok := bytes.CutPrefix(line, []byte("@Levels:")); ok {
			levels = parseLevels(t, rest, levels)
			return
		}
		if rest, ok := bytes.CutPrefix(line, []byte("@Reorder:")); ok {
			order = parseOrder(t, rest, order)
			return
		}
		classes, bits, ok := bytes.Cut(line, []byte("; "))
		if !ok {
			t.Fatalf("line %d: %s", n, line)
		}
		text = text[:0]
		for len(classes) > 0 {
			var name []byte
			name, classes, _ = bytes.Cut(classes, []byte(" "))
			text = append(text, sample[string(name)])
		}
		for bit, base := range []Level{Auto, 0, 1} {
			if number(t, bits, 16)>>bit&1 != 0 {
				cases++
				j.check(n, text, base, levels, order)
			}
		}
	})
	report(t, &j, version, cases, 770241)
}

func TestBidiCharacterTest(t *testing.T) {
	j := judge{t: t}
	var text []rune
	var levels []Level
	var order []int
	cases := 0
	version := lines(t, "BidiCharacterTest", func(n int, line []byte) {
		fields := bytes.Split(line, []byte(";"))
		text = text[:0]
		for _, f := range bytes.Fields(fields[0]) {
			text = append(text, rune(number(t, f, 16)))
		}
		base := [...]Level{0, 1, Auto}[number(t, fields[1], 10)]
		if want := Level(number(t, fields[2], 10)); base == Auto && Base(text) != want {
			t.Errorf("line %d: base %d, want %d", n, Base(text), want)
		}
		levels = parseLevels(t, fields[3], levels)
		order = parseOrder(t, fields[4], order)
		cases++
		j.check(n, text, base, levels, order)
	})
	report(t, &j, version, cases, 91707)
}

func report(t *testing.T, j *judge, version string, cases, want int) {
	t.Helper()
	if version != UnicodeVersion {
		t.Errorf("test data of Unicode %s, tables of %s", version, UnicodeVersion)
	}
	if cases != want {
		t.Errorf("%d cases, want %d", cases, want)
	}
	t.Logf("%d cases, %d failed", cases, j.failed)
}

func parseLevels(t *testing.T, s []byte, to []Level) []Level {
	to = to[:0]
	for _, f := range bytes.Fields(s) {
		if string(f) == "x" {
			to = append(to, removed)
		} else {
			to = append(to, Level(number(t, f, 10)))
		}
	}
	return to
}

func parseOrder(t *testing.T, s []byte, to []int) []int {
	to = to[:0]
	for _, f := range bytes.Fields(s) {
		to = append(to, number(t, f, 10))
	}
	return to
}

func number(t *testing.T, s []byte, base int) int {
	n, err := strconv.ParseUint(string(s), base, 32)
	if err != nil {
		t.Fatal(err)
	}
	return int(n)
}
