package par

import (
	"runtime"
	"sync/atomic"
	"testing"
)

// Every block is worked on once, on any number of cores and for any number
// of blocks.
func TestBlocksVisitsEachOnce(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for _, cores := range []int{1, 2, 8} {
		runtime.GOMAXPROCS(cores)
		for _, n := range []int{0, 1, 2, 7, 1000} {
			visits := make([]atomic.Int32, n)
			Blocks(n, func(b int) { visits[b].Add(1) })
			for b := range visits {
				if got := visits[b].Load(); got != 1 {
					t.Fatalf("%d cores, %d blocks: block %d visited %d times", cores, n, b, got)
				}
			}
		}
	}
}

// When Blocks returns, the work is done.
func TestBlocksWaits(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(4))
	for range 50 {
		var done atomic.Int32
		Blocks(32, func(int) {
			runtime.Gosched()
			done.Add(1)
		})
		if got := done.Load(); got != 32 {
			t.Fatalf("%d of 32 blocks were done", got)
		}
	}
}
