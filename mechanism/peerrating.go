package mechanism

// PeerRating is pay by the effort that colleagues see.
//
// Claim: who works beside somebody knows how hard he tries; where that decides
// his income, skill, schooling and luck do not, and effort pays more than by
// the piece.
//
//	what effort buys = piece work's·(1 + Share·Seen)
//	grade = (1 − Share)·grade by skill and schooling + Share
//	wage of a staff = wage·(1 + Share·Seen·(e/ē − 1))
//
// with e its effort and ē that of all.
//
// Source: Albert and Hahnel 1991; Kandel and Lazear 1992 on peers.
// Ablation: Labour.Rating; theory expects less effort and less equal pay.
type PeerRating struct {
	Share float64 `unit:"share" range:"0 1" source:"scenario" means:"part of pay that goes by the rating of colleagues"`
	Seen  float64 `unit:"share" range:"0 1" source:"assumed" means:"how well colleagues see effort, and say so"`
}

// Pull is what effort buys over what it buys by the piece.
func (m PeerRating) Pull() float64 { return 1 + m.Share*m.Seen }

// Staff is the wage of a staff of some effort over that of a staff of mean
// effort.
func (m PeerRating) Staff(effort, mean float64) float64 {
	seen := m.Share * m.Seen
	if mean <= 0 || seen == 0 { // how many times the mean somebody works may be no number
		return 1
	}
	return max(0, 1+seen*(effort/mean-1))
}
