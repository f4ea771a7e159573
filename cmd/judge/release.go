package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// releaseFromClones makes the release artifacts in two clones of the last
// commit, in folders of different names: the bytes must be the same.
func (c *court) releaseFromClones() error {
	if out, err := c.command("git", "status", "--porcelain"); err == nil && out != "" {
		fmt.Println("note: the checkout has changes that are not committed, and the clones do not have")
	}
	var made []string
	for _, name := range []string{"one", "another/clone"} {
		dir := filepath.Join(c.work, "release", name)
		if err := os.MkdirAll(filepath.Dir(dir), 0o777); err != nil {
			return err
		}
		if _, err := c.command("git", "clone", "--quiet", "--no-hardlinks", c.root, dir); err != nil {
			return err
		}
		cmd := exec.Command("make", "release")
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			return fmt.Errorf("make release: %w: %s", err, firstLines(string(out), 10))
		}
		made = append(made, filepath.Join(dir, "dist/release"))
	}
	c.sameFiles("release", made[0], made[1], "made in two clones")
	return nil
}
