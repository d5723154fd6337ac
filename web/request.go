package web

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"mime"
	"net/http"
	"strconv"
	"time"
)

// An asking is the body of a request.
type asking struct {
	Table string `json:"table"`
	Make  string `json:"make"`

	Task      string   `json:"task"`
	Factor    string   `json:"factor"`
	Tolerance float64  `json:"tolerance"`
	Rounds    int      `json:"rounds"`
	Growth    float64  `json:"growth"`
	Only      string   `json:"only"`
	WhatIf    []string `json:"whatIf"`

	Kind       string            `json:"kind"`
	Decimal    string            `json:"decimal"`
	Unit       string            `json:"unit"`
	Pick       map[string]string `json:"pick"`
	ByProducts bool              `json:"byProducts"`
	Refuse     []string          `json:"refuse"`
	Anyway     bool              `json:"anyway"`

	Seconds float64 `json:"seconds"`
}

// time is how long the asker wants to wait at most.
func (a *asking) time() time.Duration {
	if a.Seconds == 0 || a.Seconds > math.MaxInt32 {
		return math.MaxInt64
	}
	return time.Duration(a.Seconds * float64(time.Second))
}

// read takes a request apart.
func (d *desk) read(w http.ResponseWriter, r *http.Request) (*asking, *refusal) {
	body := http.MaxBytesReader(w, r.Body, d.limits.Bytes)
	kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	var a *asking
	var refused *refusal
	switch kind {
	case "application/json":
		a, refused = readJSON(body)
	case "text/csv":
		a, refused = readCSV(body, r.URL.Query())
	default:
		return nil, refuse(http.StatusUnsupportedMediaType, fmt.Sprintf("content of type %q", kind), "send application/json or text/csv")
	}
	if refused == nil {
		refused = a.check()
	}
	return a, refused
}

func readJSON(body io.Reader) (*asking, *refusal) {
	a := &asking{}
	decoder := json.NewDecoder(body)
	decoder.DisallowUnknownFields()
	err := decoder.Decode(a)
	if err == nil {
		if _, more := decoder.Token(); !errors.Is(more, io.EOF) {
			err = errors.New("there is more than one value")
		}
	}
	if err != nil {
		return nil, unread(err, `send {"table": "…", "task": "…"}; GET / lists what else can be said`)
	}
	return a, nil
}

// readCSV takes a table that is sent as it is; what is asked of it stands in
// the address.
func readCSV(body io.Reader, address map[string][]string) (*asking, *refusal) {
	a := &asking{}
	for name, values := range address {
		value := values[len(values)-1]
		switch name {
		case "task":
			a.Task = value
		case "factor":
			a.Factor = value
		case "only":
			a.Only = value
		case "what-if":
			a.WhatIf = values
		case "seconds":
			seconds, err := strconv.ParseFloat(value, 64)
			if err != nil {
				return nil, refuse(http.StatusBadRequest, fmt.Sprintf("seconds=%s is no number", value), "write seconds=10")
			}
			a.Seconds = seconds
		default:
			return nil, refuse(http.StatusBadRequest, fmt.Sprintf("%s= in the address is not known", name), "there are task, factor, only, what-if and seconds; JSON has more")
		}
	}
	text, err := io.ReadAll(body)
	if err != nil {
		return nil, unread(err, "send the table as the body")
	}
	a.Table = string(text)
	return a, nil
}

// unread is a body that could not be read.
func unread(err error, mend string) *refusal {
	var large *http.MaxBytesError
	if errors.As(err, &large) {
		return refuse(http.StatusRequestEntityTooLarge, fmt.Sprintf("the request has more than %d bytes", large.Limit), "plan it with gosplan plan, which has no such limit")
	}
	return refuse(http.StatusBadRequest, "the body cannot be read: "+err.Error(), mend)
}

// check refuses numbers that mean nothing.
func (a *asking) check() *refusal {
	switch {
	case a.Table == "":
		return refuse(http.StatusBadRequest, "there is no table", "send the text of one; GET /example has one")
	case !(a.Tolerance >= 0 && a.Tolerance < 1):
		return refuse(http.StatusBadRequest, fmt.Sprintf("a tolerance of %g", a.Tolerance), "it is a share of the plan's value, such as 1e-6")
	case a.Rounds < 0:
		return refuse(http.StatusBadRequest, fmt.Sprintf("%d rounds", a.Rounds), "ask for 1 or more")
	case !(a.Growth > -1 && a.Growth <= 10):
		return refuse(http.StatusBadRequest, fmt.Sprintf("a growth of %g", a.Growth), "it is a share of last year's output: 0.05 is five per cent")
	case !(a.Seconds >= 0):
		return refuse(http.StatusBadRequest, fmt.Sprintf("%g seconds", a.Seconds), "give some")
	case a.Decimal != "" && a.Decimal != "." && a.Decimal != ",":
		return refuse(http.StatusBadRequest, fmt.Sprintf("a decimal sign %q", a.Decimal), "it is . or ,")
	}
	return nil
}
