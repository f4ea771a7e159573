package folder

import (
	"strings"
)

// frontOf is what stands above a text between dashes, as YAML, or between plus signs,
// as TOML.
func frontOf(text string) table {
	text = strings.ReplaceAll(strings.TrimPrefix(text, "\ufeff"), "\r\n", "\n")
	for _, fence := range []string{"---", "+++"} {
		rest, ok := strings.CutPrefix(text, fence+"\n")
		if !ok {
			continue
		}
		data, _, closed := strings.Cut(rest, "\n"+fence)
		switch {
		case !closed || len(data) > maxFront:
		case fence == "+++":
			return tomlTable([]byte(data))
		default:
			return yamlTable([]byte(data))
		}
	}
	return nil
}

// TOMLFront parts front matter in TOML from the rest of a text, which begins on a line.
func TOMLFront(text string) (keys map[string]any, rest string, line int, ok bool) {
	data, ok := strings.CutPrefix(text, "+++\n")
	if !ok {
		return nil, text, 1, false
	}
	data, rest, ok = strings.Cut(data, "\n+++")
	if !ok || len(data) > maxFront {
		return nil, text, 1, false
	}
	if keys = tomlTable([]byte(data)); keys == nil {
		return nil, text, 1, false
	}
	_, rest, _ = strings.Cut(rest, "\n")
	return keys, rest, 4 + strings.Count(data, "\n"), true
}

// maxFront bounds front matter, in bytes.
const maxFront = 1 << 16

// Head is the heading that opens a text, without marks; "" where words precede it.
func Head(text string) string {
	text = strings.TrimPrefix(text, "\ufeff")
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "<") || strings.HasPrefix(line, "[![") || strings.HasPrefix(line, "!["):
		case strings.HasPrefix(line, "# "):
			return plainTitle(strings.TrimRight(line[2:], "# "))
		default:
			return ""
		}
	}
	return ""
}

// isDraft tells a page that its author has not published.
func (t table) isDraft() bool {
	return t.text("draft") == "true" || t.text("published") == "false"
}

// weight is where a page says that it stands among its neighbours.
func (t table) weight() (n float64, ok bool) {
	for _, key := range []string{"sidebar_position", "weight", "nav_order", "order", "index"} {
		if n, ok = t.number(key); ok {
			return n, true
		}
	}
	if t := t.in("sidebar"); t != nil {
		return t.weight()
	}
	return 0, false
}
