//go:build !unix

package rules

import "time"

var began = time.Now()

// cpuTime is the clock where the process cannot be asked for its own time.
func cpuTime() time.Duration { return time.Since(began) }
