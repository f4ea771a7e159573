// Package guide holds the guide for authors, itself a manuscript in Arabic and
// one in English: each construct stands with its source and its result.
package guide

import (
	"embed"
	"io/fs"
)

//go:embed ar en
var files embed.FS

// FS returns the manuscripts as a read-only file system: the directories "ar"
// and "en", each a name for book.Read.
func FS() fs.FS { return files }
