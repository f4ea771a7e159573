package main

import (
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

//go:embed edits.mjs
var editsScript []byte

// edits measures how soon a change of a manuscript, a file or a folder of texts, is in
// the window of a browser that shows its preview.
func (c *court) edits(source string, times int) error {
	dir := filepath.Join(c.work, "edited")
	shown, err := copied(source, dir)
	if err != nil {
		return err
	}
	texts, err := fs.Glob(os.DirFS(dir), "*.[tm][xd]*")
	if err != nil {
		return err
	}
	cmd, address, err := c.previewed(shown)
	if err != nil {
		return err
	}
	defer cmd.Wait()
	defer cmd.Process.Kill()
	args := append([]string{address, dir, strconv.Itoa(cmd.Process.Pid), strconv.Itoa(times)}, texts...)
	said, err := c.script("edits.mjs", editsScript, args...)
	if err != nil {
		return err
	}
	fmt.Println(strings.TrimSpace(said))
	return nil
}

// copied copies a file or a folder into a folder, and gives where it is there.
func copied(source, dir string) (string, error) {
	info, err := os.Stat(source)
	if err != nil {
		return "", err
	}
	if info.IsDir() {
		return dir, os.CopyFS(dir, os.DirFS(source))
	}
	data, err := os.ReadFile(source)
	if err != nil {
		return "", err
	}
	copy := filepath.Join(dir, filepath.Base(source))
	return copy, errors.Join(os.MkdirAll(dir, 0o777), os.WriteFile(copy, data, 0o666))
}
