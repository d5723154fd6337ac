package mechanism

// Childcare keeps mothers of small children at home unless there is a nursery.
//
// Claim: as long as a house has children below school age and nobody else
// minds them, most of its women take no post; nurseries and fewer births let
// them go to work.
//
//	ready = share of women at work without small children × (1 − Home·(1 − n))
//
// where n is the part of small children that nurseries can take.
//
// Source: women among employees 24 % (1928), 39 (1940), 56 (1945), 47 (1950), 51 (1970–85), TsSU, Zhenshchiny v SSSR.
// Ablation: Behaviour.Childcare; theory expects more women among employees, most of all before 1960.
type Childcare struct {
	Home float64 `unit:"share" range:"0 1" source:"assumed" means:"women with small children and no nursery who would work otherwise and stay at home"`
}

// Free is the part of women ready to work who are free to, in a house with
// small children or without, where nurseries can take a part of all children.
func (m Childcare) Free(small bool, nurseries float64) float64 {
	if !small {
		return 1
	}
	return 1 - m.Home*(1-nurseries)
}
