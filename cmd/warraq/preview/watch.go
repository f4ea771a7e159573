package preview

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"

	"github.com/fsnotify/fsnotify"
)

// A change is told when nothing more has come for calm, and at the latest after haste:
// editors write a file in several steps, or write another and give it the name.
const (
	calm  = 8 * time.Millisecond
	haste = 150 * time.Millisecond
)

// mostFolders bounds the folders that are watched.
const mostFolders = 4096

// watch tells of changes in folders, with those in them, and of files. Folders are
// watched for files too, since a name may come to be that of another file. What begins
// with a dot is no part of a book.
func watch(ctx context.Context, names []string) (*watcher, error) {
	t := &watcher{changes: make(chan struct{}, 1), files: make(map[string]bool), folders: make(map[string]bool), written: make(map[string]bool)}
	if len(names) == 0 {
		go func() {
			<-ctx.Done()
			close(t.changes)
		}()
		return t, nil
	}
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	t.w = w
	for _, name := range names {
		if err := t.add(name); err != nil {
			w.Close()
			return nil, err
		}
	}
	go func() {
		defer close(t.changes)
		defer w.Close()
		t.run(ctx)
	}()
	return t, nil
}

// watcher watches.
type watcher struct {
	changes chan struct{} // one at most waits; closed at the end
	seen    atomic.Uint64 // events that may change the book; each is told of sooner or later

	w       *fsnotify.Watcher
	files   map[string]bool // that are named themselves, in folders that are not
	folders map[string]bool // that are watched whole
	written map[string]bool // since the last change that was told
}

// add watches a file or a folder.
func (t *watcher) add(name string) error {
	info, err := os.Stat(name)
	if err != nil {
		return err
	}
	if info.IsDir() {
		return t.folder(name)
	}
	t.files[filepath.Clean(name)] = true
	return t.w.Add(filepath.Dir(name))
}

// folder watches a folder and those in it.
func (t *watcher) folder(root string) error {
	return filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && name == root:
			return err
		case err != nil || !d.IsDir():
			return nil
		case name != root && strings.HasPrefix(d.Name(), "."), len(t.folders) >= mostFolders:
			return filepath.SkipDir
		}
		t.folders[filepath.Clean(name)] = true
		return t.w.Add(name)
	})
}

// run waits for changes and tells of them, those of a burst once.
func (t *watcher) run(ctx context.Context) {
	var quiet, latest <-chan time.Time
	for {
		select {
		case <-ctx.Done():
			return
		case <-t.w.Errors: // of events that were lost, among others: something has changed
		case e, open := <-t.w.Events:
			if !open {
				return
			}
			if !t.counts(e) {
				continue
			}
			t.seen.Add(1)
			t.written[e.Name] = true
			quiet = time.After(calm)
			if latest == nil {
				latest = time.After(haste)
			}
			continue
		case <-quiet:
			if t.emptied() {
				quiet = time.After(calm)
				continue
			}
		case <-latest:
		}
		quiet, latest = nil, nil
		clear(t.written)
		select {
		case t.changes <- struct{}{}:
		default: // one is waiting already
		}
	}
}

// emptied tells whether a file that was written has nothing in it: many editors empty a
// file before they write it.
func (t *watcher) emptied() bool {
	for name := range t.written {
		if info, err := os.Stat(name); err == nil && info.Mode().IsRegular() && info.Size() == 0 {
			return true
		}
	}
	return false
}

// counts tells whether an event may change the book. A folder that is new is watched
// from then on.
func (t *watcher) counts(e fsnotify.Event) bool {
	if e.Op == fsnotify.Chmod {
		return false
	}
	name, base := filepath.Clean(e.Name), filepath.Base(e.Name)
	if t.files[name] {
		return true
	}
	if strings.HasPrefix(base, ".") || strings.HasSuffix(base, "~") || !t.folders[filepath.Dir(name)] {
		return false
	}
	if e.Has(fsnotify.Create) {
		if info, err := os.Stat(name); err == nil && info.IsDir() {
			t.folder(name)
		}
	}
	return true
}
