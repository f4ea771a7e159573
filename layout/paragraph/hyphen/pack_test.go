package hyphen

import (
	"bytes"
	"compress/flate"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestPacked holds that the tries in the repository are what pack.go makes of the
// patterns beside them. Deflated, they may differ from one Go to the next.
func TestPacked(t *testing.T) {
	dir := t.TempDir()
	if out, err := exec.Command("go", "run", "pack.go", "-o", dir).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	made, _ := filepath.Glob(filepath.Join(dir, "*.bin"))
	kept, _ := filepath.Glob("patterns/*.bin")
	if len(made) == 0 || len(made) != len(kept) {
		t.Fatalf("%d files made, %d kept", len(made), len(kept))
	}
	for _, name := range kept {
		if !bytes.Equal(inflated(t, name), inflated(t, filepath.Join(dir, filepath.Base(name)))) {
			t.Errorf("%s is not what pack.go makes: go generate ./layout/paragraph/hyphen", name)
		}
	}
}

func inflated(t *testing.T, name string) []byte {
	t.Helper()
	packed, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(flate.NewReader(bytes.NewReader(packed)))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return data
}
