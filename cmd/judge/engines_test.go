package main

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
	batchv1 "k8s.io/api/batch/v1"
	kubernetes "sigs.k8s.io/yaml"
)

// blocks are the listings of the guide's chapter on catalogues in a language.
func blocks(t *testing.T, lang string) []string {
	t.Helper()
	text, err := os.ReadFile("../../content/guide/" + lang + "/14a-catalogue.md")
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, m := range regexp.MustCompile("(?s)```[a-z]+\n(.*?)```").FindAllStringSubmatch(string(text), -1) {
		all = append(all, m[1])
	}
	return all
}

// having is the listing that has some text.
func having(t *testing.T, all []string, text string) string {
	t.Helper()
	for _, b := range all {
		if strings.Contains(b, text) {
			return b
		}
	}
	t.Fatalf("no listing has %q", text)
	return ""
}

// TestKubernetes: the guide's Job is one, each of its keys known, and its parts are told
// their numbers.
func TestKubernetes(t *testing.T) {
	for _, lang := range []string{"ar", "en"} {
		var job batchv1.Job
		if err := kubernetes.UnmarshalStrict([]byte(having(t, blocks(t, lang), "kind: Job")), &job); err != nil {
			t.Fatal(err)
		}
		s, pod := job.Spec, job.Spec.Template.Spec
		if job.APIVersion != "batch/v1" || job.Name == "" || s.CompletionMode == nil || *s.CompletionMode != batchv1.IndexedCompletion ||
			s.Completions == nil || s.Parallelism == nil || s.BackoffLimitPerIndex == nil || pod.RestartPolicy != "Never" || len(pod.Containers) != 1 {
			t.Errorf("%s: %+v", lang, s)
			continue
		}
		args := strings.Join(pod.Containers[0].Args, " ")
		if *s.Completions != 8 || !strings.HasSuffix(args, "--shards 8") {
			t.Errorf("%s: %d completions, %s", lang, *s.Completions, args)
		}
		claims := map[string]bool{}
		for _, v := range pod.Volumes {
			claims[v.Name] = v.PersistentVolumeClaim != nil
		}
		for _, m := range pod.Containers[0].VolumeMounts {
			if !claims[m.Name] || !strings.Contains(args, m.MountPath) {
				t.Errorf("%s: %s is mounted and is not there, or nobody names it", lang, m.Name)
			}
		}
	}
}

// strict reads YAML whose keys are all known.
func strict(t *testing.T, text string, into any) {
	t.Helper()
	d := yaml.NewDecoder(bytes.NewReader([]byte(text)))
	d.KnownFields(true)
	if err := d.Decode(into); err != nil {
		t.Fatal(err)
	}
}

// workflowJob is a job of a workflow, as far as the guide's has it.
type workflowJob struct {
	RunsOn   string `yaml:"runs-on"`
	Needs    string
	Strategy struct{ Matrix map[string][]int }
	Env      map[string]string
	Steps    []struct {
		Uses, Run string
		With      map[string]any
	}
}

// TestWorkflow: the guide's workflow sets what the program reads, and joins what its
// parts leave.
func TestWorkflow(t *testing.T) {
	for _, lang := range []string{"ar", "en"} {
		var w struct {
			On   string
			Jobs map[string]workflowJob
		}
		strict(t, having(t, blocks(t, lang), "runs-on"), &w)
		part, join := w.Jobs["part"], w.Jobs["join"]
		if part.Env["WARRAQ_SHARD_INDEX"] != "${{ strategy.job-index }}" || part.Env["WARRAQ_SHARDS"] != "${{ strategy.job-total }}" ||
			len(part.Strategy.Matrix["part"]) < 2 || join.Needs != "part" || len(part.Steps) != 3 || len(join.Steps) != 2 {
			t.Errorf("%s: %+v", lang, w)
			continue
		}
		if part.Steps[2].With["path"] != join.Steps[0].With["path"] || !strings.Contains(part.Steps[2].With["name"].(string), "job-index") ||
			join.Steps[1].Run != "warraq catalogue join dist" {
			t.Errorf("%s: %+v", lang, w.Jobs)
		}
	}
}

// TestPipeline: the same of the guide's pipeline for GitLab.
func TestPipeline(t *testing.T) {
	type job struct {
		Stage     string
		Parallel  int
		Script    []string
		Artifacts struct{ Paths []string }
	}
	for _, lang := range []string{"ar", "en"} {
		var p struct {
			Stages     []string
			Part, Join job
		}
		strict(t, having(t, blocks(t, lang), "parallel: "), &p)
		if p.Part.Parallel < 2 || len(p.Stages) != 2 || p.Part.Stage != p.Stages[0] || p.Join.Stage != p.Stages[1] ||
			p.Part.Artifacts.Paths[0] != "dist" || p.Join.Script[0] != "warraq catalogue join dist" {
			t.Errorf("%s: %+v", lang, p)
		}
	}
}

// TestArray: the guide's array has as many parts as it says.
func TestArray(t *testing.T) {
	for _, lang := range []string{"ar", "en"} {
		script := having(t, blocks(t, lang), "#SBATCH")
		m := regexp.MustCompile(`(?s)^#!/bin/sh\n#SBATCH --array=1-(\d+)\n#SBATCH --requeue\n.*--shards (\d+)\n$`).FindStringSubmatch(script)
		if m == nil || m[1] != m[2] {
			t.Errorf("%s: %s", lang, script)
		}
	}
}
