package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"runtime/pprof"
	"sync/atomic"
	"text/tabwriter"
	"time"

	"warraq/content"
	"warraq/content/book"
	"warraq/content/book/bounds"
	"warraq/content/epub"
	"warraq/fonts"
	"warraq/layout"
	"warraq/layout/cover"
	"warraq/layout/display"
	"warraq/layout/impose"
	"warraq/layout/pdf"
)

// profiled runs what is measured, with a CPU profile if path names a file.
func profiled(path string, run func() error) error {
	stop, err := startProfile(path)
	if err != nil {
		return err
	}
	defer stop()
	return run()
}

// startProfile begins a CPU profile if path names a file.
func startProfile(path string) (stop func(), err error) {
	if path == "" {
		return func() {}, nil
	}
	f, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	if err := pprof.StartCPUProfile(f); err != nil {
		f.Close()
		return nil, err
	}
	return func() {
		pprof.StopCPUProfile()
		f.Close()
	}, nil
}

// measureStages goes down the road once, in this fresh process, and prints
// what each stage took.
func measureStages(path string) error {
	debug.SetGCPercent(50) // as the program does with large books
	var (
		doc   *content.Document
		set   *fonts.Set
		pages *display.Book
		draft *pdf.Draft
		front []byte
	)
	road := []struct {
		name string
		run  func() error
	}{
		{"read", func() (err error) {
			doc, _, err = book.Read(os.DirFS(filepath.Dir(path)), filepath.Base(path), book.Options{Title: "قياس", Lang: "ar-MA", Limits: bounds.Limits{Chapters: mostChapters}})
			return err
		}},
		{"fonts", func() (err error) { set, err = fonts.NewSet(fonts.Files{}); return err }},
		{"layout", func() (err error) { pages, err = layout.Pages(doc, set, layout.Options{}); return err }},
		{"draw", func() (err error) { draft, err = pdf.Draw(doc, pages, pdf.Options{Producer: "bench"}); return err }},
		{"pdf", func() error { return draft.Write(io.Discard) }},
		{"booklet", func() error {
			plan, err := impose.Impose(len(pages.Pages), impose.Options{Right: true, Trim: impose.Size(pages.Style.Trim)})
			if err != nil {
				return err
			}
			return draft.WriteSheets(io.Discard, pdf.Sheets{Plan: plan})
		}},
		{"cover", func() (err error) {
			front, err = cover.Front(doc, set, cover.ScreenSize(doc)).PNG(cover.ScreenWidth)
			return err
		}},
		{"epub", func() error {
			regular, bold := fonts.Amiri()
			return epub.Write(new(bytes.Buffer), doc, epub.Options{Producer: "bench", Cover: front, Fonts: []epub.Font{
				{Name: "Amiri", Data: regular},
				{Name: "Amiri", Data: bold, Bold: true},
			}})
		}},
	}
	var costs []cost
	for _, s := range road {
		c, err := costOf(s.run)
		if err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
		c.name = s.name
		costs = append(costs, c)
	}
	table := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "stage\tms\tpages/s\tallocations\tallocated MB\tpeak heap MB\t")
	for _, c := range costs {
		fmt.Fprintf(table, "%s\t%.1f\t%.0f\t%d\t%.1f\t%.1f\t\n", c.name, float64(c.took.Microseconds())/1000,
			float64(len(pages.Pages))/c.took.Seconds(), c.allocations, float64(c.allocated)/1e6, float64(c.peak)/1e6)
	}
	return table.Flush()
}

// cost is what one stage took.
type cost struct {
	name        string
	took        time.Duration
	allocations uint64
	allocated   uint64 // bytes in all
	peak        uint64 // bytes of the heap in use at most
}

// costOf runs a stage; the heap is sampled while it runs.
func costOf(run func() error) (cost, error) {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	peak, stop := watchHeap()
	start := time.Now()
	err := run()
	took := time.Since(start)
	stop()
	runtime.ReadMemStats(&after)
	return cost{
		took:        took,
		allocations: after.Mallocs - before.Mallocs,
		allocated:   after.TotalAlloc - before.TotalAlloc,
		peak:        max(peak.Load(), after.HeapAlloc),
	}, err
}

// watchHeap samples the heap each millisecond until stop is called.
func watchHeap() (peak *atomic.Uint64, stop func()) {
	peak = new(atomic.Uint64)
	end, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
		tick := time.NewTicker(time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-end:
				return
			case <-tick.C:
				metrics.Read(sample)
				peak.Store(max(peak.Load(), sample[0].Value.Uint64()))
			}
		}
	}()
	return peak, func() { close(end); <-ended }
}
