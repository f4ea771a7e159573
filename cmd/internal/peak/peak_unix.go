//go:build unix

// Package peak tells how much memory a process took, in MB.
package peak

import (
	"os"
	"runtime"
	"syscall"
)

// Of is the largest resident memory of a process that has ended.
func Of(p *os.ProcessState) float64 {
	u, ok := p.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	if runtime.GOOS == "darwin" { // bytes there, KiB elsewhere
		return float64(u.Maxrss) / 1e6
	}
	return float64(u.Maxrss) * 1024 / 1e6
}
