package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"warraq"
)

// aside are names of files, without their extension, that tell of a folder and
// are no manuscript where there is another.
var aside = map[string]bool{
	"readme": true, "license": true, "licence": true, "copying": true, "notice": true,
	"authors": true, "contributors": true, "contributing": true, "code_of_conduct": true,
	"changelog": true, "changes": true, "history": true, "news": true,
	"install": true, "security": true, "support": true, "todo": true,
	"اقرأني": true,
}

// here is the manuscript of the working folder, as a person would name it: the
// folder itself where book.yaml lies in it, or its only manuscript. Without any it
// is "", and several are wrong usage.
func here() (name string, err error) {
	entries, err := os.ReadDir(".")
	if err != nil {
		return "", err
	}
	var texts, others []string
	listed := false // another program has a book here
	for _, e := range entries {
		name := e.Name()
		switch {
		case strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || !isFile(name): // the second is Word's, of a document that is open
		case name == warraq.ManifestName, name == "book.yml": // which is told of when it is read
			return ".", nil
		case warraq.IsList(name):
			listed = true
		case !warraq.IsText(name) && !warraq.IsForeign(name):
		case aside[strings.ToLower(stem(name))] || strings.Contains(strings.ToLower(filepath.Ext(name)), "htm"): // what a site was made of
			others = append(others, name)
		default:
			texts = append(texts, name)
		}
	}
	if listed && len(texts)+len(others) > 1 || listed && len(texts)+len(others) == 0 {
		return ".", nil
	}
	if len(texts) == 0 {
		texts = others
	}
	switch len(texts) {
	case 0:
		return "", nil
	case 1:
		return texts[0], nil
	}
	return "", several(texts)
}

// isFile tells a file, or a link to one.
func isFile(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.Mode().IsRegular()
}

// mostListed is how many manuscripts a message lists.
const mostListed = 8

// several asks which of several manuscripts is meant.
func several(texts []string) error {
	known := list(texts)
	if n := len(texts) - mostListed; n > 1 {
		known = list(append(texts[:mostListed:mostListed], fmt.Sprintf("%d others", n)))
	}
	return &usageError{
		fmt.Errorf("there are several manuscripts here: %s", known),
		fmt.Sprintf("give SOURCE: one of them, such as %s, or booklet: for the book that comes with the program; . makes one book of all", quoted(texts[0])),
	}
}

// quoted is a name as a shell takes it.
func quoted(name string) string {
	if strings.ContainsAny(name, " \t'\"\\$&;()<>|*?[]`!#~") {
		return "'" + strings.ReplaceAll(name, "'", `'\''`) + "'"
	}
	return name
}

// options are those of the command line with what surrounds it: the date of
// SOURCE_DATE_EPOCH, the name of the source, the theme's file.
func (s source) options(o warraq.Options) (warraq.Options, error) {
	var err error
	if o.Date, err = epoch(); err != nil {
		return o, err
	}
	o.Producer, o.Name = producer(), s.stem
	o.Theme, o.ThemeFile, err = s.theme(o.Theme)
	return o, err
}

// theme is the theme that a command line names: a built-in one, or a file, as a
// shell finds it or else beside the manuscript. Messages name the file from the
// source's folder, as they do all others.
func (s source) theme(given string) (name string, data []byte, err error) {
	name = filepath.ToSlash(given)
	if !warraq.IsThemeFile(given) {
		return name, nil, nil
	}
	data, err = readFile(given, mostSettings)
	switch {
	case os.IsNotExist(err):
		return name, nil, nil
	case err != nil:
		return name, nil, err
	}
	full, err := filepath.Abs(given)
	if err != nil {
		return name, nil, err
	}
	dir, err := filepath.Abs(s.dir)
	if err != nil {
		return name, nil, err
	}
	if from, err := filepath.Rel(dir, full); err == nil && s.dir != "" {
		name = filepath.ToSlash(from)
	}
	return name, data, nil
}
