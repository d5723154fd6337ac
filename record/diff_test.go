package record

import (
	"path/filepath"
	"slices"
	"testing"

	"gosplan/series"
)

func TestInputsNameLoneSystems(t *testing.T) {
	a := &Manifest{Parameters: []Parameter{{Path: "A", Value: 1}, {Path: "[plan] B", Value: 1}, {Path: "[plan] C", Value: 2}, {Path: "[both] D", Value: 1}}}
	b := &Manifest{Parameters: []Parameter{{Path: "A", Value: 2}, {Path: "[market] E", Value: 3}, {Path: "[both] F", Value: 4}}}
	want := []string{"system plan: only in A", "system market: only in B", "A: 1, 2", "[both] D: 1, absent", "[both] F: absent, 4"}
	if got := inputs(a, b); !slices.Equal(got, want) {
		t.Errorf("inputs %q, want %q", got, want)
	}
}

func TestDiff(t *testing.T) {
	dir := t.TempDir()
	a := finish(t, filepath.Join(dir, "a"), sample(), "abc")
	same := finish(t, filepath.Join(dir, "same"), sample(), "abc")
	if d := Diff(a, same); !d.Same || d.Parted != "" || len(d.Series) != 0 || len(d.Inputs) != 0 {
		t.Errorf("equal runs differ: %+v", d)
	}

	log := sample()
	for i, row := range log.Rows {
		if row.Def.Name == "defect_rate" && row.Year == 1919 && row.Quarter == 3 {
			log.Rows[i].Value *= 2
		}
		if row.Def.Name == "population" && row.Year == 1920 {
			log.Rows[i].Value *= 1.01
		}
	}
	log.Rows = log.Rows[:len(log.Rows)-1]
	b := finish(t, filepath.Join(dir, "b"), log, "abd")
	b.Manifest.Seed = 4
	d := Diff(a, b)
	if d.Same || d.Parted != "1919-Q3" || !slices.Equal(d.PartedBy, []string{"defect_rate, USSR"}) {
		t.Errorf("parted %s by %v", d.Parted, d.PartedBy)
	}
	if d.StateParted != "1918-Q4" {
		t.Errorf("states parted %q", d.StateParted)
	}
	if !slices.Equal(d.Inputs, []string{"seed: 3, 4"}) {
		t.Errorf("inputs %v", d.Inputs)
	}
	if len(d.Series) != 3 || d.Series[0].Name != "defect_rate" || d.Series[1].Name != "population" || d.Series[2].Missing != 1 {
		t.Errorf("series %+v", d.Series)
	}
	if r := d.Series[1].Relative; r < 0.0099 || r > 0.0101 {
		t.Errorf("population differs by %v of its size", r)
	}
	if d.Series[1].Worst != "1920" {
		t.Errorf("worst %v", d.Series[1].Worst)
	}
}

// What one run does not report at all is no difference between the two.
func TestDiffComparesWhatBothReport(t *testing.T) {
	dir := t.TempDir()
	whole := finish(t, filepath.Join(dir, "whole"), sample(), "abc")
	for _, c := range []struct {
		about    string
		keep     func(series.Row) bool
		from, to string
		parted   string
	}{
		{"begins later", func(r series.Row) bool { return r.Year >= 1919 }, "1919-Q1", "", ""},
		{"ends earlier", func(r series.Row) bool { return r.Year <= 1919 }, "", "1919", ""},
		{"lacks a series", func(r series.Row) bool { return r.Def.Name != "defect_rate" }, "", "", "at once"},
		{"has no rows", func(series.Row) bool { return false }, "none", "none", ""},
	} {
		log := sample()
		log.Rows = slices.DeleteFunc(log.Rows, func(r series.Row) bool { return !c.keep(r) })
		d := Diff(whole, &Run{Manifest: whole.Manifest, Log: log})
		if d.Same || (d.Parted != "") != (c.parted != "") {
			t.Errorf("%s: same %v, parted %q", c.about, d.Same, d.Parted)
		}
		for _, end := range [][2]string{{c.from, d.From}, {c.to, d.To}} {
			if want, got := end[0], end[1]; want == "none" && got != "" || want != "none" && want != "" && got != want {
				t.Errorf("%s: %q, want %q", c.about, got, want)
			}
		}
		for _, s := range d.Series {
			if s.A != nil || s.B != nil || s.Missing == 0 {
				t.Errorf("%s: %+v", c.about, s)
			}
		}
	}
}
