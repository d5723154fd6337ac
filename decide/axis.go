package decide

// An axis is one dimension of a grid. Points between nodes are interpolated
// linearly; points beyond take the value of the end.
type axis struct {
	nodes  []float64
	bucket []uint8   // first cell that a bucket of equal width can hold
	scale  float64   // buckets per unit
	widths []float64 // 1 / width of each cell
}

const buckets = 64

func newAxis(nodes ...float64) axis {
	last := len(nodes) - 1
	if last == 0 {
		return axis{nodes: nodes}
	}
	x := axis{nodes: nodes, bucket: make([]uint8, buckets+1), scale: buckets / (nodes[last] - nodes[0])}
	for i := range last {
		x.widths = append(x.widths, 1/(nodes[i+1]-nodes[i]))
	}
	cell := 0
	for b := range x.bucket {
		for cell < last-1 && nodes[0]+float64(b)/x.scale >= nodes[cell+1] {
			cell++
		}
		x.bucket[b] = uint8(cell)
	}
	return x
}

// finer has a node between every two of x.
func (x axis) finer() axis {
	nodes := make([]float64, 0, 2*len(x.nodes))
	for i, node := range x.nodes {
		if i > 0 {
			nodes = append(nodes, (x.nodes[i-1]+node)/2)
		}
		nodes = append(nodes, node)
	}
	return newAxis(nodes...)
}

func (x *axis) len() int { return len(x.nodes) }

// find is the cell of v and the weight of the cell's upper end.
func (x *axis) find(v float64) (cell int, weight float64) {
	low := v - x.nodes[0]
	if !(low > 0) {
		return 0, 0
	}
	b := low * x.scale
	if b >= buckets {
		return len(x.nodes) - 2, 1
	}
	cell = int(x.bucket[int(b)])
	for cell < len(x.nodes)-2 && v >= x.nodes[cell+1] {
		cell++
	}
	return cell, (v - x.nodes[cell]) * x.widths[cell]
}

// climb is the cell of v, which does not lie below the cell given.
func (x *axis) climb(cell int, v float64) int {
	for cell < len(x.nodes)-2 && v >= x.nodes[cell+1] {
		cell++
	}
	return cell
}

// weight is the weight of the upper end of v's cell.
func (x *axis) weight(cell int, v float64) float64 {
	low := v - x.nodes[0]
	switch {
	case !(low > 0):
		return 0
	case low*x.scale >= buckets:
		return 1
	}
	return (v - x.nodes[cell]) * x.widths[cell]
}

// A grid is the set of axes on which a problem is solved.
type grid struct {
	slack, stock, wip axis
	done              [months]axis // what is done at the start of each month
	final             axis         // what is done at the quarter's end
	pace              []float64
	first             []int // order in which paces are tried: the easiest first
	draw              []float64
	request           []float64
}

func coarseGrid(h *Physics) *grid {
	return &grid{
		slack: newAxis(0.7, 0.85, 0.95, 1.05, 1.2, 1.5),
		stock: newAxis(0, 0.5, 1, 1.6, 2.4, 3.6, 6),
		wip:   newAxis(0, 0.4, 0.75, 1),
		done: [months]axis{
			newAxis(0),
			newAxis(0.1, 0.22, 0.32, 0.42, 0.7),
			newAxis(0.25, 0.45, 0.57, 0.67, 0.77, 0.95, 1.4),
		},
		final:   newAxis(0.3, 0.6, 0.8, 0.9, 0.95, 1, 1.03, 1.06, 1.1, 1.17, 1.25, 1.4, 1.7, 2.1),
		pace:    []float64{0.55, h.Ease, 1, (1 + h.MaxPace) / 2, h.MaxPace},
		first:   []int{1, 2, 0, 3, 4},
		draw:    []float64{0, -h.Rebuild, 1},
		request: []float64{1, 1.2, 1.5, 2},
	}
}

func fineGrid(h *Physics) *grid {
	g := coarseGrid(h)
	g.slack, g.stock, g.wip = g.slack.finer(), g.stock.finer(), g.wip.finer()
	g.done[1], g.done[2], g.final = g.done[1].finer(), g.done[2].finer(), g.final.finer()
	g.pace = []float64{0.25, 0.4, 0.55, 0.7, (0.7 + h.Ease) / 2, h.Ease, (1 + h.Ease) / 2, 1, 1.1, (1 + h.MaxPace) / 2, (1 + 3*h.MaxPace) / 4, h.MaxPace}
	g.first = []int{5, 6, 4, 7, 3, 8, 2, 9, 1, 10, 0, 11}
	g.draw = []float64{0, -h.Rebuild / 2, -h.Rebuild, 0.5, 1}
	g.request = []float64{1, 1.1, 1.2, 1.35, 1.5, 1.75, 2, 2.5}
	return g
}
