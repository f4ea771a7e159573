// Command hostile is `make hostile`: it writes manuscripts as strangers might send
// them (too many, too long, too deep, broken, out of range), builds each with the whole
// program in a process of its own, and tells what each got. None may end in a panic,
// last longer or take more memory than is allowed, end with a status that the manual
// does not know, say something without a place, or leave half of a set of files.
//
// The program has its usual limits, which no ordinary book meets: 1,000,000 words and
// 5,000 pages are made. So what has more of something than an ordinary book is refused
// within the time and memory that are allowed; but what is a book and large, all volumes
// of 200,000 and data of as many rows, is tried with the limits of a server. With -usual
// these are tried with the usual limits too: what is refused has the same time and
// memory, what is made has them for each megabyte of the manuscript.
//
// The table has the status of each and the first thing that was said; of a book with a page of
// a PDF, which is made whatever the file is, the codes of what is told of it.
//
// No input is made to harm other software: they are large or wrong, and nothing more.
//
//	hostile                      try all, beside table.txt
//	hostile -only 'picture'      try those of the kinds that match
//	hostile -part 2/5            try every fifth, from the second on
//	hostile -update              rewrite table.txt
//	hostile -usual               try what only a server must bear with the usual limits
//	hostile -write DIR -only …   only write them
package main

import (
	"flag"
	"fmt"
	"os"
	"regexp"
	"time"
)

func main() {
	var w wishes
	part := flag.String("part", "1/1", "try one part of so many, such as 2/5")
	only := flag.String("only", "", "try the inputs whose names match")
	flag.StringVar(&w.program, "program", "", "the program to try; none: it is built")
	flag.StringVar(&w.write, "write", "", "write the inputs into this folder, one straight into it, and try nothing")
	flag.StringVar(&w.table, "table", "cmd/hostile/table.txt", "what each input gets")
	flag.BoolVar(&w.update, "update", false, "rewrite the table")
	flag.DurationVar(&w.most.time, "time", 5*time.Second, "the longest time of a processor that an input may take")
	flag.Float64Var(&w.most.memory, "memory", 512, "the most memory, in MB")
	flag.BoolVar(&w.usual, "usual", false, "try what only a server must bear with the usual limits")
	flag.IntVar(&w.workers, "j", 2, "how many are tried side by side")
	flag.Parse()
	var err error
	if w.only, err = regexp.Compile(*only); err == nil {
		_, err = fmt.Sscanf(*part, "%d/%d", &w.part, &w.parts)
	}
	if err == nil && (w.part < 1 || w.part > w.parts) {
		err = fmt.Errorf("-part %s is none", *part)
	}
	if err == nil {
		err = w.carryOut()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "hostile:", err)
		os.Exit(1)
	}
}

// wishes are the flags.
type wishes struct {
	program, write, table string
	only                  *regexp.Regexp
	update, usual         bool
	most                  cost
	workers               int
	part, parts           int
}

// inputs are all inputs, in the order of the table.
func inputs() []input {
	var all []input
	for _, list := range [][]input{texts(), nests(), tables(), settings(), themes(), pictures(), drawings(), pdfFiles(), files(), fontFiles(), imports(), commands()} {
		all = append(all, list...)
	}
	return all
}
