package main

import "testing"

// TestPercent: a small heap has its room, a larger one the next goal, with half of what
// is alive to spare at least, and the goal never falls as more is alive.
func TestPercent(t *testing.T) {
	for live, want := range map[uint64]int{1: 100 * room, 8 << 20: 200, 24 << 20: growth, 50 << 20: 300, 200 << 20: 150, 1 << 30: growth} {
		if got := percent(live); got != want {
			t.Errorf("%d bytes alive: %d %%, want %d", live, got, want)
		}
	}
	last := 0.0
	for live := uint64(1 << 20); live < 1<<29; live += 1 << 20 {
		goal := float64(live) * (1 + float64(percent(live))/100)
		if goal < last*0.99 { // percents are whole
			t.Errorf("%d bytes alive: a goal of %.0f, below %.0f", live, goal, last)
		}
		if goal < float64(live)*1.49 {
			t.Errorf("%d bytes alive: a goal of %.0f", live, goal)
		}
		last = max(last, goal)
	}
}
