package book

import (
	"strings"
	"unicode/utf8"

	"warraq/content/char"
)

// maxName leaves room for an extension and a draft's prefix in the 255 bytes
// that file systems allow.
const maxName = 180

// FileName makes of what an author wrote, or of a source's name, a base name
// that every file system takes: letters, marks, digits, '.', '_' and '-' of
// any script stay, a run of anything else becomes one '-'.
func FileName(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range s {
		if !char.In(r, char.L|char.M|char.N) && !strings.ContainsRune("._-", r) {
			gap = true
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte('-')
		}
		gap = false
		if b.Len()+utf8.RuneLen(r) > maxName {
			break
		}
		b.WriteRune(r)
	}
	name := strings.Trim(b.String(), ".-")
	switch {
	case name == "":
		return "book"
	case reserved[strings.ToLower(strings.SplitN(name, ".", 2)[0])]:
		return name + "-book"
	}
	return name
}

// reserved are the names that Windows keeps for devices.
var reserved = map[string]bool{
	"con": true, "prn": true, "aux": true, "nul": true,
	"com1": true, "com2": true, "com3": true, "com4": true, "com5": true, "com6": true, "com7": true, "com8": true, "com9": true,
	"lpt1": true, "lpt2": true, "lpt3": true, "lpt4": true, "lpt5": true, "lpt6": true, "lpt7": true, "lpt8": true, "lpt9": true,
}
