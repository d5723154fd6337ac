package main

import (
	"context"
	"fmt"
	"os"
	"runtime/pprof"
	"strconv"
	"strings"
	"time"

	"gosplan"
	"gosplan/fit"
	"gosplan/scenario"
	"gosplan/series"
)

func main() {
	name := "ussr"
	scale, seed, audit, years := 100000, uint64(1), false, "1918 1919 1920 1921 1922 1923 1925 1927 1928 1930 1932 1933 1934 1937 1940 1943 1945 1950 1955 1960 1965 1970 1975 1980 1985 1989 1991"
	set := scenario.Changes{}
	var without []string
	var cols string
	dofit := false
	compare := false
	for _, a := range os.Args[1:] {
		k, v, _ := strings.Cut(a, "=")
		switch k {
		case "scale":
			scale, _ = strconv.Atoi(v)
		case "seed":
			n, _ := strconv.Atoi(v)
			seed = uint64(n)
		case "audit":
			audit = true
		case "name":
			name = v
		case "cols":
			cols = v
		case "years":
			years = v
		case "compare":
			compare = true
		case "fit":
			dofit = true
		case "without":
			without = append(without, v)
		case "prof":
			f, _ := os.Create(v)
			pprof.StartCPUProfile(f)
			defer pprof.StopCPUProfile()
		default:
			f, err := strconv.ParseFloat(v, 64)
			if err != nil {
				fmt.Println("bad", a)
				return
			}
			set[k] = f
		}
	}
	sc, err := scenario.Load(name)
	if err != nil {
		fmt.Println(err)
		return
	}
	if sc.Set == nil {
		sc.Set = scenario.Changes{}
	}
	for k, v := range set {
		sc.Set[k] = v
	}
	sc.Without = append(sc.Without, without...)
	t0 := time.Now()
	s, err := gosplan.New(gosplan.Config{Scenario: sc, Seed: seed, Scale: scale})
	if err != nil {
		fmt.Println(err)
		return
	}
	if audit {
		s.Audit()
	}
	t1 := time.Now()
	err = s.Run(context.Background(), nil)
	t2 := time.Now()
	fmt.Fprintln(os.Stderr, "start", t1.Sub(t0), "run", t2.Sub(t1), "err", err)
	if cols == "" {
		cols = "gdp,gdp_per_head,population,urban_share,births,deaths,excess_deaths,grain_output,grain_procurement,horses,cattle,pigs,sheep,collectivised_share,state_employees,unemployment_rate,vacancy_rate,capital,investment_share,military_share,consumption_per_head;output_fuel,output_materials,output_machinery,output_construction,output_consumer,output_arms,output_services,effort,stock_ratio,input_months,month3_share,fulfilment,defect_rate,frustrated_share,utilisation,fill_rate,unfinished_construction,equipment_age,officials,market_price_ratio,scissors,retail_price,wage,cash_months,budget_deficit,food_per_head_rural,food_per_head_urban"
	}
	for _, group := range strings.Split(cols, ";") {
		names := strings.Split(group, ",")
		fmt.Print("year")
		for _, n := range names {
			if len(n) > 8 {
				n = n[:8]
			}
			fmt.Printf(" %8s", n)
		}
		fmt.Println()
		data := map[string]map[int]float64{}
		for _, n := range names {
			data[n] = s.Log().Year(n, "USSR")
		}
		for _, ys := range strings.Fields(years) {
			y, _ := strconv.Atoi(ys)
			fmt.Print(y)
			for _, n := range names {
				fmt.Printf(" %8.3g", data[n][y])
			}
			fmt.Println()
		}
	}
	if compare {
		for _, c := range fit.Measure([]*series.Log{s.Log()}).Curves {
			fmt.Printf("%-22s", c.Series)
			for _, p := range c.Points {
				if p.Year%3 == 1 || p.Year == 1921 || p.Year == 1932 || p.Year == 1933 || p.Year == 1939 {
					fmt.Printf(" %d:%.3g/%.3g", p.Year%100, p.Median, p.Value)
				}
			}
			fmt.Println()
		}
		return
	}
	if dofit {
		t := fit.Measure(append([]*series.Log{}, s.Log()))
		fmt.Println(t.Markdown())
	}
}
