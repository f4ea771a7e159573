package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"warraq"
)

// This file is the road from several manuscripts to a catalogue of their books.

// listedBooks is a catalogue as the command line names it.
type listedBooks struct {
	*warraq.Catalogue
	dir string // that sources are named from
	say string // what the person asking has left open
}

// openCatalogue finds the catalogue that args name: several manuscripts, a folder of
// them, or a catalogue.yaml. It is nil where they name one manuscript.
func openCatalogue(u *ui, args []string, follow bool) (*listedBooks, error) {
	switch len(args) {
	case 0:
		return folderOf(u, ".")
	case 1:
		name := args[0]
		if filepath.Base(name) == warraq.CatalogueName {
			return folderOf(u, filepath.Dir(name))
		}
		if info, err := os.Lstat(name); err != nil || !info.IsDir() {
			return nil, nil
		}
		return folderOf(u, name)
	}
	return severalBooks(args, follow)
}

// severalBooks is a catalogue of manuscripts that are named one by one.
func severalBooks(args []string, follow bool) (*listedBooks, error) {
	titles := make([]warraq.CatalogueTitle, len(args))
	for i, name := range args {
		src, err := sourceNamed(name, follow)
		if err != nil {
			return nil, err
		}
		titles[i] = warraq.CatalogueTitle{Name: src.stem, Source: name, Bytes: warraq.ManuscriptBytes(src.fsys, src.name)}
		src.close()
	}
	c, err := warraq.CatalogueOf(titles)
	if err != nil {
		return nil, withHint(err, "list them in catalogue.yaml, where each may have a name")
	}
	return &listedBooks{Catalogue: c}, nil
}

// folderOf is the catalogue of a folder with catalogue.yaml, or of a folder of books.
func folderOf(u *ui, dir string) (*listedBooks, error) {
	if isFile(filepath.Join(dir, warraq.ManifestName)) {
		return nil, nil
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, nil // which is told of a manuscript that is not there
	}
	defer root.Close()
	if isFile(filepath.Join(dir, warraq.CatalogueName)) {
		c, advice, err := warraq.OpenCatalogue(root.FS())
		place := source{dir: dir}
		u.warn(place.place(advice))
		if err != nil {
			return nil, place.placed(err)
		}
		return &listedBooks{Catalogue: c, dir: dir}, nil
	}
	c, left, ok := warraq.FolderCatalogue(root.FS())
	if !ok {
		return nil, nil
	}
	l := &listedBooks{Catalogue: c, dir: dir, say: fmt.Sprintf("this is a folder of %s", count(len(c.Titles), "book", "books"))}
	if len(left) > 0 {
		l.say += fmt.Sprintf("; without book.yaml, and no title: %s", strings.Join(left, ", "))
	}
	return l, nil
}

// works is a catalogue being made.
type works struct {
	u     *ui
	f     *buildFlags
	list  *listedBooks
	part  part
	asked string // digest of what is asked of all titles
	old   string // program and version
	p     *progress
}

// buildCatalogue makes what of a catalogue is missing or has changed, tells of it, and
// writes its record.
func buildCatalogue(u *ui, f *buildFlags, l *listedBooks) error {
	u.many = true
	u.tell(l.say)
	if f.timeout > 0 {
		u.halt.after(f.timeout, func() {
			u.fail(withHint(fmt.Errorf("the titles were not all made within %v", f.timeout), "give it longer with --timeout"))
		})
	}
	w, err := newWorks(u, f, l)
	if err != nil {
		return err
	}
	indexes := w.own()
	if err := w.supersede(); err != nil {
		return err
	}
	w.p = newProgress(u.terminal(), progressAfter, progressTick)
	made := w.makeAll(indexes)
	w.p.stage("writing " + f.dir)
	m := w.record(made)
	err = w.write(m)
	w.p.done()
	if err != nil {
		return err
	}
	return w.tell(made)
}

// newWorks begins to make a catalogue.
func newWorks(u *ui, f *buildFlags, l *listedBooks) (w *works, err error) {
	w = &works{u: u, f: f, list: l}
	if len(f.only) == 0 {
		f.only = l.Formats
	}
	if w.part, err = f.partAsked(); err != nil {
		return nil, err
	}
	u.tell(w.part.says)
	if w.old, err = programName(); err != nil {
		return nil, err
	}
	date, err := epoch()
	if err != nil {
		return nil, err
	}
	opt := f.book
	opt.Date = date
	w.asked = warraq.CatalogueDigest(fmt.Sprintf("%#v", opt), fmt.Sprint(f.sheets(), f.asked(), f.strict))
	return w, os.MkdirAll(f.dir, 0o777)
}

// supersede takes away the record of this part, which begins anew: where two machines
// make it at once, both records are there at the end.
func (w *works) supersede() error {
	if w.part.of <= 1 {
		return nil
	}
	old, err := filepath.Glob(filepath.Join(w.f.dir, warraq.CatalogueShardsIn, fmt.Sprintf("%d-of-*.json", w.part.number)))
	for _, name := range old {
		err = errors.Join(err, os.Remove(name))
	}
	return err
}

// own are the titles that this part makes, by their indexes.
func (w *works) own() []int {
	if w.part.of <= 1 {
		all := make([]int, len(w.list.Titles))
		for i := range all {
			all[i] = i
		}
		return all
	}
	return warraq.Shards(w.list.Titles, w.part.of)[w.part.number-1]
}

// record is what was made, and what was not.
func (w *works) record(made []*titleMade) *warraq.CatalogueManifest {
	m := warraq.NewCatalogueManifest(w.list.Catalogue, w.old)
	m.Asked = w.asked
	if date, _ := epoch(); !date.IsZero() {
		m.Date = date.Format("20060102")
	}
	for _, t := range made {
		if t.err != nil {
			m.Failed = append(m.Failed, warraq.FailureOf(t.title.Name, t.err))
			continue
		}
		m.Titles = append(m.Titles, *t.entry)
	}
	if w.part.of > 1 {
		m.Shard, m.Shards = w.part.number, w.part.of
		for i := range w.list.Titles {
			m.Plan = append(m.Plan, w.list.Titles[i].Name)
		}
		for _, t := range made {
			m.Part = append(m.Part, t.title.Name)
		}
	}
	m.Sort()
	return m
}

// write writes the record of a part, or that of the whole and what is told of it.
func (w *works) write(m *warraq.CatalogueManifest) error {
	if m.Shards == 0 {
		return writeCatalogue(w.f.dir, m)
	}
	data, err := warraq.CatalogueJSON(m)
	if err != nil {
		return err
	}
	return place(filepath.Join(w.f.dir, filepath.FromSlash(m.ShardName(data))), data)
}

// writeCatalogue writes what is told of a catalogue.
func writeCatalogue(dir string, m *warraq.CatalogueManifest) error {
	files, err := warraq.CatalogueFiles(m)
	if err != nil {
		return err
	}
	for _, f := range files {
		if err := place(filepath.Join(dir, f.Name), f.Data); err != nil {
			return err
		}
	}
	return nil
}

// place gives a file its place in one step, where it is another than what is there.
func place(name string, data []byte) error {
	if have, err := os.ReadFile(name); err == nil && string(have) == string(data) {
		return nil
	}
	dir := filepath.Dir(name)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	draft := filepath.Join(dir, "."+filepath.Base(name)+draftPrefix+strconv.Itoa(os.Getpid()))
	t, err := os.OpenFile(draft, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o666)
	if err != nil {
		return err
	}
	defer os.Remove(draft) // where it has not taken its place
	if err := fill(t, data); err != nil {
		return err
	}
	return os.Rename(draft, name)
}

// tell tells of each title that was made or not.
func (w *works) tell(made []*titleMade) error {
	if w.f.tells.forPrograms() {
		w.u.made = w.u.err
		var all []finding
		for _, t := range made {
			all = append(all, t.found...)
		}
		if err := w.u.report(w.f.tells.format, all); err != nil {
			return err
		}
	}
	var warnings, advice []kind
	kept := 0
	for _, t := range made {
		warnings, advice = together(warnings, t.warnings, w.u.verbose), together(advice, t.advice, w.u.verbose)
		switch {
		case t.err != nil:
		case t.kept:
			kept++
			w.u.notef("%s is up to date", t.title.Name)
		default:
			w.u.wrote(filepath.Join(w.f.dir, t.title.Name), t.says()...)
		}
	}
	if !w.f.tells.forPrograms() && !w.u.quiet {
		w.u.kinds("advice", advice)
		w.u.kinds("warning", warnings)
	}
	if kept > 0 {
		w.u.did("%s up to date", count(kept, "title is", "titles are"))
	}
	w.tellLeft()
	return w.failed(made)
}

// tellLeft tells of the titles of an earlier list that are in the folder.
func (w *works) tellLeft() {
	records, _ := filepath.Glob(filepath.Join(w.f.dir, "*", warraq.CatalogueEntryOf))
	for _, r := range records {
		name := filepath.Base(filepath.Dir(r))
		if !slices.ContainsFunc(w.list.Titles, func(t warraq.CatalogueTitle) bool { return t.Name == name }) {
			w.u.tell(fmt.Sprintf("%s is of no title any more, and stays as it is", filepath.Dir(r)))
		}
	}
}

// failed tells of the titles that were not made, and gives the error of all.
func (w *works) failed(made []*titleMade) error {
	var names []string
	var problems warraq.Problems
	for _, t := range made {
		if t.err == nil {
			continue
		}
		names = append(names, t.title.Name)
		var own warraq.Problems
		if errors.As(t.err, &own) {
			problems = append(problems, own...)
		}
		if !w.f.tells.forPrograms() {
			w.u.tellFailed(t.title.Name, t.err)
		}
	}
	if len(names) == 0 {
		return nil
	}
	slices.Sort(names)
	err := fmt.Errorf("not made: %s of %d: %s", count(len(names), "title", "titles"), len(made), strings.Join(names[:min(len(names), mostListed)], ", "))
	if len(problems) > 0 {
		return &toldError{problems, err.Error()}
	}
	return err
}

// tellFailed tells why a title was not made.
func (u *ui) tellFailed(name string, err error) {
	var problems warraq.Problems
	if !errors.As(err, &problems) {
		u.line(u.err, name, u.words(strings.TrimSpace(err.Error())))
		return
	}
	for _, p := range problems[:min(len(problems), mostTold)] {
		u.line(u.err, p.Pos.String(), u.problem(p))
	}
}
