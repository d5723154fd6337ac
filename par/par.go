// Package par runs work over fixed blocks of agents on all cores. Blocks do
// not depend on the number of cores and results are combined in block order,
// so the number of cores never shows.
package par

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// Blocks calls work(b) once for every b in [0, n). Work on different blocks
// must not share what it writes.
func Blocks(n int, work func(block int)) {
	workers := min(runtime.GOMAXPROCS(0), n)
	if workers <= 1 {
		for b := range n {
			work(b)
		}
		return
	}
	var next atomic.Int64
	var wait sync.WaitGroup
	for range workers {
		wait.Go(func() {
			for b := int(next.Add(1)) - 1; b < n; b = int(next.Add(1)) - 1 {
				work(b)
			}
		})
	}
	wait.Wait()
}
