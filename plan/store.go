package plan

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"

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
