package main

import (
	"cmp"
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// version is set by the linker (see the Makefile). Without it the version is that
// of the module where the program was installed as one; "dev" is a build by hand.
var version = ""

// versionOf is the version of this program.
func versionOf() string {
	installed := ""
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Sum != "" { // a working copy has no sum
		installed = info.Main.Version
	}
	return cmp.Or(version, installed, "dev")
}

// producer is how the files name the program that made them.
func producer() string { return "Warraq " + versionOf() }

// versionLine is all there is to say of the program.
func versionLine() string {
	return fmt.Sprintf("warraq %s (%s, %s/%s)\n", versionOf(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
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
