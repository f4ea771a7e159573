package main

import (
	"io/fs"
	"regexp"
	"strings"

	"warraq"
)

// servers are those whose workflows `warraq new` writes, the default first, with the
// template and the file that the server reads.
var servers = []struct{ name, template, file string }{
	{"github", "github.yml", ".github/workflows/book.yml"},
	{"gitlab", "gitlab.yml", ".gitlab-ci.yml"},
	{"forgejo", "forgejo.yml", ".forgejo/workflows/book.yml"},
	{"none", "", ""},
}

func serverNames() (names []string) {
	for _, s := range servers {
		names = append(names, s.name)
	}
	return names
}

// nowhere stands for the repository of the program where that is not known.
const nowhere = "OWNER/warraq"

// repository is where the program comes from, OWNER/NAME, set by the linker (see the
// Makefile).
var repository = nowhere

// taggedVersion is a version that has a tag.
var taggedVersion = regexp.MustCompile(`^[0-9]+\.[0-9]+\.[0-9]+(-rc\.[0-9]+)?$`)

// ref is the tag of this program in its repository, or else its branch.
func ref() string {
	if v := strings.TrimPrefix(versionOf(), "v"); taggedVersion.MatchString(v) {
		return "v" + v
	}
	return "main"
}

// workflowFile is where the workflow goes, "" for none.
func (f *newFlags) workflowFile() string {
	for _, s := range servers {
		if s.name == f.ci {
			return s.file
		}
	}
	return ""
}

// workflow is the file by which a server builds the book, none where none is asked for.
func (f *newFlags) workflow() ([]warraq.Part, error) {
	for _, s := range servers {
		if s.name != f.ci || s.template == "" {
			continue
		}
		data, err := fs.ReadFile(templates, "templates/common/"+s.template)
		if err != nil {
			return nil, err
		}
		text := strings.NewReplacer("@REPOSITORY@", repository, "@REF@", ref()).Replace(string(data))
		return []warraq.Part{{Name: s.file, Data: []byte(text)}}, nil
	}
	return nil, nil
}
