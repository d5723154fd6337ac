package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"gosplan/plan"
	"gosplan/production"
	"gosplan/web"
)

type serveVerb struct {
	Addr      string `default:"127.0.0.1:8080" placeholder:"HOST:PORT" help:"Where to listen (127.0.0.1:8080: this machine alone can ask); port 0 takes a free one."`
	Seconds   int    `default:"60" placeholder:"N" help:"Longest time for a plan (60); what has been found until then is answered."`
	Megabytes int64  `default:"8" placeholder:"N" help:"Largest table (8)."`
	Plans     int    `default:"1" placeholder:"N" help:"Plans computed at once (1); others wait."`
}

func (serveVerb) Help() string {
	return `Examples:

  gosplan serve
  gosplan serve --addr 127.0.0.1:9000 --seconds 10
  curl localhost:8080
  curl localhost:8080/example > example.csv
  curl --data-binary @example.csv -H 'Content-Type: text/csv' 'localhost:8080/plan?task=goals'

Nobody is asked who he is: whoever reaches the address can have plans computed.
Ctrl-C ends.
`
}

// Run serves until Ctrl-C.
func (v serveVerb) Run(r *room) error {
	switch {
	case v.Seconds < 1:
		return wrong("--seconds %d: write 1 or more", v.Seconds)
	case v.Megabytes < 1 || v.Megabytes > 1<<20:
		return wrong("--megabytes %d: write a number from 1 to 1048576", v.Megabytes)
	case v.Plans < 1:
		return wrong("--plans %d: write 1 or more", v.Plans)
	}
	listener, err := net.Listen("tcp", v.Addr)
	if err != nil {
		return wrong("--addr %s: cannot listen there: %w; choose another port, or port 0 for a free one", v.Addr, err)
	}
	limits := web.DefaultLimits()
	limits.Time, limits.Bytes, limits.Plans = time.Duration(v.Seconds)*time.Second, v.Megabytes<<20, v.Plans
	server := &http.Server{
		Handler:           web.Handler(r.timed, limits),
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       time.Minute,
		WriteTimeout:      2*time.Minute + 2*limits.Time,
		IdleTimeout:       time.Minute,
		MaxHeaderBytes:    1 << 16,
	}
	fmt.Fprintf(r.err, "gosplan: at http://%s: POST /plan takes a table and answers with a plan, GET /example has a table, GET / tells more; Ctrl-C ends\n", listener.Addr())
	if at, ok := listener.Addr().(*net.TCPAddr); ok && !at.IP.IsLoopback() {
		fmt.Fprintln(r.err, "gosplan: other machines can reach this address, and nobody is asked who he is")
	}
	return until(r.ctx, server, listener)
}

// until serves until the context ends, and then lets answers under way go out.
func until(ctx context.Context, server *http.Server, listener net.Listener) error {
	stopped := make(chan error, 1)
	context.AfterFunc(ctx, func() {
		last, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		stopped <- server.Shutdown(last)
	})
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	<-stopped
	return nil
}

// timed computes a plan and notes how long it took.
func (r *room) timed(ctx context.Context, t *production.Table, request plan.Request) (*plan.Plan, error) {
	started := time.Now()
	p, err := r.planners.Make(ctx, t, request)
	if err == nil {
		p.Took = time.Since(started)
	}
	return p, err
}
