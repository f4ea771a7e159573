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
	cmd := exec.Command(c.warraq, "preview", dir, "--editor", editor+" {file} {line}")
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	defer cmd.Wait()
	defer cmd.Process.Kill()
	address, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		return err
	}
	said, err := c.script("preview.mjs", previewScript, strings.TrimSpace(address), dir, shots)
	if err != nil {
		return err
	}
	n := 0
	for line := range strings.Lines(said) {
		what, wrong := strings.CutPrefix(strings.TrimSpace(line), "FAIL ")
		if wrong {
			c.fail("preview", "%s", what)
			continue
		}
		n++
		c.pass("preview", "%s", strings.TrimPrefix(what, "ok "))
	}
	if n == 0 {
		return fmt.Errorf("nothing was tried: %s", firstLines(said, 5))
	}
	return nil
}
