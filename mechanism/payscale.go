package mechanism

import "gosplan/unit"

// PayScale is a scale of grades, and pay by the piece.
//
// Claim: how unequal pay is depends on the scale that is in force: a grade is
// climbed by what one has learned at work, and piece rates pay a quick hand
// more than a slow one.
//
//	pay over the middle of the scale = Span^(g − 1/2)
//	g = min(1, ⌊Grades·q⌋/(Grades − 1))
//
// with q know-how from 0, a newcomer's, to 1, a master's. Without a span pay
// goes by what skill yields. Whoever is paid by the piece, as Pieces of all
// are, gets the part of his grade's pay that his output is of the mean output.
// What is paid to all together is given by the enterprise's wage; a scale only
// shares it out.
//
// Source: Bergson 1944, Kirsch 1972 and McAuley 1979 on tariffs and piece work; Goldin and Margo 1992 on markets.
// Ablation: Labour.Scale; theory expects more equal pay, and little else.
type PayScale struct {
	Span   float64 `unit:"ratio" range:"0 10" source:"recalled: Bergson 1944 (skilled over unskilled 1.04 in 1920, scales of 1:3.5 in 1922, 1:2.8 in 1928, 1:2.8 to 1:3.7 from 1931), Kirsch 1972 and McAuley 1979 (about 1:2 after 1956, 1:1.8 later); markets: Ober 1948, skilled over unskilled 1.8 in 1931, as two thirds of a scale" means:"pay in the highest grade over that in the lowest"`
	Grades float64 `unit:"grades" range:"0 30" source:"recalled: Bergson 1944, eight or nine for workers; Kirsch 1972, six from 1956" means:"grades of the scale; with less than two pay rises evenly"`
	Pieces float64 `unit:"share" range:"0 1" source:"58 % in 1928, 70 in 1933 (Petroff 1938); recalled: Trud v SSSR, 77 in 1953, 60 in 1962, 55 in 1980; markets: BLS 1945-46, 30" means:"people at work who are paid by the piece"`
}

// Active tells whether there is a scale.
func (m PayScale) Active() bool { return m.Span > 0 }

// Grade is pay over the middle of the scale for some know-how.
func (m PayScale) Grade(know float64) float64 { return m.Paid(m.Rung(know)) }

// Rung is the place on the scale for some know-how, from 0, the lowest, to 1.
func (m PayScale) Rung(know float64) float64 {
	know = unit.Clip(know, 0, 1)
	if m.Grades >= 2 {
		know = min(1, float64(int(m.Grades*know))/(float64(int(m.Grades))-1))
	}
	return know
}

// Paid is pay over the middle of the scale at some place on it.
func (m PayScale) Paid(rung float64) float64 { return unit.Pow(m.Span, rung-0.5) }
