package web

import "bytes"

// html is the markup of an EPUB as HTML writes it (HTML, 13.1.2): without what has no
// place there, the types of EPUB and languages said twice, and void elements without a
// slash.
func html(xhtml []byte) []byte {
	out := make([]byte, 0, len(xhtml))
	for len(xhtml) > 0 {
		at := bytes.IndexByte(xhtml, '<')
		if at < 0 {
			return append(out, xhtml...)
		}
		end := at + bytes.IndexByte(xhtml[at:], '>') + 1 // in values it is escaped
		out = append(out, xhtml[:at]...)
		tag := without(without(xhtml[at:end], ` epub:type="`), ` xml:lang="`)
		if slash, ok := bytes.CutSuffix(tag, []byte("/>")); ok {
			tag = append(slash[:len(slash):len(slash)], '>')
		}
		out = append(out, tag...)
		xhtml = xhtml[end:]
	}
	return out
}

// without is a tag without an attribute, given as it begins.
func without(tag []byte, attribute string) []byte {
	before, after, ok := bytes.Cut(tag, []byte(attribute))
	if !ok {
		return tag
	}
	_, after, _ = bytes.Cut(after, []byte{'"'})
	return append(before[:len(before):len(before)], after...)
}
