package replica

import (
	"errors"
	"math"

	"gonum.org/v1/gonum/stat"

	"gosplan/draw"
	"gosplan/statistic"
)

// The band of movements that count as a cycle, in steps, and how far the
// filter reaches, as in the paper.
const ksShortest, ksLongest, ksReach = 6, 32, 12

func (p *KS) run(luck draw.Deck, log *Log) (Readings, error) {
	s := p.begin(luck)
	var output, consumption, investment, unemployment []float64
	idle, spikes, cases := 0.0, 0.0, 0.0
	for range p.Steps {
		s.step()
		rate := 1 - s.employed/p.Workers
		log.Write("output", "goods a step", s.now, s.output)
		log.Write("consumption", "goods a step", s.now, s.consumption)
		log.Write("investment", "capacity a step", s.now, s.investment)
		log.Write("unemployment", "share", s.now, rate)
		log.Write("wage", "coins a step", s.now, s.wage)
		log.Write("failures", "firms a step", s.now, float64(s.failures))
		if s.now <= p.Burn {
			continue
		}
		if !(s.output > 0 && s.consumption > 0) {
			return nil, errors.New("ks: the economy has stopped")
		}
		output, consumption = append(output, s.output), append(consumption, s.consumption)
		investment, unemployment = append(investment, s.investment), append(unemployment, rate)
		for j, bought := range s.invested {
			cases++
			if bought == 0 {
				idle++
			}
			if bought > 0.35*(s.capacity[j]-bought) {
				spikes++
			}
		}
	}
	out := Readings{"unemployment": stat.Mean(unemployment, nil), "idle": idle / cases, "spikes": spikes / cases}
	var cycles, trends [4][]float64
	for i, x := range [][]float64{output, consumption, investment, unemployment} {
		var err error
		if cycles[i], trends[i], err = cyclical(x); err != nil {
			return nil, err
		}
	}
	slope := func(x []float64) float64 { return math.Log(x[len(x)-1]/x[0]) / float64(len(x)-1) }
	out["growth"], out["growth_gap"] = slope(trends[0]), slope(trends[2])-slope(trends[1])
	sd := stat.StdDev(cycles[0], nil)
	out["output_sd"], out["output_memory"] = sd, statistic.Autocorrelation(cycles[0], 1)
	out["consumption_relative"], out["investment_relative"] = stat.StdDev(cycles[1], nil)/sd, stat.StdDev(cycles[2], nil)/sd
	out["consumption_together"], out["investment_together"] = stat.Correlation(cycles[1], cycles[0], nil), stat.Correlation(cycles[2], cycles[0], nil)
	out["unemployment_together"] = stat.Correlation(cycles[3], cycles[0], nil)
	out["dispersion"], out["size_skew"] = stat.StdDev(statistic.Logs(s.efficiency), nil), stat.Skew(s.sales, nil)
	return out, nil
}

// cyclical is the cycle of a series over its moving average, and that average.
// It stands for a cycle in logarithms, which investment has none of in a step
// in which nobody invests.
func cyclical(x []float64) (cycle, trend []float64, err error) {
	if cycle, err = statistic.BaxterKing(x, ksShortest, ksLongest, ksReach); err != nil {
		return nil, nil, err
	}
	for i := range cycle {
		trend = append(trend, stat.Mean(x[i:i+2*ksReach+1], nil))
		cycle[i] /= trend[i]
	}
	return cycle, trend, nil
}
