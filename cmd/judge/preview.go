package main

import (
	"bufio"
	_ "embed"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

//go:embed preview.mjs
var previewScript []byte

// preview opens the preview of the specimen in Chromium, as an author does who edits
// it meanwhile.
func (c *court) preview() error {
	top := filepath.Join(c.work, "preview")
	dir, shots := filepath.Join(top, "book"), filepath.Join(top, "shots")
	if err := os.RemoveAll(top); err != nil {
		return err
	}
	if err := os.MkdirAll(shots, 0o777); err != nil {
		return err
	}
	if err := os.CopyFS(dir, os.DirFS(filepath.Join(c.root, "content/samples/specimen"))); err != nil {
		return err
	}
	editor := filepath.Join(top, "editor")
	if err := os.WriteFile(editor, fmt.Appendf(nil, "#!/bin/sh\necho \"$1 $2\" > '%s/opened'\n", shots), 0o777); err != nil {
		return err
	}
	cmd, address, err := c.previewed(dir, "--editor", editor+" {file} {line}")
	if err != nil {
		return err
	}
	defer cmd.Wait()
	defer cmd.Process.Kill()
	said, err := c.script("preview.mjs", previewScript, address, dir, shots)
	if err != nil {
		return err
	}
	return c.heard("preview", said)
}

// previewed starts a preview, and gives its address. Who asks for it ends it.
func (c *court) previewed(args ...string) (cmd *exec.Cmd, address string, err error) {
	cmd = exec.Command(c.warraq, append([]string{"preview"}, args...)...)
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, "", err
	}
	if err := cmd.Start(); err != nil {
		return nil, "", err
	}
	address, err = bufio.NewReader(out).ReadString('\n')
	if err != nil {
		cmd.Process.Kill()
		cmd.Wait()
	}
	return cmd, strings.TrimSpace(address), err
}
