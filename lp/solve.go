package lp

import "context"

// Limits up to which a method is the fastest, measured on plans.
const (
	simplexRows  = 200    // rows
	interiorWork = 1.5e12 // multiplications and additions of one factorisation
)

// Solve chooses a method by size: simplex for what is small, interior point
// where the rows can be factored, first order for the rest. What one method
// could not prove goes to the next.
func Solve(ctx context.Context, p *Problem, o Options) (*Solution, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	if p.A.Rows <= simplexRows {
		return Simplex(ctx, p, o)
	}
	if FactorWork(p) <= interiorWork {
		s, err := Interior(ctx, p, o)
		if err != nil || s.Status != Stopped || ctx.Err() != nil {
			return s, err
		}
		o.Start = s
	}
	return Halpern(ctx, p, o)
}

// FactorWork is how many multiplications and additions one factorisation of
// the interior point method takes if all rows of a block are joined and each
// block to the next, as a plan's are.
func FactorWork(p *Problem) float64 {
	rows := map[int32]float64{}
	for i := range p.A.Rows {
		block := int32(0)
		if p.Block != nil {
			block = p.Block[i]
		}
		rows[block]++
	}
	work := 0.0
	for block := range int32(len(rows)) {
		n := rows[block]
		work += n * n * n / 3
		if len(rows) > 1 {
			work += n * n * n * 2 / 3
		}
	}
	return work
}
