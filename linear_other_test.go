//go:build !unix

package warraq_test

import "time"

var begun = time.Now()

// processors is the time by the clock, where the system does not say what the process
// has had of its processors.
func processors() float64 { return time.Since(begun).Seconds() }
