package main

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"warraq/content/book"
)

// TestTemplateKeys: book.yaml of each language shows every key there is, in use
// or behind a #.
func TestTemplateKeys(t *testing.T) {
	data, err := os.ReadFile("../../content/book/book.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var schema node
	if err := json.Unmarshal(data, &schema); err != nil {
		t.Fatal(err)
	}
	for _, lang := range templateLanguages {
		manifest, err := fs.ReadFile(templates, "templates/"+lang+"/book.yaml")
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range schema.keys() {
			if !regexp.MustCompile(`(?m)^(# *)?` + key + `: .|^# *` + key + `:$`).Match(manifest) {
				t.Errorf("templates/%s/book.yaml does not show %s", lang, key)
			}
		}
	}
}

// node is the part of a JSON schema that names keys.
type node struct {
	Properties map[string]node `json:"properties"`
	AnyOf      []node          `json:"anyOf"`
}

func (n node) keys() (keys []string) {
	for key, below := range n.Properties {
		keys = append(append(keys, key), below.keys()...)
	}
	for _, choice := range n.AnyOf {
		keys = append(keys, choice.keys()...)
	}
	return keys
}

// TestWriteFolderWhole: files that cannot all be written leave nothing.
func TestWriteFolderWhole(t *testing.T) {
	files := []book.File{{Name: "a.md", Data: []byte("x")}, {Name: "a.md/b.md", Data: []byte("x")}}
	for _, dir := range []string{"new", "there"} {
		root := t.TempDir()
		target := filepath.Join(root, dir)
		if dir == "there" {
			if err := os.Mkdir(target, 0o755); err != nil {
				t.Fatal(err)
			}
		}
		if err := writeFolder(target, files, new(halt)); err == nil {
			t.Error("a file inside a file was written")
		}
		left := 0
		_ = filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
			if name != root && name != target {
				left++
			}
			return err
		})
		if left > 0 {
			t.Errorf("%s: %d files are left", dir, left)
		}
	}
}
