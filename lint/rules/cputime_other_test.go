//go:build !unix

package rules

import "time"

var began = time.Now()

// cpuTime returns wall-clock time, because the CPU time of the process is not
// available.
func cpuTime() time.Duration { return time.Since(began) }
