package cos

import "bytes"

// AppendBare adds a page's content without the operators of marked content, each
// of which mark wrote on a line of its own. Codes in a string may look like such a
// line, and are none.
func AppendBare(out, stream []byte) []byte {
	for len(stream) > 0 {
		line := stream[:lineLength(stream)]
		stream = stream[len(line):]
		if !bytes.HasSuffix(line, []byte(" BDC\n")) && !bytes.Equal(line, []byte("EMC\n")) {
			out = append(out, line...)
		}
	}
	return out
}

// lineLength is that of the line at the beginning of a content, to the end of a
// line that lies in no string.
func lineLength(content []byte) int {
	n := 0
	for {
		i := bytes.IndexAny(content[n:], "(\n")
		switch {
		case i < 0:
			return len(content)
		case content[n+i] == '\n':
			return n + i + 1
		}
		n += i + StringLength(content[n+i:])
	}
}

// StringLength is that of a literal string (ISO 32000-1 7.3.4.2); one that does
// not end has all.
func StringLength(content []byte) int {
	depth := 0
	for i := 0; i < len(content); i++ {
		switch content[i] {
		case '\\':
			i++
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return len(content)
}
