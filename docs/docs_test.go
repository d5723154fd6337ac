// Package docs holds what is written about gosplan, and the tests that keep it
// true: parts of the pages are generated from the code, links lead somewhere,
// and the commands shown to readers exist.
package docs

//go:generate go test -run TestGeneratedPartsAreUpToDate . -update

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the generated parts of the pages")

// generated are the pages with generated parts and what stands in each part,
// between the marks <!-- generated: NAME --> and <!-- end of NAME -->.
var generated = map[string]map[string]func(*testing.T) string{
	"../README.md": {"scenarios": scenarioTable, "missed": missedBands},
	"odd.md": {
		"schedule": schedule, "institutions": institutions, "status": statuses,
		"decisions": decisions, "nature": nature, "mechanisms": mechanismTable, "unused": unused,
	},
	"mechanisms.md": {"cards": cards},
	"systems.md":    {"systems": systemTable, "compositions": compositions, "forms": forms},
	"fairness.md":   {"truths": truths, "sights": sights},
	"parameters.md": {"shared": sharedParameters, "by-system": parametersBySystem},
}

func TestGeneratedPartsAreUpToDate(t *testing.T) {
	for page, parts := range generated { // order does not matter: each page is written alone
		t.Run(filepath.Base(page), func(t *testing.T) {
			text := read(t, page)
			fresh := text
			for name, part := range parts { // order does not matter: parts do not overlap
				fresh = replace(t, fresh, name, part(t))
			}
			if fresh == text {
				return
			}
			if !*update {
				t.Errorf("%s: %s\nis behind the code; bring it up to date with: go test ./docs -update", page, firstDifference(text, fresh))
				return
			}
			if err := os.WriteFile(page, []byte(fresh), 0o644); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// replace puts a part between its marks.
func replace(t *testing.T, text, name, part string) string {
	t.Helper()
	begin, end := "<!-- generated: "+name+" -->\n", "<!-- end of "+name+" -->"
	head, rest, ok := strings.Cut(text, begin)
	_, tail, closed := strings.Cut(rest, end)
	if !ok || !closed {
		t.Fatalf("the marks of %q are not both there", name)
	}
	return head + begin + "\n" + strings.TrimSpace(part) + "\n\n" + end + tail
}

func firstDifference(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return fmt.Sprintf("line %d\n  has  %s\n  want %s", i+1, x[i], y[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(x), len(y))
}

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// pages are all that a reader is given.
func pages(t *testing.T) []string {
	t.Helper()
	list := []string{"../README.md", "../ARCHITECTURE.md", "../CHANGELOG.md"}
	for _, pattern := range []string{"*.md", "decisions/*.md"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, found...)
	}
	return list
}

var (
	link    = regexp.MustCompile(`!?\[[^\]]*\]\(([^)\s]+)\)`)
	heading = regexp.MustCompile(`(?m)^#+ +(.*)$`)
	outside = regexp.MustCompile(`^[a-z]+:`)
)

func TestLinksResolve(t *testing.T) {
	for _, page := range pages(t) {
		for _, found := range link.FindAllStringSubmatch(prose(read(t, page)), -1) {
			target, section, _ := strings.Cut(found[1], "#")
			if outside.MatchString(target) {
				continue
			}
			path := page
			if target != "" {
				path = filepath.Join(filepath.Dir(page), target)
			}
			if _, err := os.Stat(path); err != nil {
				t.Errorf("%s links to %s, which does not exist", page, found[1])
				continue
			}
			if section != "" && !slices.Contains(anchors(read(t, path)), section) {
				t.Errorf("%s links to %s, but %s has no such heading", page, found[1], path)
			}
		}
	}
}

// prose is a page without its blocks of code.
func prose(text string) string { return fence.ReplaceAllString(text, "") }

// anchors are the names under which a page's headings can be linked to.
func anchors(text string) []string {
	var out []string
	for _, h := range heading.FindAllStringSubmatch(prose(text), -1) {
		name := strings.Map(func(r rune) rune {
			switch {
			case r == ' ':
				return '-'
			case r == '-' || r == '_' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r > 127 && r != '–' && r != '—':
				return r
			}
			return -1
		}, strings.ToLower(h[1]))
		out = append(out, name)
	}
	return out
}

var (
	fence = regexp.MustCompile("(?s)```.*?```")
	shell = regexp.MustCompile("(?s)```sh\n(.*?)```")
	flags = regexp.MustCompile(`--[a-z-]+`)
)

// build builds the program into a folder of its own.
func build(t *testing.T) (program string) {
	t.Helper()
	program = filepath.Join(t.TempDir(), "gosplan")
	if out, err := exec.Command("go", "build", "-o", program, "../cmd/gosplan").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return program
}

// Every command that a page shows is one the program has, with the flags it
// has.
func TestCommandsExist(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	program := build(t)
	help := map[string]string{}
	shown := 0
	for _, page := range pages(t) {
		for _, block := range shell.FindAllStringSubmatch(read(t, page), -1) {
			for line := range strings.Lines(block[1]) {
				line, _, _ = strings.Cut(line, " #")
				line = strings.Replace(line, "go run ./cmd/gosplan", "gosplan", 1)
				for _, command := range strings.Split(line, "&&") {
					words := strings.Fields(command)
					if len(words) < 2 || words[0] != "gosplan" {
						continue
					}
					shown++
					verb := verbOf(words)
					if help[verb] == "" {
						out, err := exec.Command(program, append(strings.Fields(verb), "--help")...).CombinedOutput()
						if err != nil {
							t.Errorf("%s: there is no gosplan %s: %s", page, verb, out)
							continue
						}
						help[verb] = string(out)
					}
					for _, flag := range flags.FindAllString(command, -1) {
						if !strings.Contains(strings.ReplaceAll(help[verb], "[no-]", "no-"), flag) {
							t.Errorf("%s: gosplan %s has no %s", page, verb, flag)
						}
					}
				}
			}
		}
	}
	if shown < 10 {
		t.Errorf("only %d commands were seen in the pages", shown)
	}
	out, err := exec.Command(program, "--help").CombinedOutput()
	if err != nil {
		t.Fatal(err)
	}
	_, list, _ := strings.Cut(string(out), "Commands:")
	readme := read(t, "../README.md")
	for _, m := range regexp.MustCompile(`(?m)^  ([a-z]+) `).FindAllStringSubmatch(list, -1) {
		if !strings.Contains(readme, "gosplan "+m[1]) {
			t.Errorf("README.md does not show gosplan %s", m[1])
		}
	}
}

// verbOf is the verb of a command with the verb below it, which for plan is
// make where no other is named.
func verbOf(words []string) string {
	if words[1] != "plan" {
		return words[1]
	}
	if len(words) > 2 && slices.Contains([]string{"check", "convert", "generate", "verify", "resume", "lp"}, words[2]) {
		return "plan " + words[2]
	}
	return "plan make"
}

var roomOfTable = regexp.MustCompile("(?m)^\\| `([a-z/]+)` \\|")

// The rooms of ARCHITECTURE.md are the packages there are.
func TestArchitectureNamesEveryRoom(t *testing.T) {
	out, err := exec.Command("go", "list", "-e", "../...").Output()
	if err != nil {
		t.Fatal(err)
	}
	var packages []string
	for _, path := range strings.Fields(string(out)) {
		packages = append(packages, strings.TrimPrefix(path, "gosplan/"))
	}
	var named []string
	for _, m := range roomOfTable.FindAllStringSubmatch(read(t, "../ARCHITECTURE.md"), -1) {
		named = append(named, m[1])
	}
	for _, room := range packages {
		if !slices.Contains(named, room) {
			t.Errorf("ARCHITECTURE.md has no line for %s", room)
		}
	}
	for _, room := range named {
		if !slices.Contains(packages, room) {
			t.Errorf("ARCHITECTURE.md has a line for %s, which does not exist", room)
		}
	}
}

// Decision records are numbered without gaps and say all four things.
func TestDecisionsAreWhole(t *testing.T) {
	records, err := filepath.Glob("decisions/*.md")
	if err != nil {
		t.Fatal(err)
	}
	for i, path := range records {
		if want := fmt.Sprintf("%04d-", i+1); !strings.HasPrefix(filepath.Base(path), want) {
			t.Errorf("%s: want a number of %s", path, want)
		}
		text := read(t, path)
		for _, part := range []string{"## Context", "## Choice", "## Price", "## Revisit when"} {
			if !strings.Contains(text, "\n"+part+"\n") {
				t.Errorf("%s has no %q", path, part)
			}
		}
	}
}
