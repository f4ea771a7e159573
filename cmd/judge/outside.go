package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"warraq/cmd/judge/internal/pdfread"
)

// command runs a program at the top of the checkout and gives its standard
// output; the error holds what it said besides.
func (c *court) command(args ...string) (string, error) {
	out, complaint, err := c.commandSays(args...)
	if err != nil {
		return out, fmt.Errorf("%s: %w: %s", args[0], err, firstLines(complaint+out, 5))
	}
	return out, nil
}

// commandSays is command with standard error apart.
func (c *court) commandSays(args ...string) (out, complaint string, err error) {
	return c.commandIn(c.root, args...)
}

// commandIn is commandSays in another folder.
func (c *court) commandIn(dir string, args ...string) (out, complaint string, err error) {
	var o, e strings.Builder
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Dir = dir
	cmd.Stdout, cmd.Stderr = &o, &e
	err = cmd.Run()
	return o.String(), e.String(), err
}

// firstLines keeps a report short.
func firstLines(s string, n int) string {
	lines := strings.SplitN(strings.TrimSpace(s), "\n", n+1)
	return strings.Join(lines[:min(n, len(lines))], "\n     ")
}

// script runs one of our readers on Node.js; without its second compiler of
// WebAssembly, whose work at the end now and then keeps it from ending.
func (c *court) script(name string, source []byte, args ...string) (string, error) {
	path := filepath.Join(c.work, name)
	if err := os.WriteFile(path, source, 0o666); err != nil {
		return "", err
	}
	return c.command(append([]string{"node", "--no-wasm-tier-up", "--no-wasm-dynamic-tiering", path, c.home}, args...)...)
}

// readPDF lets qpdf take a file apart.
func (c *court) readPDF(name string) (*pdfread.File, error) {
	out, err := c.command("qpdf", "--json-output", "--json-stream-data=inline", "--decode-level=generalized", name, "-")
	if err != nil {
		return nil, err
	}
	f, err := pdfread.Read(out)
	if err != nil {
		return nil, fmt.Errorf("qpdf's JSON of %s: %w", name, err)
	}
	return f, nil
}
