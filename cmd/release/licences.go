package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// own are licences of what is in the program but is no module: its own, and those of its
// fonts, tables and profiles.
var own = []string{
	"LICENSE", "fonts/*/OFL.txt", "fonts/house/*/OFL.txt", "content/guide/*/fonts/OFL.txt", "content/char/ucd/data/LICENSE-UNICODE",
	"content/locale/cldr/LICENSE-UNICODE", "layout/paragraph/hyphen/patterns/LICENSES", "layout/pdf/press/fogra39/LICENCE.txt",
}

// gatherLicences puts the licence of each module, which go-licenses saves, below those
// of the program itself and of Go, in one file.
func (r *release) gatherLicences() error {
	l := licences{texts: make(map[string][]byte)}
	if err := l.addOwn(); err != nil {
		return err
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return err
	}
	data, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "LICENSE"))
	if err != nil {
		return err
	}
	l.add("Go, its runtime and standard library", data)
	modules, err := r.moduleLicences()
	if err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(modules)) {
		l.add(name, modules[name])
	}
	r.licences = l.file()
	return r.write("LICENCES.txt", r.licences)
}

// licences are texts by what they are of, in an order.
type licences struct {
	texts map[string][]byte
	order []string
}

func (l *licences) add(of string, data []byte) {
	if _, twice := l.texts[of]; !twice {
		l.order = append(l.order, of)
	}
	l.texts[of] = bytes.TrimSpace(data)
}

// addOwn adds those of what is in the program but is no module.
func (l *licences) addOwn() error {
	for _, pattern := range own {
		names, _ := filepath.Glob(pattern)
		if len(names) == 0 {
			return fmt.Errorf("%s is not there", pattern)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			l.add(name, data)
		}
	}
	return nil
}

// file is all of them, each below a line of what it is of.
func (l *licences) file() []byte {
	var out bytes.Buffer
	for _, of := range l.order {
		fmt.Fprintf(&out, "%s\n%s\n%s\n\n%s\n\n", strings.Repeat("=", 72), of, strings.Repeat("=", 72), l.texts[of])
	}
	return out.Bytes()
}

// moduleLicences are the licences of the modules of every platform's program, by path.
func (r *release) moduleLicences() (map[string][]byte, error) {
	all := make(map[string][]byte)
	for _, system := range []string{"linux", "darwin", "windows"} {
		dir := filepath.Join(r.built, "licences", system)
		if err := os.RemoveAll(dir); err != nil {
			return nil, err
		}
		cmd := exec.Command(filepath.Join(r.built, "tools", "go-licenses"), "save", "./cmd/warraq", "--save_path", dir, "--ignore", "warraq")
		cmd.Env = append(os.Environ(), "GOOS="+system, "GOARCH=amd64")
		if out, err := cmd.CombinedOutput(); err != nil {
			return nil, fmt.Errorf("go-licenses: %w: %s", err, out)
		}
		err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			short, _ := filepath.Rel(dir, name)
			all[filepath.ToSlash(short)], err = os.ReadFile(name)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return all, nil
}
