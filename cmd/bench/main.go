// Command bench is the second half of `make bench`: it writes large
// manuscripts, builds each with the whole program in a process of its own, and
// tells time, pages a second and peak memory; then it goes down the road stage
// by stage and tells allocations too.
//
//	bench                                measure
//	bench -base BINARY                   measure beside another binary
//	bench -write FILE -words N -forms M  only write a generated manuscript
//	bench -typography FILE               how even the lines of a manuscript are
//	bench -stages FILE -cpuprofile P     measure the stages on FILE, with a profile
//	bench -edits FILE -cpuprofile P      measure FILE, or a folder, made again after edits
//	bench -copies N -write FILE SOURCE   only write SOURCE, a text, N times over
//	bench -titles N -write DIR           only write a catalogue of N books
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
)

func main() {
	var w wishes
	flag.StringVar(&w.write, "write", "", "write one manuscript to this file and measure nothing")
	flag.IntVar(&w.recipe.words, "words", 400_000, "words of the generated manuscript")
	flag.IntVar(&w.recipe.forms, "forms", 40_000, "distinct forms among them")
	flag.IntVar(&w.recipe.chapters, "chapters", 0, "chapters of it; 0: of 25 paragraphs each")
	flag.IntVar(&w.recipe.paragraphs, "paragraphs", 0, "paragraphs of it; 0: of 40 to 130 words each, or one a chapter")
	flag.IntVar(&w.copies, "copies", 0, "write this many copies of a text instead")
	flag.IntVar(&w.titles, "titles", 0, "write a folder of so many books instead, of 20 to 200 pages in five languages")
	flag.StringVar(&w.base, "base", "", "another binary of the program, to build the same with in turn")
	flag.StringVar(&w.stages, "stages", "", "measure the stages on this manuscript in this process")
	flag.StringVar(&w.profile, "cpuprofile", "", "with -stages, write a CPU profile to this file")
	flag.StringVar(&w.typography, "typography", "", "measure the lines of this manuscript, with and without lengthened words")
	flag.StringVar(&w.edits, "edits", "", "measure how soon this manuscript is there again after edits")
	flag.IntVar(&w.times, "times", 50, "with -edits, how many there are")
	flag.Parse()
	if err := w.carryOut(flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// wishes are the flags.
type wishes struct {
	write      string
	recipe     recipe
	copies     int
	titles     int
	base       string
	stages     string
	profile    string
	typography string
	edits      string
	times      int
}

func (w wishes) carryOut(args []string) error {
	switch {
	case w.typography != "":
		return measureTypography(w.typography)
	case w.edits != "":
		return measureEdits(w.edits, w.times, w.profile)
	case w.stages != "":
		return profiled(w.profile, func() error { return measureStages(w.stages) })
	case w.write != "" && w.titles > 0:
		return writeTitles(w.write, w.titles)
	case w.write != "" && w.copies > 0 && len(args) == 1:
		text, err := os.ReadFile(args[0])
		if err != nil {
			return err
		}
		return os.WriteFile(w.write, copies(string(text), w.copies), 0o666)
	case w.write != "":
		return os.WriteFile(w.write, generate(w.recipe), 0o666)
	}
	dir, err := os.MkdirTemp("", "warraq-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	return measure(dir, w.base)
}

// article is the real manuscript that some checkouts have beside them.
const article = "../shared/article/article.txt"

// manuscripts writes what is measured into dir, from small to large; for a
// comparison those of real libraries too: many short chapters, few long
// paragraphs, a million words.
func manuscripts(dir string, compared bool) ([]manuscript, error) {
	name, text := "article", ""
	data, err := os.ReadFile(article)
	if text = string(data); err != nil {
		name = "booklet"
		if text, err = bookletText(); err != nil {
			return nil, err
		}
	}
	list := []manuscript{
		{name: name, text: []byte(text), runs: 9},
		{name: name + " x60", text: copies(text, 60), runs: 7},
		{name: "100,000 words", recipe: recipe{words: 100_000, forms: 10_000}, runs: 3},
		{name: "200,000 words", recipe: recipe{words: 200_000, forms: 20_000}, runs: 3},
		{name: "400,000 words", recipe: recipe{words: 400_000, forms: 40_000}, runs: 3},
	}
	if compared {
		list = append(list[1:2], list[4],
			manuscript{name: "8,416 chapters", recipe: recipe{words: 419_000, forms: 63_048, chapters: 8416}, runs: 3},
			manuscript{name: "72 paragraphs", recipe: recipe{words: 325_000, forms: 34_045, paragraphs: 72}, runs: 3},
			manuscript{name: "1,000,000 words", recipe: recipe{words: 1_000_000, forms: 100_000}, runs: 3})
	}
	for i := range list {
		list[i].path = filepath.Join(dir, fmt.Sprintf("m%d.txt", i))
		if err := list[i].write(); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// write writes the manuscript to its path. What is generated is so by another process:
// the peak of a process is never told as less than what the one had that began it.
func (m *manuscript) write() error {
	if m.text != nil {
		return os.WriteFile(m.path, m.text, 0o666)
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	number := strconv.Itoa
	out, err := exec.Command(self, "-write", m.path, "-words", number(m.recipe.words), "-forms", number(m.recipe.forms),
		"-chapters", number(m.recipe.chapters), "-paragraphs", number(m.recipe.paragraphs)).CombinedOutput()
	if err != nil {
		return fmt.Errorf("%s: %w: %s", m.name, err, out)
	}
	return nil
}

// manuscript is one text to build.
type manuscript struct {
	name   string
	text   []byte // nil where it is generated
	recipe recipe
	path   string
	runs   int // how often it is built; the median is told
}
