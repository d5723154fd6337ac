package statistic

import "math"

// Pairs are sums over pairs of numbers that are not kept.
type Pairs struct{ N, X, Y, XX, YY, XY float64 }

// Add counts a pair.
func (p *Pairs) Add(x, y float64) {
	p.N++
	p.X += x
	p.Y += y
	p.XX += x * x
	p.YY += y * y
	p.XY += x * y
}

// Join adds the pairs of another.
func (p *Pairs) Join(q *Pairs) {
	p.N += q.N
	p.X += q.X
	p.Y += q.Y
	p.XX += q.XX
	p.YY += q.YY
	p.XY += q.XY
}

// Correlation is that of x with y. ok is false, and r zero, of fewer than
// three pairs and where the variance of either is not above what counts for
// none.
func (p *Pairs) Correlation(noneX, noneY float64) (r float64, ok bool) {
	if p.N < 3 {
		return 0, false
	}
	meanX, meanY := p.X/p.N, p.Y/p.N
	varianceX, varianceY := p.XX/p.N-meanX*p.X/p.N, p.YY/p.N-meanY*p.Y/p.N
	if varianceX <= noneX || varianceY <= noneY {
		return 0, false
	}
	return (p.XY/p.N - meanX*p.Y/p.N) / math.Sqrt(varianceX*varianceY), true
}
