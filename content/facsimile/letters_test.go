package facsimile_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"os"
	"strings"
	"testing"

	"warraq/content/facsimile"
	"warraq/fonts"
)

// probe is a font of our own: a square for A.
func probe(t testing.TB, ending string) []byte {
	data, err := os.ReadFile("../../fonts/testdata/probe/static." + ending)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func deflated(data []byte) []byte {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	_, _ = w.Write(data)
	_ = w.Close()
	return b.Bytes()
}

// lettered is a page of a letter in fonts of every form.
func lettered(t testing.TB) []byte {
	font := func(kind, encoding string, descriptor int) string {
		return fmt.Sprintf("<< /Type /Font /Subtype /%s /BaseFont /ABCDEF+Probe /FirstChar 65 /Widths [500] %s /FontDescriptor %d 0 R >>", kind, encoding, descriptor)
	}
	own := func(key string, file int) string {
		return fmt.Sprintf("<< /Type /FontDescriptor /FontName /ABCDEF+Probe /Flags 32 /%s %d 0 R >>", key, file)
	}
	text := ""
	for i, name := range []string{"T", "C", "O", "P", "Z"} {
		code := "(A)"
		if name == "Z" {
			code = "<0002>" // by the number of the glyph
		}
		text += fmt.Sprintf("BT /%s 10 Tf %d 50 Td %s Tj ET\n", name, 20*i, code)
	}
	return sheet(text, "/Font << /T 5 0 R /C 6 0 R /O 7 0 R /P 8 0 R /Z 9 0 R >>",
		font("TrueType", "/Encoding /WinAnsiEncoding", 10),
		font("Type1", "/Encoding /WinAnsiEncoding", 11),
		font("Type1", "/Encoding /WinAnsiEncoding", 12),
		font("Type1", "", 13),
		"<< /Type /Font /Subtype /Type0 /BaseFont /Probe /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Probe /CIDToGIDMap /Identity /FontDescriptor 10 0 R /DW 500 >>] >>",
		own("FontFile2", 14), own("FontFile3", 15), own("FontFile3", 16), own("FontFile", 17),
		stream("/Filter /FlateDecode", deflated(probe(t, "ttf"))),
		stream("/Filter /FlateDecode /Subtype /Type1C", deflated(fonts.Table(probe(t, "otf"), "CFF "))),
		stream("/Filter /FlateDecode /Subtype /OpenType", deflated(probe(t, "otf"))),
		stream("/Filter /FlateDecode", deflated(type1())))
}

// encrypted writes what a font of Type 1 keeps to itself (Adobe Type 1 Font Format, 7).
func encrypted(plain []byte, key uint16) (out []byte) {
	for _, p := range append([]byte{0, 0, 0, 0}, plain...) {
		c := p ^ byte(key>>8)
		key = (uint16(c)+key)*52845 + 22719
		out = append(out, c)
	}
	return out
}

// type1 is a font of Type 1 whose A is a square that a subroutine draws a side of.
func type1() []byte {
	n := func(v int) []byte { // of three digits
		switch {
		case v >= -107 && v <= 107:
			return []byte{byte(v + 139)}
		case v > 0:
			return []byte{byte(247 + (v-108)/256), byte((v - 108) % 256)}
		}
		return []byte{byte(251 + (-v-108)/256), byte((-v - 108) % 256)}
	}
	code := func(parts ...any) (b []byte) {
		for _, p := range parts {
			switch p := p.(type) {
			case int:
				b = append(b, n(p)...)
			case string:
				b = append(b, p...)
			}
		}
		return encrypted(b, 4330)
	}
	side := code(400, "\x06\x0b") // 400 hlineto return
	square := code(50, 500, "\x0d", 0, "\x16", 0, "\x0a", 400, "\x07", -400, "\x06", "\x09", "\x0e")
	var b bytes.Buffer
	fmt.Fprintf(&b, "dup /Private 8 dict dup begin /lenIV 4 def /Subrs 1 array\ndup 0 %d RD %s NP\nND\n2 index /CharStrings 1 dict dup begin\n/A %d RD %s ND\nend", len(side), side, len(square), square)
	return append([]byte("%!PS-AdobeFont-1.0: Probe\n/FontMatrix [0.001 0 0 0.001 0 0] readonly def\n/Encoding 256 array\ndup 65 /A put\nreadonly def\ncurrentfile eexec\n"), encrypted(b.Bytes(), 55665)...)
}

// TestLetters: a letter is an outline, whatever form its font has.
func TestLetters(t *testing.T) {
	d, err := facsimile.Page(lettered(t), 1, usual)
	if err != nil || len(d.Left) > 0 || len(d.Faces) > 0 {
		t.Fatalf("%v, %v, %v", err, d.Left, d.Faces)
	}

	if n := strings.Count(string(d.SVG), "<use "); n != 5 {
		t.Errorf("%d letters:\n%s", n, d.SVG)
	}
	if !strings.Contains(string(d.SVG), `d="M50 0L450 0L450 400L50 400Z"`) {
		t.Errorf("no square of Type 1:\n%s", d.SVG)
	}
}
