package char

import "golang.org/x/text/unicode/norm"

// signs are the characters that stand for several words and have no
// decomposition that says them (Unicode 14, U+FD40–FD4F, FDCF, FDFD–FDFF; the
// words are those of their names).
var signs = map[rune]string{
	0xFD40: "رحمه الله",
	0xFD41: "رضي الله عنه",
	0xFD42: "رضي الله عنها",
	0xFD43: "رضي الله عنهم",
	0xFD44: "رضي الله عنهما",
	0xFD45: "رضي الله عنهن",
	0xFD46: "صلى الله عليه وآله",
	0xFD47: "عليه السلام",
	0xFD48: "عليهم السلام",
	0xFD49: "عليهما السلام",
	0xFD4A: "عليه الصلاة والسلام",
	0xFD4B: "قدس سره",
	0xFD4C: "صلى الله عليه وآله وسلم",
	0xFD4D: "عليها السلام",
	0xFD4E: "تبارك وتعالى",
	0xFD4F: "رحمهم الله",
	0xFDCF: "سلامه علينا",
	0xFDFD: "بسم الله الرحمن الرحيم",
	0xFDFE: "سبحانه وتعالى",
	0xFDFF: "عز وجل",
}

// SignWords is the words that a character such as ﷺ stands for, "" for one that
// stands for itself.
func SignWords(r rune) string {
	if words, ok := signs[r]; ok {
		return words
	}
	if r >= 0xFDF0 && r <= 0xFDFC {
		return norm.NFKC.String(string(r))
	}
	return ""
}
