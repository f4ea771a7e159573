package plain

import (
	"strings"
	"unicode/utf8"
	"warraq/content/locale"
)

// mostTitle is how long a first line may be that is taken for a title, in
// characters.
const mostTitle = 60

// TitleLine finds the line of a text that has the title of it, as people write one:
// the first line that is not blank, which is short, ends no sentence, opens no
// chapter, and stands above a blank line and more text. Rest is the text behind it
// and lines is how many lines stand before rest; ok is false where there is none.
func TitleLine(text string, marks []string) (title, rest string, lines int, ok bool) {
	if len(marks) == 0 {
		marks = []string{DefaultMark}
	}
	for rest = text; rest != ""; {
		var s string
		s, rest, _ = strings.Cut(rest, "\n")
		lines++
		l := classify(lines, s, marks)
		if l.kind == blank {
			continue
		}
		next, more, _ := strings.Cut(rest, "\n")
		ok = l.kind == prose && utf8.RuneCountInString(l.text) <= mostTitle && !endsSentence(l.text) &&
			!strings.HasSuffix(l.text, "،") && !strings.HasSuffix(l.text, ",") && !strings.Contains(l.text, "{") &&
			trim(next) == "" && trim(more) != ""
		if ok {
			return l.text, rest, lines, true
		}
		break
	}
	return "", text, 0, false
}

// Keys parts lines such as "title: كتاب" at the very top of a text from the rest,
// as YAML; the value is taken as it is written. They end at a blank line or at one
// that is no key. They are keys where one of them is the title, or where there are
// several and known says so of each: "Note: …" opens a text. They may be words of the
// author's language. Line is the line of
// text on which rest begins, from 1.
func Keys(text string, known func(key string) bool) (yaml, rest string, line int) {
	var b strings.Builder
	keys, unknown, titled := 0, 0, false
	for rest, line = text, 1; rest != ""; line++ {
		s, after, _ := strings.Cut(rest, "\n")
		key, value, ok := strings.Cut(trim(s), ":")
		if key = locale.English(strings.ToLower(key)); !ok || !isKey(key) {
			break
		}
		if !known(key) {
			unknown++
		}
		b.WriteString(key + ": " + scalar(trim(value)) + "\n")
		keys, titled, rest = keys+1, titled || key == "title", after
	}
	if titled || keys > 1 && unknown == 0 {
		return b.String(), rest, line
	}
	return "", text, 1
}

// isKey tells a word of a to z, which may have hyphens.
func isKey(s string) bool {
	return s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz-") == "" && s[0] != '-'
}

// scalar writes a value so that YAML reads what stands there; lists and what is
// quoted are YAML already.
func scalar(value string) string {
	if value == "" || strings.ContainsRune(`[{"'`, rune(value[0])) {
		return value
	}
	return "'" + strings.ReplaceAll(value, "'", "''") + "'"
}
