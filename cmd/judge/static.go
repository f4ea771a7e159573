package main

import (
	"path/filepath"
	"strings"
)

// faults are staticcheck's kinds of finding that are none of taste: what is wrong,
// what could be said simply, what is unused.
const faults = "SA*,S*,U*,-ST*"

// static asks staticcheck about both modules.
func (c *court) static() error {
	for _, module := range []string{"", "cmd/judge", "cmd/release"} {
		out, complaint, err := c.commandIn(filepath.Join(c.root, module), c.module("staticcheck"), "-checks", faults, "./...")
		if err == nil {
			c.pass("staticcheck", "nothing to say of %s", filepath.Join("warraq", module))
			continue
		}
		for line := range strings.Lines(strings.TrimSpace(out + complaint)) {
			c.fail("staticcheck", "%s", strings.TrimSpace(line))
		}
	}
	return nil
}
