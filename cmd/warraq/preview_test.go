package main

import (
	"path/filepath"
	"strings"
	"testing"

	"warraq"
)

// TestEditorAt: an editor is given the place where its command says so, or else as that
// editor takes it; nothing of a file's name is a word of its own.
func TestEditorAt(t *testing.T) {
	for editor, want := range map[string]string{
		"code -g {file}:{line}":      "code|-g|/a b.md:7",
		"emacsclient +{line} {file}": "emacsclient|+7|/a b.md",
		"code":                       "code|-g|/a b.md:7",
		"/usr/bin/codium --wait":     "/usr/bin/codium|--wait|-g|/a b.md:7",
		"subl":                       "subl|/a b.md:7",
		"gvim":                       "gvim|+7|/a b.md",
	} {
		if got := strings.Join(editorAt(editor, "/a b.md", 7), "|"); got != want {
			t.Errorf("%s: %s, want %s", editor, got, want)
		}
	}
}

// TestState: a manuscript has a view, or says why not, with what else there is to say.
func TestState(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.md")
	src := func() source {
		s, err := sourceNamed(file, false)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	writeTestFile(t, file, "# باب\n\nنص.\n")
	if s := state(src(), warraq.Options{}); s.View == nil || len(s.Errors) > 0 || len(s.Problems) == 0 {
		t.Errorf("a good one: %+v", s)
	} else if data, err := s.EPUB(); err != nil || len(data) == 0 {
		t.Errorf("its EPUB: %v", err)
	}
	writeTestFile(t, file, "# باب\n\n::: note\n")
	if s := state(src(), warraq.Options{}); s.View != nil || len(s.Errors) != 1 || s.Errors[0].Pos.Line != 3 {
		t.Errorf("a broken one: %+v", s)
	}
	if s := state(src(), warraq.Options{Theme: "none.yaml"}); s.View != nil || len(s.Errors) == 0 {
		t.Errorf("without its theme: %+v", s)
	}
	if got := watched(src(), ""); len(got) != 1 || filepath.Clean(got[0]) != dir {
		t.Errorf("%v are watched", got)
	}
	inside, err := sourceNamed("specimen:", false)
	if err != nil {
		t.Fatal(err)
	}
	if s := state(inside, warraq.Options{}); s.View == nil || len(watched(inside, "")) > 0 {
		t.Errorf("the specimen: %+v", s.Errors)
	}
}
