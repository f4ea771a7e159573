// Package samples holds the manuscripts that come with Warraq: the booklet
// that is built when no source is named, the specimen, in which every construct
// stands once or twice, a draft with notes in its margin, a fully vocalised text, a text of mixed direction, and a
// page in each of several other languages.
package samples

import (
	"embed"
	"io/fs"
)

//go:generate go run genimages.go
//go:embed booklet margin vocalised.txt mixed.md languages specimen
var files embed.FS

// FS returns the sample manuscripts as a read-only file system: the directories
// "booklet", "specimen" and "margin", each with its book.yaml and chapters, the plain text
// "vocalised.txt" and the single Markdown files "mixed.md" and
// "languages/fa.md", "ur.md", "he.md", "fr.md". Each is a name for book.Read.
func FS() fs.FS { return files }
