//go:build faults && unix

package main

import (
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// How often each fault is tried: `make faults`.
var (
	kills   = flag.Int("kills", 60, "builds that are killed")
	signals = flag.Int("signals", 20, "builds that are asked to end")
	pairs   = flag.Int("pairs", 15, "pairs of builds into one folder")
)

// bench is a program and two states of one small book.
type bench struct {
	t       *testing.T
	program string
	out     string
	sets    [2]string // what each state makes: names and digests
	took    time.Duration
}

func newBench(t *testing.T) *bench {
	dir := t.TempDir()
	b := &bench{t: t, program: filepath.Join(dir, "warraq"), out: filepath.Join(dir, "shop", "dist")}
	if out, err := exec.Command("go", "build", "-o", b.program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for state := range b.sets {
		start := time.Now()
		if out, err := b.build(state).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		b.took = time.Since(start)
		b.sets[state] = b.set()
	}
	if b.sets[0] == b.sets[1] {
		t.Fatal("both states of the book are one")
	}
	return b
}

// build is the command that makes a state of the book.
func (b *bench) build(state int) *exec.Cmd {
	src := filepath.Join(filepath.Dir(b.program), fmt.Sprint(state), "book.txt")
	os.MkdirAll(filepath.Dir(src), 0o777)
	text := fmt.Sprintf("✨ فصل\n\nنص %d في كتاب صغير.\n", state)
	os.WriteFile(src, []byte(strings.Repeat(text, state+1)), 0o666) // the other has a chapter less
	return exec.Command(b.program, "build", src, "-q", "-o", b.out, "--title", "كتاب", "--lang", "ar", "--only", "pdf,epub,booklet,web")
}

// set is what lies in the output folder: a line for each file, and whether
// SHA256SUMS is true.
func (b *bench) set() string {
	var s strings.Builder
	names, _ := filesIn(b.out)
	for _, name := range names {
		if strings.HasPrefix(name, ".") {
			continue
		}
		data, err := os.ReadFile(filepath.Join(b.out, name))
		if err != nil {
			b.t.Fatal(err)
		}
		fmt.Fprintf(&s, "%x  %s\n", sha256.Sum256(data), name)
	}
	return s.String()
}

// isOne tells whether the folder holds a set whole.
func (b *bench) isOne(what string) {
	b.t.Helper()
	if got := b.set(); got != b.sets[0] && got != b.sets[1] {
		b.t.Errorf("after %s the folder is neither set:\n%sbut\n%sor\n%s", what, got, b.sets[0], b.sets[1])
	}
}

// isClean tells whether a build that was not disturbed leaves nothing else.
func (b *bench) isClean() {
	b.t.Helper()
	if out, err := b.build(0).CombinedOutput(); err != nil {
		b.t.Fatalf("the next build: %v\n%s", err, out)
	}
	if b.set() != b.sets[0] {
		b.t.Error("the next build left another set")
	}
	b.nothingLeft("the next build")
}

func (b *bench) nothingLeft(what string) {
	b.t.Helper()
	for _, dir := range []string{b.out, filepath.Dir(b.out)} {
		if left, _ := filepath.Glob(filepath.Join(dir, ".*")); left != nil {
			b.t.Errorf("after %s there are left: %v", what, left)
		}
	}
}

// TestKilled kills builds at any moment of theirs, more often towards the end, where
// files are written: the folder holds the set of before or the new one.
func TestKilled(t *testing.T) {
	b := newBench(t)
	for n := range *kills {
		c := b.build(n % 2)
		c.Start()
		at := rand.N(b.took * 5 / 4)
		if n%2 == 0 {
			b.untilWriting(c, rand.N(3*time.Millisecond))
		} else {
			time.Sleep(at)
		}
		c.Process.Kill()
		c.Wait()
		b.isOne("a kill")
	}
	b.isClean()
}

// untilWriting waits until a build makes its draft, and a moment more.
func (b *bench) untilWriting(c *exec.Cmd, more time.Duration) {
	for end := time.Now().Add(10 * b.took); time.Now().Before(end); {
		for _, dir := range []string{b.out, filepath.Dir(b.out)} {
			if drafts, _ := filepath.Glob(filepath.Join(dir, ".*"+draftPrefix+"*")); drafts != nil {
				time.Sleep(more)
				return
			}
		}
		if c.ProcessState != nil || syscall.Kill(c.Process.Pid, 0) != nil {
			return
		}
	}
}

// TestSignalled asks builds to end: the status is that of the signal, and no draft is
// left.
func TestSignalled(t *testing.T) {
	b := newBench(t)
	for n := range *signals {
		s := []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP}[n%3]
		c := b.build(n % 2)
		c.Start()
		time.Sleep(20*time.Millisecond + rand.N(b.took))
		c.Process.Signal(s)
		err := c.Wait()
		status := c.ProcessState.Sys().(syscall.WaitStatus)
		early := status.Signaled() && status.Signal() == s // before the program listens
		if err != nil && !early && status.ExitStatus() != 128+int(s) {
			t.Errorf("%v: %v", s, err)
		}
		b.isOne(s.String())
		b.nothingLeft(s.String())
	}
	b.isClean()
}

// TestSideBySideBuilds builds both states into one folder at once.
func TestSideBySideBuilds(t *testing.T) {
	b := newBench(t)
	for range *pairs {
		one, two := b.build(0), b.build(1)
		one.Start()
		two.Start()
		if err := errors.Join(one.Wait(), two.Wait()); err != nil {
			t.Error(err)
		}
		b.isOne("two builds at once")
		b.nothingLeft("two builds at once")
	}
}

// TestFailingRename puts what cannot be replaced into the way of one file: the old
// set stays.
func TestFailingRename(t *testing.T) {
	b := newBench(t)
	names := strings.Fields(b.sets[0])
	for i := 1; i < len(names); i += 2 {
		s := &shelf{dir: b.out, halt: new(halt), inPlace: true}
		commit := s.path(commitName)
		os.Mkdir(commit, 0o777)
		for k := 1; k < len(names); k += 2 {
			os.MkdirAll(filepath.Join(commit, filepath.Dir(names[k])), 0o777)
			os.WriteFile(filepath.Join(commit, names[k]), []byte("new"), 0o666)
		}
		kept := filepath.Join(t.TempDir(), "kept")
		os.Rename(s.path(names[i]), kept)
		os.MkdirAll(s.path(names[i]+"/in the way"), 0o777)
		if err := s.place(commit); err == nil {
			t.Errorf("%s was replaced", names[i])
		}
		os.RemoveAll(s.path(names[i]))
		os.Rename(kept, s.path(names[i]))
		b.isOne("a rename that failed")
		b.nothingLeft("a rename that failed")
	}
}

// TestOthersFiles puts files into the output folder all the while: none is lost.
func TestOthersFiles(t *testing.T) {
	b := newBench(t)
	for n := range *pairs {
		c := b.build(n % 2)
		c.Start()
		made := 0
		for done := make(chan error, 1); ; made++ {
			if made == 0 {
				go func() { done <- c.Wait() }()
			}
			os.WriteFile(filepath.Join(b.out, fmt.Sprint("note", made)), nil, 0o666)
			time.Sleep(time.Millisecond)
			select {
			case err := <-done:
				if err != nil {
					t.Fatal(err)
				}
			default:
				continue
			}
			break
		}
		for i := range made + 1 {
			name := filepath.Join(b.out, fmt.Sprint("note", i))
			if err := os.Remove(name); err != nil {
				t.Error(err)
			}
		}
		b.isOne("files of others")
		b.nothingLeft("files of others")
	}
}
