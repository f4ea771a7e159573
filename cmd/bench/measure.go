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

	"warraq/cmd/internal/peak"
)

// measure builds every manuscript with the whole program and prints a table,
// then the table of each stage. Where base names another binary of the program,
// each is built by both in turn, and the table tells how they compare.
func measure(dir, base string) error {
	program := filepath.Join(dir, "warraq")
	if out, err := exec.Command("go", "build", "-buildvcs=false", "-o", program, "./cmd/warraq").CombinedOutput(); err != nil {
		return fmt.Errorf("go build: %w: %s", err, out)
	}
	list, err := manuscripts(dir, base != "")
	if err != nil {
		return err
	}
	if base != "" {
		return compare(base, program, dir, list)
	}
	table := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Println("\nThe whole program, a new process each time; medians.")
	fmt.Fprintln(table, "manuscript\tformats\tpages\tseconds\tfastest\tpages/s\tCPU s\tpeak MB\t")
	for _, m := range list {
		for _, only := range []string{"pdf", "epub", "pdf,epub"} {
			rows, err := timed(dir, m, only, program)
			if err != nil {
				return err
			}
			row := rows[0]
			fmt.Fprintf(table, "%s\t%s\t%d\t%.3f\t%.3f\t%.0f\t%.3f\t%.0f\t\n", m.name, only,
				row.pages, row.wall.Seconds(), row.least.Seconds(), float64(row.pages)/row.wall.Seconds(), row.cpu.Seconds(), row.peak)
		}
	}
	table.Flush()
	return measureAll(list)
}

// measureAll prints the stages of each manuscript, each in a process of its own.
func measureAll(list []manuscript) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	for _, m := range list {
		fmt.Printf("\nThe stages one after the other: %s.\n", m.name)
		cmd := exec.Command(self, "-stages", m.path)
		cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
		if err := cmd.Run(); err != nil {
			return err
		}
	}
	return nil
}

// compare builds each manuscript by two binaries in turn.
func compare(base, program, dir string, list []manuscript) error {
	table := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Printf("\nThe whole program beside %s, a new process each time, in turn; medians, and parts of the base's.\n", base)
	fmt.Fprintln(table, "manuscript\tformats\tCPU s\tbase\t\tpeak MB\tbase\t\tseconds\tbase\t\tfiles\t")
	for _, m := range list {
		for _, only := range []string{"pdf", "pdf,epub,booklet"} {
			rows, err := timed(dir, m, only, base, program)
			if err != nil {
				return err
			}
			before, now, files := rows[0], rows[1], "other bytes"
			if before.sums == now.sums {
				files = "same bytes"
			}
			fmt.Fprintf(table, "%s\t%s\t%.2f\t%.2f\t%.2f\t%.0f\t%.0f\t%.2f\t%.2f\t%.2f\t%.2f\t%s\t\n", m.name, only,
				now.cpu.Seconds(), before.cpu.Seconds(), now.cpu.Seconds()/before.cpu.Seconds(),
				now.peak, before.peak, now.peak/max(before.peak, 1),
				now.wall.Seconds(), before.wall.Seconds(), now.wall.Seconds()/before.wall.Seconds(), files)
		}
	}
	return table.Flush()
}

// row is one line of the table.
type row struct {
	pages            int
	wall, least, cpu time.Duration
	peak             float64 // MB, the median; 0 where the system does not tell
	sums             string  // SHA256SUMS of what was built last
}

// mostChapters is how many the manuscripts may have: more than a book has unless its
// author asks for it.
const mostChapters = 20_000

var pagesSaid = regexp.MustCompile(`(\d+) pages?`)

// timed builds m several times with each program, in turn, and takes the medians.
func timed(dir string, m manuscript, only string, programs ...string) ([]row, error) {
	rows := make([]row, len(programs))
	walls, cpus, peaks := make([][]time.Duration, len(programs)), make([][]time.Duration, len(programs)), make([][]float64, len(programs))
	out := filepath.Join(dir, "out")
	for range m.runs {
		for i, program := range programs {
			if err := os.RemoveAll(out); err != nil {
				return nil, err
			}
			cmd := exec.Command(program, "build", "-o", out, "--only", only, "--lang", "ar-MA", "--title", m.name, m.path)
			cmd.Env = append(os.Environ(), fmt.Sprintf("WARRAQ_LIMITS=chapters=%d", mostChapters)) // which a base may not know
			var said strings.Builder
			cmd.Stdout, cmd.Stderr = &said, &said
			start := time.Now()
			if err := cmd.Run(); err != nil {
				return nil, fmt.Errorf("%s: %w: %s", m.name, err, said.String())
			}
			walls[i] = append(walls[i], time.Since(start))
			cpus[i] = append(cpus[i], cmd.ProcessState.UserTime()+cmd.ProcessState.SystemTime())
			peaks[i] = append(peaks[i], peak.Of(cmd.ProcessState))
			sums, err := os.ReadFile(filepath.Join(out, "SHA256SUMS"))
			if err != nil {
				return nil, err
			}
			rows[i].sums = string(sums)
			if found := pagesSaid.FindStringSubmatch(said.String()); found != nil {
				rows[i].pages, _ = strconv.Atoi(found[1])
			}
		}
	}
	for i := range rows {
		slices.Sort(walls[i])
		slices.Sort(cpus[i])
		slices.Sort(peaks[i])
		n := len(walls[i])
		rows[i].wall, rows[i].least, rows[i].cpu, rows[i].peak = walls[i][n/2], walls[i][0], cpus[i][n/2], peaks[i][n/2]
	}
	return rows, nil
}
