package drawing

import "strings"

// mostParts bounds a selector.
const mostParts = 16

// parseSelector reads a selector; false for one that asks for what is not on paper.
func parseSelector(s string) (r rule, ok bool) {
	joint := byte(0)
	for s != "" {
		c, rest, ok := parseCompound(s)
		if !ok || len(r.parts) == mostParts {
			return r, false
		}
		c.joint = joint
		r.parts = append(r.parts, c)
		if c.id != "" {
			r.weight += 1 << 20
		}
		r.weight += (len(c.classes) + len(c.attrs)) << 10
		if c.name != "" {
			r.weight++
		}
		if c.first {
			r.weight += 1 << 10
		}
		trimmed := strings.TrimLeft(rest, " \t\r\n\f")
		if trimmed == "" {
			break
		}
		if joint = ' '; strings.IndexByte(">+~", trimmed[0]) >= 0 {
			joint = trimmed[0]
			trimmed = strings.TrimLeft(trimmed[1:], " \t\r\n\f")
			if trimmed == "" {
				return r, false
			}
		}
		s = trimmed
	}
	return r, len(r.parts) > 0
}

// parseCompound reads what is told of one element.
func parseCompound(s string) (c compound, rest string, ok bool) {
	seen := false
	if s[0] == '*' {
		s, seen = s[1:], true
	} else if s[0]|0x20 >= 'a' && s[0]|0x20 <= 'z' || s[0] == '_' {
		c.name, s = cssName(s)
		seen = true
	}
	for s != "" && strings.IndexByte(".#[:", s[0]) >= 0 {
		if s, ok = c.take(s); !ok {
			return c, s, false
		}
		seen = true
	}
	return c, s, seen && (s == "" || strings.IndexByte(" \t\r\n\f>+~", s[0]) >= 0)
}

// take reads a class, a name, an attribute or a place, which the first sign of s begins; false
// for one that is not known.
func (c *compound) take(s string) (rest string, ok bool) {
	if s[0] == '[' {
		inner, after, closed := strings.Cut(s[1:], "]")
		if closed {
			c.attrs = append(c.attrs, parseAttrTest(inner))
		}
		return after, closed
	}
	word, rest := cssName(s[1:])
	switch {
	case word == "":
		return rest, false
	case s[0] == '.':
		c.classes = append(c.classes, word)
	case s[0] == '#':
		c.id = word
	case word == "first-child":
		c.first = true
	case word == "root":
		c.name = "svg"
	default:
		return rest, false
	}
	return rest, true
}

// cssName is the name that a text begins with.
func cssName(s string) (name, rest string) {
	i := 0
	for i < len(s) && (s[i] == '-' || s[i] == '_' || s[i] >= '0' && s[i] <= '9' || s[i]|0x20 >= 'a' && s[i]|0x20 <= 'z' || s[i] >= 0x80) {
		i++
	}
	return s[:i], s[i:]
}

// parseAttrTest reads what stands between brackets.
func parseAttrTest(s string) attrTest {
	name, value, valued := strings.Cut(s, "=")
	t := attrTest{name: strings.TrimSpace(name), value: strings.Trim(strings.TrimSpace(value), `"'`)}
	if !valued {
		return t
	}
	t.how = '='
	if n := len(t.name); n > 0 && strings.IndexByte("^$*~|", t.name[n-1]) >= 0 {
		t.how, t.name = t.name[n-1], t.name[:n-1]
	}
	return t
}
