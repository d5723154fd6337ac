// Package unit gives the numbers of the economy their names, so that the
// compiler refuses to add tonnes to rubles. It imports nothing of ours.
package unit

import "math"

// Kopecks is money in whole kopecks, so that it is conserved exactly.
type Kopecks int64

// Cost is the money that buys amount q of a good at price p, in kopecks per
// unit of amount. It is the one place where money is rounded (half to even).
func Cost(p, q float64) Kopecks {
	return Kopecks(math.RoundToEven(p * q))
}

// Share takes the part f of m, rounded toward zero, so that shares of a sum
// never add up to more than the sum when their fractions do not.
func (m Kopecks) Share(f float64) Kopecks {
	return Kopecks(math.Trunc(float64(m) * f))
}

// Rubles is m in rubles, for people to read.
func (m Kopecks) Rubles() float64 { return float64(m) / 100 }

// Clip bounds x to [lo, hi]; a NaN becomes lo.
func Clip(x, lo, hi float64) float64 {
	if !(x > lo) {
		return lo
	}
	if x > hi {
		return hi
	}
	return x
}

// Pow is math.Pow to the last bit, without taking numbers apart and putting
// them together where neither they nor their powers are very large or small.
func Pow(x, y float64) float64 {
	if !(x >= 1e-45 && x <= 1e45 && y > 0 && y <= 6 && y != 0.5) {
		return math.Pow(x, y)
	}
	n, z := int(y), 1.0
	if part := y - float64(n); part != 0 {
		if part > 0.5 {
			part--
			n++
		}
		z = math.Exp(part * math.Log(x))
	}
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			z *= x
		}
		x *= x
	}
	return z
}
