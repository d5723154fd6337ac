//go:build ignore

// Aggregate adds up a table in long form by groups of its codes:
//
//	go run aggregate.go GROUPS TABLE "title" "source" UNIT > SMALL
//
// GROUPS has lines "first,last,group": codes between first and last, as text,
// belong to group; the first line that fits counts, and an empty group leaves
// the code out. Sums are written with twelve significant digits.
package main

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"os"
	"strconv"
	"strings"
)

func main() {
	groups := read(os.Args[1])
	group := func(code string) string {
		for _, g := range groups {
			if code >= g[0] && (code <= g[1] || strings.HasPrefix(code, g[1])) {
				return g[2]
			}
		}
		panic("no group for " + code)
	}
	table := read(os.Args[2])
	sums := map[[2]string]float64{}
	var order [][2]string
	for _, line := range table[1:] {
		key := [2]string{group(line[0]), group(line[1])}
		if key[0] == "" || key[1] == "" {
			continue
		}
		v, err := strconv.ParseFloat(line[2], 64)
		if err != nil {
			panic(err)
		}
		if _, known := sums[key]; !known {
			order = append(order, key)
		}
		sums[key] += v
	}
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	fmt.Fprintf(out, "# title: %s\n# source: %s\n# unit: %s\n# method: added up by the groups of %s with aggregate.go\n", os.Args[3], os.Args[4], os.Args[5], os.Args[1])
	fmt.Fprintf(out, "%s,%s,value\n", table[0][0], table[0][1])
	for _, key := range order {
		fmt.Fprintf(out, "%s,%s,%s\n", key[0], key[1], strconv.FormatFloat(sums[key], 'g', 12, 64))
	}
}

func read(path string) [][]string {
	file, err := os.Open(path)
	if err != nil {
		panic(err)
	}
	in := csv.NewReader(file)
	in.Comment = '#'
	lines, err := in.ReadAll()
	if err != nil {
		panic(err)
	}
	return lines
}
