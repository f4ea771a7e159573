package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// The names of what stands in an output folder, or beside it, while its files are
// changed. What a program that was ended has left is cleared by the next one.
const (
	draftPrefix  = ".warraq-new-"   // a set in the making
	oldPrefix    = ".warraq-old-"   // what the set replaces
	commitName   = ".warraq-commit" // a whole set, whose files are taking their places
	strangerMark = ".warraq-"       // drafts of earlier versions begin so too
)

// shelf is an output folder. Its files are changed as one set: a reader finds the
// old one or the new one, and SHA256SUMS true of it. Where the system can exchange
// two folders in one step, that is done; else each file takes its place by itself,
// which the next build brings to an end if this one is ended amid it, and while it
// lasts there is no SHA256SUMS.
type shelf struct {
	dir  string // without links
	held *os.File
	halt *halt
	// inPlace says that the folder itself must stay, since people are there:
	// programs that show a PDF watch its folder.
	inPlace bool
}

// writeAll puts files and their SHA256SUMS into dir. After an error all is as it
// was. Of two builds at once the last one stands.
func writeAll(dir string, files []file, h *halt, inPlace bool) error {
	files = listed(files)
	s, err := openShelf(dir, h)
	if err != nil {
		return err
	}
	defer s.held.Close()
	s.inPlace = inPlace || s.holdsUs()
	if err := s.free(files); err != nil {
		return err
	}
	return s.put(files)
}

// openShelf makes the folder where there is none, waits until nobody else changes
// it, and brings to an end what another build could not.
func openShelf(dir string, h *halt) (*shelf, error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, withHint(err, "choose another folder with -o")
	}
	full, err := filepath.Abs(dir)
	if err == nil {
		full, err = filepath.EvalSymlinks(full)
	}
	if err != nil {
		return nil, err
	}
	held, err := lockFolder(full)
	if err != nil {
		return nil, err
	}
	s := &shelf{dir: full, held: held, halt: h}
	if err := s.recover(); err != nil {
		held.Close()
		return nil, fmt.Errorf("finishing an earlier build in %s: %w", dir, err)
	}
	return s, nil
}

// lockFolder opens a folder and locks it, where the system can do that. Who has it
// may put another in its place, so that it is looked for again.
func lockFolder(dir string) (*os.File, error) {
	for {
		d, err := os.Open(dir)
		if err != nil {
			return nil, err
		}
		if err := lock(d); err != nil {
			d.Close()
			return nil, err
		}
		mine, err := d.Stat()
		if err == nil {
			var there os.FileInfo
			if there, err = os.Stat(dir); err == nil && os.SameFile(mine, there) {
				return d, nil
			}
		}
		d.Close()
		if errors.Is(err, fs.ErrNotExist) {
			err = os.MkdirAll(dir, 0o777)
		}
		if err != nil {
			return nil, err
		}
	}
}

// recover gives the files of a whole set their places and clears what is of none.
func (s *shelf) recover() error {
	if err := s.place(s.path(commitName)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	clearDrafts(s.dir, strangerMark)
	clearDrafts(filepath.Dir(s.dir), s.besidePrefix())
	return nil
}

// clearDrafts removes what begins so in a folder; one that cannot be read has none of
// ours.
func clearDrafts(dir, prefix string) {
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), prefix) {
			os.RemoveAll(filepath.Join(dir, e.Name()))
		}
	}
}

// besidePrefix begins the names of folders that are to stand in this one's place.
func (s *shelf) besidePrefix() string { return "." + filepath.Base(s.dir) + draftPrefix }

func (s *shelf) path(name string) string { return filepath.Join(s.dir, filepath.FromSlash(name)) }

// holdsUs tells whether the program runs in the folder, which must then stay.
func (s *shelf) holdsUs() bool {
	wd, err := os.Getwd()
	if err == nil {
		wd, err = filepath.EvalSymlinks(wd)
	}
	if err != nil {
		return true
	}
	rel, err := filepath.Rel(s.dir, wd)
	return err != nil || filepath.IsLocal(rel)
}

// free finds beforehand what would make a rename fail halfway.
func (s *shelf) free(files []file) error {
	for _, f := range files {
		if info, err := os.Stat(s.path(f.name)); err == nil && info.IsDir() {
			return withHint(fmt.Errorf("%s is a folder, a file of that name is to be written", s.path(f.name)), "choose another folder with -o")
		}
		for folder := path.Dir(f.name); folder != "."; folder = path.Dir(folder) {
			if info, err := os.Stat(s.path(folder)); err == nil && !info.IsDir() {
				return withHint(fmt.Errorf("%s is a file, a folder of that name is to be written", s.path(folder)), "choose another folder with -o")
			}
		}
	}
	return nil
}

// put writes the set beside its place and gives it that.
func (s *shelf) put(files []file) error {
	if !s.inPlace {
		if done, err := s.exchange(files); done {
			return err
		}
	}
	draft, err := s.halt.draft(s.dir, draftPrefix)
	if err != nil {
		return err
	}
	defer os.RemoveAll(draft) // if it has not become the set
	if err := writeSet(draft, files); err != nil {
		return fmt.Errorf("writing into %s: %w", s.dir, err)
	}
	return s.halt.whole(func() error {
		commit := s.path(commitName)
		if err := os.Rename(draft, commit); err != nil {
			return err
		}
		syncDir(s.dir)
		return s.place(commit)
	})
}

// place gives each file of a whole set its place, SHA256SUMS last, and takes away what
// earlier sets left in the folders of this one. Where a file cannot have its place,
// those before it are put back.
func (s *shelf) place(commit string) error {
	all, err := filesIn(commit)
	if err != nil {
		return err
	}
	names, lists := placing(all)
	gone := s.gone(commit, lists)
	old, err := mkdir(s.dir, oldPrefix)
	if err != nil {
		return err
	}
	for _, name := range slices.Concat(names, gone) {
		to := filepath.Join(old, filepath.FromSlash(name))
		os.MkdirAll(filepath.Dir(to), 0o777)
		os.Link(s.path(name), to) // where the file system has no links there is no way back
	}
	os.Remove(s.path(sumsName))
	for i, name := range names {
		if path.Base(name) == sumsName {
			s.remove(gone)
		}
		if err = s.move(filepath.Join(commit, filepath.FromSlash(name)), name); errors.Is(err, fs.ErrNotExist) {
			err = nil // an earlier build has moved it before it was ended
		}
		if err != nil {
			s.putBack(old, names[:i])
			break
		}
	}
	syncDir(s.dir)
	return errors.Join(err, os.RemoveAll(old), os.RemoveAll(commit))
}

// placing is the order in which files of a set get their places: each list of a folder's
// behind what it lists, that of all last. The lists of folders are given too.
func placing(all []string) (names, lists []string) {
	for _, name := range all {
		switch {
		case name == sumsName:
		case path.Base(name) == sumsName:
			lists = append(lists, name)
		default:
			names = append(names, name)
		}
	}
	return append(append(names, lists...), sumsName), lists
}

// move gives a file its place, in a folder that may have to be made.
func (s *shelf) move(from, name string) error {
	if err := os.MkdirAll(filepath.Dir(s.path(name)), 0o777); err != nil {
		return err
	}
	return os.Rename(from, s.path(name))
}

// remove takes files away, and folders that are empty then.
func (s *shelf) remove(names []string) {
	for _, name := range names {
		os.Remove(s.path(name))
		for folder := path.Dir(name); folder != "." && os.Remove(s.path(folder)) == nil; folder = path.Dir(folder) {
		}
	}
}

// putBack gives the files that were replaced their places again, and takes those
// away that replaced nothing.
func (s *shelf) putBack(old string, replaced []string) {
	s.remove(replaced)
	names, _ := filesIn(old)
	for _, name := range names {
		s.move(filepath.Join(old, filepath.FromSlash(name)), name)
	}
}

// exchange makes a folder of the new set and puts it into the place of this one in one
// step. It is done where that can be had: nothing lies in the folder but an earlier
// set, and the system knows the step. What others put there meanwhile is kept.
func (s *shelf) exchange(files []file) (done bool, err error) {
	info, err := os.Stat(s.dir)
	if err != nil {
		return true, err
	}
	next, err := s.halt.draft(filepath.Dir(s.dir), s.besidePrefix())
	if err != nil {
		return false, nil
	}
	defer os.RemoveAll(next) // it has become what was there
	ours := s.ours(files)
	if others, err := strangers(s.dir, ours); err != nil || len(others) > 0 {
		return err != nil, err
	}
	if err := writeSet(next, files); err != nil {
		return true, fmt.Errorf("writing into %s: %w", s.dir, err)
	}
	if os.Chmod(next, info.Mode().Perm()) != nil {
		return false, nil
	}
	err = s.halt.whole(func() error {
		if err := exchangeFolders(next, s.dir); err != nil {
			return err
		}
		since, _ := strangers(next, ours)
		for _, name := range since {
			s.move(filepath.Join(next, filepath.FromSlash(name)), name)
		}
		return nil
	})
	if err != nil {
		return false, nil
	}
	syncDir(filepath.Dir(s.dir))
	return true, nil
}
