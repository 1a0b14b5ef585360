//go:build unix

package page

import (
	"syscall"
	"time"
)

// cpuTime returns the CPU time of the process so far. The time of day would
// include other work of the machine.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
