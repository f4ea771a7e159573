package docx

import (
	"fmt"
	"strings"
	"unicode"
)

// isSigns tells faces whose codes are signs and no letters.
func isSigns(face string) bool { return tableOf(face) != nil }

func tableOf(face string) map[byte]string {
	switch strings.ToLower(strings.TrimSpace(face)) {
	case "symbol":
		return symbols
	case "wingdings":
		return wingdings
	case "wingdings 2":
		return wingdings2
	case "webdings":
		return webdings
	}
	return nil
}

// signOf is the character that a face of signs shows for a code, "" for one that is
// not known.
func signOf(face string, code byte) string { return tableOf(face)[code] }

// signName names a sign for a message.
func signName(face string, code rune) string {
	if face == "" {
		face = "a face"
	}
	return fmt.Sprintf("%s %04X", face, code)
}

func isLatinLetter(r rune) bool { return unicode.Is(unicode.Latin, r) }

// signsFrom is a table of characters from a code on; a dot is one that has none.
func signsFrom(tables ...any) map[byte]string {
	signs := make(map[byte]string)
	for i := 0; i+1 < len(tables); i += 2 {
		code := tables[i].(int)
		for _, r := range tables[i+1].(string) {
			if r != '.' {
				signs[byte(code)] = string(r)
			}
			code++
		}
	}
	return signs
}

// symbols is the face Symbol, as Unicode maps it (Adobe's symbol.txt).
var symbols = signsFrom(
	0x21, "!∀#∃%&∋()∗+,−", 0x2f, "/0123456789:;<=>?",
	0x40, "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_",
	0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼",
	0xa0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓", 0xb0, "°±″≥×∝∂•÷≠≡≈…", 0xbf, "↵",
	0xc0, "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉", 0xd0, "∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓",
	0xe0, "◊〈®©™∑", 0xf1, "〉∫",
)

// wingdings is the face Wingdings: what Unicode 7 maps its codes to, or the nearest
// that more faces have.
var wingdings = signsFrom(
	0x21, "✏✂✁", 0x28, "☎✆✉", 0x36, "⌛", 0x3e, "✇✍", 0x41, "✌", 0x45, "☜☞☝☟", 0x4a, "☺", 0x4c, "☹", 0x51, "✈☼", 0x54, "❄", 0x56, "✞", 0x58, "✠✡☪☯ॐ☸♈♉♊♋♌♍♎♏♐♑♒♓",
	0x6c, "●❍■□", 0x70, "❐❑❒⬧⧫◆❖", 0x78, "⌧", 0x7a, "⌘❀✿❝❞",
	0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿", 0x9e, "·•", 0xa1, "○", 0xa7, "▪◻", 0xaa, "✦★✶✴✹✵", 0xb5, "✪✰",
	0xd5, "⌫⌦", 0xd8, "➢", 0xdc, "➲", 0xdf, "←→↑↓↖↗↙↘", 0xe7, "←→↑↓↖↗↙↘⇦⇨⇧⇩⇔⇕", 0xfb, "✗✓☒☑",
)

// wingdings2 is what is used of the face Wingdings 2.
var wingdings2 = signsFrom(0x4f, "✗✓☒☑☒☒", 0x6a, "⓪①②③④⑤⑥⑦⑧⑨⑩", 0x97, "●", 0xa2, "■□")

// webdings is what is used of the face Webdings.
var webdings = signsFrom(0x33, "◀▶▲▼⏪⏩⏮⏭⏸⏹⏺", 0x61, "✓", 0x63, "□", 0x67, "■", 0x6e, "●", 0x72, "✗")
