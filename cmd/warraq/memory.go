package main

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// How much memory, in bytes, the heap may take: the limit "memory" of --limits.
const (
	usualMemory  = 4 << 30
	serverMemory = 400 << 20
	leastMemory  = 64 << 20
	easyMemory   = 520 << 20 // below which the collector keeps the pace of collect.go
)

// within ends the program when more is alive than a number of bytes. Up to an easy
// size, or as far as what is alive asks for, the collector runs as often as keeps the
// heap there: many large books need no more than that.
func (h *halt) within(most int64, say func()) {
	if os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	h.easy.Store(easyMemory)
	debug.SetMemoryLimit(min(easyMemory, most))
	var watch func()
	watch = func() {
		runtime.SetFinalizer(new(turn), func(*turn) {
			alive := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
			metrics.Read(alive)
			n := int64(alive[0].Value.Uint64())
			if n > most {
				h.end(say, 1)
			}
			debug.SetMemoryLimit(min(most, max(h.easy.Load(), n*3/2)))
			watch()
		})
	}
	watch()
}

// enough has the collector keep to what is in use now and a fourth more, as far as what is
// alive allows: of many books the largest has just been made, and the others need no
// more.
func (h *halt) enough() {
	if h.easy.Load() == 0 { // who runs the program has set a limit
		return
	}
	use := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(use)
	h.easy.Store(min(easyMemory, max(leastMemory, int64(use[0].Value.Uint64()-use[1].Value.Uint64())*5/4)))
	debug.SetMemoryLimit(h.easy.Load())
}

// tooLarge is told where the heap may not hold the book.
func (u *ui) tooLarge(most int64) {
	if u.many {
		u.fail(withHint(fmt.Errorf("the titles at work take more than %s of memory, what was made stays", size(int(most))),
			"divide the largest; who runs the program may allow more with --limits memory=…"))
		return
	}
	u.fail(withHint(fmt.Errorf("the book takes more than %s of memory, nothing was written", size(int(most))),
		"divide it; who runs the program may allow more with --limits memory=…"))
}
