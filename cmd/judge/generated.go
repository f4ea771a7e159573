package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// generated runs every generator in a clone of the last commit, where no
// generated table is left: what they make must be what is committed.
func (c *court) generated() error {
	dir := filepath.Join(c.work, "generated")
	if _, err := c.command("git", "clone", "--quiet", "--no-hardlinks", c.root, dir); err != nil {
		return err
	}
	tables, err := removeTables(dir)
	if err != nil {
		return err
	}
	generate := exec.Command("go", "generate", "./...")
	generate.Dir = dir
	generate.Env = append(os.Environ(), "CLDR="+filepath.Join(c.home, "node_modules"),
		"NOTO="+filepath.Join(c.home, "node_modules/@expo-google-fonts"), "AFM="+filepath.Join(c.home, "node_modules/pdfkit/js/data"))
	if out, err := generate.CombinedOutput(); err != nil {
		return fmt.Errorf("go generate: %w: %s", err, firstLines(string(out), 10))
	}
	changed, err := c.command("git", "-C", dir, "status", "--porcelain")
	if err != nil {
		return err
	}
	for line := range strings.Lines(changed) {
		c.fail("generated", "%s is not what its generator makes", strings.TrimSpace(line[2:]))
	}
	if changed == "" {
		c.pass("generated", "go generate makes what is committed, %d tables in Go among it", tables)
	}
	return nil
}

// removeTables removes the Go files that say they are generated, and counts them.
func removeTables(dir string) (count int, err error) {
	return count, filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".go" {
			return err
		}
		source, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		first, _, _ := bytes.Cut(source, []byte("\n"))
		if !bytes.HasPrefix(first, []byte("// Code generated ")) || !bytes.HasSuffix(first, []byte("DO NOT EDIT.")) {
			return nil
		}
		count++
		return os.Remove(path)
	})
}
