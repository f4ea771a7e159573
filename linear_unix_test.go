//go:build unix

package warraq_test

import "syscall"

// processors is how many seconds of processors the process has had, which other work
// on the machine does not lengthen.
func processors() float64 {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return float64(u.Utime.Nano()+u.Stime.Nano()) / 1e9
}
