package main

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// TestImports keeps what the judges know of the program to how it reads
// manuscripts: its pages they see in its files alone.
func TestImports(t *testing.T) {
	allowed := strings.Fields("warraq/content warraq/content/book warraq/content/book/settings warraq/content/char warraq/content/dress warraq/content/notice warraq/content/samples")
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "./...").CombinedOutput()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, out)
	}
	for line := range strings.Lines(string(out)) {
		words := strings.Fields(line)
		for _, path := range words[1:] {
			if strings.HasPrefix(path, "warraq") && !strings.HasPrefix(path, "warraq/cmd/judge/internal/") && !slices.Contains(allowed, path) {
				t.Errorf("%s imports %s, which judges do not know", words[0], path)
			}
		}
	}
}
