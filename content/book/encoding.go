package book

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"warraq/content"
	"warraq/content/mend"
)

// Encodings are what `encoding:` chooses from: how the bytes of files that are not
// UTF-8 are read.
var Encodings = []string{"utf-8", "windows-1256", "windows-1255", "windows-1252", "iso-8859-6", "iso-8859-8", "utf-16le", "utf-16be"}

// encodings are those of Encodings in the order of the names; UTF-8 needs none.
var encodings = []encoding.Encoding{nil, charmap.Windows1256, charmap.Windows1255, charmap.Windows1252, charmap.ISO8859_6, charmap.ISO8859_8,
	unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), unicode.UTF16(unicode.BigEndian, unicode.UseBOM)}

// text makes text of a file's bytes and keeps what there is to say of them.
func (b *manuscript) text(file string, src []byte) string {
	src, ok := b.decoded(file, src)
	if !ok {
		return ""
	}
	text, advice, problems := mend.Source(file, src)
	b.advise(advice...)
	b.problems = append(b.problems, problems...)
	return text
}

// decoded is the bytes of a file as UTF-8, which most are. Others are read as
// `encoding:` says, and where it says nothing are named; what begins with the mark of
// UTF-16 is that.
func (b *manuscript) decoded(file string, src []byte) (text []byte, ok bool) {
	if isUTF8(src) {
		return src, true
	}
	which := b.manifest.encoding
	if which == 0 {
		which = encodingKey(src, file == b.manifest.file && !b.single)
	}
	mark := markOf(src)
	if which == 0 {
		which = mark
	}
	if which == 0 {
		return b.named(file, src)
	}
	text, err := encodings[which].NewDecoder().Bytes(src)
	if err != nil {
		b.stop(file)
		b.problem(content.Pos{File: file, Line: 1}, "the file cannot be read as "+Encodings[which]+": "+err.Error(), "save it as UTF-8")
		return nil, false
	}
	if which == mark {
		b.advise(content.Problem{Pos: content.Pos{File: file, Line: 1}, Kind: "a file in another encoding", What: "the file is UTF-16 and is read as that", Hint: "save it as UTF-8"})
	}
	return text, true
}

// named tells which encoding a file is most likely in; where that is not plain it is
// UTF-8 with slips, which are told line by line.
func (b *manuscript) named(file string, src []byte) (text []byte, ok bool) {
	guess := guessEncoding(src)
	if guess == 0 {
		return src, true
	}
	b.unread = true
	b.stop(file)
	b.problem(content.Pos{File: file, Line: 1}, "the file is not UTF-8, it looks like "+encodingTitles[guess],
		"write `encoding: "+Encodings[guess]+"` in book.yaml or the front matter, or save the file as UTF-8")
	return nil, false
}

// stop keeps that a file cannot be read.
func (b *manuscript) stop(file string) {
	if b.stops == nil {
		b.stops = map[string]bool{}
	}
	b.stops[file] = true
}

// encodingTitles are the names of Encodings as people write them.
var encodingTitles = []string{"UTF-8", "Windows-1256", "Windows-1255", "Windows-1252", "ISO 8859-6", "ISO 8859-8", "UTF-16", "UTF-16"}

func isUTF8(src []byte) bool { return utf8.Valid(src) && !holdsNUL(src) }

// holdsNUL tells bytes that come in pairs: no text has zeros for a tenth of it.
func holdsNUL(src []byte) bool {
	head := src[:min(len(src), 4096)]
	return bytes.Count(head, []byte{0})*10 > len(head)
}

// markOf is the encoding that a byte order mark names, 0 for none.
func markOf(src []byte) int {
	switch {
	case bytes.HasPrefix(src, []byte{0xff, 0xfe}):
		return encodingNamed("utf-16le")
	case bytes.HasPrefix(src, []byte{0xfe, 0xff}):
		return encodingNamed("utf-16be")
	}
	return 0
}

func encodingNamed(name string) int {
	for i, e := range Encodings {
		if e == name {
			return i
		}
	}
	return 0
}

var encodingLine = regexp.MustCompile(`(?m)^encoding:[ \t]*["']?([\w-]+)`)

// encodingKey is what the front matter of a file, or the manifest, says of its own bytes,
// which every encoding but UTF-16 writes alike.
func encodingKey(src []byte, manifest bool) int {
	head := src
	if !manifest {
		if !bytes.HasPrefix(src, []byte("---")) {
			return 0
		}
		head, _, _ = bytes.Cut(src[3:], []byte("\n---"))
	}
	m := encodingLine.FindSubmatch(head)
	if m == nil {
		return 0
	}
	return encodingNamed(strings.ToLower(string(m[1])))
}

// guessEncoding tells by its letters in which encoding a file is; 0 where most of it is
// UTF-8, or it is like none. UTF-16 of any script has a byte in two that hardly changes.
func guessEncoding(src []byte) int {
	src = src[:min(len(src), 1<<16)]
	if which := guessPairs(src); which != 0 {
		return which
	}
	if mostlyUTF8(src) {
		return 0
	}
	best, most := 0, 0.5
	for _, g := range []struct {
		name   string
		script func(rune) bool
	}{
		{"windows-1256", isArabic}, {"windows-1255", isHebrew},
	} {
		which := encodingNamed(g.name)
		text, _ := encodings[which].NewDecoder().Bytes(src)
		if share := shareOf(text, g.script); share > most {
			best, most = which, share
		}
	}
	return best
}

// guessPairs tells UTF-16 without a mark by where its zeros, or its bytes of the Arabic
// and Hebrew blocks, stand.
func guessPairs(src []byte) int {
	if len(src) < 4 || len(src)%2 != 0 {
		return 0
	}
	var high [2]int
	for i, c := range src {
		if c == 0 || c == 0x05 || c == 0x06 {
			high[i%2]++
		}
	}
	pairs := len(src) / 2
	switch {
	case high[1]*10 > pairs*8 && high[0]*10 < pairs*3:
		return encodingNamed("utf-16le")
	case high[0]*10 > pairs*8 && high[1]*10 < pairs*3:
		return encodingNamed("utf-16be")
	}
	return 0
}

// mostlyUTF8 tells whether more of the bytes beyond ASCII make letters than do not.
func mostlyUTF8(src []byte) bool {
	good, bad := 0, 0
	for len(src) > 0 {
		r, n := utf8.DecodeRune(src)
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		src = src[n:]
	}
	return good >= bad
}

// shareOf is how many of the letters beyond ASCII are of a script, where most of them
// stand in words of it.
func shareOf(text []byte, script func(rune) bool) float64 {
	of, all := 0, 0
	for _, r := range string(text) {
		if r < utf8.RuneSelf {
			continue
		}
		all++
		if script(r) {
			of++
		}
	}
	if all == 0 {
		return 0
	}
	return float64(of) / float64(all)
}

func isArabic(r rune) bool { return r >= 0x0600 && r <= 0x06ff }

func isHebrew(r rune) bool { return r >= 0x0590 && r <= 0x05ff }
