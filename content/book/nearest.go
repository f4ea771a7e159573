package book

import (
	"io/fs"
	"slices"
	"strings"

	"warraq/content/folder"
)

// sortedNames gives the Markdown files of a folder in their order.
func sortedNames(entries []fs.DirEntry) []string {
	var names []string
	for _, e := range entries {
		name := e.Name()
		if !e.IsDir() && !strings.HasPrefix(name, ".") && strings.HasSuffix(strings.ToLower(name), ".md") {
			names = append(names, name)
		}
	}
	slices.SortFunc(names, folder.Compare)
	return names
}
