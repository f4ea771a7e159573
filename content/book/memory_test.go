package book_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"warraq/content"
	"warraq/content/book"
	"warraq/content/dump"
	"warraq/content/guide"
	"warraq/content/samples"
)

// TestEdits reads books over and over, edited in random places, with the memory of the
// time before and as if for the first time: the books are the same, and so is what is
// told of them.
func TestEdits(t *testing.T) {
	edits := 60
	if testing.Short() {
		edits = 8
	}
	for name, inside := range map[string]fs.FS{"specimen": samples.FS(), "booklet": samples.FS(), "en": guide.FS()} {
		whole := fstest.MapFS{}
		_ = fs.WalkDir(inside, name, func(file string, d fs.DirEntry, _ error) error {
			if !d.IsDir() {
				data, _ := fs.ReadFile(inside, file)
				whole[file] = &fstest.MapFile{Data: data}
			}
			return nil
		})
		var memory book.Memory
		var folder fstest.MapFS
		read := 0
		r := rand.New(rand.NewPCG(3, uint64(len(name))))
		for n := range edits {
			if n%8 == 0 { // else nothing is read of most in the end
				folder = maps.Clone(whole)
			}
			file := editOne(folder, r, n)
			cold, warm := told(folder, name, book.Options{}), told(folder, name, book.Options{Memory: &memory})
			if cold != warm {
				t.Fatalf("%s, edit %d, of %s: another book with a memory\n%s", name, n, file, diff(cold, warm))
			}
			if strings.HasPrefix(warm, "book") {
				read++
			}
		}
		if read < edits/8 {
			t.Errorf("%s: of %d edits %d could be read", name, edits, read)
		}
	}
}

// editOne puts in, takes out or moves some bytes of a text, and every sixth time
// changes what the files share.
func editOne(folder fstest.MapFS, r *rand.Rand, n int) string {
	names := slices.DeleteFunc(slices.Sorted(maps.Keys(folder)), func(name string) bool { return path.Ext(name) != ".md" })
	name := names[r.IntN(len(names))]
	data := folder[name].Data
	if n%6 == 5 {
		manifest := path.Join(path.Dir(name), book.Manifest)
		folder[manifest] = &fstest.MapFile{Data: append(bytes.Clone(folder[manifest].Data), fmt.Sprintf("field-%d: x\n", n)...)}
		return manifest
	}
	at, to := r.IntN(len(data)+1), r.IntN(len(data)+1)
	switch at, to = min(at, to), max(at, to); n % 3 {
	case 0:
		data = append(append(bytes.Clone(data[:at]), "كلمة *"...), data[at:]...)
	case 1:
		data = append(bytes.Clone(data[:at]), data[min(to, at+200):]...)
	case 2:
		data = append(append(bytes.Clone(data[:at]), "\n\n# عنوان\n\n"...), data[at:]...)
	}
	folder[name] = &fstest.MapFile{Data: data}
	return name
}

// told is all that comes of reading a book.
func told(fsys fs.FS, name string, opt book.Options) string {
	doc, advice, err := book.Read(fsys, name, opt)
	var b bytes.Buffer
	if doc != nil {
		_ = dump.Document(&b, doc)
		content.Walk(doc, func(part any, at *content.Place) { fmt.Fprintln(&b, at.ID, at.Pos, at.Attr) })
	}
	for _, p := range advice {
		fmt.Fprintln(&b, p, p.Warns)
	}
	fmt.Fprintln(&b, err)
	return b.String()
}

// diff is the first line in which two texts differ.
func diff(a, b string) string {
	x, y := bytes.Split([]byte(a), []byte("\n")), bytes.Split([]byte(b), []byte("\n"))
	for i := range min(len(x), len(y)) {
		if !bytes.Equal(x[i], y[i]) {
			return fmt.Sprintf("%s\n%s", x[i], y[i])
		}
	}
	return "one is longer"
}
