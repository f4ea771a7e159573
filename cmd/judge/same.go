package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// same builds each book again, on one processor and on two, from another
// folder, at another time and in another time zone: the bytes must not change.
func (c *court) same() error {
	time.Sleep(1100 * time.Millisecond) // past the second that the first build stood in
	for _, b := range c.books {
		for _, procs := range []string{"1", "2"} {
			dir := filepath.Join(c.work, "again", b.name, procs)
			if err := c.buildElsewhere(b, dir, "GOMAXPROCS="+procs, "TZ=Asia/Tokyo", "LC_ALL=C"); err != nil {
				return err
			}
			c.sameFiles("same "+b.name, filepath.Dir(b.pdf), dir, "GOMAXPROCS="+procs+", another folder and time")
		}
	}
	return nil
}

// buildElsewhere is build with the manuscript named by its full path and
// another folder to stand in.
func (c *court) buildElsewhere(b *book, dir string, env ...string) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	args := append([]string{"build", "-o", dir}, b.named(filepath.Join(c.root, b.source))...)
	cmd := exec.Command(c.warraq, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), env...)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%w: %s", err, out)
	}
	return nil
}

// sameFiles compares two folders byte by byte.
func (c *court) sameFiles(judge, one, other, how string) {
	names, _ := filepath.Glob(filepath.Join(one, "*"))
	if len(names) == 0 {
		c.fail(judge, "%s is empty", one)
	}
	equal := true
	for _, name := range names {
		again := filepath.Join(other, filepath.Base(name))
		if place, err := firstDifference(name, again); err != nil || place >= 0 {
			equal = false
			c.fail(judge, "%s differs from byte %d on: %s (%v)", filepath.Base(name), place, how, err)
		}
	}
	if equal {
		c.pass(judge, "%d files are the same: %s", len(names), how)
	}
}

// firstDifference is the place of the first byte that differs, -1 for none.
func firstDifference(one, other string) (int, error) {
	a, err := os.ReadFile(one)
	if err != nil {
		return 0, err
	}
	b, err := os.ReadFile(other)
	if err != nil {
		return 0, err
	}
	if bytes.Equal(a, b) {
		return -1, nil
	}
	r := bytes.NewReader(b)
	for i, x := range a {
		if y, err := r.ReadByte(); err == io.EOF || x != y {
			return i, nil
		}
	}
	return len(a), nil
}

// releaseFromClones makes the release artifacts in two clones of the last
// commit, in folders of different names: the bytes must be the same.
func (c *court) releaseFromClones() error {
	one, err := c.released("one")
	if err != nil {
		return err
	}
	other, err := c.released("another/clone")
	if err != nil {
		return err
	}
	c.sameFiles("release", one, other, "made in two clones")
	return nil
}

// released is the folder of the release made in a clone of the last commit, which is
// made once.
func (c *court) released(name string) (string, error) {
	dir := filepath.Join(c.work, "release", name)
	made := filepath.Join(dir, "dist/release")
	if there(filepath.Join(made, "SHA256SUMS")) {
		return made, nil
	}
	if out, err := c.command("git", "status", "--porcelain"); err == nil && out != "" {
		fmt.Println("note: the checkout has changes that are not committed, and the clones do not have")
	}
	if err := os.MkdirAll(filepath.Dir(dir), 0o777); err != nil {
		return "", err
	}
	if _, err := c.command("git", "clone", "--quiet", "--no-hardlinks", c.root, dir); err != nil {
		return "", err
	}
	cmd := exec.Command("make", "release")
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("make release: %w: %s", err, lastLines(string(out), 10))
	}
	return made, nil
}

// lastLines are those of a program that failed at the end.
func lastLines(s string, n int) string {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	return strings.Join(lines[max(0, len(lines)-n):], "\n     ")
}
