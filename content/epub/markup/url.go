package markup

import "strings"

// URL is a link in which what a URL may not hold as it is is percent-encoded (RFC 3986
// §2); brackets stand in the address of a host alone (§3.2.2).
func URL(link string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	host := 0 // where it ends
	if _, rest, ok := strings.Cut(link, "://"); ok {
		host = len(link)
		if end := strings.IndexAny(rest, "/?#"); end >= 0 {
			host += end - len(rest)
		}
	}
	for i := 0; i < len(link); i++ {
		c := link[i]
		switch {
		case c == '%' && !(i+2 < len(link) && isHex(link[i+1]) && isHex(link[i+2])),
			c <= ' ', c >= 0x7f, i >= host && (c == '[' || c == ']'), strings.IndexByte("\"<>\\^`{|}", c) >= 0:
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

func isHex(c byte) bool {
	return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'f'
}
