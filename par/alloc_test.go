package par

import (
	"runtime"
	"sync/atomic"
	"testing"
)

// Handing out work costs no memory, so that a month can do it often.
func TestBlocksAllocatesNothing(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(4))
	var done atomic.Int32
	work := func(int) { done.Add(1) }
	if got := testing.AllocsPerRun(100, func() { Blocks(16, work) }); got > 1 { // a garbage collection may empty the pool
		t.Errorf("%.1f allocations", got)
	}
}

// Blocks may hand out blocks of its own.
func TestBlocksInsideBlocks(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(4))
	var done atomic.Int32
	Blocks(8, func(int) { Blocks(8, func(int) { done.Add(1) }) })
	if got := done.Load(); got != 64 {
		t.Errorf("%d of 64 blocks were done", got)
	}
}
