package plan

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"

	"gosplan/production"
)

// StoredFormat is the version of stored plans. A change of meaning raises the
// number.
const StoredFormat = 1

// A Stored plan is a plan with what is needed to find its table again, to
// check it, to compare it and to go on from it.
type Stored struct {
	Format  int             `json:"gosplan_plan"`
	Program string          `json:"program"`
	Tables  []string        `json:"tables"`            // files, seen from where the plan lies
	Reading json.RawMessage `json:"reading,omitempty"` // how they were read; the command's own
	Only    string          `json:"only,omitempty"`    // the one period that is planned
	Changes []string        `json:"changes"`           // what-ifs laid over the table
	Table   string          `json:"table"`             // Fingerprint of the table with its changes
	Plan    *Plan           `json:"plan"`
}

// Write writes a stored plan; every number is read back to the last bit.
func (s *Stored) Write(w io.Writer) error {
	s.Format = StoredFormat
	return json.NewEncoder(w).Encode(s)
}

// ReadStored reads what Write wrote.
func ReadStored(r io.Reader) (*Stored, error) {
	s := &Stored{}
	switch err := json.NewDecoder(r).Decode(s); {
	case err != nil:
		return nil, fmt.Errorf("no stored plan: %w", err)
	case s.Format == 0:
		return nil, errors.New("no stored plan: it does not say gosplan_plan")
	case s.Format != StoredFormat:
		return nil, fmt.Errorf("a stored plan of format %d, while this program reads format %d", s.Format, StoredFormat)
	case s.Plan == nil:
		return nil, errors.New("a stored plan without a plan")
	}
	return s, nil
}

// Fits tells what of a plan's numbers has another shape than the table.
func (p *Plan) Fits(t *production.Table) error {
	for _, part := range []struct {
		name string
		got  [][]float64
		want int
	}{
		{"levels", p.Level, t.Ways()}, {"building", p.Begun, len(t.Factors)}, {"stores", p.Store, t.N}, {"shortfalls", p.Short, t.N},
		{"prices", p.Price, t.N}, {"rents", p.Rent, len(t.Factors)},
	} {
		if len(part.got) != 0 && len(part.got) != len(t.Periods) {
			return fmt.Errorf("plan: %s for %d periods, and the table has %d", part.name, len(part.got), len(t.Periods))
		}
		for _, row := range part.got {
			if len(row) != 0 && len(row) != part.want {
				return fmt.Errorf("plan: %d %s, and the table has %d", len(row), part.name, part.want)
			}
		}
	}
	if n := len(p.Keep); n != 0 && n != t.N {
		return fmt.Errorf("plan: %d prices of terminal stocks, and the table has %d products", n, t.N)
	}
	if n := len(p.KeepRent); n != 0 && n != len(t.Factors) {
		return fmt.Errorf("plan: %d rents of terminal capacity, and the table has %d factors", n, len(t.Factors))
	}
	return nil
}

// real is a number that JSON writes as a word when it is none.
type real float64

func (r real) MarshalJSON() ([]byte, error) {
	switch v := float64(r); {
	case math.IsNaN(v):
		return []byte(`"nan"`), nil
	case math.IsInf(v, 1):
		return []byte(`"inf"`), nil
	case math.IsInf(v, -1):
		return []byte(`"-inf"`), nil
	default:
		return json.Marshal(v)
	}
}

func (r *real) UnmarshalJSON(text []byte) error {
	switch string(text) {
	case `"nan"`:
		*r = real(math.NaN())
	case `"inf"`:
		*r = real(math.Inf(1))
	case `"-inf"`:
		*r = real(math.Inf(-1))
	default:
		return json.Unmarshal(text, (*float64)(r))
	}
	return nil
}

// plain is a Plan as JSON has it but for the numbers that may be none.
type plain Plan

type plainPlan struct {
	*plain
	Value  real         `json:"value"`
	Bound  real         `json:"bound"`
	Tiers  []real       `json:"tiers"`
	Rounds []plainRound `json:"rounds"`
}

type plainRound struct {
	Imbalance real `json:"imbalance"`
	Mean      real `json:"mean"`
	Value     real `json:"value"`
}

// MarshalJSON writes a plan; a bound that is not known yet is a word.
func (p *Plan) MarshalJSON() ([]byte, error) {
	out := plainPlan{plain: (*plain)(p), Value: real(p.Value), Bound: real(p.Bound)}
	for _, v := range p.Tiers {
		out.Tiers = append(out.Tiers, real(v))
	}
	for _, r := range p.Rounds {
		out.Rounds = append(out.Rounds, plainRound{real(r.Imbalance), real(r.Mean), real(r.Value)})
	}
	return json.Marshal(out)
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (p *Plan) UnmarshalJSON(text []byte) error {
	in := plainPlan{plain: (*plain)(p)}
	if err := json.Unmarshal(text, &in); err != nil {
		return err
	}
	p.Value, p.Bound, p.Tiers, p.Rounds = float64(in.Value), float64(in.Bound), nil, nil
	for _, v := range in.Tiers {
		p.Tiers = append(p.Tiers, float64(v))
	}
	for _, r := range in.Rounds {
		p.Rounds = append(p.Rounds, Round{float64(r.Imbalance), float64(r.Mean), float64(r.Value)})
	}
	return nil
}
