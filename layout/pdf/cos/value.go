package cos

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"strconv"
	"unicode/utf16"
)

// AppendText writes a text string: in PDFDocEncoding where it is plain ASCII, else
// in UTF-16 with a byte order mark (ISO 32000-1 7.9.2.2).
func AppendText(out []byte, s string) []byte {
	if isPlain(s) {
		return append(append(append(out, '('), s...), ')')
	}
	out = append(out, "<feff"...)
	var units [2]uint16
	for _, r := range s {
		for _, u := range utf16.AppendRune(units[:0], r) {
			out = hex.AppendEncode(out, []byte{byte(u >> 8), byte(u)})
		}
	}
	return append(out, '>')
}

// isPlain tells of printable ASCII that needs no escape.
func isPlain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < 0x20 || c > 0x7E || c == '(' || c == ')' || c == '\\' {
			return false
		}
	}
	return true
}

// Text is what [AppendText] writes.
func Text(s string) string {
	var room [256]byte
	return string(AppendText(room[:0], s))
}

// uri writes an address as an ASCII string (ISO 32000-1 12.6.4.7); what is
// not ASCII is percent-encoded.
func URI(s string) string {
	var b bytes.Buffer
	b.WriteByte('(')
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '(' || c == ')' || c == '\\':
			b.WriteByte('\\')
			b.WriteByte(c)
		case c <= 0x20 || c > 0x7E:
			fmt.Fprintf(&b, "%%%02X", c)
		default:
			b.WriteByte(c)
		}
	}
	b.WriteByte(')')
	return b.String()
}

// AppendNum writes a length with at most three decimals.
func AppendNum(out []byte, v float64) []byte {
	from := len(out)
	out = strconv.AppendFloat(out, v, 'f', 3, 64)
	for out[len(out)-1] == '0' {
		out = out[:len(out)-1]
	}
	if out[len(out)-1] == '.' {
		out = out[:len(out)-1]
	}
	if string(out[from:]) == "-0" {
		return append(out[:from], '0')
	}
	return out
}

// Num is what [AppendNum] writes.
func Num(v float64) string {
	var room [32]byte
	return string(AppendNum(room[:0], v))
}
