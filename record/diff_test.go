package record

import (
	"path/filepath"
	"slices"
	"testing"
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
