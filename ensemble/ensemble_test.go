package ensemble

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync/atomic"
	"testing"
	"time"
)

func TestSameOnAnyNumberOfCores(t *testing.T) {
	square := func(seed uint64) (uint64, error) {
		time.Sleep(time.Duration(7-seed%7) * time.Millisecond)
		return seed * seed, nil
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	one, err := Each(context.Background(), 16, square)
	if err != nil || len(one) != 16 || one[15] != 225 {
		t.Fatal(one, err)
	}
	for _, cores := range []int{2, 3, 8} {
		runtime.GOMAXPROCS(cores)
		if got, err := Each(context.Background(), 16, square); err != nil || !slices.Equal(got, one) {
			t.Errorf("%d cores gave %v %v, one gave %v", cores, got, err, one)
		}
	}
}

func TestTheErrorIsThatOfTheLowestSeed(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(8))
	for range 20 {
		_, err := Each(context.Background(), 32, func(seed uint64) (int, error) {
			if seed == 3 {
				time.Sleep(time.Millisecond)
			}
			if seed >= 3 {
				return 0, fmt.Errorf("seed %d", seed)
			}
			return 0, nil
		})
		if err == nil || err.Error() != "seed 3" {
			t.Fatalf("got %v", err)
		}
	}
}

func TestStopsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	var began atomic.Int64
	_, err := Each(ctx, 1000, func(seed uint64) (int, error) {
		began.Add(1)
		cancel()
		return 0, nil
	})
	if !errors.Is(err, context.Canceled) || began.Load() > int64(runtime.GOMAXPROCS(0)) {
		t.Errorf("%v after %d runs", err, began.Load())
	}
}

func TestNothingToRun(t *testing.T) {
	out, err := Each(context.Background(), 0, func(uint64) (int, error) { return 0, nil })
	if len(out) != 0 || err != nil {
		t.Error(out, err)
	}
}
