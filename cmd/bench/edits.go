package main

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"slices"
	"strings"
	"time"

	"warraq"
)

// measureEdits makes a book for a screen over and over, another word of a paragraph
// changed each time, as the preview does when a file is saved, and prints what a cold
// build took, what the others did, and the heap that is alive on the way.
func measureEdits(source string, edits int, profile string) error {
	debug.SetGCPercent(600) // about as the program does with books of a few hundred pages
	dir, err := os.MkdirTemp("", "warraq-edits-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	texts, name, err := copied(source, dir)
	if err != nil {
		return err
	}
	opt := warraq.Options{Lang: "ar-MA"}
	cold, err := coldly(dir, name, opt)
	if err != nil {
		return err
	}
	opt.Memory = new(warraq.Memory)
	pages, _, err := shown(dir, name, opt)
	if err != nil {
		return err
	}
	stop, err := startProfile(profile)
	if err != nil {
		return err
	}
	cost, err := editAll(dir, name, texts, edits, pages, opt)
	if err != nil {
		return err
	}
	stop()
	late := alive()
	runtime.KeepAlive(opt.Memory)
	warm, each := cost.took, float64(edits)
	fmt.Printf("%d pages; cold %.1f ms; after an edit %.1f ms (median of %d; a tenth took more than %.1f; %.1f ms of a core and %.1f MB allocated each), %.1f pages changed; heap %.1f MB after 10 edits, %.1f MB after %d\n",
		len(pages), ms(cold), ms(median(warm)), edits, ms(warm[len(warm)*9/10]), ms(cost.cpu/time.Duration(edits)), float64(cost.allocated/uint64(edits))/1e6, float64(cost.changed)/each, float64(cost.early)/1e6, float64(late)/1e6, edits)
	return nil
}

// editCost is what edits took.
type editCost struct {
	took      []time.Duration // each
	cpu       time.Duration   // all
	allocated uint64          // bytes
	changed   int             // pages
	early     uint64          // bytes alive after ten of them
}

// editAll edits words of a book's texts one by one, and makes the book after each.
func editAll(dir, name string, texts []string, edits int, pages []string, opt warraq.Options) (c editCost, err error) {
	r := rand.New(rand.NewPCG(17, 1))
	cpu, allocated := spent(), allocations()
	for n := range edits {
		if err := editWord(texts[r.IntN(len(texts))], r); err != nil {
			return c, err
		}
		runtime.GC() // as the preview does while its author types
		after, took, err := shown(dir, name, opt)
		if err != nil {
			return c, err
		}
		c.took = append(c.took, took)
		for i := range after {
			if i >= len(pages) || pages[i] != after[i] {
				c.changed++
			}
		}
		pages = after
		if n == 9 {
			c.early = alive()
		}
	}
	c.cpu, c.allocated = spent()-cpu, allocations()-allocated
	return c, nil
}

// coldly is how long the book takes with nothing kept of a time before: the median of
// three.
func coldly(dir, name string, opt warraq.Options) (time.Duration, error) {
	var times []time.Duration
	for range 3 {
		_, took, err := shown(dir, name, opt)
		if err != nil {
			return 0, err
		}
		times = append(times, took)
	}
	return median(times), nil
}

// median sorts times, and gives the one in the middle.
func median(times []time.Duration) time.Duration {
	slices.Sort(times)
	return times[len(times)/2]
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// spent is how long the cores were at work for this process so far, as the collector
// estimates it.
func spent() time.Duration {
	runtime.GC()
	sample := []metrics.Sample{{Name: "/cpu/classes/user:cpu-seconds"}, {Name: "/cpu/classes/gc/total:cpu-seconds"}}
	metrics.Read(sample)
	return time.Duration((sample[0].Value.Float64() + sample[1].Value.Float64()) * float64(time.Second))
}

// allocations is how many bytes were allocated so far.
func allocations() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.TotalAlloc
}

// alive is how many bytes of the heap are in use.
func alive() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// shown makes the book of a manuscript in a folder, as far as a screen asks for it.
func shown(dir, name string, opt warraq.Options) (sums []string, took time.Duration, err error) {
	start := time.Now()
	b, err := warraq.Open(os.DirFS(dir), name, opt)
	if err != nil {
		return nil, 0, err
	}
	v, err := b.View()
	if err != nil {
		return nil, 0, err
	}
	for _, p := range v.Pages() {
		sums = append(sums, p.Sum)
	}
	v.Contents()
	v.Sides()
	b.Problems()
	return sums, time.Since(start), nil
}

// copied copies a manuscript into a folder; texts are its files that can be edited.
func copied(source, dir string) (texts []string, name string, err error) {
	info, err := os.Stat(source)
	if err != nil {
		return nil, "", err
	}
	if !info.IsDir() {
		data, err := os.ReadFile(source)
		if err != nil {
			return nil, "", err
		}
		name = filepath.Base(source)
		text := filepath.Join(dir, name)
		return []string{text}, name, os.WriteFile(text, data, 0o666)
	}
	if err := os.CopyFS(dir, os.DirFS(source)); err != nil {
		return nil, "", err
	}
	return texts, ".", filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && warraq.IsText(path) {
			texts = append(texts, path)
		}
		return err
	})
}

// editWord puts a letter behind a word in the middle of a paragraph of a text.
func editWord(path string, r *rand.Rand) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	lines := strings.Split(string(data), "\n")
	const least = 200 // bytes of what is a paragraph rather than a heading
	for {
		n := r.IntN(len(lines))
		if len(lines[n]) < least || strings.HasPrefix(lines[n], "#") || strings.HasPrefix(lines[n], "✨") || strings.HasPrefix(lines[n], "|") {
			continue
		}
		words := strings.Split(lines[n], " ")
		at := 1 + r.IntN(len(words)-2)
		if words[at] = strings.TrimSuffix(words[at], "ت"); !isArabicWord(words[at]) {
			continue
		}
		words[at] += "ت"
		lines[n] = strings.Join(words, " ")
		return os.WriteFile(path, []byte(strings.Join(lines, "\n")), 0o666)
	}
}

// isArabicWord tells a word of Arabic letters alone.
func isArabicWord(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return r < 'ء' || r > 'ي' })
}
