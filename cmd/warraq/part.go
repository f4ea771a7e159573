package main

import (
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"warraq/cmd/internal/cache"
)

// This file is which part of a catalogue this machine makes.

// part is one of several of a catalogue; the zero value is the whole.
type part struct {
	number, of int // from 1
	says       string
}

// partFlags adds --shard and --shards.
func (f *buildFlags) partFlags(c *cobra.Command) {
	c.Flags().StringVar(&f.shard, "shard", "", "the part of a catalogue to make, such as 3/8; without it as Kubernetes, Slurm, GitLab or "+shardIndex+" and "+shardCount+" say, 1/1 is the whole")
	c.Flags().IntVar(&f.shards, "shards", 0, "how many parts a catalogue is made in, where the machine knows its own number alone; also "+shardCount)
}

// What a workflow sets: the number of a part from 0, and how many there are.
const shardIndex, shardCount = "WARRAQ_SHARD_INDEX", "WARRAQ_SHARDS"

// shardForm is the value of --shard.
var shardForm = regexp.MustCompile(`^([0-9]{1,6})/([0-9]{1,6})$`)

// partAsked is the part that is asked for: by a flag, or by what started the program.
func (f *buildFlags) partAsked() (part, error) {
	if f.shard != "" {
		m := shardForm.FindStringSubmatch(f.shard)
		if m == nil {
			return part{}, withHint(&usageError{error: fmt.Errorf("--shard %s is no part", f.shard)}, "write such as 3/8: the third of eight")
		}
		n, _ := strconv.Atoi(m[1])
		of, _ := strconv.Atoi(m[2])
		return partOf(n, of, "")
	}
	return partBy(f.shards, os.Getenv)
}

// partOf is a part that must be one.
func partOf(n, of int, by string) (part, error) {
	if n < 1 || of < 1 || n > of {
		err := fmt.Errorf("part %d of %d: there is none", n, of)
		return part{}, &usageError{err, "count parts from 1, as --shard 3/8 does; Kubernetes and " + shardIndex + " count from 0"}
	}
	p := part{number: n, of: of}
	if by != "" && of > 1 {
		p.says = fmt.Sprintf("this is part %d of %d, as %s says", n, of, by)
	}
	return p, nil
}

// partBy is the part that the environment names.
func partBy(count int, env func(string) string) (part, error) {
	number := func(name string) (int, bool) {
		n, err := strconv.Atoi(env(name))
		return n, err == nil
	}
	if count == 0 {
		if said := env(shardCount); said != "" {
			var ok bool
			if count, ok = number(shardCount); !ok {
				return part{}, &usageError{fmt.Errorf("%s is %q, not a number", shardCount, said), "set it to how many parts there are"}
			}
		}
	}
	// Counted from 0, and how many there are is said beside it.
	for _, name := range []string{shardIndex, "JOB_COMPLETION_INDEX"} {
		if n, ok := number(name); ok {
			if count == 0 {
				return part{}, &usageError{fmt.Errorf("%s is %d, and nothing says how many parts there are", name, n), "set " + shardCount + " beside it, or give --shards; --shard 1/1 makes the whole"}
			}
			return partOf(n+1, count, name)
		}
	}
	if n, ok := number("SLURM_ARRAY_TASK_ID"); ok {
		return partOfArray(n, count, number)
	}
	if n, ok := number("CI_NODE_INDEX"); ok {
		total, _ := number("CI_NODE_TOTAL")
		return partOf(n, total, "CI_NODE_INDEX")
	}
	if count > 1 {
		return part{}, &usageError{fmt.Errorf("%d parts are asked for, and nothing says which this is", count), "give --shard, such as 1/" + strconv.Itoa(count)}
	}
	return part{}, nil
}

// partOfArray is task n of an array of Slurm, whose numbers begin where its user says and go on
// in steps; of count parts, where that is said, some of which may be started again alone.
func partOfArray(n, count int, number func(name string) (int, bool)) (part, error) {
	const by = "SLURM_ARRAY_TASK_ID"
	if count > 0 {
		return partOf(n, count, by)
	}
	total, _ := number("SLURM_ARRAY_TASK_COUNT")
	least, _ := number("SLURM_ARRAY_TASK_MIN")
	step, ok := number("SLURM_ARRAY_TASK_STEP")
	if !ok || step < 1 {
		step = 1
	}
	return partOf((n-least)/step+1, total, by)
}

// released is a version that names one state of the program.
var released = regexp.MustCompile(`^v?[0-9]+\.[0-9]+\.[0-9]+$`)

// programName is the program and its version; of one that was never released, its digest
// too.
func programName() (string, error) {
	version := versionOf()
	if released.MatchString(version) {
		return version, nil
	}
	name, err := os.Executable()
	if err != nil {
		return "", err
	}
	sum, err := cache.SumOf(name)
	return fmt.Sprintf("%s+%.6x", strings.ReplaceAll(version, "+", "-"), sum), err
}
