//go:build ignore

// Pack writes patterns/*.bin, the tries this package embeds, from pattern
// files of the hyph-utf8 collection as TeX Live has them, which lie in
// patterns/source, compressed (zstd --ultra -22).
//
// Format, one deflate stream, with a new block for each part:
// the letters; the values; then, of every node of the trie in breadth-first
// order, the number of its children, its letter and its value. See read.
package main

import (
	"bytes"
	"cmp"
	"compress/flate"
	"encoding/binary"
	"flag"
	"io"
	"log"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// sources are the files by the names of what is written from them. Indonesian
// is our own: see patterns/id.pat.txt.
var sources = map[string]string{
	"de": "hyph-de-1996", "en-gb": "hyph-en-gb", "en-us": "hyph-en-us", "es": "hyph-es", "fr": "hyph-fr",
	"it": "hyph-it", "nl": "hyph-nl", "pt": "hyph-pt", "tr": "hyph-tr",
}

// added are patterns of our own for what a source leaves to its users: in
// Turkish, that a word of foreign origin begins with all its consonants (stres).
var added = map[string]string{"tr": ".s4t4r .s4k4r .s4p4r .s4p4l"}

func main() {
	to := flag.String("o", "patterns", "folder to write to")
	flag.Parse()
	log.SetFlags(0)
	for _, name := range slices.Sorted(maps.Keys(sources)) {
		source := "patterns/source/" + sources[name]
		exceptions := ""
		if _, err := os.Stat(source + ".hyp.txt.zst"); err == nil { // few languages have any
			exceptions = unpack(source + ".hyp.txt.zst")
		}
		write(*to, name, unpack(source+".pat.txt.zst")+added[name], exceptions)
	}
	text, err := os.ReadFile("patterns/id.pat.txt")
	check(err)
	write(*to, "id", string(text), "")
}

// unpack reads a compressed file.
func unpack(name string) string {
	f, err := os.Open(name)
	check(err)
	defer f.Close()
	z, err := zstd.NewReader(f)
	check(err)
	defer z.Close()
	text, err := io.ReadAll(z)
	check(err)
	return string(text)
}

func write(folder, name, text, exceptions string) {
	patterns := make(map[string]string)
	for _, p := range strings.Fields(text) {
		letters, values := split(p)
		patterns[letters] = values
	}
	for _, w := range strings.Fields(exceptions) {
		letters, values := split(exception(w))
		patterns[letters] = values
	}
	check(os.WriteFile(filepath.Join(folder, name+".bin"), pack(patterns), 0o644))
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

// split takes "hy3ph" to "hyph" and "\0\0\3\0\0".
func split(pattern string) (letters, values string) {
	v := []byte{0}
	for _, r := range pattern {
		if r >= '0' && r <= '9' {
			v[len(v)-1] = byte(r - '0')
			continue
		}
		letters += string(r)
		v = append(v, 0)
	}
	return letters, string(v)
}

// exception takes "ta-ble" to the pattern that says just that, ".t8a9b8l8e.".
func exception(word string) string {
	var b strings.Builder
	b.WriteByte('.')
	value := ""
	for _, r := range word {
		if r == '-' {
			value = "9"
			continue
		}
		b.WriteString(value)
		b.WriteRune(r)
		value = "8"
	}
	b.WriteByte('.')
	return b.String()
}

type node struct {
	children map[rune]*node
	value    string
}

func pack(patterns map[string]string) []byte {
	root := &node{children: map[rune]*node{}}
	letters := map[rune]bool{'.': true}
	count := make(map[string]int)
	for _, p := range slices.Sorted(maps.Keys(patterns)) {
		n := root
		for _, r := range p {
			letters[r] = true
			if n.children[r] == nil {
				n.children[r] = &node{children: map[rune]*node{}}
			}
			n = n.children[r]
		}
		n.value = trim(patterns[p])
		count[n.value]++
	}
	alphabet := slices.Sorted(maps.Keys(letters)) // '.' comes before every letter, the apostrophe is put after it
	slices.SortStableFunc(alphabet, func(a, b rune) int { return cmp.Compare(b2i(a != '.'), b2i(b != '.')) })
	values := slices.SortedFunc(maps.Keys(count), func(a, b string) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b))
	})

	var counts, edges, marks []byte
	for queue := []*node{root}; len(queue) > 0; queue = queue[1:] {
		n := queue[0]
		counts = append(counts, byte(len(n.children)))
		marks = appendMark(marks, 1+slices.Index(values, n.value))
		for i, r := range alphabet {
			if child := n.children[r]; child != nil {
				edges = append(edges, byte(i))
				queue = append(queue, child)
			}
		}
	}
	nodes := len(counts)
	head := binary.AppendUvarint(nil, uint64(len(string(alphabet))))
	head = append(head, string(alphabet)...)
	head = binary.AppendUvarint(head, uint64(len(values)))
	for _, v := range values {
		head = append(head, byte(len(v)-1))
		head = append(head, v...)
	}
	return deflate(binary.AppendUvarint(head, uint64(nodes)), counts, edges, marks)
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// trim leaves of the values of a pattern what is not nought, after the number
// of letters from the first of them to the pattern's end.
func trim(values string) string {
	end := len(values)
	for end > 0 && values[end-1] == 0 {
		end--
	}
	start := 0
	for start < end && values[start] == 0 {
		start++
	}
	return string(rune(len(values)-1-start)) + values[start:end]
}

// appendMark appends the number of a value: one byte below 240, else two.
func appendMark(b []byte, mark int) []byte {
	if mark < 240 {
		return append(b, byte(mark))
	}
	mark -= 240
	return append(b, byte(240+mark>>8), byte(mark))
}

func deflate(parts ...[]byte) []byte {
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestCompression)
	check(err)
	for _, p := range parts {
		w.Write(p)
		w.Flush()
	}
	w.Close()
	return b.Bytes()
}
