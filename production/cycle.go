package production

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
)

// groups are the sets of products that need one another, directly or by way
// of others (Tarjan 1972), in the order of their last product. A product that
// does not need itself forms none.
func (g *graph) groups() [][]int {
	n := g.t.N
	index, low := make([]int32, n), make([]int32, n)
	onStack := make([]bool, n)
	var stack []int
	var out [][]int
	clock := int32(0)
	type frame struct{ product, way, at int }
	for root := range n {
		if index[root] != 0 {
			continue
		}
		frames := []frame{{product: root}}
		clock++
		index[root], low[root] = clock, clock
		stack, onStack[root] = append(stack, root), true
		for len(frames) > 0 {
			f := &frames[len(frames)-1]
			j, more := g.successor(f.product, &f.way, &f.at)
			switch {
			case more && index[j] == 0:
				clock++
				index[j], low[j] = clock, clock
				stack, onStack[j] = append(stack, j), true
				frames = append(frames, frame{product: j})
			case more:
				if onStack[j] {
					low[f.product] = min(low[f.product], index[j])
				}
			default:
				i := f.product
				frames = frames[:len(frames)-1]
				if len(frames) > 0 {
					above := frames[len(frames)-1].product
					low[above] = min(low[above], low[i])
				}
				if low[i] == index[i] {
					from := len(stack) - 1
					for stack[from] != i {
						from--
					}
					group := slices.Clone(stack[from:])
					stack = stack[:from]
					for _, member := range group {
						onStack[member] = false
					}
					if len(group) > 1 || g.needsItself(i) {
						slices.Sort(group)
						out = append(out, group)
					}
				}
			}
		}
	}
	return out
}

// successor is the next product that a product needs, by way of its
// techniques.
func (g *graph) successor(i int, way, at *int) (int, bool) {
	for *way < len(g.ways[i]) {
		cols, values := g.t.Input.Row(int(g.ways[i][*way]))
		for *at < len(cols) {
			k := *at
			*at++
			if values[k] > 0 {
				return int(cols[k]), true
			}
		}
		*way++
		*at = 0
	}
	return 0, false
}

func (g *graph) needsItself(i int) bool {
	way, at := 0, 0
	for j, more := g.successor(i, &way, &at); more; j, more = g.successor(i, &way, &at) {
		if j == i {
			return true
		}
	}
	return false
}

// say tells of a group that consumes more than it makes: by the loop that
// multiplies most, if one does it alone.
func (g *graph) say(b bound) string {
	loop, gain := g.cycle(b)
	if loop == nil {
		return fmt.Sprintf("no single loop of them does it, but together they take %.4g of themselves to make one", b.low)
	}
	var names []string
	for _, i := range append(loop, loop[0]) {
		names = append(names, g.t.Product(i))
	}
	return fmt.Sprintf("%s: a unit takes %.4g of itself, once round", strings.Join(names, " ← "), gain)
}

// cycleMost is among how many products the loop is looked for.
const cycleMost = 200

// cycle is a loop of products whose coefficients multiply to one or more, if
// there is one among the strongest of a group, with the product (Bellman and
// Ford, on logarithms).
func (g *graph) cycle(b bound) ([]int, float64) {
	among := slices.Clone(b.stuck)
	slices.SortFunc(among, func(x, y int) int {
		return cmp.Or(cmp.Compare(b.price[y], b.price[x]), cmp.Compare(x, y))
	})
	among = among[:min(cycleMost, len(among))]
	size := len(among)
	length, parent := make([]float64, size), make([]int, size)
	weight := g.weights(among)
	last := -1
	for range size + 1 {
		last = -1
		for from := range size {
			for to := range size {
				if w := weight[from][to]; !math.IsInf(w, -1) && length[from]+w > length[to]+1e-12 {
					length[to], parent[to], last = length[from]+w, from, to
				}
			}
		}
		if last < 0 {
			return g.itself(among, weight)
		}
	}
	for range size {
		last = parent[last]
	}
	var loop []int
	gain := 0.0
	for at := last; ; {
		loop = append(loop, among[at])
		gain += weight[parent[at]][at]
		if at = parent[at]; at == last {
			break
		}
	}
	slices.Reverse(loop)
	return loop, math.Exp(gain)
}

// itself is a product that takes exactly one of itself.
func (g *graph) itself(among []int, weight [][]float64) ([]int, float64) {
	for at, i := range among {
		if weight[at][at] >= 0 {
			return []int{i}, math.Exp(weight[at][at])
		}
	}
	return nil, 0
}

// weights are the logarithms of what one product needs of another, by its
// least needy technique.
func (g *graph) weights(among []int) [][]float64 {
	out := make([][]float64, len(among))
	for from, i := range among {
		out[from] = make([]float64, len(among))
		for to, j := range among {
			least := math.Inf(1)
			for _, way := range g.ways[i] {
				least = min(least, max(0, g.t.Input.At(int(way), j)/g.made[way]))
			}
			out[from][to] = math.Log(least)
		}
	}
	return out
}
