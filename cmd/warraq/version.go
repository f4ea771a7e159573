package main

import (
	"fmt"
	"runtime"

	"github.com/spf13/cobra"
)

// version is set by the linker (see the Makefile); "dev" is a build by hand.
var version = "dev"

// producer is how the files name the program that made them.
func producer() string { return "Warraq " + version }

// versionLine is all there is to say of the program.
func versionLine() string {
	return fmt.Sprintf("warraq %s (%s, %s/%s)\n", version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}

func newVersion(u *ui) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Args:  usageArgs(cobra.NoArgs),
		Run: func(*cobra.Command, []string) {
			fmt.Fprint(u.out, versionLine())
		},
	}
}
