package gosplan

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"unsafe"

	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/scenario"
	"gosplan/schedule"
)

// coarse is a scale at which a run of all the years takes a second.
const coarse = 200_000

// loaded keeps scenarios that have been read, for reading only.
var loaded sync.Map

// builtin is a copy of a scenario that comes with the program.
func builtin(t testing.TB, name string) *scenario.Scenario {
	t.Helper()
	found, ok := loaded.Load(name)
	if !ok {
		sc, err := scenario.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		found, _ = loaded.LoadOrStore(name, sc)
	}
	sc := *found.(*scenario.Scenario)
	return &sc
}

// begin prepares a run of a scenario that comes with the program.
func begin(t testing.TB, name string, seed uint64, scale, to int) *Simulation {
	t.Helper()
	s, err := New(Config{Scenario: builtin(t, name), Seed: seed, Scale: scale, To: to})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// live lives some months.
func live(t testing.TB, s *Simulation, months int) {
	t.Helper()
	for range months {
		if err := s.month(); err != nil {
			t.Fatal(err)
		}
	}
}

// until lives until the first day of a year.
func until(t testing.TB, s *Simulation, year int) {
	t.Helper()
	live(t, s, (year-s.world.StartYear)*12-s.state.Month)
}

// date is the month that is to be lived next.
func (s *Simulation) date() string {
	year, month := s.state.Date(s.world)
	return fmt.Sprintf("%d-%02d", year, month)
}

// Every scenario lives all its years with its books in order: money to the
// kopeck after every act, goods after every month, people one by one, and no
// number that is not one or lies where it cannot. Only where systems are chosen
// within the run may money be issued until nobody can count it, which ends it.
func TestBooksOfAllScenarios(t *testing.T) {
	for _, summary := range scenario.Builtin() {
		t.Run(summary.Name, func(t *testing.T) {
			t.Parallel()
			s := begin(t, summary.Name, 7, coarse, 0)
			s.Audit()
			alive := census(s.state)
			mega, _ := land(s.state)
			for s.state.Month <= s.last {
				at := s.date()
				year, month := s.state.Date(s.world)
				switch err := s.month(); {
				case errors.Is(err, economy.ErrWorthless) && s.config.Scenario.Politics.Governs():
					t.Logf("in %s %v: who governs has chosen so", at, err)
					return
				case err != nil:
					t.Fatal(err)
				}
				var wrong complaints
				wrong.people(s)
				wrong.houses(s)
				alive = wrong.generations(s, alive, s.world.Given.Annexed.At(year), month)
				mega = wrong.territory(s, mega, year, month)
				if s.state.Month%17 == 0 {
					wrong.numbers(s.state, s.world.Weight)
					wrong.plant(s.state)
				}
				if len(wrong) > 0 {
					t.Fatalf("after %s:\n%s", at, strings.Join(wrong[:min(len(wrong), 12)], "\n"))
				}
			}
		})
	}
}

// census counts the living.
func census(st *economy.State) (n int) {
	for b := range st.Block {
		for i := range st.Block[b].Person {
			if st.Block[b].Person[i].Is(economy.Alive) {
				n++
			}
		}
	}
	return n
}

// complaints are what is wrong with a State.
type complaints []string

func (c *complaints) add(format string, arguments ...any) {
	*c = append(*c, fmt.Sprintf(format, arguments...))
}

// people: the staff of a cell is the people who have a post there, its enterprises
// have all of it but who is lent, and what some cells of a region lend others have.
func (c *complaints) people(s *Simulation) {
	st := s.state
	var jobs, staff [economy.Cells]int64
	var lent [economy.Regions]int64
	for b := range st.Block {
		block := &st.Block[b]
		dead := 0
		for i := range block.Person {
			p := &block.Person[i]
			if !p.Is(economy.Alive) {
				dead++
				continue
			}
			if cell, ok := p.Works(); ok {
				if cell >= economy.Cells {
					c.add("block %d, person %d has job %d", b, i, p.Job)
					continue
				}
				jobs[cell] += s.world.Weight
			}
		}
		if dead != len(block.FreePerson) {
			c.add("block %d: %d dead and %d free places", b, dead, len(block.FreePerson))
		}
	}
	for i := range st.Enterprise {
		e := &st.Enterprise[i]
		staff[economy.Cell(int(e.Region), e.Good)] += e.Staff
		if e.Staff < 0 || e.Wanted < 0 {
			c.add("enterprise %d: staff %d, wanted %d", i, e.Staff, e.Wanted)
		}
	}
	for k := range st.Cell {
		r, g := economy.CellOf(k)
		if jobs[k] != st.Cell[k].Staff {
			c.add("%s, %s: the cell counts %d, but %d people work there", economy.RegionNames[r], g, st.Cell[k].Staff, jobs[k])
		}
		if g != economy.Office && staff[k] != st.Cell[k].Staff-st.Cell[k].Lent {
			c.add("%s, %s: the cell counts %d, of whom %d are lent, its enterprises %d", economy.RegionNames[r], g, st.Cell[k].Staff, st.Cell[k].Lent, staff[k])
		}
		lent[r] += st.Cell[k].Lent
	}
	for r, n := range lent {
		if n != 0 {
			c.add("%s: %d hands are lent to nobody", economy.RegionNames[r], n)
		}
	}
}

// houses: everybody lives in a house of his block that counts him, and a
// house that is free holds nothing.
func (c *complaints) houses(s *Simulation) {
	st := s.state
	for b := range st.Block {
		block := &st.Block[b]
		members := make([]int, len(block.House))
		for i := range block.Person {
			p := &block.Person[i]
			switch {
			case !p.Is(economy.Alive):
			case p.House < 0 || int(p.House) >= len(block.House):
				c.add("block %d, person %d lives in house %d of %d", b, i, p.House, len(block.House))
				return
			default:
				members[p.House]++
			}
		}
		free := 0
		for i := range block.House {
			h := &block.House[i]
			if int(h.Members) != members[i] {
				c.add("block %d, house %d counts %d members, but %d people live there", b, i, h.Members, members[i])
			}
			if members[i] > 60 {
				c.add("block %d, house %d has %d members: a byte of rations will not hold them", b, i, members[i])
			}
			if h.Village == economy.Vacant {
				free++
				if members[i] > 0 || h.Purse.Held() != 0 || h.Grain.Held() != 0 || h.Larder.Held() != 0 || h.Land != 0 || h.Herd != [economy.Kinds]float32{} {
					c.add("block %d, house %d is free and not empty", b, i)
				}
			}
			if h.Village >= 0 && (int(h.Village) >= len(st.Village) || st.Village[h.Village].Region != h.Region) {
				c.add("block %d, house %d in region %d lies in village %d", b, i, h.Region, h.Village)
			}
			if h.Purse.Held() < 0 {
				c.add("block %d, house %d owes %d kopecks", b, i, -h.Purse.Held())
			}
		}
		if free != len(block.FreeHouse) {
			c.add("block %d: %d houses are free, %d listed as such", b, free, len(block.FreeHouse))
		}
	}
}

// generations: who lives was there before, was born, or was annexed.
func (c *complaints) generations(s *Simulation, before int, annexed float64, month int) (alive int) {
	var change float64
	for b := range s.state.Block {
		sum := &s.state.Block[b].Sum
		for r := range economy.Regions {
			change += sum.Births[r] - sum.Deaths[r]
		}
	}
	alive = census(s.state)
	came := alive - before - int(math.Round(change/float64(s.world.Weight)))
	if annexed == 0 || month != 1 {
		if came != 0 {
			c.add("%d people came from nowhere: %d alive, %d before, births less deaths %v", came, alive, before, change/float64(s.world.Weight))
		}
	} else if want := annexed * 1e6 / float64(s.world.Weight); math.Abs(float64(came)-want) > 0.3*want+5 {
		c.add("%d people were annexed, want about %v", came, want)
	}
	return alive
}

// land is the ploughland of houses and kolkhozes, and the part of it that lies
// where movers left it, Mha.
func land(st *economy.State) (all, left float64) {
	for b := range st.Block {
		for i := range st.Block[b].House {
			all += float64(st.Block[b].House[i].Land)
		}
		for v := range st.Block[b].Left {
			left += st.Block[b].Left[v].Land
		}
	}
	for i := range st.Village {
		all += st.Village[i].Land
	}
	return all + left, left
}

// territory: land changes hands and is not made, but for what is ploughed up
// on orders and what is annexed.
func (c *complaints) territory(s *Simulation, before float64, year, month int) (now float64) {
	now, _ = land(s.state)
	change := now - before
	if month == 3 {
		change -= s.world.Ordered(s.state, scenario.VirginLand, year)
	}
	if month == 1 && s.world.Given.Annexed.At(year) > 0 {
		return now
	}
	if math.Abs(change) > 2e-3*before {
		c.add("%.2f Mha of land were made out of %.2f", change, before)
	}
	return now
}

// plant: enterprises keep theirs in order of date, the oldest first.
func (c *complaints) plant(st *economy.State) {
	for k := range st.Enterprise {
		e := &st.Enterprise[k]
		if !slices.IsSortedFunc(e.Vintage[:e.Plants], func(a, b economy.Vintage) int { return int(a.Built) - int(b.Built) }) {
			c.add("plant of enterprise %d is not in order of date", k)
		}
	}
}

// mayBeNegative are the fields of the State whose values can lie below zero.
var mayBeNegative = []string{
	"held",          // of purses; stores are looked at by themselves
	"Born", "Built", // months before the first
	"Left", "Village", // hires less quits; in town
	"Stretch", "Profit", "Gain", "Convert", "Reported", "Growth",
	"Open",                       // by less than one simulated person, looked at by itself
	"Saved", "Deficit", "Issued", // of a year: more spent than came in, more withdrawn than printed
	"Heredity", // a correlation
	"Seen",     // growth, from abroad
	"Ripe",     // of a garden that gave less than the usual
	"Scissors", "Accumulated", "Sum", "Year", "Quarter", "Last",
}

// endless are the fields that may be without bound: what may be bought where
// nothing is allotted.
var endless = []string{"Allot"}

// numbers: no number in the State is not a number or endless, and nothing of
// which there cannot be less than nothing is negative.
func (c *complaints) numbers(st *economy.State, weight int64) {
	fields := map[reflect.Type][]string{}
	var walk func(v reflect.Value, path []string)
	walk = func(v reflect.Value, path []string) {
		switch v.Kind() {
		case reflect.Struct:
			names := fields[v.Type()]
			for i := range v.NumField() {
				if len(names) == i {
					names = append(names, v.Type().Field(i).Name)
					fields[v.Type()] = names
				}
				walk(v.Field(i), append(path, names[i]))
			}
		case reflect.Slice, reflect.Array:
			if kind := v.Type().Elem().Kind(); kind >= reflect.Bool && kind <= reflect.Uintptr {
				return
			}
			for i := range v.Len() {
				walk(v.Index(i), path)
			}
		case reflect.Float32, reflect.Float64:
			x := v.Float()
			name := path[len(path)-1]
			store := name == "held" // a purse holds whole kopecks, a store a float
			switch {
			case math.IsNaN(x), math.IsInf(x, 0) && !slices.Contains(endless, name):
				c.add("%s is %v", strings.Join(path, "."), x)
			case x < 0 && (store || !slices.ContainsFunc(path, func(s string) bool { return slices.Contains(mayBeNegative, s) })):
				c.add("%s is %v", strings.Join(path, "."), x)
			}
		}
	}
	walk(reflect.ValueOf(st).Elem(), nil)
	for i := range st.Cell {
		if open := st.Cell[i].Open; open <= -float64(weight) {
			c.add("cell %d has %v open posts: more came than were asked for", i, open)
		}
	}
	share := func(what string, x float64) {
		if !(x >= -1e-6 && x <= 1+1e-6) {
			c.add("%s is %v, a share", what, x)
		}
	}
	for b := range st.Block {
		for i := range st.Block[b].House {
			h := &st.Block[b].House[i]
			share("hunger", float64(h.Hunger))
			share("expected loss", float64(h.Taken))
		}
	}
	for i := range st.Enterprise {
		e := &st.Enterprise[i]
		share("state of repair", e.Shape)
		share("line", e.Wip)
		share("care", e.Care)
		share("inputs met", e.Met)
	}
	for i := range st.Village {
		share("members of the village", st.Village[i].Member)
		share("hunger of the village", st.Village[i].Hunger)
	}
}

// A leak in a run is reported with the act that made it, the date and how to
// see it again.
func TestALeakInARunIsNamed(t *testing.T) {
	s := begin(t, "ussr", 3, 2*coarse, 0)
	s.Audit()
	until(t, s, 1918)
	outside := ledger.Purse{} // no part of the State
	era := s.now()
	thief := schedule.Row{When: schedule.Month, Who: "thief", Does: "carries money away", Writes: "Centre", Act: func(_ *economy.World, st *economy.State) {
		ledger.Pay(&st.Centre.Treasury, &outside, 3)
	}}
	era.year = slices.Insert(slices.Clone(era.year), 10, thief)
	err := s.Run(context.Background(), nil)
	if err == nil {
		t.Fatal("three kopecks a month are carried away and nobody says so")
	}
	for _, part := range []string{"ussr", "seed 3", "1:400000", "1918-01", "thief", "carries money away", "money"} {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("%q does not say %q", err, part)
		}
	}
}

// Goods that appear or vanish are found in the month in which they do.
func TestALeakOfGoodsInARunIsFound(t *testing.T) {
	for _, c := range []struct {
		name string
		leak func(*economy.State)
	}{
		{"grain in a house", func(st *economy.State) { off := 1e-4; plant(&firstVillager(st).Grain, off) }},
		{"grain in the granary", func(st *economy.State) { plant(&st.Centre.Granary, 1e-4) }},
		{"machinery in a depot", func(st *economy.State) { plant(&st.Branch[economy.Machinery].Depot, 1e-4) }},
		{"materials in an enterprise", func(st *economy.State) { plant(&st.Enterprise[0].In[economy.Materials], 1e-4) }},
	} {
		s := begin(t, "ussr", 3, 2*coarse, 0)
		until(t, s, 1918)
		c.leak(s.state)
		if err := s.month(); err == nil || !strings.Contains(err.Error(), "the books are off") || !strings.Contains(err.Error(), strings.Fields(c.name)[0]) {
			t.Errorf("%s planted: %v", c.name, err)
		}
	}
}

// plant puts goods into a store behind the ledger's back.
func plant(s *ledger.Store, q float64) { *(*float64)(unsafe.Pointer(s)) += q }

func firstVillager(st *economy.State) *economy.House {
	for i := range st.Block[0].House {
		if h := &st.Block[0].House[i]; h.Members > 0 && h.Village >= 0 && h.Grain.Held() > 0 {
			return h
		}
	}
	panic("nobody lives in a village")
}

// partNames are the parts of the State.
func partNames() (names []string) {
	for i := range reflect.TypeFor[economy.State]().NumField() {
		names = append(names, reflect.TypeFor[economy.State]().Field(i).Name)
	}
	return names
}

// copyParts copies the memory of every part of the State into buffers.
func copyParts(st *economy.State, into [][]byte) {
	v := reflect.ValueOf(st).Elem()
	for i := range into {
		into[i] = appendMemory(into[i][:0], v.Field(i))
	}
}

// appendMemory appends all the memory a value reaches.
func appendMemory(out []byte, v reflect.Value) []byte {
	switch {
	case v.Kind() == reflect.Slice:
		out = fmt.Append(out, v.Len(), ":")
		if pointerless(v.Type().Elem()) {
			if v.Len() == 0 {
				return out
			}
			return append(out, unsafe.Slice((*byte)(v.UnsafePointer()), v.Len()*int(v.Type().Elem().Size()))...)
		}
		for i := range v.Len() {
			out = appendMemory(out, v.Index(i))
		}
		return out
	case pointerless(v.Type()):
		return append(out, unsafe.Slice((*byte)(v.Addr().UnsafePointer()), v.Type().Size())...)
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			out = appendMemory(out, v.Field(i))
		}
		return out
	}
	panic("the State holds a " + v.Type().String())
}

func pointerless(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Struct:
		for i := range t.NumField() {
			if !pointerless(t.Field(i).Type) {
				return false
			}
		}
	case reflect.Array:
		return pointerless(t.Elem())
	case reflect.Pointer, reflect.Slice, reflect.Map, reflect.Interface, reflect.String, reflect.Func, reflect.Chan, reflect.UnsafePointer:
		return false
	}
	return true
}

// witnessed are the spans in which rows are watched, by year: the first
// year of every era and the years in which rare things happen.
func witnessed(s *Simulation) bool {
	year, _ := s.state.Date(s.world)
	if from := s.now().from; s.state.Month >= from && s.state.Month < from+13 || s.state.Rule.Taken != 0 {
		return true
	}
	return slices.Contains([]int{1930, 1939, 1942, 1947, 1954, 1991}, year)
}

// An act changes the parts of the State that its row names, and no others.
// What a row names and did not change in all the years watched is logged.
func TestRowsWriteWhatTheySay(t *testing.T) {
	t.Parallel()
	type row struct{ who, does string }
	more, less := map[row][]string{}, map[row]map[string]bool{}
	example := map[string]string{}
	var order []row
	names := partNames()
	before, after := make([][]byte, len(names)), make([][]byte, len(names))
	runs := []*Simulation{begin(t, "ussr", 5, 2*coarse, 0)}
	ruled := governed(t, 5, 2*coarse, 1921, never)
	runs = append(runs, ruled)
	for _, name := range rivals {
		run := under(t, "industrial", name, 2*coarse, nil)
		run.last = run.first + 48
		runs = append(runs, run)
	}
	for _, s := range runs {
		for s.state.Month <= s.last {
			if !witnessed(s) {
				live(t, s, 1)
				continue
			}
			at := s.date()
			table := s.now().year
			watched, begun := slices.Clone(table), false
			for i := range watched {
				act := watched[i].Act
				name := row{watched[i].Who, watched[i].Does}
				writes := strings.Fields(watched[i].Writes)
				if less[name] == nil {
					order = append(order, name)
					less[name] = map[string]bool{}
					for _, part := range writes {
						less[name][part] = true
					}
				}
				watched[i].Act = func(w *economy.World, st *economy.State) {
					if !begun { // what came before the table is no act of it
						begun = true
						copyParts(st, before)
					}
					act(w, st)
					copyParts(st, after)
					for k, part := range names {
						if bytes.Equal(before[k], after[k]) {
							continue
						}
						delete(less[name], part)
						if !slices.Contains(writes, part) && !slices.Contains(more[name], part) {
							more[name] = append(more[name], part)
							example[name.does+part] = at
						}
					}
					before, after = after, before
				}
			}
			s.now().year = watched
			live(t, s, 1)
			for i := range s.eras {
				if &s.eras[i].year[0] == &watched[0] {
					s.eras[i].year = table
				}
			}
		}
	}
	for _, name := range order {
		for _, part := range more[name] {
			t.Errorf("%s %s: also writes %s (in %s)", name.who, name.does, part, example[name.does+part])
		}
		for part := range less[name] { // order does not matter: a row may, and need not
			t.Logf("%s %s: says it writes %s and never does", name.who, name.does, part)
		}
	}
}
