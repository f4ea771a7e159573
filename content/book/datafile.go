package book

import (
	"io/fs"
	"path"
	"strings"

	"warraq/content"
	"warraq/content/mend"
)

// dataFile reads the file that a table is made of, which a chapter names relative to
// its own folder or to the manuscript's, as it does images. File is its place in the
// folder that was read. Chapters are read side by side: it changes nothing of b.
func (b *manuscript) dataFile(name string, at content.Pos) (text, file string, problems []content.Problem) {
	look := *b // gathers problems of its own
	look.problems = nil
	folder := strings.TrimPrefix(path.Dir(at.File), b.root)
	beside := path.Join(strings.TrimPrefix(folder, "/"), name)
	if !look.exists(beside) && look.exists(name) || path.IsAbs(name) {
		beside = name
	}
	clean, ok := look.inside(located{beside, at})
	if !ok {
		return "", "", look.problems
	}
	file = look.path(clean)
	data, err := fs.ReadFile(b.fsys, file)
	if err != nil {
		if !look.refused(clean, at, err) {
			look.missingAsset(clean, at)
		}
		return "", "", look.problems
	}
	if data, ok = look.decoded(file, data); ok {
		text, _, problems = mend.Source(file, data)
	}
	return text, file, append(problems, look.problems...)
}
