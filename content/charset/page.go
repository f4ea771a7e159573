package charset

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	textunicode "golang.org/x/text/encoding/unicode"

	"warraq/content/pattern"
)

// saidCharset is where a page says how it is written: in its first bytes, as browsers
// look for it (HTML 13.2.3.2).
var saidCharset = pattern.Of(`(?i)<meta[^>]{0,200}charset\s*=\s*["']?\s*([a-z0-9_:.-]+)|<\?xml[^>]{0,100}encoding\s*=\s*["']([a-z0-9_:.-]+)`)

// mostHead is how many bytes may stand before it.
const mostHead = 4096

// Page is a page as UTF-8: by its mark of byte order, by what it says, as UTF-8
// where it is that, and else in the Arabic or the Hebrew letters of Windows, whichever
// gives more of its words.
func Page(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return Valid(data[3:])
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return by(textunicode.UTF16(textunicode.LittleEndian, textunicode.ExpectBOM), data)
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return by(textunicode.UTF16(textunicode.BigEndian, textunicode.ExpectBOM), data)
	}
	if m := saidCharset.FindSubmatch(data[:min(len(data), mostHead)]); m != nil {
		name := strings.ToLower(string(m[1]) + string(m[2]))
		if e := single(name); e != nil && means(name, data) {
			return by(e, data)
		}
	}
	if nearlyUTF8(data) {
		return Valid(data)
	}
	return by(guessed(data), data)
}

// single is the encoding of one byte a letter that a page names, nil for others: those
// of East Asia have tables of half a megabyte in the program.
func single(name string) encoding.Encoding {
	name = strings.NewReplacer("x-cp", "windows-", "cp", "windows-", "_", "-", "iso8859-", "iso-8859-").Replace(name)
	for _, e := range charmap.All {
		if named, ok := e.(*charmap.Charmap); ok && strings.ReplaceAll(strings.ToLower(named.String()), " ", "-") == name {
			return e
		}
	}
	return nil
}

// means tells whether a page can be meant to be written as it says: one that says
// UTF-8 is that, and Western European letters are what programs write unasked.
func means(name string, data []byte) bool {
	switch name {
	case "utf-8", "utf8", "utf-16", "utf-16le", "utf-16be":
		return false // UTF-16 would not have been read
	case "iso-8859-1", "windows-1252", "us-ascii", "latin1":
		return !utf8.Valid(data) && foreign(data) < bound
	}
	return true
}

// nearlyUTF8 tells a text that is UTF-8 but for a few bytes that are broken.
func nearlyUTF8(data []byte) bool {
	broken, long := 0, 0
	for rest := data; len(rest) > 0; {
		r, size := utf8.DecodeRune(rest)
		switch {
		case r == utf8.RuneError && size == 1:
			broken++
		case size > 1:
			long++
		}
		rest = rest[size:]
	}
	return broken*20 <= long
}

// bound is the share of bytes beyond ASCII, of all, above which a text is in no Latin
// letters, in percent.
const bound = 30

func foreign(data []byte) int {
	n, letters := 0, 0
	for _, c := range data {
		switch {
		case c >= 0xc0:
			n++
			letters++
		case c|0x20 >= 'a' && c|0x20 <= 'z':
			letters++
		}
	}
	return n * 100 / max(letters, 1)
}

// guessed is how bytes that are no UTF-8 are written: Hebrew letters stand in
// windows-1255 where windows-1256 has rare ones.
func guessed(data []byte) encoding.Encoding {
	hebrew, arabic := 0, 0
	for _, c := range data {
		switch {
		case c >= 0xe0 && c <= 0xfa:
			hebrew++
		case c >= 0xc0 && c < 0xe0:
			arabic++
		}
	}
	if hebrew > 0 && hebrew >= 20*arabic {
		return charmap.Windows1255
	}
	return charmap.Windows1256
}

// by decodes, with a mark where nothing stands for the bytes.
func by(e encoding.Encoding, data []byte) string {
	text, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return Valid(data)
	}
	return string(text)
}

// Valid is data as UTF-8, with U+FFFD in the place of what is none.
func Valid(data []byte) string {
	return strings.ToValidUTF8(string(data), string(unicode.ReplacementChar))
}
