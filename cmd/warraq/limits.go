package main

import (
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"warraq"
)

// limitsVariable is the environment's word for --limits, which goes before it.
const limitsVariable = "WARRAQ_LIMITS"

// limits adds --limits, which sets those of o.
func limits(c *cobra.Command, o *warraq.Limits) {
	c.Flags().Var(limitsFlag{o}, "limits", "how large files may be, such as text=64M,settings=1M,file=256M; also "+limitsVariable)
}

// limitsFlag is the value of --limits.
type limitsFlag struct{ of *warraq.Limits }

func (f limitsFlag) String() string { return "" }
func (f limitsFlag) Type() string   { return "name=size,…" }

// Set reads a list of names and sizes.
func (f limitsFlag) Set(list string) error {
	named := map[string]*int64{"text": &f.of.Text, "settings": &f.of.Settings, "file": &f.of.File}
	for _, one := range strings.Split(list, ",") {
		name, size, _ := strings.Cut(strings.TrimSpace(one), "=")
		limit := named[name]
		if limit == nil {
			return fmt.Errorf("%q limits nothing: there are text, settings and file", name)
		}
		n, err := bytesOf(size)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		*limit = n
	}
	return nil
}

// bytesOf reads a size: 5000, 64k, 64M, 2G.
func bytesOf(size string) (int64, error) {
	number, shift := size, 0
	if size != "" {
		switch size[len(size)-1] {
		case 'k', 'K':
			shift = 10
		case 'm', 'M':
			shift = 20
		case 'g', 'G':
			shift = 30
		}
		if shift > 0 {
			number = size[:len(size)-1]
		}
	}
	n, err := strconv.ParseInt(number, 10, 64)
	if err != nil || n <= 0 || n > math.MaxInt64>>shift {
		return 0, fmt.Errorf("%q is no size: write one such as 5000, 64k, 64M or 2G", size)
	}
	return n << shift, nil
}

// limitsHere takes the limits of the environment where the command line sets none.
func limitsHere(c *cobra.Command, o *warraq.Limits) error {
	list := os.Getenv(limitsVariable)
	if list == "" || c.Flags().Changed("limits") {
		return nil
	}
	if err := (limitsFlag{o}).Set(list); err != nil {
		return usagef(c, "%s: %w", limitsVariable, err)
	}
	return nil
}

// How large, in bytes, files are that the command line names beside the manuscript.
const (
	mostText     = 64 << 20
	mostSettings = 1 << 20
	mostForeign  = 256 << 20
)

// readFile reads a regular file of the command line; a pipe or a device might never
// end.
func readFile(name string, most int64) ([]byte, error) {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, withHint(fmt.Errorf("%s is no regular file", name), "save it as a file")
	case info.Size() > most:
		return nil, withHint(fmt.Errorf("%s is larger than %s", name, size(int(most))), "divide it")
	}
	return os.ReadFile(name)
}
