//go:build !unix

package parser

import "time"

var began = time.Now()

// cpuTime returns the time of day on systems where the process cannot get its
// own CPU time.
func cpuTime() time.Duration { return time.Since(began) }
