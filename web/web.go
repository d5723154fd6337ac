// Package web answers over HTTP what the planner answers on the command line:
// a table comes in, a plan with its proof and the check of that proof goes out.
// It keeps nothing between requests.
package web

import (
	"context"
	_ "embed"
	"encoding/json"
	"io"
	"net/http"
	"time"

	"gosplan/format"
	"gosplan/plan"
	"gosplan/production"
)

// A Planner computes a plan, as plan.Make does.
type Planner func(context.Context, *production.Table, plan.Request) (*plan.Plan, error)

// Limits are what one request may ask for. Nothing of them may be zero.
type Limits struct {
	Bytes   int64         // of a body
	Numbers int           // of a table: products, techniques and factors times periods
	Time    time.Duration // of a plan; what has been found until then is answered
	Plans   int           // computed at once; other requests wait for as long as a plan may take
}

// DefaultLimits suit one person's machine.
func DefaultLimits() Limits {
	return Limits{Bytes: 8 << 20, Numbers: 2_000_000, Time: time.Minute, Plans: 1}
}

//go:embed help.txt
var help string

// A desk is where requests come to.
type desk struct {
	planner Planner
	limits  Limits
	places  chan struct{} // one for each plan that is being computed
}

// Handler serves
//
//	GET  /         what is served, in plain words
//	GET  /example  a small commented table
//	POST /plan     a table, answered with a plan
//
// Pages of other sites cannot ask it: such requests of browsers are refused.
func Handler(planner Planner, limits Limits) http.Handler {
	d := &desk{planner: planner, limits: limits, places: make(chan struct{}, limits.Plans)}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", text("text/plain; charset=utf-8", help))
	mux.HandleFunc("GET /example", text("text/csv; charset=utf-8", format.Example()))
	mux.HandleFunc("POST /plan", d.plan)
	for path, method := range map[string]string{"/{$}": http.MethodGet, "/example": http.MethodGet, "/plan": http.MethodPost} {
		mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Allow", method)
			refuse(http.StatusMethodNotAllowed, r.Method+" is not answered here", "ask with "+method).write(w)
		})
	}
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		refuse(http.StatusNotFound, "nothing is served at "+r.URL.Path, "see GET /").write(w)
	})
	guard := http.NewCrossOriginProtection()
	guard.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		refuse(http.StatusForbidden, "a page of another site asks", "ask from a program or from this address").write(w)
	}))
	return guard.Handler(mux)
}

func text(kind, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", kind)
		_, _ = io.WriteString(w, body) // whoever has gone away needs no answer
	}
}

// plan answers a table with a plan.
func (d *desk) plan(w http.ResponseWriter, r *http.Request) {
	asked, refused := d.read(w, r)
	if refused != nil {
		refused.write(w)
		return
	}
	ctx, cancel := context.WithTimeout(r.Context(), min(d.limits.Time, asked.time()))
	defer cancel()
	select {
	case d.places <- struct{}{}:
		defer func() { <-d.places }()
	case <-ctx.Done():
		w.Header().Set("Retry-After", "10")
		refuse(http.StatusServiceUnavailable, "other plans are being computed", "ask again later").write(w)
		return
	}
	out, refused := d.answer(ctx, asked)
	if refused != nil {
		refused.write(w)
		return
	}
	write(w, http.StatusOK, out)
}

// write sends an answer as JSON.
func write(w http.ResponseWriter, status int, answer any) {
	body, err := json.Marshal(answer)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, _ = w.Write(append(body, '\n')) // whoever has gone away needs no answer
}
