package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
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
	files = append(slices.Clone(files), file{sumsName, sums(files)})
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

func (s *shelf) path(name string) string { return filepath.Join(s.dir, name) }

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
	if err := writeFlat(draft, files); err != nil {
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

// place gives each file of a whole set its place, SHA256SUMS last. Where one cannot
// have it, those before it are put back.
func (s *shelf) place(commit string) error {
	entries, err := os.ReadDir(commit)
	if err != nil {
		return err
	}
	var names []string
	for _, e := range entries {
		if e.Name() != sumsName {
			names = append(names, e.Name())
		}
	}
	names = append(names, sumsName)
	old, err := mkdir(s.dir, oldPrefix)
	if err != nil {
		return err
	}
	for _, name := range names {
		os.Link(s.path(name), filepath.Join(old, name)) // where the file system has no links there is no way back
	}
	os.Remove(s.path(sumsName))
	for i, name := range names {
		err = os.Rename(filepath.Join(commit, name), s.path(name))
		if errors.Is(err, fs.ErrNotExist) {
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

// putBack gives the files that were replaced their places again, and takes those
// away that replaced nothing.
func (s *shelf) putBack(old string, replaced []string) {
	for _, name := range replaced {
		os.Remove(s.path(name))
	}
	entries, _ := os.ReadDir(old)
	for _, e := range entries {
		os.Rename(filepath.Join(old, e.Name()), s.path(e.Name()))
	}
}

// exchange makes a folder of the new set and puts it into the place of this one in one
// step. It is done where that can be had: nothing lies in the folder but an earlier
// set, and the system knows the step. What others put there meanwhile is kept.
func (s *shelf) exchange(files []file) (done bool, err error) {
	entries, err := os.ReadDir(s.dir)
	if err != nil {
		return true, err
	}
	info, err := os.Stat(s.dir)
	if err != nil {
		return true, err
	}
	next, err := s.halt.draft(filepath.Dir(s.dir), s.besidePrefix())
	if err != nil {
		return false, nil
	}
	defer os.RemoveAll(next) // it has become what was there
	ours := func(name string) bool {
		return slices.ContainsFunc(files, func(f file) bool { return f.name == name })
	}
	for _, e := range entries {
		if !e.Type().IsRegular() || !ours(e.Name()) {
			return false, nil
		}
	}
	if err := writeFlat(next, files); err != nil {
		return true, fmt.Errorf("writing into %s: %w", s.dir, err)
	}
	if os.Chmod(next, info.Mode().Perm()) != nil {
		return false, nil
	}
	err = s.halt.whole(func() error {
		if err := exchangeFolders(next, s.dir); err != nil {
			return err
		}
		since, _ := os.ReadDir(next)
		for _, e := range since {
			if !ours(e.Name()) {
				os.Rename(filepath.Join(next, e.Name()), s.path(e.Name()))
			}
		}
		return nil
	})
	if err != nil {
		return false, nil
	}
	syncDir(filepath.Dir(s.dir))
	return true, nil
}

// writeFlat writes files into a folder and makes sure that they are on disk.
func writeFlat(dir string, files []file) error {
	for _, f := range files {
		if err := writeSynced(filepath.Join(dir, f.name), f.data); err != nil {
			return err
		}
	}
	syncDir(dir)
	return nil
}

// writeSynced writes one file.
func writeSynced(name string, data []byte) error {
	t, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = t.Write(data)
	return errors.Join(err, t.Sync(), t.Close())
}

// syncDir asks that new names survive a power cut. Not every system can do that to
// a folder, and the files are whole all the same.
func syncDir(dir string) {
	if d, err := os.Open(dir); err == nil {
		d.Sync()
		d.Close()
	}
}

// mkdir makes a folder of a name that nothing has; who runs the program says with
// the umask who may read it.
func mkdir(dir, prefix string) (string, error) {
	for n := os.Getpid(); ; n++ {
		name := filepath.Join(dir, fmt.Sprintf("%s%d", prefix, n))
		if err := os.Mkdir(name, 0o777); !errors.Is(err, fs.ErrExist) {
			return name, err
		}
	}
}
