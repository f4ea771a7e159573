package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/semaphore"

	"warraq"
	"warraq/cmd/internal/cache"
	"warraq/cmd/internal/report"
)

// This file makes the titles of a catalogue, or finds them as they were made.

type finding = report.Finding

// titleMade is a title that was made, or found, or neither.
type titleMade struct {
	title            *warraq.CatalogueTitle
	entry            *warraq.CatalogueEntry
	kept             bool // as an earlier build made it
	err              error
	warnings, advice []kind // few of each: a thousand titles have many
	found            []finding
}

// says is what there is to tell of a title.
func (t *titleMade) says() (all []string) {
	if t.entry.Pages > 0 {
		all = append(all, count(t.entry.Pages, "page", "pages"))
	}
	n := int64(0)
	for _, f := range t.entry.Files {
		n += f.Size
	}
	return append(all, count(len(t.entry.Files), "file", "files"), size(int(n)))
}

// makeAll finds or makes the titles of some indexes, in their order.
func (w *works) makeAll(indexes []int) []*titleMade {
	made := make([]*titleMade, len(indexes))
	var look errgroup.Group
	look.SetLimit(runtime.GOMAXPROCS(0))
	w.p.stage("looking what has changed")
	for i, at := range indexes {
		made[i] = &titleMade{title: &w.list.Titles[at]}
		look.Go(func() error { w.find(made[i]); return nil })
	}
	look.Wait()
	var left []*titleMade
	for _, t := range made {
		if !t.kept && t.err == nil {
			left = append(left, t)
		}
	}
	w.makeSome(left, len(made))
	return made
}

// makeSome makes titles side by side, the largest first: no more at once than there are
// processors, and no more than are together as large as the largest, so that many take
// little more memory than one.
func (w *works) makeSome(left []*titleMade, all int) {
	if len(left) == 0 {
		return
	}
	slices.SortStableFunc(left, func(a, b *titleMade) int { return cmp.Compare(b.title.Bytes, a.title.Bytes) })
	room := semaphore.NewWeighted(left[0].title.Bytes)
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, t := range left {
		_ = room.Acquire(context.Background(), t.title.Bytes) // which nothing ends
		if i == 1 {
			w.u.halt.enough() // the largest had all the room
		}
		w.p.stage(fmt.Sprintf("title %d of %d: %s", all-len(left)+i+1, all, t.title.Name))
		group.Go(func() error {
			defer room.Release(t.title.Bytes)
			w.make(t)
			return nil
		})
	}
	group.Wait()
}

// open is the manuscript of a title, with what its options are.
func (w *works) open(t *warraq.CatalogueTitle) (src source, opt warraq.Options, err error) {
	src, opt, err = w.list.open(t, w.f)
	if err != nil {
		return src, opt, err
	}
	opt, err = src.options(opt)
	opt.Name = t.Name
	return src, opt, err
}

// open is the manuscript of a title, with what the catalogue says beside the flags.
func (l *listedBooks) open(t *warraq.CatalogueTitle, f *buildFlags) (src source, opt warraq.Options, err error) {
	opt = f.book
	if l.dir == "" {
		src, err = sourceNamed(t.Source, f.follow)
		return src, opt, err
	}
	if src, err = sourceNamed(filepath.Join(l.dir, filepath.FromSlash(t.Source)), f.follow); err != nil {
		return src, opt, err
	}
	up, err := filepath.Rel(dirOrHere(src.dir), filepath.Join(l.dir, warraq.CatalogueName))
	if err != nil {
		return src, opt, err
	}
	opt.Shared, opt.Overrides = t.Shared.From(filepath.ToSlash(up)), t.Overrides.From(filepath.ToSlash(up))
	src.fsys = withFilesOf(src.fsys, l.dir, append(t.Shared.Files(), t.Overrides.Files()...))
	return src, opt, nil
}

// key is what a title is asked for.
func (w *works) key(opt warraq.Options) string {
	return warraq.CatalogueDigest(w.old, w.asked, fmt.Sprintf("%#v", opt))
}

// make makes a title and writes it.
func (w *works) make(t *titleMade) {
	src, opt, err := w.open(t.title)
	if err != nil {
		t.err = err
		return
	}
	defer src.close()
	m := begin(w.u, src, w.f, nil)
	trace := cache.NewTrace(src.fsys)
	files, err := m.make(trace, opt)
	warnings, advice := m.problems()
	if err == nil && w.f.strict && len(warnings) > 0 {
		err = warraq.Problems(warnings)
	}
	if w.f.tells.forPrograms() {
		t.found = m.findings(err)
	}
	if err == nil {
		err = w.keep(t, m, files, trace, w.key(opt))
	}
	t.err, t.advice = err, owned(kindsOf(advice, w.u.verbose))
	if err == nil || !w.f.strict { // else they are told as errors
		t.warnings = owned(kindsOf(warnings, w.u.verbose))
	}
}

// owned are problems whose texts are no part of the manuscript's, which can go.
func owned(kinds []kind) []kind {
	for _, k := range kinds {
		for i := range k.of {
			p := &k.of[i]
			p.Pos.File, p.What, p.Hint, p.Kind = strings.Clone(p.Pos.File), strings.Clone(p.What), strings.Clone(p.Hint), strings.Clone(p.Kind)
		}
	}
	return kinds
}

// keep writes the files of a title with its record, and what would make it another.
func (w *works) keep(t *titleMade, m *making, files []warraq.File, trace *cache.Trace, key string) error {
	entry, files, err := m.book.Entry(files)
	if err != nil {
		return err
	}
	asked, again := trace.Asked()
	entry.Name, entry.Program, entry.Asked, entry.Input = t.title.Name, w.old, w.asked, inputOf(asked)
	warnings, advice := m.problems()
	entry.Warnings, entry.Advice = len(warnings), len(advice)
	record, err := warraq.CatalogueJSON(entry)
	if err != nil {
		return err
	}
	set := append(inMemory(files), file{warraq.CatalogueEntryOf, record})
	if err := writeAll(filepath.Join(w.f.dir, t.title.Name), set, w.u.halt, false); err != nil {
		return err
	}
	if t.entry, err = warraq.ReadCatalogueEntry(record); err != nil { // which holds on to nothing of the book
		return err
	}
	if !again || !(&cached{Asked: asked}).plain() {
		return nil
	}
	data, err := json.Marshal(seenBefore{key, warraq.CatalogueDigest(string(record)), asked})
	if err != nil {
		return err
	}
	return place(w.statePath(t.title), data)
}

// inputOf is the digest of the files that were read.
func inputOf(asked []cache.Question) string {
	var read []string
	for _, q := range asked {
		if q.Op == "read" && !strings.HasPrefix(q.Answer, "error ") {
			read = append(read, q.Name+" "+q.Answer)
		}
	}
	slices.Sort(read)
	return warraq.CatalogueDigest(read...)
}

// seenBefore is of what a title was made: what was asked for, which record came of it,
// and all that was asked of its files.
type seenBefore struct {
	Key, Record string
	Asked       []cache.Question
}

// stateFolder has what was asked of the files of each title; without it all are made
// again.
const stateFolder = ".warraq"

func (w *works) statePath(t *warraq.CatalogueTitle) string {
	return filepath.Join(w.f.dir, stateFolder, t.Name+".json")
}

// find takes a title as an earlier build made it, if it would be made again: its files
// are there, and all that was asked of the manuscript is answered as it was then.
func (w *works) find(t *titleMade) {
	data, err := os.ReadFile(w.statePath(t.title))
	if err != nil {
		return
	}
	var was seenBefore
	if json.Unmarshal(data, &was) != nil {
		return
	}
	dir := filepath.Join(w.f.dir, t.title.Name)
	record, err := os.ReadFile(filepath.Join(dir, warraq.CatalogueEntryOf))
	if err != nil || warraq.CatalogueDigest(string(record)) != was.Record {
		return
	}
	entry, err := warraq.ReadCatalogueEntry(record)
	if err != nil || !standing(dir, entry) {
		return
	}
	src, opt, err := w.open(t.title)
	if err != nil {
		t.err = err
		return
	}
	defer src.close()
	if was.Key == w.key(opt) && cache.Holds(src.fsys, was.Asked) {
		t.entry, t.kept = entry, true
	}
}

// standing tells whether the files of a title lie in its folder, as far as their sizes
// tell; join reads them.
func standing(dir string, e *warraq.CatalogueEntry) bool {
	for _, f := range e.Files {
		info, err := os.Stat(filepath.Join(dir, filepath.FromSlash(f.Name)))
		if err != nil || info.Size() != f.Size {
			return false
		}
	}
	_, err := os.Stat(filepath.Join(dir, sumsName))
	return err == nil
}

// beside is a manuscript that finds some files of its catalogue's folder where it has none
// of their names itself.
type beside struct {
	fs.FS
	dir   string
	names []string
}

func withFilesOf(fsys fs.FS, dir string, names []string) fs.FS {
	if len(names) == 0 {
		return fsys
	}
	return beside{fsys, dir, names}
}

// from is the file system that has a file.
func (b beside) from(name string) (fsys fs.FS, close func()) {
	if _, err := fs.Stat(b.FS, name); !errors.Is(err, fs.ErrNotExist) || !slices.Contains(b.names, name) {
		return b.FS, func() {}
	}
	root, err := os.OpenRoot(b.dir)
	if err != nil {
		return b.FS, func() {}
	}
	return root.FS(), func() { root.Close() }
}

func (b beside) Open(name string) (fs.File, error) {
	fsys, close := b.from(name)
	defer close() // a file that is open stays so
	return fsys.Open(name)
}

func (b beside) Stat(name string) (fs.FileInfo, error) {
	fsys, close := b.from(name)
	defer close()
	return fs.Stat(fsys, name)
}

func (b beside) Lstat(name string) (fs.FileInfo, error) {
	fsys, close := b.from(name)
	defer close()
	return fs.Lstat(fsys, name)
}

func (b beside) ReadLink(name string) (string, error) {
	fsys, close := b.from(name)
	defer close()
	return fs.ReadLink(fsys, name)
}
