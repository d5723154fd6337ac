package main

import (
	"testing"

	"gosplan"
	"gosplan/record"
)

// What was solved before a run was taken up again is part of what it took.
func TestDecisionsBeforeAResumeCount(t *testing.T) {
	problems, seconds := gosplan.Decisions()
	l := &live{earlier: record.Decisions{Problems: 16, Seconds: 2}}
	if got := l.decisions(); got.Problems != problems+16 || got.Seconds != seconds+2 {
		t.Errorf("%+v after %d in %v s", got, problems, seconds)
	}
}
