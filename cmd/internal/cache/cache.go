// Package cache is a folder in which one process leaves what it made to the next. Nothing
// depends on it: what is not there, is broken or was left by another program is as if it
// had never been kept.
package cache

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
)

// Key is what an entry was made of, as a digest.
type Key [sha256.Size]byte

// KeyOf is the digest of several things; where one ends and the next begins counts.
func KeyOf(parts ...string) Key {
	h := sha256.New()
	for _, p := range parts {
		fmt.Fprintf(h, "%d:", len(p))
		io.WriteString(h, p)
	}
	return Key(h.Sum(nil))
}

// Folder is a folder of entries.
type Folder struct {
	dir  string
	most int64 // bytes of all entries together
}

// Open is the folder of a name, which is made where it is not there, for its owner alone.
func Open(dir string, most int64) (*Folder, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	return &Folder{dir, most}, nil
}

// The file of an entry: magic, key, the digest of what is kept, and that.
const (
	magic = "warraq cache 1\n"
	head  = len(magic) + 2*sha256.Size
)

// Entries are named by their keys, drafts of them begin otherwise. Whatever else lies in
// the folder is of others.
const (
	ending      = ".warraq"
	draftPrefix = ".warraq-new-"
)

var entryName = regexp.MustCompile(`^[0-9a-f]{64}\.warraq$`)

func (f *Folder) path(key Key) string { return filepath.Join(f.dir, hex.EncodeToString(key[:])+ending) }

// Get is what is kept by a key.
func (f *Folder) Get(key Key) (data []byte, ok bool) {
	name := f.path(key)
	info, err := os.Lstat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() < int64(head) || info.Size() > f.most {
		return nil, false
	}
	all, err := os.ReadFile(name)
	if err != nil || len(all) < head || string(all[:len(magic)]) != magic || !bytes.Equal(all[len(magic):len(magic)+len(key)], key[:]) {
		return nil, false
	}
	data = all[head:]
	if sum := sha256.Sum256(data); !bytes.Equal(all[head-len(sum):head], sum[:]) {
		return nil, false
	}
	now := time.Now()
	_ = os.Chtimes(name, now, now) // it is dropped later than what nobody asked for
	return data, true
}

// Put keeps data by a key, in the place of what was kept by it. More than a sixteenth of
// the folder no entry takes. Entries take their places whole, so that several processes
// may keep and ask at once. Who has put something has the folder trimmed.
func (f *Folder) Put(key Key, data ...[]byte) error {
	h, size := sha256.New(), int64(head)
	for _, d := range data {
		h.Write(d)
		size += int64(len(d))
	}
	if size > f.most/16 {
		return nil
	}
	t, err := os.CreateTemp(f.dir, draftPrefix)
	if err != nil {
		return err
	}
	defer os.Remove(t.Name()) // where it has not become the entry
	for _, d := range append([][]byte{[]byte(magic), key[:], h.Sum(nil)}, data...) {
		if _, err = t.Write(d); err != nil {
			break
		}
	}
	if closed := t.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return err
	}
	return os.Rename(t.Name(), f.path(key))
}

// abandoned is how old a draft is whose process was ended.
const abandoned = time.Hour

// Trim takes away the entries that nobody asked for longest where the folder is too
// large, and drafts that nobody writes any more.
func (f *Folder) Trim() {
	entries, err := os.ReadDir(f.dir)
	if err != nil {
		return
	}
	var kept []os.FileInfo
	total := int64(0)
	for _, e := range entries {
		info, err := e.Info()
		switch {
		case err != nil || !info.Mode().IsRegular():
		case entryName.MatchString(e.Name()):
			kept = append(kept, info)
			total += info.Size()
		case strings.HasPrefix(e.Name(), draftPrefix) && time.Since(info.ModTime()) > abandoned:
			os.Remove(filepath.Join(f.dir, e.Name()))
		}
	}
	slices.SortFunc(kept, func(a, b os.FileInfo) int { return a.ModTime().Compare(b.ModTime()) })
	for _, info := range kept {
		if total <= f.most {
			break
		}
		os.Remove(filepath.Join(f.dir, info.Name()))
		total -= info.Size()
	}
}

// SumOf is the digest of a file.
func SumOf(name string) (string, error) {
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return string(h.Sum(nil)), nil
}
