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
	var table strings.Builder
	for i, in := range chosen {
		line := in.name + "\t" + got[i].said
		fmt.Fprintln(&table, line)
		wrong := len(got[i].bad) > 0
		if want, known := before[in.name]; !w.update && (!known || want != got[i].said) {
			fmt.Printf("%s got\n\t%s\nand by the table gets\n\t%s\n", in.name, got[i].said, want)
			wrong = true
		}
		if wrong {
			bad++
		}
	}
	if w.update && w.only.String() == "" {
		if err := os.WriteFile(w.table, []byte(table.String()), 0o666); err != nil {
			return err
		}
	}
	if bad > 0 {
		return fmt.Errorf("%d of %d inputs got what they may not", bad, len(chosen))
	}
	fmt.Printf("%d inputs got what they must\n", len(chosen))
	return nil
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
