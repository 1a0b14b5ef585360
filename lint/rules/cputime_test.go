//go:build unix

package rules

import (
	"syscall"
	"time"
)

// cpuTime returns the CPU time of the process. Wall-clock time would include the
// load of other processes.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
