package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestVersions: what git describes is a version of Debian and of npm, in the same order.
func TestVersions(t *testing.T) {
	for _, v := range []struct{ version, debian, npm string }{
		{"1.2.3", "1.2.3", "1.2.3"},
		{"1.2.3-rc.1", "1.2.3~rc.1", "1.2.3-rc.1"},
		{"1.2.3-5-gabcdef012345", "1.2.3+5.gabcdef012345", "1.2.3-5-gabcdef012345"},
		{"abcdef012345", "0~abcdef012345", "0.0.0-abcdef012345"},
		{"012345abcdef", "0~012345abcdef", "0.0.0-012345abcdef"},
		{"dev", "0~dev", "0.0.0-dev"},
	} {
		if got := debianVersion(v.version); got != v.debian {
			t.Errorf("%s is %s for Debian, want %s", v.version, got, v.debian)
		}
		if got := npmVersion(v.version); got != v.npm {
			t.Errorf("%s is %s for npm, want %s", v.version, got, v.npm)
		}
	}
}

// TestFaces: each folder of a font has its line in the bill of materials.
func TestFaces(t *testing.T) {
	files, err := filepath.Glob("../../fonts/*/OFL.txt")
	house, _ := filepath.Glob("../../fonts/house/*/OFL.txt")
	files = append(files, house...)
	if err != nil || len(files) != len(faces) {
		t.Errorf("there are %d fonts with a licence, and %d in the bill of materials", len(files), len(faces))
	}
	for _, f := range faces {
		if _, err := os.Stat(filepath.Join("../../fonts", f.folder, "OFL.txt")); err != nil {
			t.Error(err)
		}
	}
}

// TestArchives: an archive is a function of its files and its time.
func TestArchives(t *testing.T) {
	files := []file{{"a/warraq", bytes.Repeat([]byte("x"), 1000), 0o755}, {"a/README.md", []byte("y"), 0o644}}
	for name, pack := range map[string]func([]file, time.Time) ([]byte, error){"tar": tarball, "zip": zipped} {
		one, err := pack(files, time.Unix(1e9, 0).UTC())
		if err != nil || len(one) == 0 {
			t.Fatal(name, err)
		}
		two, _ := pack(files, time.Unix(1e9, 0).UTC())
		if !bytes.Equal(one, two) {
			t.Errorf("%s: the bytes change", name)
		}
		if other, _ := pack(files, time.Unix(2e9, 0).UTC()); bytes.Equal(one, other) {
			t.Errorf("%s: the time is not that of the release", name)
		}
	}
}

// TestFormula: the packages of Homebrew and Scoop name each archive of their systems,
// below the address that is given or beside them.
func TestFormula(t *testing.T) {
	r := &release{version: "1.2.3"}
	if err := r.describe(); err != nil {
		t.Fatal(err)
	}
	for _, p := range platforms {
		r.archives = append(r.archives, artifact{p, "archive-" + p.OS + "-" + p.Arch + ".zip", "sum-" + p.OS + p.Arch})
	}
	for base, want := range map[string]string{"": "file://#{__dir__}/archive-darwin-arm64.zip", "base": "\"base/archive-linux-amd64.zip\""} {
		r.base = base
		formula, err := r.formula()
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Contains(formula, []byte(want)) {
			t.Errorf("the formula does not name %s:\n%s", want, formula)
		}
		manifest, err := r.scoop()
		if err != nil || !bytes.Contains(manifest, []byte("sum-windowsarm64")) {
			t.Errorf("%v: %s", err, manifest)
		}
	}
}
