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
	g := gangs.Get().(*gang)
	g.n, g.work = int64(n), work
	g.next.Store(0)
	// The scheduler keeps the goroutine begun last for the core that began it,
	// and lets another take it only after a pause of some 80 µs. So one more is
	// begun than there are cores left to help.
	g.wait.Add(workers)
	for range workers {
		go g.help()
	}
	g.run() // the caller is one of the workers
	g.wait.Wait()
	failed := g.failed.Swap(nil)
	g.work = nil
	gangs.Put(g)
	if failed != nil {
		panic(*failed)
	}
}

// A gang shares out blocks, one at a time.
type gang struct {
	n    int64
	next atomic.Int64
	wait sync.WaitGroup

	failed atomic.Pointer[any] // the first panic of a worker, for the caller
	work   func(int)
	help   func() // run and say that it is done; kept, so that nothing is allocated
}

var gangs = sync.Pool{New: func() any {
	g := &gang{}
	g.help = func() {
		defer g.wait.Done()
		g.run()
	}
	return g
}}

func (g *gang) run() {
	defer func() {
		if cause := recover(); cause != nil {
			g.next.Store(g.n) // nobody begins another block
			first := cause    // kept only then, so that nothing is allocated otherwise
			g.failed.CompareAndSwap(nil, &first)
		}
	}()
	for b := g.next.Add(1) - 1; b < g.n; b = g.next.Add(1) - 1 {
		g.work(int(b))
	}
}
