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
	c.Flags().Var(&limitsFlag{of: o, memory: usualMemory}, "limits", "how large a manuscript may be, such as text=64M,file=256M,chapters=1000,memory=512M, or server: all that suits manuscripts of strangers; also "+limitsVariable)
	c.RegisterFlagCompletionFunc("limits", cobra.FixedCompletions(append(limitNames(), serverLimits), cobra.ShellCompDirectiveNoFileComp|cobra.ShellCompDirectiveNoSpace))
}

// serverLimits are the limits that suit a server, by their name.
const serverLimits = "server"

// limitsFlag is the value of --limits.
type limitsFlag struct {
	of     *warraq.Limits
	memory int64 // bytes
}

func (f *limitsFlag) String() string { return "" }
func (f *limitsFlag) Type() string   { return "name=size,…" }

// Set reads a list of names and sizes.
func (f *limitsFlag) Set(text string) error {
	for _, one := range strings.Split(text, ",") {
		name, size, _ := strings.Cut(strings.TrimSpace(one), "=")
		if name == serverLimits && size == "" {
			f.server()
			continue
		}
		at := f.limit(name)
		if at == nil {
			return fmt.Errorf("%q limits nothing: there are %s", name, list(limitNames()))
		}
		n, err := bytesOf(size)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		*at = n
	}
	return nil
}

// server sets all limits to what suits a server.
func (f *limitsFlag) server() {
	for _, n := range warraq.LimitNames {
		*n.Of(f.of) = n.Server
	}
	f.memory = serverMemory
}

// limit is the place of a limit, nil for a name that is none.
func (f *limitsFlag) limit(name string) *int64 {
	if name == "memory" {
		return &f.memory
	}
	for _, n := range warraq.LimitNames {
		if n.Name == name {
			return n.Of(f.of)
		}
	}
	return nil
}

func limitNames() (names []string) {
	for _, n := range warraq.LimitNames {
		names = append(names, n.Name)
	}
	return append(names, "memory")
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

// bound takes the limits of the environment where the command line sets none, and
// holds the program to that of memory.
func (u *ui) bound(c *cobra.Command) error {
	flag := c.Flags().Lookup("limits")
	if flag == nil {
		return nil
	}
	f := flag.Value.(*limitsFlag)
	if list := os.Getenv(limitsVariable); list != "" && !flag.Changed {
		if err := f.Set(list); err != nil {
			return usagef(c, "%s: %w", limitsVariable, err)
		}
	}
	u.halt.within(f.memory, func() { u.tooLarge(f.memory) })
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
