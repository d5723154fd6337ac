package main

import (
	"os"
	"runtime/debug"
	"strings"
	"testing"
)

func TestVersionsNameTheCommit(t *testing.T) {
	const commit = "0123456789abcdef0123"
	for _, c := range []struct {
		name  string
		build []debug.BuildSetting
		want  string
	}{
		{"nothing is known", nil, version},
		{"a commit", []debug.BuildSetting{{Key: "vcs.revision", Value: commit}, {Key: "vcs.modified", Value: "false"}}, version + "+0123456789ab"},
		{"changed after it", []debug.BuildSetting{{Key: "vcs.revision", Value: commit}, {Key: "vcs.modified", Value: "true"}}, version + "+0123456789ab.modified"},
		{"changed after nobody knows what", []debug.BuildSetting{{Key: "vcs.modified", Value: "true"}}, version},
	} {
		if got := versionOf(c.build); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// Who cites the program names the version that it says it is.
func TestTheCitationNamesTheVersion(t *testing.T) {
	text, err := os.ReadFile("../../CITATION.cff")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(text), "\nversion: "+version+"\n") {
		t.Errorf("CITATION.cff does not name version %s", version)
	}
}
