package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"

	"warraq/fonts"
	"warraq/fonts/instance"
	"warraq/layout/drawing"
)

// families are the fonts of a folder, by what their files are called: NotoSans-Bold.ttf
// is the bold of "noto sans".
type families struct {
	files map[string]map[string]fonts.File // by family and style, without blanks and in lower case
	names []string

	initial drawing.Initial // what letters are of which a file says nothing

	mu   sync.Mutex
	sets map[string]*fonts.Set
}

// readFamilies reads the fonts of a folder; "" has none.
func readFamilies(folder string, size float64) (*families, error) {
	f := &families{initial: drawing.Initial{Size: size, Dir: 1}, files: make(map[string]map[string]fonts.File), sets: make(map[string]*fonts.Set)}
	if folder == "" {
		return f, nil
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		family, style, _ := strings.Cut(strings.TrimSuffix(strings.TrimSuffix(e.Name(), filepath.Ext(e.Name())), ".subset"), "-")
		if ext := filepath.Ext(e.Name()); ext != ".ttf" && ext != ".otf" || strings.Contains(e.Name(), "Emoji") {
			continue
		}
		data, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			return nil, err
		}
		if family = plain(family); f.files[family] == nil {
			f.files[family] = make(map[string]fonts.File)
			f.names = append(f.names, family)
		}
		f.files[family][style] = fonts.File{Name: e.Name(), Data: data}
		if style == "" {
			if err := f.vary(family, data); err != nil {
				return nil, fmt.Errorf("%s: %w", e.Name(), err)
			}
		}
	}
	slices.Sort(f.names)
	return f, nil
}

// vary makes a regular and a bold face of a font with axes, as a book has them of one.
func (f *families) vary(family string, whole []byte) error {
	for style, weight := range map[string]int{"Regular": 0, "Bold": 700} {
		choice := instance.Choice{Weight: weight}
		design, err := fonts.Static(whole, choice)
		if err != nil {
			return err
		}
		f.files[family][style] = fonts.File{Name: family + ":" + design.Label, Data: design.Data, Varying: &fonts.Varying{Whole: whole, Choice: choice}}
	}
	return nil
}

// plain is a family's name as its file has it.
func plain(name string) string {
	return strings.ToLower(strings.ReplaceAll(strings.Trim(strings.TrimSpace(name), `"'`), " ", ""))
}

// generic are families that CSS names by their kind.
var generic = map[string]string{"serif": "notoserif", "sans-serif": "notosans", "monospace": "notomono", "cursive": "yellowtail", "fantasy": "sedgwickavedisplay"}

// family is where a file names a font.
var family = regexp.MustCompile(`font-family\s*[=:]\s*(?:"([^"]*)"|'([^']*)'|([^;"<]*))`)

// named are the faces in which a file is set: of the first family that it names and that
// is there, or of serifs.
func (f *families) named(svg []byte) (*fonts.Set, error) {
	name := generic["serif"]
	for _, m := range family.FindAllStringSubmatch(string(svg), -1) {
		for one := range strings.SplitSeq(m[1]+m[2]+m[3], ",") {
			one = plain(one)
			if kind := generic[one]; kind != "" {
				one = kind
			}
			if f.files[one] != nil {
				return f.set(one)
			}
		}
	}
	first, text := len(svg), plain(string(svg))
	for _, one := range f.names { // in a shorthand, or in a drawing that lies in it
		if at := strings.Index(text, one+"'"); at >= 0 && at < first {
			first, name = at, one
		}
	}
	return f.set(name)
}

// set is the faces of a family; what they lack is set in those of others.
func (f *families) set(name string) (*fonts.Set, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if known := f.sets[name]; known != nil {
		return known, nil
	}
	of := f.files[name]
	files := fonts.Files{Regular: of["Regular"], Bold: of["Bold"], Italic: of["Italic"], Mono: f.files["notomono"]["Regular"]}
	for _, other := range append([]string{"notosans"}, f.names...) {
		if file := f.files[other]["Regular"]; other != name && len(file.Data) > 0 {
			files.Fallback = append(files.Fallback, file)
		}
	}
	set, err := fonts.NewSet(files)
	if err == nil {
		f.sets[name] = set
	}
	return set, err
}
