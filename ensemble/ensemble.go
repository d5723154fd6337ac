// Package ensemble lives many runs at once. The number of cores never shows
// in its results. It knows nothing of what is run.
package ensemble

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// Each calls run for seeds 0 to n−1 on all cores and returns the results in
// the order of the seeds. Seeds begin in order; after an error or the end of
// ctx none begins, those that have begun are waited for, and the error is
// that of the lowest seed, so that it too is the same on any number of cores.
func Each[T any](ctx context.Context, n int, run func(seed uint64) (T, error)) ([]T, error) {
	var (
		out     = make([]T, n)
		errs    = make([]error, n)
		failed  atomic.Bool
		waiting sync.WaitGroup
		gate    = make(chan struct{}, runtime.GOMAXPROCS(0))
	)
	for seed := range n {
		select {
		case gate <- struct{}{}:
		case <-ctx.Done():
		}
		if failed.Load() || ctx.Err() != nil {
			break
		}
		waiting.Go(func() {
			defer func() { <-gate }()
			if out[seed], errs[seed] = run(uint64(seed)); errs[seed] != nil {
				failed.Store(true)
			}
		})
	}
	waiting.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return out, ctx.Err()
}
