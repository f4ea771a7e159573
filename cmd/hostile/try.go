package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode"

	"golang.org/x/sync/errgroup"

	"warraq/cmd/internal/peak"
)

// cost is what one run took.
type cost struct {
	time   time.Duration // of processors, which other work on the machine does not lengthen
	memory float64       // MB, at its peak
}

// outcome is what an input got.
type outcome struct {
	cost
	size float64  // of the manuscript, MB
	said string   // the status and the first message, for the table
	bad  []string // what may not be
}

// patience is how long a run may last by the clock, however busy the machine; the shell
// ends it at 20 seconds of a processor or 12 GB.
const patience = 90 * time.Second

// mostSaid is how many bytes of messages a run may write.
const mostSaid = 128 << 10

func (w *wishes) carryOut() error {
	var chosen []input
	for i, in := range inputs() {
		if w.only.MatchString(in.name) && i%w.parts == w.part-1 && (!w.usual || in.isServers()) {
			chosen = append(chosen, in)
		}
	}
	dir, err := os.MkdirTemp("", "warraq-hostile-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if w.write != "" {
		for _, in := range chosen {
			dir := w.write
			if len(chosen) > 1 {
				dir = filepath.Join(dir, fileName(in.name))
			}
			if err := errors.Join(os.MkdirAll(dir, 0o777), in.write(dir)); err != nil {
				return err
			}
		}
		return nil
	}
	if w.program == "" {
		w.program = filepath.Join(dir, "warraq")
		if out, err := exec.Command("go", "build", "-o", w.program, "./cmd/warraq").CombinedOutput(); err != nil {
			return fmt.Errorf("%w\n%s", err, out)
		}
	}
	got, err := w.tryAll(chosen, dir)
	if err != nil {
		return err
	}
	return w.judge(chosen, got)
}

// tryAll tries inputs side by side and prints each as it ends.
func (w *wishes) tryAll(chosen []input, dir string) ([]outcome, error) {
	got := make([]outcome, len(chosen))
	var g errgroup.Group
	g.SetLimit(max(w.workers, 1))
	var print sync.Mutex
	for i, in := range chosen {
		g.Go(func() error {
			at := filepath.Join(dir, fmt.Sprint(i))
			defer os.RemoveAll(at)
			var err error
			if got[i], err = w.try(in, at); err != nil {
				return fmt.Errorf("%s: %w", in.name, err)
			}
			print.Lock()
			defer print.Unlock()
			fmt.Printf("%6.2f s %5.0f MB  %-42s %s\n", got[i].time.Seconds(), got[i].memory, in.name, got[i].said)
			for _, bad := range got[i].bad {
				fmt.Printf("    BAD %s\n", bad)
			}
			return nil
		})
	}
	return got, g.Wait()
}

// try runs the program on one input in a folder of its own.
func (w *wishes) try(in input, dir string) (o outcome, err error) {
	src := filepath.Join(dir, "book")
	if err := written(in.name, src); err != nil {
		return o, err
	}
	args := in.args
	if args == nil {
		args = []string{"build", "book", "-q", "-o", "out"}
	}
	if w.usual {
		args = args[:len(args)-len(serversLimits)]
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	c, err := w.command(ctx, dir, args)
	if err != nil {
		return o, err
	}
	var said bytes.Buffer
	c.Stderr = &said
	err = c.Run()
	if c.ProcessState == nil {
		return o, err
	}
	o.time, o.memory = c.ProcessState.UserTime()+c.ProcessState.SystemTime(), peak.Of(c.ProcessState)
	status := c.ProcessState.ExitCode()
	o.size = megabytes(src)
	o.said = fmt.Sprintf("%d %s", status, first(said.String()))
	o.bad = w.wrong(&o, status, ctx.Err() != nil, said.String())
	if bad := torn(filepath.Join(dir, "out"), status); bad != "" {
		o.bad = append(o.bad, bad)
	}
	if in.told && status == 0 {
		codes, err := w.codes(dir)
		if err != nil {
			o.bad = append(o.bad, fmt.Sprintf("is told of by no codes: %v", err))
		}
		o.said += codes
	}
	return o, nil
}

// command is the program with what it may take of the machine, in a folder.
func (w *wishes) command(ctx context.Context, dir string, args []string) (*exec.Cmd, error) {
	program, err := filepath.Abs(w.program)
	if err != nil {
		return nil, err
	}
	c := exec.CommandContext(ctx, "sh", append([]string{"-c", `ulimit -t 20; ulimit -v 12000000; exec "$0" "$@"`, program}, args...)...)
	c.Dir = dir
	return c, nil
}

// codes are those of all that is told of an input's book, each once, in their order.
func (w *wishes) codes(dir string) (string, error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	c, err := w.command(ctx, dir, []string{"check", "book", "--only", "pdf", "--json"})
	if err != nil {
		return "", err
	}
	out, err := c.Output()
	if err != nil {
		return "", err
	}
	var codes []string
	for line := range bytes.Lines(out) {
		var one struct{ Code string }
		if err := json.Unmarshal(line, &one); err != nil {
			return "", err
		}
		codes = append(codes, one.Code)
	}
	slices.Sort(codes)
	return strings.Join(slices.Compact(codes), " "), nil
}

// written has the input written by a process of its own: what a process takes at its
// peak its children are said to take as well.
func written(name, dir string) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	if out, err := exec.Command(self, "-write", dir, "-only", "^"+regexp.QuoteMeta(name)+"$").CombinedOutput(); err != nil {
		return fmt.Errorf("%w\n%s", err, out)
	}
	return nil
}

// megabytes is how large the files of a folder are together.
func megabytes(dir string) (n float64) {
	filepath.WalkDir(dir, func(_ string, e fs.DirEntry, err error) error {
		if err == nil && e.Type().IsRegular() {
			if info, err := e.Info(); err == nil {
				n += float64(info.Size()) / 1e6
			}
		}
		return nil
	})
	return n
}

// placed is a message that names its place: a file, a line of it, or what of the
// command line.
var placed = regexp.MustCompile(`^(warraq: .*|[^ :]+(:\d+)?: .+|--\S+.*|  .*)$`)

// wrong is what may not be, of a run that ended.
func (w *wishes) wrong(o *outcome, status int, late bool, said string) (bad []string) {
	switch {
	case late:
		bad = append(bad, fmt.Sprintf("did not end within %v", patience))
	case !slices.Contains([]int{0, 1, 2, 3}, status):
		bad = append(bad, fmt.Sprintf("ended with status %d", status))
	case status != 0 && strings.TrimSpace(said) == "":
		bad = append(bad, "failed without a word")
	}
	most := w.most
	if w.usual && status == 0 {
		times := max(1, o.size)
		most.time, most.memory = time.Duration(times*float64(most.time)), times*most.memory
	}
	if o.time > most.time {
		bad = append(bad, fmt.Sprintf("took %.1f s", o.time.Seconds()))
	}
	if o.memory > most.memory {
		bad = append(bad, fmt.Sprintf("took %.0f MB", o.memory))
	}
	if len(said) > mostSaid {
		bad = append(bad, fmt.Sprintf("said %d bytes", len(said)))
	}
	if strings.Contains(said, "goroutine ") || strings.Contains(said, "runtime error") {
		bad = append(bad, "panicked")
	}
	if i := strings.IndexFunc(said, unseen); i >= 0 {
		bad = append(bad, fmt.Sprintf("said a character that is not seen: %q", said[i:min(i+8, len(said))]))
	}
	for line := range strings.Lines(said) {
		if status == 3 && !placed.MatchString(strings.TrimRight(line, "\n")) {
			bad = append(bad, "says no place: "+strings.TrimSpace(line))
			break
		}
	}
	return bad
}

// unseen tells a character that moves about on a terminal.
func unseen(r rune) bool {
	return unicode.IsControl(r) && r != '\n' && r != '\t' || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0x200e || r == 0x200f
}

// torn tells an output folder that holds half of a set, or a set that failed.
func torn(dir string, status int) string {
	sums, err := os.ReadFile(filepath.Join(dir, "SHA256SUMS"))
	entries, _ := os.ReadDir(dir)
	switch {
	case err != nil && len(entries) > 0:
		return "left files without SHA256SUMS"
	case err == nil && status != 0:
		return "failed and left files"
	case err != nil:
		return ""
	}
	lines := strings.Count(string(sums), "\n")
	if lines != len(entries)-1 {
		return fmt.Sprintf("left %d files, of which SHA256SUMS has %d", len(entries)-1, lines)
	}
	for line := range strings.Lines(string(sums)) {
		sum, name, _ := strings.Cut(strings.TrimSpace(line), "  ")
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil || fmt.Sprintf("%x", sha256.Sum256(data)) != sum {
			return "left a SHA256SUMS that is not true of " + name
		}
	}
	return ""
}

// first is the first line of what was said, in the length of the table.
func first(said string) string {
	line, _, _ := strings.Cut(said, "\n")
	if runes := []rune(line); len(runes) > 160 {
		line = string(runes[:160]) + "…"
	}
	return line
}

// fileName makes a name of a folder of an input's.
func fileName(name string) string {
	return strings.Map(func(r rune) rune {
		if r == '/' || r == ' ' || r < ' ' {
			return '_'
		}
		return r
	}, name)
}
