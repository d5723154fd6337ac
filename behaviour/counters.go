package behaviour

import (
	"gosplan/economy"
	"gosplan/ledger"
)

// layOut moves shops' stock to the counters of the blocks by what is usually
// asked for there, and markets' by what was asked for last month.
func layOut(s *economy.State) {
	var meant [economy.Shops][economy.Goods]float64
	var asked [economy.Regions][2]float64
	for b := range s.Block {
		for i := range meant {
			for g := range economy.Goods {
				meant[i][g] += s.Block[b].Counter[i].Usual[g] + 1
			}
		}
		for r := range asked {
			for k := range asked[r] {
				asked[r][k] += s.Block[b].Pool[r].Asked[k] + 1e-9
			}
		}
	}
	var left [economy.Shops][economy.Goods]float64
	var aside [economy.Shops]float64
	for i := range s.Shop {
		aside[i] = s.Shop[i].Aside.Held()
		for g := range economy.Goods {
			left[i][g] = s.Shop[i].Stock[g].Held()
		}
	}
	var stall [economy.Regions][2]float64
	for r := range stall {
		for k := range stall[r] {
			stall[r][k] = s.Region[r].Market[k].Held()
		}
	}
	for b := range s.Block {
		block := &s.Block[b]
		for i := range block.Counter {
			c := &block.Counter[i]
			for g := range economy.Goods {
				ledger.Ship(&s.Shop[i].Stock[g], &c.Stock[g], left[i][g]*(c.Usual[g]+1)/meant[i][g])
				if g == economy.Consumer {
					ledger.Ship(&s.Shop[i].Aside, &c.Under, aside[i]*(c.Usual[g]+1)/meant[i][g])
				}
				c.Meant[g], c.Spent[g], c.Sold[g] = 0, 0, 0
			}
		}
		for r := range block.Pool {
			pool := &block.Pool[r]
			for k := range pool.Market {
				ledger.Ship(&s.Region[r].Market[k], &pool.Market[k], stall[r][k]*(pool.Asked[k]+1e-9)/asked[r][k])
				pool.Asked[k], pool.Sold[k] = 0, 0
			}
		}
	}
}

// clearAway brings what is left, and the takings, back to shops and markets.
func clearAway(s *economy.State, buyer *Buyer) {
	var meant, spent [economy.Shops][economy.Goods]float64
	for r := range s.Region {
		s.Region[r].Asked, s.Region[r].Sold = [2]float64{}, [2]float64{}
	}
	for i := range s.Shop {
		s.Shop[i].Sold = [economy.Goods]float64{}
	}
	for b := range s.Block {
		block := &s.Block[b]
		for i := range block.Counter {
			c := &block.Counter[i]
			for g := range economy.Goods {
				ledger.Ship(&c.Stock[g], &s.Shop[i].Stock[g], c.Stock[g].Held())
				meant[i][g] += c.Meant[g]
				spent[i][g] += c.Spent[g]
				s.Shop[i].Sold[g] += c.Sold[g]
				c.Usual[g] += (c.Meant[g] - c.Usual[g]) / max(1, buyer.Trend)
			}
			ledger.Pay(&c.Till, &s.Shop[i].Till, c.Till.Held())
			// what is taken under the counter is shared by the shop's staff
			ledger.Ship(&c.Under, &s.Shop[i].Aside, c.Under.Held())
			ledger.Pay(&c.Hand, &s.Cell[economy.Cell(i%economy.Regions, economy.Services)].Purse, c.Hand.Held())
		}
		s.TakePools(block)
	}
	memory := max(1, buyer.Trend)
	for i := range s.Shop {
		shop := &s.Shop[i]
		for g := range economy.Goods {
			shop.Meant[g] += (meant[i][g] - shop.Meant[g]) / memory
			if meant[i][g] > noticed {
				shop.Failed[g] += (max(0, 1-spent[i][g]/meant[i][g]) - shop.Failed[g]) / memory
			} else {
				shop.Failed[g] *= buyer.Quiet
			}
		}
	}
}

// noticed is the least that customers of a shop must have meant to spend in a
// month, in kopecks, for their failures to tell the shop anything (assumed: a
// million rubles).
const noticed = 1e8
