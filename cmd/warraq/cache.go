package main

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"warraq"
	"warraq/cmd/internal/cache"
)

// This file keeps what a build made for the next one that is asked for the same.

// usersCache is --cache without a value: the folder of the person asking. Help shows it as
// --cache[=…].
const usersCache = "…"

// mostCached bounds all that is kept, in bytes.
const mostCached = 1 << 30

// cacheFlag adds --cache.
func cacheFlag(c *cobra.Command, dir *string) {
	c.Flags().Var((*cacheDir)(dir), "cache", "keep in a folder what is made, so that what has not changed is not made again by the next build: --cache is the user's own folder, --cache=DIR another")
	c.Flags().Lookup("cache").NoOptDefVal = usersCache
	c.MarkFlagDirname("cache")
}

// cacheDir is the value of --cache.
type cacheDir string

func (d *cacheDir) String() string { return string(*d) }
func (d *cacheDir) Type() string   { return "" }

func (d *cacheDir) Set(dir string) error {
	*d = cacheDir(dir)
	return nil
}

// cacheAt is the folder that --cache names; nil for none.
func cacheAt(dir string) (*hoard, error) {
	if dir == usersCache {
		users, err := os.UserCacheDir()
		if err != nil {
			return nil, withHint(err, "name a folder: --cache=DIR")
		}
		dir = filepath.Join(users, "warraq")
	}
	if dir == "" {
		return nil, nil
	}
	folder, err := cache.Open(dir, mostCached)
	if err != nil {
		return nil, withHint(err, "name another folder: --cache=DIR")
	}
	sum, err := programDigest()
	return &hoard{folder, sum}, err
}

// cached is a build as it is kept: of what, and what came of it.
type cached struct {
	Asked    []cache.Question
	Problems []warraq.Problem
	Files    []cachedFile
}

// cachedFile is a file of which Size bytes follow, behind those before it.
type cachedFile struct {
	Product    warraq.Product
	Name, Says string
	Size       int
}

// hoard is the folder of a program: another, also of the same version, has other keys.
type hoard struct {
	*cache.Folder
	program string // its digest
}

// programDigest is that of this program.
func programDigest() (string, error) {
	name, err := os.Executable()
	if err != nil {
		return "", err
	}
	return cache.SumOf(name)
}

// Get and Put are for parts of builds.
func (h *hoard) Get(key string) ([]byte, bool) { return h.Folder.Get(cache.KeyOf(h.program, key)) }

// Put keeps what can be kept; where nothing can be, the build itself says so.
func (h *hoard) Put(key string, data []byte) { _ = h.Folder.Put(cache.KeyOf(h.program, key), data) }

// key is that of a build: the program, the options, what is to be made, and of what.
func (m *making) key(opt warraq.Options) (key cache.Key, ok bool) {
	dir, err := filepath.Abs(m.src.dir)
	if err != nil {
		return key, false
	}
	opt.Watch, opt.Memory, opt.Kept = nil, nil, nil
	return cache.KeyOf(m.f.cache.program, fmt.Sprintf("%#v", opt), fmt.Sprint(m.f.sheets(), m.f.asked()), dir, m.src.name, fmt.Sprint(m.src.inside)), true
}

// foundOrMade gives what an earlier build kept, or makes it and keeps it.
func (m *making) foundOrMade(opt warraq.Options) ([]warraq.File, error) {
	if m.f.cache == nil {
		return m.make(m.src.fsys, opt)
	}
	key, ok := m.key(opt)
	if !ok {
		return m.make(m.src.fsys, opt)
	}
	if files, ok := m.find(key); ok {
		return files, nil
	}
	opt.Kept = m.f.cache
	defer m.f.cache.Trim()
	trace := cache.NewTrace(m.src.fsys)
	files, err := m.make(trace, opt)
	if err == nil {
		if failed := m.keep(key, trace, files); failed != nil {
			m.u.tell("nothing could be kept in the cache: " + failed.Error())
		}
	}
	return files, err
}

// asked are the products that the flags ask for.
func (f *buildFlags) asked() (products []warraq.Product) {
	for _, p := range allProducts {
		if f.wants(p) {
			products = append(products, p)
		}
	}
	return products
}

// find gives what an earlier build made, if it would be made again: all that it asked
// of the manuscript's files is answered as it was then.
func (m *making) find(key cache.Key) (files []warraq.File, ok bool) {
	data, ok := m.f.cache.Folder.Get(key)
	if !ok || len(data) < 8 {
		return nil, false
	}
	n, data := binary.BigEndian.Uint64(data), data[8:]
	if n > uint64(len(data)) {
		return nil, false
	}
	var c cached
	if json.Unmarshal(data[:n], &c) != nil || !cache.Holds(m.src.fsys, c.Asked) {
		return nil, false
	}
	rest := data[n:]
	for _, f := range c.Files {
		if f.Size < 0 || f.Size > len(rest) {
			return nil, false
		}
		files = append(files, warraq.File{Product: f.Product, Name: f.Name, Data: rest[:f.Size:f.Size], Says: f.Says})
		rest = rest[f.Size:]
	}
	m.said = c.Problems
	return files, true
}

// keep keeps what was made, where the next build can see that it would be the same.
func (m *making) keep(key cache.Key, trace *cache.Trace, files []warraq.File) error {
	c := cached{Problems: m.book.Problems()}
	var ok bool
	if c.Asked, ok = trace.Asked(); !ok || !c.plain() {
		return nil
	}
	var bodies [][]byte
	for _, f := range files {
		c.Files = append(c.Files, cachedFile{f.Product, f.Name, f.Says, len(f.Data)})
		bodies = append(bodies, f.Data)
	}
	said, err := json.Marshal(c)
	if err != nil {
		return err
	}
	return m.f.cache.Folder.Put(key, append([][]byte{binary.BigEndian.AppendUint64(nil, uint64(len(said))), said}, bodies...)...)
}

// plain tells whether JSON gives all of it back: text that is no UTF-8 it would change.
func (c *cached) plain() bool {
	for _, q := range c.Asked {
		if !utf8.ValidString(q.Name) || !utf8.ValidString(q.Answer) {
			return false
		}
	}
	for _, p := range c.Problems {
		for _, s := range []string{p.Pos.File, p.What, p.Hint, p.Kind} {
			if !utf8.ValidString(s) {
				return false
			}
		}
	}
	return true
}
