package main

import (
	"os"
	"os/signal"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
)

// halt is what a signal that ends the program finds: the drafts to be cleared, and
// whether files are taking their places, which is waited for.
type halt struct {
	mu     sync.Mutex
	drafts []string
	easy   atomic.Int64 // memory that the collector keeps to, bytes; 0: it is not watched
}

// haltOn ends the program on the signals that ask for it, with the status that
// shells know: 128 and the number of the signal.
func haltOn() *halt {
	h := new(halt)
	asked := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) { // else nohup has asked for that
		asked = append(asked, syscall.SIGHUP)
	}
	came := make(chan os.Signal, 1)
	signal.Notify(came, asked...)
	go func() {
		s := <-came
		status := 1
		if n, ok := s.(syscall.Signal); ok {
			status = 128 + int(n)
		}
		h.end(func() {}, status)
	}()
	return h
}

// after ends the program when it has lasted too long.
func (h *halt) after(d time.Duration, say func()) {
	time.AfterFunc(d, func() { h.end(say, 1) })
}

// mostTries is how often a draft is removed into which files are still being written;
// what is removed nobody makes again.
const mostTries = 100

// end ends the program; files that are taking their places do so first.
func (h *halt) end(say func(), status int) {
	h.mu.Lock() // and keep it: nothing begins any more
	for _, d := range h.drafts {
		for range mostTries {
			if os.RemoveAll(d) == nil {
				break
			}
		}
	}
	say()
	os.Exit(status)
}

// over gives back control unless the program is being ended: what fails then fails since
// its draft is gone, and is no reason to end with another status.
func (h *halt) over() {
	h.mu.Lock()
	defer h.mu.Unlock()
}

// draft makes a folder that is cleared if the program is asked to end.
func (h *halt) draft(dir, prefix string) (string, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	name, err := mkdir(dir, prefix)
	if err == nil {
		h.drafts = append(h.drafts, name)
	}
	return name, err
}

// whole does what must not be ended halfway.
func (h *halt) whole(do func() error) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	return do()
}
