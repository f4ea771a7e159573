package warraq_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"path"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"warraq"
)

// filesOf is the files of a manuscript in the program, to be edited.
func filesOf(m warraq.Manuscript) fstest.MapFS {
	files := fstest.MapFS{}
	_ = fs.WalkDir(m.FS, m.Folder, func(name string, d fs.DirEntry, _ error) error {
		if !d.IsDir() {
			data, _ := fs.ReadFile(m.FS, name)
			files[name] = &fstest.MapFile{Data: data}
		}
		return nil
	})
	return files
}

// wordsOf puts other words into a text, or takes some out, at a random place between two.
func wordsOf(files fstest.MapFS, r *rand.Rand, n int) {
	names := slices.DeleteFunc(slices.Sorted(maps.Keys(files)), func(name string) bool { return path.Ext(name) != ".md" })
	name := names[r.IntN(len(names))]
	words := bytes.Split(files[name].Data, []byte(" "))
	at := r.IntN(len(words))
	switch n % 4 {
	case 0, 1:
		words[at] = append(bytes.Clone(words[at]), "ت"...)
	case 2:
		words = slices.Insert(slices.Clone(words), at, []byte("كلمة (أخرى) 7"))
	case 3:
		words = slices.Delete(slices.Clone(words), at, min(at+3, len(words)))
	}
	files[name] = &fstest.MapFile{Data: bytes.Join(words, []byte(" "))}
}

// made is all that is made of a manuscript for a screen, and its files for readers.
func made(t *testing.T, files fstest.MapFS, name string, opt warraq.Options) string {
	t.Helper()
	b, err := warraq.Open(files, name, opt)
	var out strings.Builder
	fmt.Fprintln(&out, err)
	if err == nil {
		v, err := b.View()
		fmt.Fprintln(&out, err)
		if err == nil {
			fmt.Fprintln(&out, v.Pages(), v.Contents(), v.Sides())
			for i := range v.Pages() {
				drawn, _, _ := v.SVG(i)
				out.Write(drawn)
			}
			for _, p := range []warraq.Product{warraq.PDF, warraq.EPUB} {
				if err := b.Write(&out, p); err != nil {
					t.Error(err)
				}
			}
		}
	}
	fmt.Fprintln(&out, b.Problems())
	return out.String()
}

// TestEdits makes books over and over, edited in random places, with the memory of the
// time before and as if for the first time: all that is made of them is the same.
func TestEdits(t *testing.T) {
	edits := 6
	if testing.Short() {
		edits = 3
	}
	for _, m := range warraq.Inside()[:2] {
		files := filesOf(m)
		memory := new(warraq.Memory)
		r := rand.New(rand.NewPCG(1, uint64(len(m.Name))))
		for n := range edits {
			cold, warm := made(t, files, m.Folder, warraq.Options{}), made(t, files, m.Folder, warraq.Options{Memory: memory})
			if cold != warm {
				t.Fatalf("%s, edit %d: another book with a memory", m.Name, n)
			}
			wordsOf(files, r, n)
		}
	}
}

// TestMemoryStaysSmall edits one paragraph of a large file after another: what is kept
// of the time before does not grow with their number.
func TestMemoryStaysSmall(t *testing.T) {
	const paragraphs = 400
	var b strings.Builder
	for n := range paragraphs {
		fmt.Fprintf(&b, "فقرة %d فيها كلام طويل يملأ السطر بعد السطر حتى تمتلئ الصفحة ويأتي غيرها من الكلام الذي لا ينتهي إلا بانتهاء الكتاب.\n\n", n)
	}
	text, memory := b.String(), new(warraq.Memory)
	alive := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	early := uint64(0)
	for n := range paragraphs / 2 {
		text = strings.Replace(text, fmt.Sprintf("فقرة %d ", n), fmt.Sprintf("فقرة ث%d ", n), 1)
		book, err := warraq.Open(fstest.MapFS{"a.md": {Data: []byte(text)}}, "a.md", warraq.Options{Memory: memory})
		if err != nil {
			t.Fatal(err)
		}
		v, err := book.View()
		if err != nil {
			t.Fatal(err)
		}
		v.Pages()
		if n == 9 {
			early = alive()
		}
	}
	late := alive()
	if late > early+early/10 {
		t.Errorf("%d bytes after 10 edits, %d after %d", early, late, paragraphs/2)
	}
	runtime.KeepAlive(memory)
}
