package gosplan

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// floors is the building, ground floor first. A package may import only from
// floors below its own. This is the architecture; change it here first.
var floors = [][]string{
	{"unit", "draw", "par", "series", "parameter", "data", "sheet", "sheet/browser", "statistic"}, // numbers
	{"linalg"}, // numbers in rows and columns
	{"mechanism", "decide", "lp", "production"}, // theory: pure functions; what planners are told
	{"ledger", "plan"},                          // books; planners
	{"scenario"},                                // economies with a date and a place, as files
	{"economy"},                                 // nouns
	{"behaviour", "measure", "schedule"},        // verbs
	{"institution", "politics"},                 // rules of the game, and the contest over them
	{"system"},                                  // economies
	{"fit", "ensemble"},                         // judgement
	{"gosplan", "replica"},                      // the front door; published models of others
	{"record", "report", "format", "planpage", "claim"}, // uses
	{"web"}, // uses over HTTP
	{"cmd/gosplan", "cmd/calibrate", "bench/rivals", "docs"},
}

func TestImportsPointDown(t *testing.T) {
	out, err := exec.Command("go", "list", "-e", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "./...").Output()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(out)) {
		names := strings.Fields(line)
		from := floor(t, names[0])
		for _, to := range names[1:] {
			if isOurs(to) && floor(t, to) >= from {
				t.Errorf("%s imports %s, which is not below it", names[0], to)
			}
		}
	}
}

func isOurs(path string) bool { return path == "gosplan" || strings.HasPrefix(path, "gosplan/") }

// floor is how high a package stands.
func floor(t *testing.T, path string) int {
	t.Helper()
	room := path
	if path != "gosplan" {
		room = strings.TrimPrefix(path, "gosplan/")
	}
	for height, rooms := range floors {
		if slices.Contains(rooms, room) {
			return height
		}
	}
	t.Errorf("%s stands on no floor: give it one in arch_test.go", path)
	return len(floors)
}

// systemWords are names of systems, leaders and their campaigns. What is
// below the institutions may not know which of them is in force.
var systemWords = strings.Fields(`nep warcommunism communism communist stalin stalinist lenin leninist khrushchev
	brezhnev kosygin andropov gorbachev trotsky bukharin sovnarkhoz sovnarkhozy soviet soviets ussr russia russian
	bolshevik bolsheviks tsar tsarist perestroika glasnost prodrazverstka stakhanov stakhanovite gulag
	kulak kulaks dekulakisation collectivisation collectivization kolkhoz kolkhozes sovkhoz gosbank gossnab`)

// systemRooms are the rooms that may name neither a system nor a date.
var systemRooms = []string{"mechanism", "decide", "ledger", "economy", "behaviour", "measure"}

// A reason excuses a word or a year in a file, or, with the name of a folder,
// in a room.
var excused = []struct{ where, what, reason string }{
	{"measure/catalogue.go", "soviets", "local soviets are offices; the word explains a series to its reader"},
	{"measure/catalogue.go", "kolkhozes", "a unit of counting, in the meaning of a series"},
	{"measure/catalogue.go", "kolkhoz", "a unit of counting, in the meaning of a series"},
	{"economy", "kolkhoz", "a kind of farm, a noun like enterprise; who founds it and what it owes is the institution's"},
	{"economy", "kolkhozes", "as kolkhoz"},
	{"measure", "kolkhoz", "counted, as any farm is"},
	{"measure", "kolkhozes", "as kolkhoz"},
	{"measure", "1928", "the base year in which indexes are 100"},
	{"measure/catalogue.go", "1913", "the base year of the scissors"},
	{"measure/catalogue.go", "1961", "a unit: rubles of before the new ones"},
	{"mechanism/elsewhere.go", "years", "sources are titles with a year, as in tags"},
}

func isExcused(path, what string) bool {
	for _, e := range excused {
		if what == e.what && (path == e.where || strings.HasPrefix(path, e.where+"/")) {
			return true
		}
	}
	return false
}

// No file of the physical economy, of behaviour or of measurement names a
// system or a date. Comments and imports may.
func TestNoSystemBelowTheInstitutions(t *testing.T) {
	for _, room := range systemRooms {
		for _, file := range sources(t, room) {
			ast.Inspect(file.tree, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.ImportSpec, *ast.Field:
					if field, ok := n.(*ast.Field); ok && field.Tag != nil {
						field.Tag = nil // a parameter's source is a title with a year
					}
					_, isImport := n.(*ast.ImportSpec)
					return !isImport
				case *ast.Ident:
					file.refuseWords(t, n.Pos(), n.Name)
				case *ast.BasicLit:
					file.refuseLiteral(t, n)
				}
				return true
			})
		}
	}
}

// A source is one Go file that is no test.
type source struct {
	path string
	tree *ast.File
	set  *token.FileSet
}

func sources(t *testing.T, room string) []source {
	t.Helper()
	var out []source
	paths, _ := filepath.Glob(filepath.Join(room, "*.go"))
	set := token.NewFileSet()
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		tree, err := parser.ParseFile(set, path, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, source{filepath.ToSlash(path), tree, set})
	}
	return out
}

func (f source) refuseWords(t *testing.T, at token.Pos, text string) {
	t.Helper()
	found := words(text)
	for i, word := range found {
		pair := word
		if i+1 < len(found) {
			pair = word + found[i+1]
		}
		for _, w := range []string{word, pair} {
			if slices.Contains(systemWords, w) && !isExcused(f.path, w) {
				t.Errorf("%s names a system: %q in %q", f.set.Position(at), w, text)
				break
			}
		}
	}
}

func (f source) refuseLiteral(t *testing.T, n *ast.BasicLit) {
	t.Helper()
	switch n.Kind {
	case token.STRING:
		f.refuseWords(t, n.Pos(), n.Value)
		for _, year := range years(n.Value) {
			if !isExcused(f.path, year) && !isExcused(f.path, "years") {
				t.Errorf("%s: %s names the year %s", f.set.Position(n.Pos()), n.Value, year)
			}
		}
	case token.INT, token.FLOAT:
		if year, err := strconv.ParseFloat(n.Value, 64); err == nil && year >= 1900 && year < 2000 && len(strings.TrimSuffix(n.Value, ".0")) == 4 && !isExcused(f.path, n.Value) {
			t.Errorf("%s: %s looks like a year", f.set.Position(n.Pos()), n.Value)
		}
	}
}

// years are the years of the century that a text names; "1920-21" names one.
func years(text string) (found []string) {
	for _, number := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if year, err := strconv.Atoi(number); err == nil && len(number) == 4 && year >= 1900 && year < 2000 {
			found = append(found, number)
		}
	}
	return found
}

// words splits WarCommunism, war_communism and "war communism" alike.
func words(text string) []string {
	var out []string
	var word []rune
	flush := func() {
		if len(word) > 0 {
			out = append(out, strings.ToLower(string(word)))
			word = nil
		}
	}
	runes := []rune(text)
	for i, r := range runes {
		begins := unicode.IsUpper(r) && (i == 0 || !unicode.IsUpper(runes[i-1]) || i+1 < len(runes) && unicode.IsLower(runes[i+1]))
		if !unicode.IsLetter(r) || begins {
			flush()
		}
		if unicode.IsLetter(r) {
			word = append(word, r)
		}
	}
	flush()
	return out
}

// Nothing below the record reads the clock or asks for luck other than by
// question.
func TestNoClockAndNoOtherLuck(t *testing.T) {
	for _, rooms := range floors[:len(floors)-2] {
		for _, room := range rooms {
			if room == "gosplan" {
				room = "."
			}
			for _, file := range sources(t, room) {
				for _, imported := range file.tree.Imports {
					if path, _ := strconv.Unquote(imported.Path.Value); slices.Contains([]string{"math/rand", "math/rand/v2", "crypto/rand"}, path) {
						t.Errorf("%s imports %s: ask package draw", file.path, path)
					}
				}
				ast.Inspect(file.tree, func(n ast.Node) bool {
					if name := selector(n); slices.Contains([]string{"time.Now", "time.Since", "time.Until"}, name) {
						t.Errorf("%s reads the clock", file.set.Position(n.Pos()))
					}
					return true
				})
			}
		}
	}
}

// selector is "time.Now" for that expression.
func selector(n ast.Node) string {
	if s, ok := n.(*ast.SelectorExpr); ok {
		if x, ok := s.X.(*ast.Ident); ok {
			return x.Name + "." + s.Sel.Name
		}
	}
	return ""
}

// allowance marks a range over a map that is harmless, and says why.
const allowance = "// order does not matter:"

// orderedRooms are the rooms whose order can reach the state of an economy.
var orderedRooms = []string{"mechanism", "decide", "ledger", "economy", "behaviour", "schedule", "institution", "politics", "system", "."}

// The order of a map is different in every run, so nothing that can reach the
// state ranges over one, unless its line says why that is harmless.
func TestNoMapOrderReachesTheState(t *testing.T) {
	all := token.NewFileSet()
	from := importer.ForCompiler(all, "source", nil)
	for _, room := range orderedRooms {
		files := sources(t, room)
		if len(files) == 0 {
			continue
		}
		var trees []*ast.File
		for _, f := range files {
			trees = append(trees, f.tree)
		}
		info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}}
		checker := types.Config{Importer: from, Error: func(error) {}} // what does not compile is another test's
		checker.Check(room, files[0].set, trees, info)
		for _, f := range files {
			lines := readLines(t, f.path)
			ast.Inspect(f.tree, func(n ast.Node) bool {
				loop, ok := n.(*ast.RangeStmt)
				if ok && isUnordered(info, loop.X) {
					at := f.set.Position(loop.Pos())
					if !strings.Contains(lines[at.Line-1], allowance) {
						t.Errorf("%s ranges over a map; sort its keys, or say why it is harmless with %q", at, allowance)
					}
				}
				return true
			})
		}
	}
}

// isUnordered reports whether an expression is a map or an iterator over one.
func isUnordered(info *types.Info, x ast.Expr) bool {
	if call, ok := x.(*ast.CallExpr); ok {
		if name := selector(call.Fun); slices.Contains([]string{"maps.Keys", "maps.Values", "maps.All"}, name) {
			return true
		}
	}
	kind := info.Types[x].Type
	if kind == nil {
		return false
	}
	_, isMap := kind.Underlying().(*types.Map)
	return isMap
}

func readLines(t *testing.T, path string) []string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(string(text), "\n")
}

// The tests above would be worth nothing if they saw nothing.
func TestTheGuardsSee(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"WarCommunism", "war communism"},
		{"NEPTax", "nep tax"},
		{"nep_tax", "nep tax"},
		{`"under NEP, 1921"`, "under nep"},
		{"oneperson", "oneperson"},
	} {
		if got := strings.Join(words(c.text), " "); got != c.want {
			t.Errorf("%s is read as %q, want %q", c.text, got, c.want)
		}
	}
	for _, c := range []struct{ text, want string }{
		{`"bad years of 1920-21 and 1946"`, "1920 1946"},
		{`"1928 = 100"`, "1928"},
		{`"1:1950 and h1950"`, "1950"},
		{`"19.50, 19500 and 2026"`, ""},
	} {
		if got := strings.Join(years(c.text), " "); got != c.want {
			t.Errorf("%s is read as years %q, want %q", c.text, got, c.want)
		}
	}
	set := token.NewFileSet()
	tree, err := parser.ParseFile(set, "x.go", "package x\nvar m map[int]int\nfunc f() { for range m {} }\n", 0)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}}
	(&types.Config{}).Check("x", set, []*ast.File{tree}, info)
	seen := 0
	ast.Inspect(tree, func(n ast.Node) bool {
		if loop, ok := n.(*ast.RangeStmt); ok && isUnordered(info, loop.X) {
			seen++
		}
		return true
	})
	if seen != 1 {
		t.Error(fmt.Sprint("a range over a map was seen ", seen, " times, want once"))
	}
}
