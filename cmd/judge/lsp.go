package main

import (
	_ "embed"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

//go:embed lsp.mjs
var lspScript []byte

// lsp has a session with the program as an editor has it.
func (c *court) lsp() error {
	dir := filepath.Join(c.work, "lsp")
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	said, err := c.script("lsp.mjs", lspScript, c.warraq, dir)
	if err != nil {
		return err
	}
	return c.heard("lsp", said)
}

// heard tells what a script tried, a line each: "ok" or "FAIL", and what.
func (c *court) heard(by, said string) error {
	n := 0
	for line := range strings.Lines(said) {
		what, wrong := strings.CutPrefix(strings.TrimSpace(line), "FAIL ")
		if wrong {
			c.fail(by, "%s", what)
			continue
		}
		n++
		c.pass(by, "%s", strings.TrimPrefix(what, "ok "))
	}
	if n == 0 {
		return fmt.Errorf("nothing was tried: %s", firstLines(said, 5))
	}
	return nil
}
