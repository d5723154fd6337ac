package economy

import (
	"gosplan/decide"
	"gosplan/draw"
	"gosplan/scenario"
	"gosplan/unit"
)

// World is read-only once a run has begun.
type World struct {
	Deck      draw.Deck
	Weight    int64 // people for whom one simulated person stands
	Physics   Physics
	Decided   *scenario.Decided
	Given     *scenario.Given
	StartYear int
	Policies  *decide.Library // solved decision problems, a memo
	Work      decide.Physics  // what pace, care and stocks do in a month
}

// UsualPace is by how much technique abroad grows in a year of the twentieth
// century, at which Plant.Arrivals holds.
const UsualPace = 0.018

// Abroad is by how much technique grows in leading countries in a year.
func (w *World) Abroad(year int) float64 {
	if len(w.Given.Frontier) > 0 {
		return w.Given.Frontier.At(year)
	}
	return w.Physics.Plant.Frontier
}

// Nurseries is the part of all small children, so many simulated, for whom there are places.
func (w *World) Nurseries(s *State, small float64) float64 {
	year, month := s.Date(w)
	weight := float64(w.Weight) / 1e6
	return unit.Clip(w.OrderedAbout(s, scenario.NurseryPlaces, year, month)/max(1e-9, small*weight), 0, 1)
}
