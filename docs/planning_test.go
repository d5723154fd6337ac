package docs

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// guided are the pieces of the guide that are run: a file to type in, or a
// command with what it prints.
var guided = regexp.MustCompile("(?s)```csv ([a-z.]+)\n(.*?)```|```sh\n([^`]*)```\n\n```text\n(.*?)```")

// What the guide to planning shows is what the program prints: its files are
// written, its commands are run in one folder from top to bottom, and what
// they print is compared, or, with -update, put there.
func TestPlanningGuideShowsWhatIsPrinted(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	const page = "planning.md"
	bin, room := filepath.Dir(build(t)), t.TempDir()
	text := read(t, page)
	fresh := guided.ReplaceAllStringFunc(text, func(piece string) string {
		m := guided.FindStringSubmatch(piece)
		if m[1] != "" {
			if err := os.WriteFile(filepath.Join(room, m[1]), []byte(m[2]), 0o644); err != nil {
				t.Fatal(err)
			}
			return piece
		}
		return "```sh\n" + m[3] + "```\n\n```text\n" + printed(t, bin, room, m[3]) + "```"
	})
	switch {
	case fresh == text:
	case *update:
		if err := os.WriteFile(page, []byte(fresh), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("%s: %s\nis behind the program; bring it up to date with: go test ./docs -update", page, firstDifference(text, fresh))
	}
	if n := len(guided.FindAllString(text, -1)); n < 12 {
		t.Errorf("only %d pieces of the guide were run", n)
	}
}

// printed is what commands print to a reader whose terminal is 100 wide.
func printed(t *testing.T, bin, room, commands string) string {
	t.Helper()
	command := exec.Command("sh", "-c", commands)
	command.Dir = room
	command.Env = append(os.Environ(), "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"), "COLUMNS=100")
	out, _ := command.CombinedOutput() // a plan that cannot be made has a status of its own
	if len(out) == 0 {
		t.Errorf("%sprints nothing", commands)
	}
	return strings.TrimRight(string(out), "\n") + "\n"
}
