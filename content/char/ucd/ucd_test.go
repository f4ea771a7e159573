package ucd

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestTables holds that each table in the repository is what its generator
// makes of the files here.
func TestTables(t *testing.T) {
	for _, pkg := range []string{"content/char", "layout/paragraph/bidi", "layout/paragraph/segment"} {
		made := filepath.Join(t.TempDir(), "tables.go")
		cmd := exec.Command("go", "run", "gen.go", "-o", made)
		cmd.Dir = filepath.Join("../../..", pkg)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", pkg, err, out)
			continue
		}
		got, err := os.ReadFile(made)
		if err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile(filepath.Join(cmd.Dir, "tables.go"))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s: tables.go is not what gen.go makes: go generate ./%s", pkg, pkg)
		}
	}
}
