package fit

import "math"

// A CES is Weitzman's production function of Soviet industry:
//
//	Y = Scale·e^(Trend·t)·(H·K^−ρ + (1−H)·L^−ρ)^(−1/ρ)
//
// where K is capital, L labour, both 1 in 1950, and ρ = Rho.
//
// Source: Weitzman (1970).
type CES struct{ Scale, Trend, H, Rho float64 }

// Weitzman1970 is his estimate for 1950-69.
var Weitzman1970 = CES{Scale: 0.8044156, Trend: 0.02046463, H: 0.6397585, Rho: 1/0.4031043 - 1}

// Output is Y.
func (c CES) Output(k, l float64, year int) float64 {
	inside := c.H*math.Pow(k, -c.Rho) + (1-c.H)*math.Pow(l, -c.Rho)
	return c.Scale * math.Exp(c.Trend*float64(year)) * math.Pow(inside, -1/c.Rho)
}

// CapitalShare is the share of capital if it were paid its marginal product.
func (c CES) CapitalShare(k, l float64) float64 {
	a, b := c.H*math.Pow(k, -c.Rho), (1-c.H)*math.Pow(l, -c.Rho)
	return a / (a + b)
}

// Path is output in years 0, 1, …, when capital and labour grow at steady
// rates from 1.
func (c CES) Path(capitalGrowth, labourGrowth float64, years int) []float64 {
	out := make([]float64, years+1)
	for t := range out {
		out[t] = c.Output(math.Pow(1+capitalGrowth, float64(t)), math.Pow(1+labourGrowth, float64(t)), t)
	}
	return out
}

// MeanGrowth is the growth of each step of so many years along a path,
// percent a year.
func MeanGrowth(path []float64, step int) []float64 {
	var out []float64
	for t := step; t < len(path); t += step {
		out = append(out, PercentAYear(path[t]/path[t-step], step))
	}
	return out
}

// A Solow economy saves a steady share of Weitzman's output without his trend:
//
//	K' = (1 − Wear)·K + Saving·Y,  L' = (1 + Labour)·L,  K₀ = Start, L₀ = Y₀ = 1
//
// Source: Solow (1956) with Weitzman's function.
type Solow struct{ Saving, Wear, Labour, Start float64 }

// Path is output and capital over output in years 0, 1, ….
func (s Solow) Path(c CES, years int) (output, capitalRatio []float64) {
	c.Trend, c.Scale = 0, 1
	c.Scale = 1 / c.Output(s.Start, 1, 0)
	k, l := s.Start, 1.0
	for range years + 1 {
		y := c.Output(k, l, 0)
		output, capitalRatio = append(output, y), append(capitalRatio, k/y)
		k, l = (1-s.Wear)*k+s.Saving*y, l*(1+s.Labour)
	}
	return output, capitalRatio
}

// A Feldman economy has a sector that makes machines and one that makes goods
// to consume:
//
//	I = A·Kp, C = B·Kc,  Kp' = (1−Wear)·Kp + e·I,  Kc' = (1−Wear)·Kc + (1−e)·I
//
// where e is the share of machines that goes into making machines.
//
// Source: Fel'dman (1928); Domar (1957).
type Feldman struct{ A, B, Wear, Machines, Consumer float64 }

// Path is investment and consumption in years 0, 1, … for a share e.
func (f Feldman) Path(e float64, years int) (investment, consumption []float64) {
	kp, kc := f.Machines, f.Consumer
	for range years + 1 {
		i := f.A * kp
		investment, consumption = append(investment, i), append(consumption, f.B*kc)
		kp, kc = (1-f.Wear)*kp+e*i, (1-f.Wear)*kc+(1-e)*i
	}
	return investment, consumption
}
