package main

import (
	"context"
	"fmt"
	"sync"

	"gosplan"
	"gosplan/ensemble"
	"gosplan/series"
)

// others lives the further seeds behind the spread. They leave no folder; the
// run itself is kept in a checkpoint first.
func (l *live) others() ([]*series.Log, error) {
	if l.wishes.Seeds < 2 {
		return nil, nil
	}
	if err := l.checkpoint(); err != nil {
		return nil, err
	}
	c := l.config
	c.Seed++
	logs, err := many(l.room, c, l.wishes.Seeds-1, l.quiet)
	if l.room.ctx.Err() != nil {
		return nil, l.interrupted()
	}
	return logs, err
}

// many lives n seeds, the first that of the config, on all cores.
func many(r *room, c gosplan.Config, n int, quiet bool) ([]*series.Log, error) {
	show := newDisplay(r.err, quiet, 0)
	defer show.close()
	var (
		mutex sync.Mutex
		done  int
		first = c.Seed
	)
	return ensemble.Each(r.ctx, n, func(seed uint64) (*series.Log, error) {
		own := c
		own.Seed = first + seed
		sim, err := r.engine.New(own)
		if err != nil {
			return nil, asWrong(err)
		}
		var last gosplan.Progress
		if err := sim.Run(r.ctx, func(p gosplan.Progress) { last = p }); err != nil {
			if r.ctx.Err() != nil {
				return nil, context.Canceled
			}
			return nil, fmt.Errorf("seed %d: %w", own.Seed, err)
		}
		mutex.Lock()
		defer mutex.Unlock()
		done++
		last.Done = float64(done) / float64(n)
		last.Headlines = [3]gosplan.Headline{{Label: "seeds", Value: float64(done), Unit: fmt.Sprintf("of %d", n)}}
		show.quarter(last)
		return sim.Log(), nil
	})
}
