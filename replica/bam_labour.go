package replica

// An application is a worker in search of work.
type application struct {
	worker  int32
	loyal   int32              // the firm whose contract ran out, −1 for none
	sampled bool               // whether firms have been picked
	firms   [bamSearches]int32 // in the order in which they are asked, −1 for none
}

// join puts a worker among the workers of a firm.
func (s *bamState) join(worker, firm int32) {
	s.employer[worker], s.hired[worker] = firm, int32(s.now)
	s.wage[worker] = s.offer[firm]
	s.next[worker], s.prev[worker] = s.head[firm], -1
	if s.head[firm] >= 0 {
		s.prev[s.head[firm]] = worker
	}
	s.head[firm] = worker
	s.labour[firm]++
	s.vacancies[firm]--
	at := s.now % s.Contract
	s.cohort[at] = append(s.cohort[at], worker)
}

// part takes a worker out of a firm; former is where it will ask first.
func (s *bamState) part(worker, former int32) {
	firm := s.employer[worker]
	before, after := s.prev[worker], s.next[worker]
	if before >= 0 {
		s.next[before] = after
	} else {
		s.head[firm] = after
	}
	if after >= 0 {
		s.prev[after] = before
	}
	s.labour[firm]--
	s.employer[worker], s.former[worker], s.wage[worker] = -1, former, 0
	s.idle = append(s.idle, worker)
}

// anyOf is a worker of a firm, by lot.
func (s *bamState) anyOf(firm int, turn int) int32 {
	left := int(s.luck.Uniform(askFire, uint64(firm)<<20|uint64(turn), s.now) * float64(s.labour[firm]))
	worker := s.head[firm]
	for ; left > 0; left-- {
		worker = s.next[worker]
	}
	return worker
}

// dismiss lets go of workers whom the plan does not need.
func (s *bamState) dismiss() {
	for f, wanted := range s.wanted {
		for turn := 0; s.labour[f] > wanted; turn++ {
			s.part(s.anyOf(f, turn), -1)
		}
	}
}

// shuffle brings a list into random order.
func (s *bamState) shuffle(list []int32, salt uint64) {
	var bits [4]uint32
	for i := len(list) - 1; i > 0; i-- {
		if i&3 == 3 || i == len(list)-1 {
			bits = lanes(s.luck, askQueue, salt<<32|uint64(i>>2), s.now)
		}
		j := pick(bits[i&3], i+1)
		list[i], list[j] = list[j], list[i]
	}
}

// hire lets the unemployed apply, round by round, first come first served in
// an order that is new every quarter and begins elsewhere every round.
func (s *bamState) hire() {
	s.shuffle(s.idle, 1)
	s.applications = s.applications[:0]
	for _, worker := range s.idle {
		a := application{worker: worker, loyal: s.former[worker]}
		if a.loyal >= 0 {
			a.firms[0] = a.loyal
		} else {
			s.search(&a)
		}
		s.applications = append(s.applications, a)
		s.former[worker] = -1
	}
	s.cohort[s.now%s.Contract] = s.cohort[s.now%s.Contract][:0]
	s.idle = s.idle[:0]
	starts := lanes(s.luck, askQueue, 2<<32, s.now)
	for round := range bamSearches {
		if len(s.applications) == 0 {
			return
		}
		s.round(round, int(pick(starts[round], len(s.applications))))
	}
	for i := range s.applications {
		s.idle = append(s.idle, s.applications[i].worker)
	}
}

// round sends everybody's next application; who is hired drops out.
func (s *bamState) round(round, start int) {
	list := s.applications
	for _, stretch := range [2][]application{list[start:], list[:start]} {
		for i := range stretch {
			a := &stretch[i]
			if round > 0 && !a.sampled {
				s.search(a)
			}
			if firm := a.firms[round]; firm >= 0 && s.vacancies[firm] > 0 {
				s.join(a.worker, firm)
				a.worker = -1
			}
		}
	}
	left := list[:0]
	for i := range list {
		if list[i].worker >= 0 {
			left = append(left, list[i])
		}
	}
	s.applications = left
}

// search picks firms without repetition (Floyd's method) and puts them in the
// order of their wages, the old employer first.
func (s *bamState) search(a *application) {
	n := len(s.shelf)
	bits := lanes(s.luck, askSearch, uint64(a.worker), s.now)
	var found [bamSearches]int32
	var wage [bamSearches]float64
	for i := range bamSearches {
		last := n - bamSearches + i
		firm := pick(bits[i], last+1)
		for _, f := range found[:i] {
			if f == firm {
				firm = int32(last)
			}
		}
		at, offer := i, s.offer[firm]
		for ; at > 0 && wage[at-1] < offer; at-- {
			found[at], wage[at] = found[at-1], wage[at-1]
		}
		found[at], wage[at] = firm, offer
	}
	a.sampled = true
	if a.loyal < 0 {
		a.firms = found
		return
	}
	a.firms[0] = a.loyal
	at := 1
	for _, firm := range found {
		if firm != a.loyal && at < bamSearches {
			a.firms[at] = firm
			at++
		}
	}
}

// payroll adds up the wages of every firm.
func (s *bamState) payroll() {
	clear(s.wages)
	for i, firm := range s.employer {
		if firm >= 0 {
			s.wages[firm] += s.wage[i]
		}
	}
}

// expire ends the contracts that have run their time.
func (s *bamState) expire() {
	began := s.now - s.Contract + 1
	if began < 1 {
		return
	}
	for _, worker := range s.cohort[began%s.Contract] {
		if firm := s.employer[worker]; firm >= 0 && int(s.hired[worker]) == began {
			s.part(worker, firm)
		}
	}
}
