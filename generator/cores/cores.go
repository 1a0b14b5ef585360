// Package cores spreads work over the processor's cores.
package cores

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"slices"
	"sync"
	"sync/atomic"
)

// Each calls f with the numbers below n, on all cores.
func Each(n int, f func(i int)) {
	var next atomic.Int64
	work := func() {
		for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
			f(i)
		}
	}
	Alongside(slices.Repeat([]func(){work}, runtime.GOMAXPROCS(0))...)
}

// Alongside runs functions side by side. A fault in one is raised where the
// caller can recover it.
func Alongside(fs ...func()) {
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
