package cache

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"testing"
	"testing/fstest"
	"time"
)

// opened is an empty folder that holds so much.
func opened(t *testing.T, most int64) (*Folder, string) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "of", "mine")
	f, err := Open(dir, most)
	if err != nil {
		t.Fatal(err)
	}
	return f, dir
}

// TestKept gives back what was kept, by its own key alone.
func TestKept(t *testing.T) {
	f, dir := opened(t, 1<<20)
	key := KeyOf("a", "b")
	if _, ok := f.Get(key); ok {
		t.Error("nothing was kept and something is there")
	}
	if err := f.Put(key, []byte("one "), []byte("two")); err != nil {
		t.Fatal(err)
	}
	if data, ok := f.Get(key); !ok || string(data) != "one two" {
		t.Errorf("%q, %v", data, ok)
	}
	for _, other := range []Key{KeyOf("ab"), KeyOf("a", "b", ""), KeyOf("b", "a")} {
		if _, ok := f.Get(other); ok {
			t.Error("it is there by another key")
		}
	}
	if info, err := os.Stat(dir); err != nil || runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
		t.Errorf("others may read it: %v, %v", info.Mode(), err)
	}
}

// TestBroken: an entry of which a bit is another, or which is cut short or goes on, is
// as if it were not there.
func TestBroken(t *testing.T) {
	f, _ := opened(t, 1<<20)
	key := KeyOf("a")
	if err := f.Put(key, []byte("what was made")); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(f.path(key))
	if err != nil {
		t.Fatal(err)
	}
	try := func(what string, data []byte) {
		t.Helper()
		if err := os.WriteFile(f.path(key), data, 0o600); err != nil {
			t.Fatal(err)
		}
		if data, ok := f.Get(key); ok {
			t.Errorf("%s: %q", what, data)
		}
	}
	for i := range len(whole) * 8 {
		data := bytes.Clone(whole)
		data[i/8] ^= 1 << (i % 8)
		try(fmt.Sprintf("bit %d", i), data)
	}
	for n := range len(whole) {
		try(fmt.Sprintf("%d bytes", n), whole[:n])
	}
	try("a byte more", append(bytes.Clone(whole), 0))
	other := KeyOf("b")
	if err := f.Put(other, []byte("another")); err != nil {
		t.Fatal(err)
	}
	foreign, err := os.ReadFile(f.path(other))
	if err != nil {
		t.Fatal(err)
	}
	try("another entry by its name", foreign)
	os.Remove(f.path(key))
	if err := os.Mkdir(f.path(key), 0o700); err != nil {
		t.Fatal(err)
	}
	if _, ok := f.Get(key); ok {
		t.Error("a folder is an entry")
	}
}

// TestBound: the folder stays within its bound, what was asked for last stays in it, and
// files of others are left alone.
func TestBound(t *testing.T) {
	const most = 30_000
	f, dir := opened(t, most)
	mine := filepath.Join(dir, "mine.txt")
	draft := filepath.Join(dir, draftPrefix+"1")
	for _, name := range []string{mine, draft} {
		if err := os.WriteFile(name, make([]byte, most), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	long := time.Now().Add(-2 * abandoned)
	os.Chtimes(draft, long, long)
	for i := range 40 {
		if err := f.Put(KeyOf(fmt.Sprint(i)), make([]byte, 1500)); err != nil {
			t.Fatal(err)
		}
		at := time.Now().Add(time.Duration(i-50) * time.Minute)
		os.Chtimes(f.path(KeyOf(fmt.Sprint(i))), at, at)
		f.Trim()
		if _, ok := f.Get(KeyOf("0")); !ok {
			t.Fatalf("what is asked for again and again is dropped after %d", i)
		}
	}
	total := int64(0)
	names, err := filepath.Glob(filepath.Join(dir, "*"+ending))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		total += info.Size()
	}
	if total > most || len(names) < 3 {
		t.Errorf("%d bytes in %d entries", total, len(names))
	}
	if _, err := os.Stat(mine); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(draft); err == nil {
		t.Error("a draft that nobody writes is left")
	}
	if err := f.Put(KeyOf("large"), make([]byte, most)); err != nil {
		t.Fatal(err)
	}
	if _, ok := f.Get(KeyOf("large")); ok {
		t.Error("an entry as large as all is kept")
	}
}

// TestTogether: of several that keep and ask at once each gets what was kept whole.
func TestTogether(t *testing.T) {
	f, _ := opened(t, 1<<20)
	var work sync.WaitGroup
	for i := range 8 {
		work.Go(func() {
			for n := range 50 {
				key := KeyOf(fmt.Sprint(n % 5))
				want := bytes.Repeat([]byte{byte(n % 5)}, 10_000)
				if i%2 == 0 {
					if err := f.Put(key, want); err != nil {
						t.Error(err)
					}
				} else if data, ok := f.Get(key); ok && !bytes.Equal(data, want) {
					t.Error("it is not what was kept")
				}
			}
		})
	}
	work.Wait()
}

// asking asks all that a reader of a manuscript may ask.
func asking(fsys fs.FS) {
	fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			fs.ReadFile(fsys, name)
			fs.Lstat(fsys, name)
		}
		return err
	})
	fs.Stat(fsys, "c.md")
	fs.ReadFile(fsys, "figs/none.png")
	fs.ReadLink(fsys, "a.md")
}

// TestTrace: what was asked holds as long as nothing changes that was asked for.
func TestTrace(t *testing.T) {
	files := func() fstest.MapFS {
		return fstest.MapFS{"book.yaml": {Data: []byte("title: x\n")}, "a.md": {Data: []byte("# A\n")}, "figs/a.png": {Data: []byte("png")}}
	}
	trace := NewTrace(files())
	asking(trace)
	asked, ok := trace.Asked()
	if !ok || len(asked) < 8 {
		t.Fatalf("%d questions, %v", len(asked), ok)
	}
	later := files()
	later["a.md"].ModTime = time.Now()
	if !Holds(later, asked) {
		t.Error("nothing but the time is another, and it does not hold")
	}
	for what, change := range map[string]func(fstest.MapFS){
		"a byte":          func(f fstest.MapFS) { f["a.md"].Data = []byte("# B\n") },
		"a byte more":     func(f fstest.MapFS) { f["figs/a.png"].Data = []byte("png ") },
		"a file more":     func(f fstest.MapFS) { f["b.md"] = &fstest.MapFile{} },
		"a file less":     func(f fstest.MapFS) { delete(f, "book.yaml") },
		"one that lacked": func(f fstest.MapFS) { f["c.md"] = &fstest.MapFile{} },
		"a picture":       func(f fstest.MapFS) { f["figs/none.png"] = &fstest.MapFile{} },
		"a folder":        func(f fstest.MapFS) { delete(f, "a.md"); f["a.md/x"] = &fstest.MapFile{} },
		"its mode":        func(f fstest.MapFS) { f["a.md"].Mode = 0o100 },
	} {
		f := files()
		change(f)
		if Holds(f, asked) {
			t.Errorf("%s is another, and it holds", what)
		}
	}
}

// TestTraceBreaks: what cannot be asked again, or was answered in two ways, is not kept.
func TestTraceBreaks(t *testing.T) {
	for what, ask := range map[string]func(fstest.MapFS, *Trace){
		"a file that is not read to its end": func(_ fstest.MapFS, t *Trace) {
			f, _ := t.Open("a.md")
			io.ReadFull(f, make([]byte, 1))
			f.Close()
		},
		"the time of a file": func(_ fstest.MapFS, t *Trace) {
			f, _ := t.Open("a.md")
			f.Stat()
		},
		"that of an entry": func(_ fstest.MapFS, t *Trace) {
			entries, _ := t.ReadDir(".")
			entries[0].Info()
		},
		"a file that changes": func(f fstest.MapFS, t *Trace) {
			fs.ReadFile(t, "a.md")
			f["a.md"] = &fstest.MapFile{Data: []byte("other")}
			fs.ReadFile(t, "a.md")
		},
	} {
		files := fstest.MapFS{"a.md": {Data: []byte("text")}}
		trace := NewTrace(files)
		ask(files, trace)
		if _, ok := trace.Asked(); ok {
			t.Errorf("%s is kept", what)
		}
	}
}
