package folder

import (
	"path"
	"strings"

	"warraq/content/pattern"
)

// ordinal is the number, date or letter that sorts a file, before the words of its
// name.
var ordinal = pattern.Of(`^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}[-_. ]+|(?:[0-9٠-٩۰-۹]+[-_. )]*)+)`)

// Unnumbered is a file's name without the number before it, unless it is all there is.
func Unnumbered(name string) string {
	if rest := name[len(ordinal.FindString(name)):]; rest != "" {
		return rest
	}
	return name
}

// FileTitle is what a chapter is called after its file: the name without number and
// extension. A file that only opens a folder has the folder's.
func FileTitle(name string) string {
	stem := path.Base(name)
	if IsText(stem) {
		stem = stemOf(name)
	}
	if folder := path.Base(path.Dir(name)); IsIndex(stem) && folder != "." && folder != "/" {
		stem = folder
	}
	title := strings.NewReplacer("-", " ", "_", " ").Replace(Unnumbered(WithoutLang(stem)))
	return strings.Join(strings.Fields(title), " ")
}
