// Package workflow runs the lines of a workflow as its server would: in the shell and
// with the environment that it promises, with stand-ins for what only it has.
package workflow

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// Step is a step of a job or of a composite action.
type Step struct {
	Name, If, Run, Uses, Shell string
	Env                        map[string]string
	With                       map[string]string
}

// Action is a composite action.
type Action struct {
	Inputs map[string]struct{ Default string }
	Runs   struct {
		Using string
		Steps []Step
	}
}

// Workflow is one of GitHub or Forgejo.
type Workflow struct {
	Env  map[string]string
	Jobs map[string]struct{ Steps []Step }
}

// Lab is a pipeline of GitLab with one job.
type Lab struct {
	Variables map[string]string
	Book      struct {
		BeforeScript []string `yaml:"before_script"`
		Script       []string
	}
}

// Read reads a file of any of these.
func Read(file string, into any) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	return yaml.Unmarshal(data, into)
}

// Runner is the machine on which steps run, one after the other.
type Runner struct {
	Dir    string            // the checkout, in which they start
	Temp   string            // for this run alone
	Known  map[string]string // what expressions mean, by their text, such as github.ref_type
	Env    map[string]string // what the server sets for each step
	Path   []string          // folders before those of PATH
	Output string            // what was said
}

// expression is what a server puts in place.
var expression = regexp.MustCompile(`\$\{\{ *([a-z._]+) *\}\}`)

// Fill puts what expressions mean in their place; one that is not known is an error.
func (r *Runner) Fill(text string) (string, error) {
	var err error
	filled := expression.ReplaceAllStringFunc(text, func(found string) string {
		name := expression.FindStringSubmatch(found)[1]
		value, known := r.Known[name]
		if !known {
			err = fmt.Errorf("%s is not known", name)
		}
		return value
	})
	if err == nil && strings.Contains(filled, "${{") {
		err = fmt.Errorf("an expression cannot be read: %s", filled)
	}
	return filled, err
}

// comparison is the only form of a condition here.
var comparison = regexp.MustCompile(`^([a-z._]+) == '([^']*)'$`)

// Holds tells whether a step is to run.
func (r *Runner) Holds(condition string) (bool, error) {
	for part := range strings.SplitSeq(condition, " && ") {
		if part == "" {
			continue
		}
		m := comparison.FindStringSubmatch(part)
		if m == nil {
			return false, fmt.Errorf("a condition cannot be read: %s", part)
		}
		value, known := r.Known[m[1]]
		if !known {
			return false, fmt.Errorf("%s is not known", m[1])
		}
		if value != m[2] {
			return false, nil
		}
	}
	return true, nil
}

// Run runs the lines of a step as GitHub runs those of bash.
func (r *Runner) Run(s Step) error {
	if holds, err := r.Holds(s.If); err != nil || !holds || s.Run == "" {
		return err
	}
	env := maps.Clone(r.Env)
	for name, value := range s.Env {
		filled, err := r.Fill(value)
		if err != nil {
			return fmt.Errorf("%s: %w", s.Name, err)
		}
		env[name] = filled
	}
	env["RUNNER_TEMP"] = r.Temp
	env["GITHUB_PATH"] = filepath.Join(r.Temp, "path")
	if err := os.WriteFile(env["GITHUB_PATH"], nil, 0o666); err != nil {
		return err
	}
	if err := r.shell(s.Run, env, "bash", "--noprofile", "--norc", "-eo", "pipefail"); err != nil {
		return fmt.Errorf("%s: %w", s.Name, err)
	}
	added, err := os.ReadFile(env["GITHUB_PATH"])
	r.Path = append(strings.Fields(string(added)), r.Path...)
	return err
}

// Lab runs the lines of a job as GitLab's runner does, in one shell.
func (r *Runner) Lab(l Lab) error {
	env := maps.Clone(r.Env)
	for _, name := range slices.Sorted(maps.Keys(l.Variables)) {
		env[name] = os.Expand(l.Variables[name], func(of string) string { return env[of] })
	}
	return r.shell(strings.Join(append(l.Book.BeforeScript, l.Book.Script...), "\n"), env, "sh", "-e")
}

func (r *Runner) shell(lines string, env map[string]string, shell ...string) error {
	script := filepath.Join(r.Temp, "step.sh")
	if err := os.WriteFile(script, []byte(lines), 0o666); err != nil {
		return err
	}
	cmd := exec.Command(shell[0], append(shell[1:], script)...)
	cmd.Dir = r.Dir
	cmd.Env = append(os.Environ(), "PATH="+strings.Join(append(slices.Clone(r.Path), os.Getenv("PATH")), ":"))
	for name, value := range env {
		cmd.Env = append(cmd.Env, name+"="+value)
	}
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	err := cmd.Run()
	r.Output += out.String()
	if err != nil {
		return fmt.Errorf("%w: %s", err, out.String())
	}
	return nil
}
