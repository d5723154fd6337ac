package replica

import (
	"errors"
	"math"
	"slices"

	"gonum.org/v1/gonum/stat"

	"gosplan/draw"
	"gosplan/statistic"
)

func (p *Bam) run(luck draw.Deck, log *Log) (Readings, error) {
	s := p.begin(luck)
	var unemployment, vacancies, output, wage, realWage, inflation, price []float64
	for range p.Quarters {
		s.step()
		if s.collapsed || s.employed == 0 {
			return nil, errors.New("bam: every firm or bank failed at once")
		}
		unemployment = append(unemployment, 1-float64(s.employed)/float64(p.Households))
		vacancies = append(vacancies, float64(s.openings)/float64(p.Households))
		price = append(price, s.meanPrice)
		output, wage = append(output, s.output), append(wage, s.paid/float64(s.employed))
		realWage, inflation = append(realWage, wage[len(wage)-1]/s.meanPrice), append(inflation, s.inflation)
		last := len(output) - 1
		log.Write("output", "goods a quarter", s.now, s.output)
		log.Write("unemployment", "share", s.now, unemployment[last])
		log.Write("inflation", "share a year", s.now, s.inflation)
		log.Write("real_wage", "goods a quarter", s.now, realWage[last])
		log.Write("vacancies", "share", s.now, vacancies[last])
		log.Write("failures", "firms a quarter", s.now, float64(s.failures))
	}
	out := Readings{}
	late := func(x []float64) []float64 { return x[p.Burn:] }
	change := func(x []float64) []float64 {
		var rates []float64
		for i := p.Burn; i < len(x); i++ {
			rates = append(rates, rate(x[i-1], x[i]))
		}
		return rates
	}
	u := late(unemployment)
	out["unemployment"], out["unemployment_sd"] = stat.MeanStdDev(u, nil)
	out["unemployment_most"] = slices.Max(u)
	out["unemployment_over_2"], out["unemployment_under_12"] = within(u, 0.02, 1), within(u, 0, 0.12)
	out["inflation"], out["inflation_sd"] = stat.MeanStdDev(late(inflation), nil)
	out["inflation_bounds"] = within(late(inflation), -0.05, 0.15)
	out["output"] = meanLog(late(output))
	out["real_wage"], out["real_wage_sd"] = stat.MeanStdDev(late(realWage), nil)
	out["wage_share"] = out["real_wage"] / p.Productivity
	out["vacancies"], out["vacancies_bounds"] = stat.Mean(late(vacancies), nil), within(late(vacancies), 0.08, 0.20)
	out["phillips"] = stat.Correlation(u, change(wage), nil)
	out["okun"] = okun(change(unemployment), change(output))
	out["beveridge"] = stat.Correlation(u, late(vacancies), nil)
	s.sizes(out)
	return out, comovements(out, statistic.Logs(late(output)), u, late(realWage), statistic.Logs(late(price)))
}

// comovements correlates cycles, which are what Hodrick and Prescott's filter
// leaves, with that of output.
func comovements(out Readings, output, unemployment, realWage, price []float64) error {
	const quarterly = 1600
	var cycles [4][]float64
	for i, x := range [][]float64{output, unemployment, realWage, price} {
		var err error
		if _, cycles[i], err = statistic.HodrickPrescott(x, quarterly); err != nil {
			return err
		}
	}
	out["cycle_unemployment"] = statistic.Lagged(cycles[0], cycles[1], 0)
	out["cycle_wage"], out["cycle_price"] = statistic.Lagged(cycles[0], cycles[2], 0), statistic.Lagged(cycles[0], cycles[3], 0)
	out["cycle_memory"] = statistic.Autocorrelation(cycles[0], 1)
	return nil
}

// rate is the relative change, and the absolute one from nothing.
func rate(from, to float64) float64 {
	if from == 0 {
		return to
	}
	return (to - from) / from
}

// within is the share of values in an interval.
func within(x []float64, low, high float64) float64 {
	n := 0
	for _, v := range x {
		if v >= low && v <= high {
			n++
		}
	}
	return float64(n) / float64(len(x))
}

func meanLog(x []float64) (mean float64) {
	for _, v := range x {
		mean += math.Log(v) / float64(len(x))
	}
	return mean
}

// okun is the correlation without the outliers of either, those beyond one
// and a half interquartile ranges from the quartiles, as its source has it.
func okun(x, y []float64) float64 {
	lowX, highX := fences(x)
	lowY, highY := fences(y)
	var keptX, keptY []float64
	for i := range x {
		if x[i] >= lowX && x[i] <= highX && y[i] >= lowY && y[i] <= highY {
			keptX, keptY = append(keptX, x[i]), append(keptY, y[i])
		}
	}
	return stat.Correlation(keptX, keptY, nil)
}

func fences(x []float64) (low, high float64) {
	sorted := slices.Sorted(slices.Values(x))
	q1, q3 := stat.Quantile(0.25, stat.LinInterp, sorted, nil), stat.Quantile(0.75, stat.LinInterp, sorted, nil)
	return q1 - 1.5*(q3-q1), q3 + 1.5*(q3-q1)
}

// sizes reads the distribution of output over firms in the last quarter.
func (s *bamState) sizes(out Readings) {
	var made []float64
	for _, at := range s.shelf {
		made = append(made, at.made)
	}
	slices.Sort(made)
	out["skew"] = stat.Skew(made, nil)
	out["small"], out["medium"] = within(made, 0, 5-bamNothing), within(made, 0, 10-bamNothing)
	out["tail"] = made[len(made)-1] / stat.Quantile(0.5, stat.LinInterp, made, nil)
}
