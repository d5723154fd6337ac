package behaviour

// A round visits each of n places once, in an order drawn: from one of them on,
// by a stride that has no divisor in common with n.
type round struct{ n, at, step int }

// newRound is the round that two lucks draw.
func newRound(n int, u, x float64) round {
	return round{n: n, at: int(u * float64(n)), step: stride(n, x)}
}

// next is the place whose turn it is.
func (r *round) next() int {
	at := r.at
	if r.at += r.step; r.at >= r.n {
		r.at -= r.n
	}
	return at
}

// stride is a step that visits all of n places once.
func stride(n int, u float64) int {
	step := 1 + int(u*float64(n-1))
	for gcd(step, n) != 1 {
		step = step%n + 1
	}
	return step
}

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}
