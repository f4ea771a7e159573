package book

import (
	"bytes"
	"errors"
	"io/fs"
	"path"
	"strings"

	"warraq/content"
	"warraq/content/book/bounds"
	"warraq/content/book/settings"
	"warraq/content/mend"
)

// exists tells a file of the manuscript, by its name in the manuscript's folder.
func (b *manuscript) exists(name string) bool {
	p := b.path(name)
	if !fs.ValidPath(p) {
		return false
	}
	info, err := fs.Stat(b.fsys, p)
	return err == nil && !info.IsDir()
}

// inside cleans a name of a file and makes sure that it leads nowhere outside
// the manuscript's folder.
func (b *manuscript) inside(l settings.Located) (name string, ok bool) {
	name = path.Clean(l.Value)
	said := l.Value
	if l.Pos.File == "" && said == b.opt.Theme.Name {
		said = "--theme " + said // it stands in no file
	}
	switch {
	case strings.Contains(name, "\\"):
		b.problem(l.Pos, said+" has a backslash", "part folders with /")
	case path.IsAbs(name) || strings.Contains(name, ":"):
		b.problem(l.Pos, said+" is not in the manuscript's folder", "put the file there and name it from there")
	case name == ".." || strings.HasPrefix(name, "../"):
		b.problem(l.Pos, said+" is outside the manuscript's folder", "put the file inside")
	case name == "." || !fs.ValidPath(b.path(name)):
		b.problem(l.Pos, "“"+said+"” names no file", "name one in the manuscript's folder")
	default:
		return name, true
	}
	return name, false
}

// refused reports a file that is there and cannot be read, and why. It tells whether
// it was that; else the file is not there.
func (b *manuscript) refused(name string, at content.Pos, err error) bool {
	if at == (content.Pos{}) {
		at.File = b.path(name) // it is not named anywhere
	}
	var size bounds.SizeError
	switch {
	case errors.Is(err, bounds.ErrIrregular):
		b.problem(at, name+" is no file that can be read: a folder, a pipe or a device", "put a file there")
	case errors.As(err, &size):
		b.problem(at, name+" "+size.Error(), "divide it or make it smaller; who runs the program may allow more with --limits")
	case errors.Is(err, fs.ErrPermission):
		b.problem(at, name+" may not be read", "let the program read it (chmod +r)")
	default:
		return b.leadsOutside(name, at, err)
	}
	return true
}

// leadsOutside reports a file that could not be read since it, or a folder on
// the way to it, is a link out of the manuscript's folder.
func (b *manuscript) leadsOutside(name string, at content.Pos, err error) bool {
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission) {
		return false
	}
	for part := name; part != "."; part = path.Dir(part) {
		if info, err := fs.Lstat(b.fsys, b.path(part)); err == nil && info.Mode()&fs.ModeSymlink != 0 {
			b.problem(at, part+" is a link that leads outside the manuscript's folder", "put the file itself there")
			return true
		}
	}
	return false
}

// missingAsset reports a file that is not there, and names one beside that is nearly called so.
func (b *manuscript) missingAsset(name string, at content.Pos) {
	hint := "put the file there or correct its name"
	if entries, err := fs.ReadDir(b.fsys, b.path(path.Dir(name))); err == nil {
		var names []string
		for _, e := range entries {
			names = append(names, e.Name())
		}
		if near := content.Nearest(path.Base(name), names); near != "" {
			hint = "did you mean " + path.Join(path.Dir(name), near) + "?"
		}
	}
	b.problem(at, "file "+name+" is not there", hint)
}

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
	clean, ok := look.inside(settings.Located{Value: beside, Pos: at})
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

// magic is how files of each kind begin.
var magic = []struct{ start, media string }{
	{"\x89PNG\r\n\x1a\n", "image/png"},
	{"\xff\xd8\xff", "image/jpeg"},
	{"GIF87a", "image/gif"},
	{"GIF89a", "image/gif"},
	{"\x00\x01\x00\x00", "font/ttf"},
	{"true", "font/ttf"},
	{"OTTO", "font/otf"},
	{"ttcf", "font/collection"},
	{"wOFF", "font/woff"},
	{"wOF2", "font/woff2"},
}

// mediaType tells the kind of a file by its first bytes; "" for one that a book
// cannot hold.
func mediaType(name string, data []byte) string {
	for _, m := range magic {
		if bytes.HasPrefix(data, []byte(m.start)) {
			return m.media
		}
	}
	switch {
	case len(data) > 12 && string(data[:4]) == "RIFF" && string(data[8:12]) == "WEBP":
		return "image/webp"
	case strings.EqualFold(path.Ext(name), ".svg") && bytes.Contains(data, []byte("<svg")):
		return "image/svg+xml"
	}
	return ""
}
