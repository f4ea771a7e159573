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
// repository of the sample, for a tag and for a pull request with a slip.
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

// runner is the machine of a server, with what it says of itself.
func (c *court) runner(book string, tag bool) (*workflow.Runner, error) {
	home := filepath.Dir(book)
	r := &workflow.Runner{
		Dir: book, Temp: filepath.Join(home, "temp"), Path: []string{filepath.Join(filepath.Dir(home), "bin")},
		Env: map[string]string{
			"CALLS": filepath.Join(home, "calls"), "CI": "true", "GOFLAGS": "",
			"GITHUB_REF_NAME": "5/merge", "GITHUB_REPOSITORY": "SOMEONE/book", "GITHUB_SERVER_URL": filepath.Join(filepath.Dir(home), "server"),
		},
		Known: map[string]string{
			"github.ref_type": "branch", "github.repository": "SOMEONE/book", "github.token": "secret",
			"github.server_url": filepath.Join(filepath.Dir(home), "server"),
		},
	}
	if tag {
		r.Env["GITHUB_REF_NAME"], r.Known["github.ref_type"] = "v1.0.0", "tag"
	}
	if err := os.RemoveAll(r.Temp); err != nil {
		return nil, err
	}
	os.Remove(r.Env["CALLS"])
	return r, os.MkdirAll(r.Temp, 0o777)
}

// onGitHub runs the sample's workflow and the steps of the action that it uses, from a
// checkout of the action.
func (c *court) onGitHub(book string, tag bool) (*workflow.Runner, error) {
	r, err := c.runner(book, tag)
	if err != nil {
		return r, err
	}
	checkout := filepath.Join(r.Temp, "_actions/OWNER/warraq/main")
	if _, err := c.command("git", "clone", "--quiet", "--depth", "1", "file://"+filepath.Join(filepath.Dir(filepath.Dir(book)), "server/OWNER/warraq.git"), checkout); err != nil {
		return r, err
	}
	var flow workflow.Workflow
	if err := workflow.Read(filepath.Join(book, ".github/workflows/book.yml"), &flow); err != nil {
		return r, err
	}
	used := 0
	for _, s := range flow.Jobs["book"].Steps {
		repository, ref, _ := strings.Cut(s.Uses, "@")
		folder, ours := strings.CutPrefix(repository, "OWNER/warraq/")
		if !ours {
			continue
		}
		used++
		r.Env["GITHUB_ACTION_PATH"], r.Known["github.action_path"], r.Known["github.action_ref"] = filepath.Join(checkout, folder), filepath.Join(checkout, folder), ref
		if err := c.runAction(r, s.With); err != nil {
			return r, err
		}
	}
	if used != 1 {
		return r, fmt.Errorf("the workflow uses the action %d times", used)
	}
	return r, nil
}

// runAction runs the steps of the composite action; of the actions of others that it
// uses it sees whether the files are there that they are given.
func (c *court) runAction(r *workflow.Runner, with map[string]string) error {
	var action workflow.Action
	if err := workflow.Read(filepath.Join(r.Env["GITHUB_ACTION_PATH"], "action.yml"), &action); err != nil {
		return err
	}
	for name, in := range action.Inputs {
		filled, err := r.Fill(in.Default)
		if err != nil {
			return err
		}
		r.Known["inputs."+name] = filled
	}
	for name, value := range with {
		if _, declared := action.Inputs[name]; !declared {
			return fmt.Errorf("the action has no input %s", name)
		}
		r.Known["inputs."+name] = value
	}
	for _, s := range action.Runs.Steps {
		for _, name := range []string{"go-version-file", "cache-dependency-path", "path"} {
			file, err := r.Fill(s.With[name])
			if err != nil {
				return err
			}
			if !filepath.IsAbs(file) {
				file = filepath.Join(r.Dir, file)
			}
			if !there(file) {
				return fmt.Errorf("%s: %s is not there", s.Uses, file)
			}
		}
		if err := r.Run(s); err != nil {
			return err
		}
	}
	return nil
}

// onForgejo runs the lines of the workflow for Forgejo.
func (c *court) onForgejo(book string, tag bool) (*workflow.Runner, error) {
	r, err := c.runner(book, tag)
	if err != nil {
		return r, err
	}
	var flow workflow.Workflow
	if err := workflow.Read(filepath.Join(book, ".forgejo/workflows/book.yml"), &flow); err != nil {
		return r, err
	}
	for name, value := range flow.Env {
		if r.Env[name], err = r.Fill(value); err != nil {
			return r, err
		}
	}
	for _, s := range flow.Jobs["book"].Steps {
		if err := r.Run(s); err != nil {
			return r, err
		}
	}
	return r, nil
}

// onGitLab runs the lines of the pipeline for GitLab.
func (c *court) onGitLab(book string, tag bool) (*workflow.Runner, error) {
	r, err := c.runner(book, tag)
	if err != nil {
		return r, err
	}
	var lab workflow.Lab
	if err := workflow.Read(filepath.Join(book, ".gitlab-ci.yml"), &lab); err != nil {
		return r, err
	}
	r.Env["CI_PROJECT_DIR"], r.Env["CI_SERVER_URL"], r.Env["CI_API_V4_URL"] = book, r.Known["github.server_url"], "api"
	r.Env["CI_PROJECT_ID"], r.Env["CI_JOB_TOKEN"], r.Env["CI_COMMIT_TAG"] = "1", "secret", ""
	if tag {
		r.Env["CI_COMMIT_TAG"] = "v1.0.0"
	}
	// modules come from where this machine has them
	for name := range lab.Variables {
		if name == "GOMODCACHE" || name == "GOCACHE" {
			delete(lab.Variables, name)
		}
	}
	return r, r.Lab(lab)
}
