// Package charset makes UTF-8 of files that are none: by what they say of themselves, or by
// the letters that come out.
package charset

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// Names are what `encoding:` chooses from: how the bytes of files that are not
// UTF-8 are read.
var Names = []string{"utf-8", "windows-1256", "windows-1255", "windows-1252", "iso-8859-6", "iso-8859-8", "utf-16le", "utf-16be"}

// encodings are those of Names in the order of the names; UTF-8 needs none.
var encodings = []encoding.Encoding{nil, charmap.Windows1256, charmap.Windows1255, charmap.Windows1252, charmap.ISO8859_6, charmap.ISO8859_8,
	unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), unicode.UTF16(unicode.BigEndian, unicode.UseBOM)}

// Titles are the Names as people write them.
var Titles = []string{"UTF-8", "Windows-1256", "Windows-1255", "Windows-1252", "ISO 8859-6", "ISO 8859-8", "UTF-16", "UTF-16"}

// IsUTF8 tells text that needs no decoding.
func IsUTF8(src []byte) bool { return utf8.Valid(src) && !holdsNUL(src) }

// holdsNUL tells bytes that come in pairs: no text has zeros for a tenth of it.
func holdsNUL(src []byte) bool {
	head := src[:min(len(src), 4096)]
	return bytes.Count(head, []byte{0})*10 > len(head)
}

// Decode makes UTF-8 of bytes in one of Names.
func Decode(which int, src []byte) ([]byte, error) { return encodings[which].NewDecoder().Bytes(src) }

// Marked is the encoding that a byte order mark names, 0 for none.
func Marked(src []byte) int {
	switch {
	case bytes.HasPrefix(src, []byte{0xff, 0xfe}):
		return Named("utf-16le")
	case bytes.HasPrefix(src, []byte{0xfe, 0xff}):
		return Named("utf-16be")
	}
	return 0
}

// Named is the place of a name among Names, 0 for any other.
func Named(name string) int {
	for i, e := range Names {
		if e == name {
			return i
		}
	}
	return 0
}

// Guess tells by its letters in which encoding a file is; 0 where most of it is
// UTF-8, or it is like none. UTF-16 of any script has a byte in two that hardly changes.
func Guess(src []byte) int {
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
		which := Named(g.name)
		text, _ := Decode(which, src)
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
		return Named("utf-16le")
	case high[0]*10 > pairs*8 && high[1]*10 < pairs*3:
		return Named("utf-16be")
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
