package main

import "gosplan/claim"

// An assumptionView is an assumption for programs to read.
type assumptionView struct {
	Name    string   `json:"name"`
	Says    string   `json:"says"`
	Source  string   `json:"source"`
	Favours []string `json:"thought_to_favour"`
	Flipped string   `json:"flipped"`
	Changes string   `json:"changes"`
	Touches []string `json:"touches"`
}

func assumptionViews(entries []*claim.Assumption, systems []string) []assumptionView {
	out := make([]assumptionView, len(entries))
	for i, e := range entries {
		out[i] = assumptionView{e.Name, e.Says, e.Source, append([]string{}, e.Favours...), e.Flipped, e.Changes(), []string{}}
		for _, name := range systems {
			if e.Touches(name) {
				out[i].Touches = append(out[i].Touches, name)
			}
		}
	}
	return out
}

type rankView struct {
	System string `json:"system"`
	Mean   number `json:"mean"`
	Low    number `json:"low"`
	High   number `json:"high"`
	Gain   number `json:"gain_by_assumption"` // against the mean of all; above zero the assumption favours it
	From   number `json:"gain_low"`
	To     number `json:"gain_high"`
	P      number `json:"gain_p"`
}

type placeView struct {
	Ahead  string `json:"ahead_before"`
	Behind string `json:"ahead_after"`
	Share  number `json:"share_of_resamples"`
}

type changeView struct {
	Measure  string      `json:"measure"`
	Unit     string      `json:"unit"`
	Distance int         `json:"pairs_swapped"`
	Low      number      `json:"low"`
	High     number      `json:"high"`
	Ranking  []rankView  `json:"ranking"`
	Swaps    []placeView `json:"swaps"`
}

type flipView struct {
	assumptionView
	Favoured []string          `json:"favours"`
	HeldBack []string          `json:"holds_back"`
	Expected claim.Expectation `json:"expectation"`
	Changes  []changeView      `json:"by_measure"`
}

type weighedView struct {
	Registered string       `json:"registered"`
	Start      string       `json:"start"`
	From       int          `json:"from"`
	To         int          `json:"to"`
	Seeds      int          `json:"seeds"`
	Base       []changeView `json:"as_it_stands"`
	Placebo    []changeView `json:"placebo"`
	Flips      []flipView   `json:"flips"`
}

func weighingView(w *claim.Weighing) weighedView {
	out := weighedView{Registered: w.Table.Registered, Start: w.Table.Start, From: w.Table.From, To: w.To, Seeds: w.Seeds, Placebo: changeViews(w, &w.Placebo)}
	for k := range claim.Measures {
		out.Base = append(out.Base, changeViewOf(w, k, claim.Change{Ranking: w.Base[k]}))
	}
	for i := range w.Flips {
		f := &w.Flips[i]
		ahead, behind := w.Favoured(f, 0)
		out.Flips = append(out.Flips, flipView{assumptionViews([]*claim.Assumption{f.Assumption}, w.Systems)[0],
			append([]string{}, ahead...), append([]string{}, behind...), w.Expected(f), changeViews(w, f)})
	}
	return out
}

func changeViews(w *claim.Weighing, f *claim.Flipped) (out []changeView) {
	for k, c := range f.Changes {
		out = append(out, changeViewOf(w, k, c))
	}
	return out
}

func changeViewOf(w *claim.Weighing, measure int, c claim.Change) changeView {
	m := claim.Measures[measure]
	out := changeView{m.Title, m.Unit, c.Distance, number(c.Low), number(c.High), nil, []placeView{}}
	for _, s := range c.Order {
		e := c.Means[s]
		rank := rankView{System: w.Systems[s], Mean: number(e.Mean), Low: number(e.Low), High: number(e.High)}
		if c.Gains != nil {
			g := c.Gains[s]
			rank.Gain, rank.From, rank.To, rank.P = number(g.Mean), number(g.Low), number(g.High), number(g.P)
		}
		out.Ranking = append(out.Ranking, rank)
	}
	for _, s := range c.Swaps {
		out.Swaps = append(out.Swaps, placeView{w.Systems[s.First], w.Systems[s.Then], number(s.Share)})
	}
	return out
}
