package book

import (
	"path"
	"regexp"
	"strings"
)

// ordinal is the number, date or letter that sorts a file, before the words of its
// name.
var ordinal = regexp.MustCompile(`^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}[-_. ]+|(?:[0-9٠-٩۰-۹]+[-_. )]*)+)`)

// unnumbered is a file's name without the number before it, unless it is all there is.
func unnumbered(name string) string {
	if rest := name[len(ordinal.FindString(name)):]; rest != "" {
		return rest
	}
	return name
}

// fileTitle is what a chapter is called after its file: the name without number and
// extension. A file that only opens a folder has the folder's.
func fileTitle(name string) string {
	stem := strings.TrimSuffix(path.Base(name), path.Ext(name))
	if folder := path.Base(path.Dir(name)); isIndexName(stem) && folder != "." && folder != "/" {
		stem = folder
	}
	title := strings.NewReplacer("-", " ", "_", " ").Replace(unnumbered(stem))
	return strings.Join(strings.Fields(title), " ")
}
