package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
)

// shells are those that the program completes its commands for, and the file in which
// each looks for it.
var shells = []struct{ name, file string }{
	{"bash", "warraq.bash"}, {"zsh", "_warraq"}, {"fish", "warraq.fish"}, {"powershell", "warraq.ps1"},
}

// manuals are the languages of the man pages, with their folder below that of manuals.
var manuals = []struct{ tag, folder string }{{"en", "man1"}, {"ar", "ar/man1"}, {"fr", "fr/man1"}}

// gatherExtras asks the program for this machine for its completions and man pages.
func (r *release) gatherExtras() error {
	for _, s := range shells {
		out, err := r.ask("completion", s.name)
		if err != nil {
			return err
		}
		r.extras = append(r.extras, file{"completions/" + s.file, out, 0o644})
	}
	for _, m := range manuals {
		dir, err := os.MkdirTemp("", "release-man-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		if _, err := r.ask("man", dir, "--lang-ui", m.tag); err != nil {
			return err
		}
		pages, _ := filepath.Glob(filepath.Join(dir, "*.1"))
		if len(pages) == 0 {
			return fmt.Errorf("there are no man pages in %s", m.tag)
		}
		for _, name := range pages {
			data, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			r.extras = append(r.extras, file{"man/" + m.folder + "/" + filepath.Base(name), data, 0o644})
		}
	}
	return nil
}

// ask runs the program for this machine.
func (r *release) ask(args ...string) ([]byte, error) {
	cmd := exec.Command(filepath.Join(r.built, "host", "warraq"), args...)
	cmd.Env = append(os.Environ(), "SOURCE_DATE_EPOCH="+strconv.FormatInt(r.time.Unix(), 10), "LC_ALL=C")
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", cmd, err)
	}
	return out, nil
}
