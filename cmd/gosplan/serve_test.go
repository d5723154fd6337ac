package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"gosplan/format"
	"gosplan/plan"
)

// A server says where it is, plans what it is sent, and ends with its context.
func TestServe(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	said, says := io.Pipe()
	ended := make(chan error, 1)
	go func() {
		ended <- serveVerb{Addr: "127.0.0.1:0", Seconds: 30, Megabytes: 1, Plans: 1}.Run(&room{ctx: ctx, planners: computed{}, err: says})
		says.Close()
	}()
	line, err := bufio.NewReader(said).ReadString('\n')
	address := regexp.MustCompile(`http://[0-9.:]+[0-9]`).FindString(line)
	if err != nil || address == "" || !strings.Contains(line, "POST /plan") {
		t.Fatalf("%q, %v", line, err)
	}
	answer, err := http.Post(address+"/plan?task=years", "text/csv", strings.NewReader(format.Example()))
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	var got struct {
		Plan         *plan.Plan  `json:"plan"`
		Verification plan.Report `json:"verification"`
	}
	if err := json.NewDecoder(answer.Body).Decode(&got); err != nil || got.Plan.Status != plan.Proved || !got.Verification.Passed || got.Plan.Took <= 0 {
		t.Errorf("%v, %+v", err, got)
	}
	taken := serveVerb{Addr: strings.TrimPrefix(address, "http://"), Seconds: 30, Megabytes: 1, Plans: 1}
	if err := taken.Run(&room{ctx: ctx, planners: computed{}, err: io.Discard}); err == nil || !strings.Contains(err.Error(), "choose another port") {
		t.Errorf("a taken address: %v", err)
	}
	cancel()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

func TestServeRefusesWrongNumbers(t *testing.T) {
	for _, v := range []serveVerb{
		{Addr: "127.0.0.1:0", Megabytes: 1, Plans: 1},
		{Addr: "127.0.0.1:0", Seconds: 1, Plans: 1},
		{Addr: "127.0.0.1:0", Seconds: 1, Megabytes: 1 << 40, Plans: 1},
		{Addr: "127.0.0.1:0", Seconds: 1, Megabytes: 1},
		{Addr: "nowhere", Seconds: 1, Megabytes: 1, Plans: 1},
	} {
		var wrong *wrongInput
		if err := v.Run(&room{ctx: t.Context(), planners: computed{}, err: io.Discard}); !errors.As(err, &wrong) {
			t.Errorf("%+v: %v", v, err)
		}
	}
}
