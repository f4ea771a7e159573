package main

import (
	"fmt"
	"os"
	"strings"
)

// judge holds what the inputs got to the table, and counts what may not be.
func (w *wishes) judge(chosen []input, got []outcome) error {
	before := w.written()
	bad := 0
	for i, in := range chosen {
		wrong := len(got[i].bad) > 0
		if want, known := before[in.name]; known && !w.update && want != got[i].said {
			fmt.Printf("%s got\n\t%s\nand by the table gets\n\t%s\n", in.name, got[i].said, want)
			wrong = true
		}
		if wrong {
			bad++
		}
	}
	if w.update {
		if err := os.WriteFile(w.table, []byte(w.rewritten(before, chosen, got)), 0o666); err != nil {
			return err
		}
	}
	if bad > 0 {
		return fmt.Errorf("%d of %d inputs got what they may not", bad, len(chosen))
	}
	fmt.Printf("%d inputs got what they must\n", len(chosen))
	return nil
}

// rewritten is the table with what the inputs got, in the order of all inputs.
func (w *wishes) rewritten(before map[string]string, chosen []input, got []outcome) string {
	for i, in := range chosen {
		before[in.name] = got[i].said
	}
	var table strings.Builder
	for _, in := range inputs() {
		if said, known := before[in.name]; known {
			fmt.Fprintf(&table, "%s\t%s\n", in.name, said)
		}
	}
	return table.String()
}

// written is what each input gets by the table.
func (w *wishes) written() map[string]string {
	data, _ := os.ReadFile(w.table)
	list := make(map[string]string)
	for line := range strings.Lines(string(data)) {
		name, said, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		list[name] = said
	}
	return list
}
