package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"
)

// measure builds every manuscript with the whole program and prints a table,
// then the table of each stage.
func measure(dir string) error {
	program := filepath.Join(dir, "warraq")
	if out, err := exec.Command("go", "build", "-buildvcs=false", "-o", program, "./cmd/warraq").CombinedOutput(); err != nil {
		return fmt.Errorf("go build: %w: %s", err, out)
	}
	list, err := manuscripts(dir)
	if err != nil {
		return err
	}
	table := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Println("\nThe whole program, a new process each time; medians.")
	fmt.Fprintln(table, "manuscript\tformats\tpages\tseconds\tfastest\tpages/s\tCPU s\tpeak MB\t")
	for _, m := range list {
		for _, only := range []string{"pdf", "epub", "pdf,epub"} {
			row, err := timed(program, dir, m, only)
			if err != nil {
				return err
			}
			fmt.Fprintf(table, "%s\t%s\t%d\t%.3f\t%.3f\t%.0f\t%.3f\t%.0f\t\n", m.name, only,
				row.pages, row.wall.Seconds(), row.least.Seconds(), float64(row.pages)/row.wall.Seconds(), row.cpu.Seconds(), row.peak)
		}
	}
	table.Flush()
	for _, m := range list {
		fmt.Printf("\nThe stages one after the other: %s.\n", m.name)
		self, err := os.Executable()
		if err != nil {
			return err
		}
		cmd := exec.Command(self, "-stages", m.path)
		cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
		if err := cmd.Run(); err != nil {
			return err
		}
	}
	return nil
}

// row is one line of the table.
type row struct {
	pages            int
	wall, least, cpu time.Duration
	peak             float64 // MB; 0 where the system does not tell
}

var pagesSaid = regexp.MustCompile(`(\d+) pages?`)

// timed builds m several times and takes the medians.
func timed(program, dir string, m manuscript, only string) (row, error) {
	var r row
	var walls, cpus []time.Duration
	for range m.runs {
		cmd := exec.Command(program, "build", "-o", filepath.Join(dir, "out"), "--only", only, "--lang", "ar-MA", "--title", m.name, m.path)
		var said strings.Builder
		cmd.Stdout, cmd.Stderr = &said, &said
		start := time.Now()
		if err := cmd.Run(); err != nil {
			return r, fmt.Errorf("%s: %w: %s", m.name, err, said.String())
		}
		walls = append(walls, time.Since(start))
		cpus = append(cpus, cmd.ProcessState.UserTime()+cmd.ProcessState.SystemTime())
		r.peak = max(r.peak, peakMB(cmd.ProcessState))
		if found := pagesSaid.FindStringSubmatch(said.String()); found != nil {
			r.pages, _ = strconv.Atoi(found[1])
		}
	}
	slices.Sort(walls)
	slices.Sort(cpus)
	r.wall, r.least, r.cpu = walls[len(walls)/2], walls[0], cpus[len(cpus)/2]
	return r, nil
}
