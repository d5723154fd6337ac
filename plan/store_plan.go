package plan

import "encoding/json"

// plain is a Plan as JSON has it but for its numbers.
type plain Plan

type plainPlan struct {
	*plain
	Scale    real         `json:"scale"`
	Level    grid         `json:"level"`
	Begun    grid         `json:"begun"`
	Store    grid         `json:"store"`
	Short    grid         `json:"short"`
	Price    grid         `json:"price"`
	Rent     grid         `json:"rent"`
	Keep     line         `json:"keep"`
	KeepRent line         `json:"keepRent"`
	Value    real         `json:"value"`
	Bound    real         `json:"bound"`
	Tiers    line         `json:"tiers"`
	Proofs   []plainProof `json:"proofs"`
	Rounds   []plainRound `json:"rounds"`
}

type plainProof struct {
	Price    grid `json:"price"`
	Rent     grid `json:"rent"`
	Keep     line `json:"keep"`
	KeepRent line `json:"keepRent"`
	Fixed    line `json:"fixed"`
	Bound    real `json:"bound"`
}

type plainRound struct {
	Imbalance real `json:"imbalance"`
	Mean      real `json:"mean"`
	Value     real `json:"value"`
}

// MarshalJSON writes a plan; a number that is none, or infinite, is a word.
func (p *Plan) MarshalJSON() ([]byte, error) {
	out := plainPlan{plain: (*plain)(p), Scale: real(p.Scale), Level: p.Level, Begun: p.Begun, Store: p.Store, Short: p.Short,
		Price: p.Price, Rent: p.Rent, Keep: p.Keep, KeepRent: p.KeepRent, Value: real(p.Value), Bound: real(p.Bound), Tiers: p.Tiers}
	for _, proof := range p.Proofs {
		out.Proofs = append(out.Proofs, plainProof{proof.Price, proof.Rent, proof.Keep, proof.KeepRent, proof.Fixed, real(proof.Bound)})
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
	p.Scale, p.Level, p.Begun, p.Store, p.Short = float64(in.Scale), in.Level, in.Begun, in.Store, in.Short
	p.Price, p.Rent, p.Keep, p.KeepRent = in.Price, in.Rent, in.Keep, in.KeepRent
	p.Value, p.Bound, p.Tiers, p.Proofs, p.Rounds = float64(in.Value), float64(in.Bound), in.Tiers, nil, nil
	for _, proof := range in.Proofs {
		p.Proofs = append(p.Proofs, TierProof{proof.Price, proof.Rent, proof.Keep, proof.KeepRent, proof.Fixed, float64(proof.Bound)})
	}
	for _, r := range in.Rounds {
		p.Rounds = append(p.Rounds, Round{float64(r.Imbalance), float64(r.Mean), float64(r.Value)})
	}
	return nil
}
