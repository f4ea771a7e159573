package main

import "testing"

// TestPart: which part of a catalogue is made, as flags and engines say it.
func TestPart(t *testing.T) {
	for what, c := range map[string]struct {
		shard  string
		shards int
		env    map[string]string
		n, of  int // 0, 0: the whole; -1: an error
	}{
		"nothing":                     {},
		"a flag":                      {shard: "3/8", n: 3, of: 8},
		"a flag before an engine":     {shard: "1/1", env: map[string]string{"CI_NODE_INDEX": "2", "CI_NODE_TOTAL": "4"}, n: 1, of: 1},
		"no part":                     {shard: "9/8", n: -1},
		"part none":                   {shard: "0/8", n: -1},
		"no number":                   {shard: "three", n: -1},
		"Kubernetes":                  {shards: 8, env: map[string]string{"JOB_COMPLETION_INDEX": "0"}, n: 1, of: 8},
		"Kubernetes, by a variable":   {env: map[string]string{"JOB_COMPLETION_INDEX": "7", "WARRAQ_SHARDS": "8"}, n: 8, of: 8},
		"Kubernetes, of how many":     {env: map[string]string{"JOB_COMPLETION_INDEX": "0"}, n: -1},
		"Kubernetes, more than there": {shards: 8, env: map[string]string{"JOB_COMPLETION_INDEX": "8"}, n: -1},
		"Slurm":                       {env: map[string]string{"SLURM_ARRAY_TASK_ID": "1", "SLURM_ARRAY_TASK_COUNT": "8", "SLURM_ARRAY_TASK_MIN": "1", "SLURM_ARRAY_TASK_STEP": "1"}, n: 1, of: 8},
		"Slurm from 0":                {env: map[string]string{"SLURM_ARRAY_TASK_ID": "7", "SLURM_ARRAY_TASK_COUNT": "8", "SLURM_ARRAY_TASK_MIN": "0"}, n: 8, of: 8},
		"Slurm by steps":              {env: map[string]string{"SLURM_ARRAY_TASK_ID": "5", "SLURM_ARRAY_TASK_COUNT": "4", "SLURM_ARRAY_TASK_MIN": "1", "SLURM_ARRAY_TASK_STEP": "2"}, n: 3, of: 4},
		"Slurm, one part again":       {shards: 8, env: map[string]string{"SLURM_ARRAY_TASK_ID": "3", "SLURM_ARRAY_TASK_COUNT": "1", "SLURM_ARRAY_TASK_MIN": "3"}, n: 3, of: 8},
		"GitLab":                      {env: map[string]string{"CI_NODE_INDEX": "2", "CI_NODE_TOTAL": "4"}, n: 2, of: 4},
		"GitHub":                      {env: map[string]string{"WARRAQ_SHARD_INDEX": "3", "WARRAQ_SHARDS": "4"}, n: 4, of: 4},
		"a count alone":               {shards: 4, n: -1},
		"a count that is none":        {env: map[string]string{"WARRAQ_SHARDS": "many"}, n: -1},
	} {
		for _, name := range []string{shardIndex, shardCount, "JOB_COMPLETION_INDEX", "SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_COUNT", "SLURM_ARRAY_TASK_MIN", "SLURM_ARRAY_TASK_STEP", "CI_NODE_INDEX", "CI_NODE_TOTAL"} {
			t.Setenv(name, c.env[name])
		}
		f := buildFlags{shard: c.shard, shards: c.shards}
		p, err := f.partAsked()
		if c.n < 0 != (err != nil) || err == nil && (p.number != c.n || p.of != c.of) {
			t.Errorf("%s: %d of %d, %v", what, p.number, p.of, err)
		}
	}
}
