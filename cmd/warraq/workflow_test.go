package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

const actionFile = "../../.github/actions/build/action.yml"

// actionOf is what is looked at of the action and of workflows.
type actionOf struct {
	Inputs map[string]any
	Runs   struct{ Steps []stepOf }
	Jobs   map[string]struct{ Steps []stepOf }
}

type stepOf struct {
	Run, Uses, Shell string
	Env              map[string]string
	With             map[string]any
}

func readYAML(t *testing.T, data []byte) (a actionOf) {
	t.Helper()
	if err := yaml.Unmarshal(data, &a); err != nil {
		t.Fatal(err)
	}
	return a
}

// TestAction: the action uses each of its inputs, and no other; no line of a shell has
// an expression in it, into which a stranger's branch could write a command.
func TestAction(t *testing.T) {
	data, err := os.ReadFile(actionFile)
	if err != nil {
		t.Fatal(err)
	}
	action := readYAML(t, data)
	if len(action.Inputs) == 0 || len(action.Runs.Steps) == 0 {
		t.Fatal("the action has no inputs or no steps")
	}
	used := make(map[string]bool)
	for _, m := range regexp.MustCompile(`inputs\.([a-z-]+)`).FindAllStringSubmatch(string(data), -1) {
		if used[m[1]] = true; action.Inputs[m[1]] == nil {
			t.Errorf("the input %s is used, and not declared", m[1])
		}
	}
	for name := range action.Inputs {
		if !used[name] {
			t.Errorf("the input %s is declared, and not used", name)
		}
	}
	for _, s := range action.Runs.Steps {
		if strings.Contains(s.Run, "${{") {
			t.Errorf("a line has an expression in it: %s", s.Run)
		}
		if s.Run != "" && s.Shell != "bash" {
			t.Errorf("a step of a composite action names its shell: %s", s.Run)
		}
	}
}

// TestWorkflows: what `new` writes is YAML, gives the action inputs that it has, and is
// what the example repository has.
func TestWorkflows(t *testing.T) {
	data, err := os.ReadFile(actionFile)
	if err != nil {
		t.Fatal(err)
	}
	inputs := readYAML(t, data).Inputs
	for _, s := range servers {
		f := &newFlags{ci: s.name}
		files, err := f.workflow()
		if err != nil {
			t.Fatal(err)
		}
		if s.template == "" {
			if len(files) != 0 {
				t.Errorf("--ci %s writes %d files", s.name, len(files))
			}
			continue
		}
		if left := regexp.MustCompile(`@[A-Z]+@`).Find(files[0].Data); left != nil {
			t.Errorf("%s: %s is left", s.template, left)
		}
		for _, j := range readYAML(t, files[0].Data).Jobs {
			for _, step := range j.Steps {
				for name := range step.With {
					if strings.Contains(step.Uses, "/actions/build@") && inputs[name] == nil {
						t.Errorf("%s: the action has no input %s", s.template, name)
					}
				}
				if strings.Contains(step.Run, "${{") {
					t.Errorf("%s: a line has an expression in it: %s", s.template, step.Run)
				}
			}
		}
		if s.name == "github" {
			example, err := os.ReadFile(filepath.Join("../../content/samples/repository", s.file))
			if err != nil || string(example) != string(files[0].Data) {
				t.Errorf("the example repository does not have the workflow that new writes (%v)", err)
			}
		}
	}
	if names, _ := fs.Glob(templates, "templates/common/*.yml"); len(names) != len(servers)-1 {
		t.Errorf("there are %d templates of workflows", len(names))
	}
}
