package mechanism

// Crisis. Troubles add up until the system itself is put to the question.
//
// Claim: systems are changed when towns lack food, the state lacks grain,
// people rebel, arms fall behind, growth fails or shops are empty.
//
//	index = Hunger·h + Barns·b + Unrest·u + Weakness·threat·gap + Slowness·clip((Growth − g)/Growth, 0, Worst) + Queues·max(0, z − Used)
//
// with h the food that towns lack, b the grain that the state lacks, u unrest,
// gap how far heavy industry is behind that of rivals, g growth and z the part
// of purchases that fail. Above one the system is put to the question.
//
// Source: assumed: the weights of the trial economies of the historical path.
// Ablation: Politics.Ruling.Crisis; theory expects no change of system.
type Crisis struct {
	Hunger   float64 `unit:"per share" range:"0 5" source:"assumed: trial economies" means:"weight of the food that towns lack"`
	Barns    float64 `unit:"per share" range:"0 5" source:"assumed: trial economies" means:"weight of the grain that the state lacks"`
	Unrest   float64 `unit:"per index" range:"0 5" source:"assumed: trial economies" means:"weight of unrest"`
	Weakness float64 `unit:"per index" range:"0 10" source:"assumed: trial economies" means:"weight of heavy industry that rivals have more of, at full threat"`
	Slowness float64 `unit:"index" range:"0 5" source:"assumed: trial economies" means:"weight of growth that fails"`
	Queues   float64 `unit:"per share" range:"0 5" source:"assumed: trial economies" means:"weight of purchases that fail"`
	Growth   float64 `unit:"per year" range:"0 0.2" source:"assumed: trial economies" means:"growth of output that is taken for granted"`
	Worst    float64 `unit:"ratio" range:"0 5" source:"assumed: trial economies" means:"missed growth over that beyond which it cannot get worse"`
	Used     float64 `unit:"share" range:"0 1" source:"assumed: trial economies" means:"failed purchases that people are used to"`
}

// Parts are what the troubles add to the index, in the order of the equation.
// Shares and indices are 0 to 1, growth is per year.
func (m Crisis) Parts(hunger, barns, unrest, threatened, growth, failed float64) [6]float64 {
	missed := 0.0
	if m.Growth > 0 {
		missed = min(m.Worst, max(0, (m.Growth-growth)/m.Growth))
	}
	return [6]float64{m.Hunger * hunger, m.Barns * barns, m.Unrest * unrest, m.Weakness * threatened, m.Slowness * missed, m.Queues * max(0, failed-m.Used)}
}
