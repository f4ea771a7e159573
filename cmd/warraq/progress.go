package main

import (
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// progress shows that work goes on, once it has lasted longer than a moment.
// Without a writer it shows nothing, so callers need not ask.
type progress struct {
	stages chan string
	gone   chan struct{}
}

const (
	progressAfter = 500 * time.Millisecond
	progressTick  = 100 * time.Millisecond
)

// newProgress watches over work to be shown on w, a terminal or nil.
func newProgress(w io.Writer, after, tick time.Duration) *progress {
	p := &progress{stages: make(chan string), gone: make(chan struct{})}
	go p.show(w, after, tick)
	return p
}

// terminal gives the stream when people watch it and want to, else nil.
func (u *ui) terminal() io.Writer {
	f, ok := u.err.(*os.File)
	if !ok || u.quiet || !term.IsTerminal(int(f.Fd())) {
		return nil
	}
	return f
}

// stage names what is being done now. A nil progress is of work that is shown with
// other work.
func (p *progress) stage(name string) {
	if p != nil {
		p.stages <- name
	}
}

// done takes the display away.
func (p *progress) done() {
	close(p.stages)
	<-p.gone
}

func (p *progress) show(w io.Writer, after, tick time.Duration) {
	defer close(p.gone)
	var bar *progressbar.ProgressBar
	stage := ""
	wake := time.NewTimer(after)
	defer wake.Stop()
	for {
		select {
		case name, more := <-p.stages:
			if !more {
				if bar != nil {
					bar.Finish()
				}
				return
			}
			stage = name
		case <-wake.C:
			if w == nil {
				continue
			}
			if bar == nil {
				bar = progressbar.NewOptions(-1,
					progressbar.OptionSetWriter(w),
					progressbar.OptionSpinnerType(14),
					progressbar.OptionSetElapsedTime(true),
					progressbar.OptionClearOnFinish(),
					progressbar.OptionThrottle(tick/2))
			}
			bar.Describe(stage)
			bar.Add(1)
			wake.Reset(tick)
		}
	}
}
