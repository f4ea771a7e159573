package main

import (
	"os"
	"os/signal"
	"sync"
	"syscall"
)

// halt is what a signal that ends the program finds: the drafts to be cleared, and
// whether files are taking their places, which is waited for.
type halt struct {
	mu     sync.Mutex
	drafts []string
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
		h.mu.Lock() // and keep it: nothing begins any more
		for _, d := range h.drafts {
			os.RemoveAll(d)
		}
		status := 1
		if n, ok := s.(syscall.Signal); ok {
			status = 128 + int(n)
		}
		os.Exit(status)
	}()
	return h
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
