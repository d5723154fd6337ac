package web

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"gosplan/format"
	"gosplan/plan"
	"gosplan/production"
)

const bakery = `kind,name,technique,item,amount,unit
product,bread,,,,loaf
factor,labour,,,,hour
use,bread,oven,labour,0.05,hour
capacity,labour,,,100,hour
need,bread,,,1000,loaf
`

// reply is what an answer is read into.
type reply struct {
	Task         plan.Task   `json:"task"`
	Why          string      `json:"why"`
	Says         string      `json:"says"`
	Noticed      []string    `json:"noticed"`
	Names        names       `json:"names"`
	Plan         *plan.Plan  `json:"plan"`
	Verification plan.Report `json:"verification"`
	Error        *refusal    `json:"error"`
}

// ask posts a body and reads the answer.
func ask(t *testing.T, h http.Handler, kind, address, body string) (int, reply) {
	t.Helper()
	r := httptest.NewRequest(http.MethodPost, address, strings.NewReader(body))
	r.Header.Set("Content-Type", kind)
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	var out reply
	if err := json.Unmarshal(w.Body.Bytes(), &out); err != nil {
		t.Fatalf("%d %s: %v", w.Code, w.Body, err)
	}
	if (w.Code == http.StatusOK) == (out.Error != nil) {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	return w.Code, out
}

func asJSON(t *testing.T, a asking) string {
	t.Helper()
	text, err := json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// All eight tasks run on the shipped example as it is, and what each claims
// stands up to a check made from the answer alone.
func TestTheExampleCanBeAskedEveryTask(t *testing.T) {
	h := Handler(plan.Make, DefaultLimits())
	for _, task := range plan.Tasks {
		_, got := ask(t, h, "application/json", "/plan", asJSON(t, asking{Table: format.Example(), Task: string(task)}))
		want := plan.Proved
		if task == plan.Council || task == plan.Achieved {
			want = plan.Heuristic
		}
		if got.Error != nil || got.Plan.Status != want || !got.Verification.Passed || got.Task != task || got.Says == "" {
			t.Errorf("%s: %+v", task, got)
			continue
		}
		if len(got.Plan.Level) != 2 || len(got.Plan.Level[0]) != len(got.Names.Techniques) || got.Names.Periods[1] != "year 2" {
			t.Errorf("%s: levels %v, names %+v", task, got.Plan.Level, got.Names)
		}
	}
}

func TestATableCanBeSentAsItIs(t *testing.T) {
	h := Handler(plan.Make, DefaultLimits())
	address := "/plan?" + url.Values{"task": {"goals"}, "only": {"year 1"}, "what-if": {"labour -35%", "tractors -50%"}, "seconds": {"20"}}.Encode()
	_, got := ask(t, h, "text/csv; charset=utf-8", address, format.Example())
	if got.Error != nil || got.Task != plan.Goals || len(got.Plan.Level) != 1 || !(got.Plan.Value > 0) || !got.Verification.Passed {
		t.Errorf("%+v", got)
	}
	_, got = ask(t, h, "text/csv", "/plan", bakery)
	if got.Error != nil || got.Task != plan.Bundle || !strings.Contains(got.Why, "so much of labour") || got.Plan.Scale < 1.99 {
		t.Errorf("%+v", got)
	}
}

func TestWhatCannotBeDoneIsAFinding(t *testing.T) {
	h := Handler(plan.Make, DefaultLimits())
	_, got := ask(t, h, "text/csv", "/plan?task=technique", strings.Replace(bakery, "100,hour", "10,hour", 1))
	if got.Error != nil || got.Plan.Status != plan.Infeasible || !got.Verification.Passed {
		t.Errorf("%+v", got)
	}
}

func TestWrongRequestsAreRefused(t *testing.T) {
	limits := DefaultLimits()
	limits.Bytes, limits.Numbers = 1<<16, 60
	h := Handler(plan.Make, limits)
	for _, c := range []struct {
		name, kind, address, body string
		status                    int
		says                      string
		row, column               int
	}{
		{"no type", "", "/plan", bakery, 415, "send application/json", 0, 0},
		{"a form", "application/x-www-form-urlencoded", "/plan", "table=x", 415, "send application/json", 0, 0},
		{"no JSON", "application/json", "/plan", "bread", 400, "cannot be read", 0, 0},
		{"two values", "application/json", "/plan", `{"table": "x"} {}`, 400, "more than one", 0, 0},
		{"an unknown word", "application/json", "/plan", `{"tabel": "x"}`, 400, `"tabel"`, 0, 0},
		{"an unknown word in the address", "text/csv", "/plan?tusk=bundle", bakery, 400, "tusk=", 0, 0},
		{"no table", "application/json", "/plan", `{"task": "bundle"}`, 400, "no table", 0, 0},
		{"an empty table", "text/csv", "/plan", "", 400, "no table", 0, 0},
		{"no seconds", "text/csv", "/plan?seconds=soon", bakery, 400, "no number", 0, 0},
		{"seconds that are no number", "text/csv", "/plan?seconds=NaN", bakery, 400, "seconds", 0, 0},
		{"a wrong tolerance", "application/json", "/plan", asJSON(t, asking{Table: bakery, Tolerance: 2}), 400, "tolerance", 0, 0},
		{"a wrong growth", "application/json", "/plan", asJSON(t, asking{Table: bakery, Growth: -2}), 400, "growth", 0, 0},
		{"a wrong decimal sign", "application/json", "/plan", asJSON(t, asking{Table: bakery, Decimal: ";"}), 400, "decimal", 0, 0},
		{"an unknown task", "text/csv", "/plan?task=plant", bakery, 400, "there are balances", 0, 0},
		{"an unknown factor", "text/csv", "/plan?task=technique&factor=land", bakery, 400, "there are labour", 0, 0},
		{"an unknown period", "text/csv", "/plan?only=1931", bakery, 400, "1931", 0, 0},
		{"a wrong change", "text/csv", "/plan?what-if=oil+-5%25", bakery, 400, "oil", 0, 0},
		{"an unknown kind", "application/json", "/plan", asJSON(t, asking{Table: bakery, Kind: "secret"}), 422, "kind", 0, 0},
		{"a wrong number", "text/csv", "/plan", strings.Replace(bakery, "0.05", "O.05", 1), 422, "O.05", 4, 5},
		{"an unknown row", "text/csv", "/plan", strings.Replace(bakery, "factor", "fractor", 1), 422, "fractor", 3, 1},
		{"a loop", "text/csv", "/plan", bakery + "input,bread,oven,bread,1.5,loaf\n", 422, "cannot be planned from", 0, 0},
		{"a task it cannot be asked", "text/csv", "/plan?task=bundle", strings.Replace(bakery, "1000,loaf", "0,loaf", 1), 422, "nothing is needed", 0, 0},
		{"many periods", "text/csv", "/plan", bakery + strings.Repeat("period,a,,,,\n", 1) + manyPeriods(40), 422, "are allowed", 0, 0},
		{"too much", "text/csv", "/plan", strings.Repeat(" ", 1<<17), 413, "65536 bytes", 0, 0},
		{"too much JSON", "application/json", "/plan", `{"table": "` + strings.Repeat(" ", 1<<17) + `"}`, 413, "65536 bytes", 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			status, got := ask(t, h, c.kind, c.address, c.body)
			if status != c.status || !strings.Contains(got.Error.What+got.Error.Mend, c.says) || got.Error.Row != c.row || got.Error.Column != c.column {
				t.Errorf("%d %+v", status, *got.Error)
			}
			if strings.Contains(got.Error.What, "/gosplan-") {
				t.Errorf("tells a path of the server: %s", got.Error.What)
			}
		})
	}
}

func manyPeriods(n int) string {
	var out strings.Builder
	for i := range n {
		out.WriteString("period,b" + strings.Repeat("x", i) + ",,,,\n")
	}
	return out.String()
}

// slow computes until it is told to stop, and has nothing to show then.
func slow(started chan<- struct{}) Planner {
	return func(ctx context.Context, _ *production.Table, r plan.Request) (*plan.Plan, error) {
		started <- struct{}{}
		<-ctx.Done()
		return &plan.Plan{Request: r, Status: plan.Stopped}, nil
	}
}

func TestTimeIsLimited(t *testing.T) {
	started := make(chan struct{}, 1)
	limits := DefaultLimits()
	limits.Time = time.Minute
	if status, got := ask(t, Handler(slow(started), limits), "text/csv", "/plan?seconds=0.05", bakery); status != http.StatusGatewayTimeout {
		t.Errorf("%d %+v", status, got.Error)
	}
	<-started
	limits.Time = 50 * time.Millisecond
	if status, got := ask(t, Handler(slow(started), limits), "text/csv", "/plan?seconds=3600", bakery); status != http.StatusGatewayTimeout {
		t.Errorf("%d %+v", status, got.Error)
	}
}

func TestPlansWaitForEachOther(t *testing.T) {
	started := make(chan struct{}, 2)
	h := Handler(slow(started), DefaultLimits())
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	first := httptest.NewRequestWithContext(ctx, http.MethodPost, "/plan", strings.NewReader(bakery))
	first.Header.Set("Content-Type", "text/csv")
	done := make(chan struct{})
	go func() {
		h.ServeHTTP(httptest.NewRecorder(), first)
		close(done)
	}()
	<-started
	if status, got := ask(t, h, "text/csv", "/plan?seconds=0.05", bakery); status != http.StatusServiceUnavailable {
		t.Errorf("%d %+v", status, got.Error)
	}
	cancel() // whoever goes away makes room
	<-done
	if status, _ := ask(t, h, "text/csv", "/plan?seconds=0.05", bakery); status != http.StatusGatewayTimeout {
		t.Errorf("%d", status)
	}
}

func TestOtherPagesAndMethods(t *testing.T) {
	h := Handler(plan.Make, DefaultLimits())
	for _, c := range []struct {
		method, address, origin string
		status                  int
		says                    string
	}{
		{"GET", "/", "", 200, "POST /plan"},
		{"GET", "/example", "", 200, "A small economy"},
		{"GET", "/plan", "", 405, "ask with POST"},
		{"GET", "/elsewhere", "", 404, `"error"`},
		{"POST", "/plan", "https://elsewhere.example", 403, "another site"},
	} {
		r := httptest.NewRequest(c.method, c.address, strings.NewReader(bakery))
		r.Header.Set("Content-Type", "text/csv")
		if c.origin != "" {
			r.Header.Set("Origin", c.origin)
			r.Header.Set("Sec-Fetch-Site", "cross-site")
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != c.status || !strings.Contains(w.Body.String(), c.says) {
			t.Errorf("%s %s from %q: %d %s", c.method, c.address, c.origin, w.Code, w.Body)
		}
	}
}
