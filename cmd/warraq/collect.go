package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// How far the heap grows until the collector runs again: by a part of what is
// alive, and by room at least, since small books are done before they fill it. Beyond
// a modest size it is as large as one of a few goals: each look at a heap that is still
// growing costs more than the one before, and most books that come so far need as much
// at their end.
const (
	growth = 80       // percent
	room   = 16 << 20 // bytes
	modest = 32 << 20 // bytes alive
)

// goals are the sizes of a heap, in bytes, that is beyond modest, each for what is alive
// to two thirds of it at most.
var goals = []uint64{200 << 20, 500 << 20}

// collectLate has the collector wait as long as memory is cheap: an author who
// sets GOGC has asked for something else.
func collectLate() {
	if os.Getenv("GOGC") != "" {
		return
	}
	debug.SetGCPercent(100 * room / (4 << 20)) // of the heap's least goal, 4 MB
	paceAgain()
}

// paceAgain calls pace behind each collection: the finalizer of what nothing
// refers to runs then.
func paceAgain() {
	runtime.SetFinalizer(new(turn), func(*turn) {
		pace()
		paceAgain()
	})
}

// turn is one round of the collector. It has a size, so that it is an object of
// its own.
type turn struct{ _ [16]byte }

// pace sets the goal of the next collection by what the last one left alive.
func pace() {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	debug.SetGCPercent(percent(max(live[0].Value.Uint64(), 1)))
}

// percent is by how much a heap may grow.
func percent(live uint64) int {
	if live >= modest {
		for _, goal := range goals {
			if live <= goal/3*2 {
				return int(100*goal/live) - 100
			}
		}
	}
	return max(growth, int(100*room/live))
}
