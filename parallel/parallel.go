// Package parallel runs functions on all of the processor's cores.
package parallel

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"slices"
	"sync"
	"sync/atomic"
)

// ForEach calls f with each number from 0 up to, not including, n, on as many
// goroutines as there are cores, and waits for all calls to return.
func ForEach(n int, f func(i int)) {
	var next atomic.Int64
	work := func() {
		for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
			f(i)
		}
	}
	Do(slices.Repeat([]func(){work}, runtime.GOMAXPROCS(0))...)
}

// Do runs functions in parallel and waits for them. When one panics, Do panics
// with its value and stack, so that the caller can recover.
func Do(fs ...func()) {
	var fault atomic.Value
	var group sync.WaitGroup
	for _, f := range fs {
		group.Go(func() {
			defer func() {
				if p := recover(); p != nil {
					fault.CompareAndSwap(nil, fmt.Sprintf("%v\n%s", p, debug.Stack()))
				}
			}()
			f()
		})
	}
	group.Wait()
	if p := fault.Load(); p != nil {
		panic(p)
	}
}
