package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"warraq/cmd/judge/internal/workflow"
)

// standIn is what a server's own command is here: it writes down how it was called, and
// fails where it was asked to look, or answers what a server would.
const standIn = `#!/bin/sh
printf '%s\n' "$0 $*" >> "$CALLS"
case "$*" in
"release view "*) exit 1 ;;
*"/releases/tags/"*) exit 22 ;;
*"/api/v1/"*"/releases") echo '{"id":17,"tag_name":"v1.0.0"}' ;;
esac
`

// action runs the action and the workflows that the program writes, line by line, on a
// repository of the sample, for a tag and for a pull request with a slip. What only a
// hosted runner can show is left: the actions of others (checkout, setup-go,
// upload-artifact), annotations as they look, and what a server answers to gh and curl.
func (c *court) action() error {
	dir := filepath.Join(c.work, "action")
	if err := c.stage(dir); err != nil {
		return err
	}
	for _, try := range []struct {
		name string
		run  func(dir string, tag bool) (*workflow.Runner, error)
	}{{"github", c.onGitHub}, {"forgejo", c.onForgejo}, {"gitlab", c.onGitLab}} {
		if err := c.tagged(try.name, dir, try.run); err != nil {
			c.fail("action", "%s, a tag: %v", try.name, err)
		}
		if err := c.slipped(try.name, dir, try.run); err != nil {
			c.fail("action", "%s, a slip: %v", try.name, err)
		}
	}
	if err := c.fresh(dir); err != nil {
		c.fail("action", "a new book: %v", err)
	}
	return nil
}

// fresh does what the README has a newcomer type: a new book, a repository of it, a tag.
func (c *court) fresh(dir string) error {
	book := filepath.Join(dir, "newcomer", "mybook")
	if _, err := c.command(c.warraq, "new", book); err != nil {
		return err
	}
	if err := c.commit(book); err != nil {
		return err
	}
	if _, err := c.onGitHub(book, true); err != nil {
		return err
	}
	calls, err := os.ReadFile(filepath.Join(dir, "newcomer", "calls"))
	if err != nil {
		return err
	}
	if want := "release upload v1.0.0 dist/SHA256SUMS dist/mybook-booklet.pdf dist/mybook.epub dist/mybook.pdf --clobber"; !strings.Contains(string(calls), want) {
		return fmt.Errorf("what was attached is not PDF, booklet and EPUB:\n%s", calls)
	}
	c.pass("action", "a new book has PDF, booklet and EPUB attached to its first tag")
	return nil
}

// stage lays out the program's repository where a server has it, and the stand-ins.
func (c *court) stage(dir string) error {
	if err := os.MkdirAll(filepath.Join(dir, "bin"), 0o777); err != nil {
		return err
	}
	for _, name := range []string{"gh", "curl"} {
		if err := os.WriteFile(filepath.Join(dir, "bin", name), []byte(standIn), 0o777); err != nil {
			return err
		}
	}
	if _, err := c.command("git", "clone", "--quiet", "--bare", c.root, filepath.Join(dir, "server/OWNER/warraq.git")); err != nil {
		return err
	}
	// a checkout of one commit has no branch of that name
	_, err := c.command("git", "-C", filepath.Join(dir, "server/OWNER/warraq.git"), "branch", "-f", "main", "HEAD")
	return err
}

// repository is the sample as a repository, in which its workflow is the one that `new`
// writes for a server.
func (c *court) repository(dir, server string) error {
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	if err := os.CopyFS(dir, os.DirFS(filepath.Join(c.root, "content/samples/repository"))); err != nil {
		return err
	}
	fresh := filepath.Join(filepath.Dir(dir), "new-"+server)
	if err := os.RemoveAll(fresh); err != nil {
		return err
	}
	if _, err := c.command(c.warraq, "new", fresh, "--ci", server); err != nil {
		return err
	}
	for _, hidden := range []string{".github", ".forgejo"} {
		if from := filepath.Join(fresh, hidden); there(from) && server != "github" {
			if err := os.CopyFS(filepath.Join(dir, hidden), os.DirFS(from)); err != nil {
				return err
			}
		}
	}
	if from := filepath.Join(fresh, ".gitlab-ci.yml"); there(from) {
		data, err := os.ReadFile(from)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, ".gitlab-ci.yml"), data, 0o666); err != nil {
			return err
		}
	}
	return c.commit(dir)
}

// commit makes a folder a repository with one commit, and a tag.
func (c *court) commit(dir string) error {
	for _, git := range [][]string{{"init", "--quiet"}, {"add", "-A"}, {"-c", "user.name=-", "-c", "user.email=-", "commit", "--quiet", "-m", "book"}, {"tag", "v1.0.0"}} {
		if _, err := c.command(append([]string{"git", "-C", dir}, git...)...); err != nil {
			return err
		}
	}
	return nil
}

// tagged runs a workflow for a tag: the files must be there, and be attached.
func (c *court) tagged(server, dir string, run func(string, bool) (*workflow.Runner, error)) error {
	book := filepath.Join(dir, server, "book")
	if err := c.repository(book, server); err != nil {
		return err
	}
	if _, err := run(book, true); err != nil {
		return err
	}
	calls, err := os.ReadFile(filepath.Join(dir, server, "calls"))
	if err != nil {
		return err
	}
	for _, name := range []string{"book.pdf", "book-booklet.pdf", "book.epub", "SHA256SUMS"} {
		if !there(filepath.Join(book, "dist", name)) {
			return fmt.Errorf("%s was not made", name)
		}
		if !strings.Contains(string(calls), "dist/"+name) {
			return fmt.Errorf("%s was not attached:\n%s", name, calls)
		}
	}
	c.pass("action", "%s: a tag has its files attached, by %d calls", server, strings.Count(string(calls), "\n"))
	return nil
}

// slipped runs a workflow for a request whose text names a picture that is not there:
// it must fail, and name the line.
func (c *court) slipped(server, dir string, run func(string, bool) (*workflow.Runner, error)) error {
	book := filepath.Join(dir, server, "book")
	if err := c.repository(book, server); err != nil {
		return err
	}
	file := filepath.Join(book, "02-second.md")
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	slip := append(text, "\n![صورة](away.png)\n"...)
	if err := os.WriteFile(file, slip, 0o666); err != nil {
		return err
	}
	want := fmt.Sprintf("02-second.md:%d:", strings.Count(string(slip), "\n"))
	if server == "github" {
		want = fmt.Sprintf("::warning file=02-second.md,line=%d,", strings.Count(string(slip), "\n"))
	}
	r, err := run(book, false)
	switch {
	case err == nil:
		return fmt.Errorf("it passed")
	case !strings.Contains(r.Output, want):
		return fmt.Errorf("it does not say %s: %s", want, r.Output)
	case there(filepath.Join(book, "dist")):
		return fmt.Errorf("files were made all the same")
	}
	c.pass("action", "%s: a slip fails at its line", server)
	return nil
}
