package main

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

// TestProgress holds the display to its two promises: nothing for work that is
// done at once, the stage's name for work that lasts.
func TestProgress(t *testing.T) {
	var quick bytes.Buffer
	p := newProgress(&quick, time.Hour, time.Millisecond)
	p.stage("reading")
	p.done()
	if quick.Len() > 0 {
		t.Errorf("work that lasted a moment showed %q", quick.String())
	}
	var slow bytes.Buffer
	p = newProgress(&slow, 0, time.Millisecond)
	p.stage("laying out the pages")
	time.Sleep(20 * time.Millisecond)
	p.stage("writing the PDF")
	p.done()
	if !strings.Contains(slow.String(), "laying out the pages") {
		t.Errorf("work that lasted showed %q", slow.String())
	}
	p = newProgress(nil, 0, time.Millisecond)
	p.stage("nobody watches")
	p.done()
}
