package cache

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"runtime"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"
)

// Question is what was asked of a file system, and what it answered.
type Question struct {
	Op     string `json:"op"` // read, stat, lstat, list or link
	Name   string `json:"name"`
	Answer string `json:"answer"`
}

// Trace is a file system that keeps what it is asked, and what it answers. Whoever asks
// nothing else learns the same of another that answers the same.
type Trace struct {
	fs.FS

	mu     sync.Mutex
	asked  []Question
	told   map[[2]string]string // answers by op and name
	broken bool                 // it was asked for more than can be asked again
}

// NewTrace begins a trace of a file system.
func NewTrace(fsys fs.FS) *Trace { return &Trace{FS: fsys, told: make(map[[2]string]string)} }

// Asked is what was asked so far; ok is false where it cannot be asked again, or the
// answer was another in between.
func (t *Trace) Asked() (asked []Question, ok bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.asked, !t.broken
}

// keep keeps an answer.
func (t *Trace) keep(op, name, answer string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	key := [2]string{op, name}
	before, known := t.told[key]
	switch {
	case !known:
		t.told[key] = answer
		t.asked = append(t.asked, Question{op, name, answer})
	case before != answer:
		t.broken = true
	}
}

// forgo says that what was asked cannot be asked again.
func (t *Trace) forgo() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.broken = true
}

// Holds tells whether a file system answers as another did.
func Holds(fsys fs.FS, asked []Question) bool {
	t := NewTrace(fsys)
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, q := range asked {
		group.Go(func() error {
			t.ask(q)
			if t.answer(q) != q.Answer {
				return errOther
			}
			return nil
		})
	}
	return group.Wait() == nil
}

var errOther = errors.New("another answer")

// ask asks a question again.
func (t *Trace) ask(q Question) {
	switch q.Op {
	case "read":
		if f, err := t.Open(q.Name); err == nil {
			io.Copy(io.Discard, f)
			f.Close()
		}
	case "stat":
		t.Stat(q.Name)
	case "lstat":
		t.Lstat(q.Name)
	case "list":
		t.ReadDir(q.Name)
	case "link":
		t.ReadLink(q.Name)
	}
}

// answer is the answer to a question.
func (t *Trace) answer(q Question) string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.told[[2]string{q.Op, q.Name}]
}

// Open opens a file whose bytes are part of the answer; a folder is to be listed.
func (t *Trace) Open(name string) (fs.File, error) {
	f, err := t.FS.Open(name)
	if err != nil {
		t.keep("read", name, failed(err))
		return nil, err
	}
	return &traced{File: f, t: t, name: name, sum: sha256.New()}, nil
}

// ReadFile is a file whole.
func (t *Trace) ReadFile(name string) ([]byte, error) {
	f, err := t.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(f)
}

// Stat is what there is to know of a file.
func (t *Trace) Stat(name string) (fs.FileInfo, error) {
	info, err := fs.Stat(t.FS, name)
	t.keep("stat", name, known(info, err))
	return info, err
}

// Lstat is that of a link itself.
func (t *Trace) Lstat(name string) (fs.FileInfo, error) {
	info, err := fs.Lstat(t.FS, name)
	t.keep("lstat", name, known(info, err))
	return info, err
}

// ReadLink is where a link leads.
func (t *Trace) ReadLink(name string) (string, error) {
	to, err := fs.ReadLink(t.FS, name)
	if err != nil {
		t.keep("link", name, failed(err))
	} else {
		t.keep("link", name, "to "+to)
	}
	return to, err
}

// ReadDir is what lies in a folder.
func (t *Trace) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(t.FS, name)
	entries = slices.Clone(entries)
	var b strings.Builder
	for i, e := range entries {
		fmt.Fprintf(&b, "%q %v\n", e.Name(), e.Type())
		entries[i] = entry{e, t}
	}
	if err != nil {
		b.WriteString(failed(err))
	}
	sum := sha256.Sum256([]byte(b.String()))
	t.keep("list", name, fmt.Sprintf("%x", sum))
	return entries, err
}

// known is what of a file can make a difference: nothing asks when it was written.
func known(info fs.FileInfo, err error) string {
	switch {
	case err != nil:
		return failed(err)
	case info.Mode().IsRegular():
		return fmt.Sprintf("%q %v %d", info.Name(), info.Mode(), info.Size())
	}
	return fmt.Sprintf("%q %v", info.Name(), info.Mode())
}

// failed is an answer that is an error.
func failed(err error) string { return "error " + err.Error() }

// entry is one of a folder, of which no more is asked than its name and type.
type entry struct {
	fs.DirEntry
	t *Trace
}

// Info is more than can be asked again by its name.
func (e entry) Info() (fs.FileInfo, error) {
	e.t.forgo()
	return e.DirEntry.Info()
}

// traced is a file that is read to its end.
type traced struct {
	fs.File
	t    *Trace
	name string
	sum  hash.Hash
	read int64
	end  bool
}

func (f *traced) Stat() (fs.FileInfo, error) {
	f.t.forgo()
	return f.File.Stat()
}

func (f *traced) Read(p []byte) (int, error) {
	n, err := f.File.Read(p)
	f.sum.Write(p[:n])
	f.read += int64(n)
	switch {
	case err == io.EOF:
		f.end = true
	case err != nil:
		f.t.forgo()
	}
	return n, err
}

func (f *traced) Close() error {
	if f.end {
		f.t.keep("read", f.name, fmt.Sprintf("%d %x", f.read, f.sum.Sum(nil)))
	} else {
		f.t.forgo()
	}
	return f.File.Close()
}
