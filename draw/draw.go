// Package draw deals luck by question, not by queue. The same seed, question,
// agent and month get the same number, whoever else is drawing; so two runs
// that differ in one mechanism differ only through it.
//
// The generator is Philox2x64-10 (Salmon, Moraes, Dror and Shaw, "Parallel
// random numbers: as easy as 1, 2, 3", SC 2011), tested against the
// known-answer vectors of Random123.
package draw

import (
	"hash/fnv"
	"math"
	"math/bits"
)

const (
	multiplier = 0xD2B74407B1CE6E93
	weyl       = 0x9E3779B97F4A7C15
	rounds     = 10
)

// philox enciphers the 128-bit counter (c0, c1) under key.
func philox(c0, c1, key uint64) (uint64, uint64) {
	for range rounds / 2 { // two at a time, so that nothing changes places
		hi, lo := bits.Mul64(multiplier, c0)
		c0, c1 = bits.Mul64(multiplier, hi^(key^c1)) // what waits for hi comes last
		key += weyl
		c0 ^= key ^ lo
		key += weyl
	}
	return c0, c1
}

// A Question names one uncertain thing: draw.Ask("person.death").
type Question uint64

// Ask makes a question from its name; its owner keeps it in a variable.
func Ask(name string) Question {
	h := fnv.New64a()
	h.Write([]byte(name))
	return Question(h.Sum64())
}

// A Deck is one seed's worth of luck. It has no state: copy it freely.
type Deck struct{ Seed uint64 }

func (d Deck) bits(q Question, agent uint64, month int) (uint64, uint64) {
	return philox(agent, uint64(int64(month)), d.Seed^uint64(q))
}

const unit53 = 1.0 / (1 << 53)

// Uniform is in [0, 1).
func (d Deck) Uniform(q Question, agent uint64, month int) float64 {
	a, _ := d.bits(q, agent, month)
	return float64(a>>11) * unit53
}

// Uniforms are two independent numbers in [0, 1) for the price of one.
func (d Deck) Uniforms(q Question, agent uint64, month int) (float64, float64) {
	a, b := d.bits(q, agent, month)
	return float64(a>>11) * unit53, float64(b>>11) * unit53
}

// Normal is standard normal, by inverting the distribution function, so that
// a changed mean shifts the outcome instead of reshuffling it.
func (d Deck) Normal(q Question, agent uint64, month int) float64 {
	u := d.Uniform(q, agent, month)
	return math.Sqrt2 * math.Erfinv(2*(u+unit53/2)-1)
}

// Normals fills a list with Normal for the agents 0, 1, 2 and so on, which is
// faster than asking for one after the other.
func (d Deck) Normals(q Question, month int, into []float64) {
	for agent := range into {
		u := d.Uniform(q, uint64(agent), month)
		into[agent] = 2*(u+unit53/2) - 1
	}
	for agent, x := range into {
		into[agent] = math.Sqrt2 * math.Erfinv(x)
	}
}

// Word is 64 random bits, to make identities from.
func (d Deck) Word(q Question, agent uint64, month int) uint64 {
	a, _ := d.bits(q, agent, month)
	return a
}

// Words are 128 random bits, for who asks for several small numbers at once.
func (d Deck) Words(q Question, agent uint64, month int) (uint64, uint64) {
	return d.bits(q, agent, month)
}
