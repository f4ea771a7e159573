// Package samples holds the manuscripts that come with Warraq: the booklet
// that is built when no source is named, a fully vocalised text, and a text
// of mixed direction.
package samples

import (
	"embed"
	"io/fs"
)

//go:embed booklet vocalised.txt mixed.md
var files embed.FS

// FS returns the sample manuscripts as a read-only file system: the directory
// "booklet" with its book.yaml and chapters, the plain text "vocalised.txt"
// and the single Markdown file "mixed.md". Each is a name for book.Read.
func FS() fs.FS { return files }
