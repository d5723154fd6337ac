package fit

import (
	"errors"
	"fmt"
	"math"

	"gonum.org/v1/gonum/optimize"
)

// The search for the elasticity: a grid, then a simplex from its best point.
const (
	leastRho, mostRho, stepRho = -0.9, 12.0, 0.1 // elasticities from 10 down to 0.08
	stepShare                  = 0.02
	smallRho                   = 1e-6 // below it the equation is Cobb and Douglas's
	fewestYears                = 8    // four numbers are estimated
)

// Elasticity estimates Weitzman's equation by nonlinear least squares:
//
//	ln(Y/L) = a + g·t − (1/ρ)·ln(h·k^−ρ + 1 − h),  k = K/L,  σ = 1/(1+ρ)
//
// where Y is output, K capital, L labour, t the year from 0, a and g level and
// trend, h the weight of capital in the units of K and L given. For every ρ
// and h the best a and g are those of a straight line, so only two numbers
// are searched.
//
// Source: Weitzman (1970); Easterly and Fischer (1995).
func Elasticity(y, k, l []float64) (sigma, rho, h, g float64, err error) {
	if len(k) != len(y) || len(l) != len(y) || len(y) < fewestYears {
		return 0, 0, 0, 0, fmt.Errorf("fit: elasticity: %d, %d and %d years, want the same number and at least %d", len(y), len(k), len(l), fewestYears)
	}
	perWorker, capital := make([]float64, len(y)), make([]float64, len(y))
	centre := 0.0
	for i := range y {
		if !(y[i] > 0 && k[i] > 0 && l[i] > 0) {
			return 0, 0, 0, 0, fmt.Errorf("fit: elasticity: year %d: not above zero", i)
		}
		perWorker[i], capital[i] = math.Log(y[i]/l[i]), math.Log(k[i]/l[i])
		centre += capital[i] / float64(len(y))
	}
	for i := range capital {
		capital[i] -= centre // so that the search does not depend on units
	}

	best, at := math.Inf(1), [2]float64{}
	for rho := leastRho; rho <= mostRho; rho += stepRho {
		for share := stepShare; share < 1; share += stepShare {
			if rest, _ := line(perWorker, capital, rho, share); rest < best {
				best, at = rest, [2]float64{rho, share}
			}
		}
	}
	objective := func(x []float64) float64 {
		if x[0] <= -1 || x[0] > 2*mostRho {
			return math.Inf(1)
		}
		rest, _ := line(perWorker, capital, x[0], logistic(x[1]))
		return rest
	}
	start := []float64{at[0], math.Log(at[1] / (1 - at[1]))}
	found, err := optimize.Minimize(optimize.Problem{Func: objective}, start, &optimize.Settings{
		Converger: &optimize.FunctionConverge{Absolute: 1e-18, Iterations: 200},
	}, &optimize.NelderMead{SimplexSize: stepRho})
	if err != nil {
		return 0, 0, 0, 0, fmt.Errorf("fit: elasticity: %w", err)
	}
	rho = found.X[0]
	share := logistic(found.X[1])
	rest, g := line(perWorker, capital, rho, share)
	if math.IsNaN(rest) {
		return 0, 0, 0, 0, errors.New("fit: elasticity: no fit")
	}
	weight := share / (1 - share) * math.Exp(rho*centre) // back to the units given
	return 1 / (1 + rho), rho, weight / (1 + weight), g, nil
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// bundle is −(1/ρ)·ln(h·k^−ρ + 1 − h) for the logarithm of k.
func bundle(capital, rho, h float64) float64 {
	if math.Abs(rho) < smallRho {
		return h * capital
	}
	return -math.Log(h*math.Exp(-rho*capital)+1-h) / rho
}

// line fits level and trend to what the bundle leaves of output per worker,
// and gives the squared rest and the trend.
func line(perWorker, capital []float64, rho, h float64) (rest, trend float64) {
	n := float64(len(perWorker))
	middle := (n - 1) / 2
	mean, slope, spreadOfTime := 0.0, 0.0, 0.0
	for i := range perWorker {
		t := float64(i) - middle
		left := perWorker[i] - bundle(capital[i], rho, h)
		mean += left / n
		slope += left * t
		spreadOfTime += t * t
	}
	slope /= spreadOfTime
	for i := range perWorker {
		left := perWorker[i] - bundle(capital[i], rho, h) - mean - slope*(float64(i)-middle)
		rest += left * left
	}
	return rest, slope
}
