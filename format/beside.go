package format

import (
	"os"
	"path/filepath"
	"strings"
)

// halves are the words by which the halves of a supply-use table are named.
var halves = [][2]string{{"use", "make"}, {"Use", "Make"}, {"USE", "MAKE"}, {"use", "supply"}, {"Use", "Supply"}, {"USE", "SUPPLY"}}

// beside is the other half of a supply-use table, if it lies beside the one
// with the corresponding name.
func beside(path string) string {
	folder, name := filepath.Split(path)
	for _, pair := range halves {
		for _, swap := range [][2]string{pair, {pair[1], pair[0]}} {
			if !strings.Contains(name, swap[0]) {
				continue
			}
			other := folder + strings.Replace(name, swap[0], swap[1], 1)
			if other != path && exists(other) {
				return other
			}
		}
	}
	return ""
}

func exists(path string) bool {
	info, err := os.Stat(path)
	return err == nil && !info.IsDir()
}

// nameFiles are the endings of files that give the names of codes.
var nameFiles = []string{"_codes", "_names", "_commodities", "_industries", ".names"}

// learnNames reads what codes stand for, from the file asked for or from
// files beside the table: "us_use.csv" has "us_commodities.csv".
func (r *reader) learnNames(path string, c *cells) {
	candidates := []string{r.Names}
	if r.Names == "" {
		candidates = nil
		stem := strings.TrimSuffix(path, filepath.Ext(path))
		stems := []string{stem}
		for _, pair := range halves {
			for _, word := range pair {
				stems = append(stems, strings.TrimSuffix(stem, "_"+word))
			}
		}
		for _, stem := range stems {
			for _, ending := range nameFiles {
				candidates = append(candidates, stem+ending+".csv")
			}
		}
	}
	for _, candidate := range candidates {
		if exists(candidate) {
			r.readNames(candidate, c)
		}
	}
}

// readNames reads a table "code,name". What it cannot read it leaves: names
// are for the reader's comfort.
func (r *reader) readNames(path string, c *cells) {
	d, err := r.open(path)
	if err != nil {
		r.warn("names", filepath.Base(path), err.Error(), "the codes stand without names")
		return
	}
	defer d.close()
	err = d.rest(func(row []cell, _ int) error {
		if len(row) < 2 {
			return nil
		}
		if code := normal(row[0].text); c.rowNames[code] == "" {
			c.rowNames[code] = row[1].text
		}
		return nil
	})
	if err != nil {
		r.warn("names", filepath.Base(path), d.placed(err).Error(), "some codes stand without names")
	}
}
