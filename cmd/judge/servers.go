package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"warraq/cmd/judge/internal/workflow"
)

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
