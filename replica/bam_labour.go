package replica

// An application is a worker in search of work.
type application struct {
	worker  int32
	loyal   int32              // the firm whose contract ran out, −1 for none
	sampled bool               // whether firms have been picked
	firms   [bamSearches]int32 // in the order in which they are asked
}

// join puts a worker among the workers of a firm.
func (s *bamState) join(worker, to int32) {
	f, h, c := &s.firm[to], &s.household[worker], &s.contract[worker]
	h.employer, h.wage = to, f.offer
	*c = contract{next: f.head, prev: -1, hired: int32(s.now), former: -1}
	if f.head >= 0 {
		s.contract[f.head].prev = worker
	}
	f.head = worker
	f.labour++
	f.vacancies--
	f.wages += f.offer
	at := s.now % s.Contract
	s.cohort[at] = append(s.cohort[at], worker)
}

// part takes a worker out of a firm; former is where it will ask first.
func (s *bamState) part(worker, former int32) {
	h, c := &s.household[worker], &s.contract[worker]
	f := &s.firm[h.employer]
	if c.prev >= 0 {
		s.contract[c.prev].next = c.next
	} else {
		f.head = c.next
	}
	if c.next >= 0 {
		s.contract[c.next].prev = c.prev
	}
	f.labour--
	if f.wages -= h.wage; f.labour == 0 {
		f.wages = 0 // and no crumbs of rounding
	}
	h.employer, h.wage, c.former = -1, 0, former
	s.idle = append(s.idle, worker)
}

// anyOf is a worker of a firm, by lot.
func (s *bamState) anyOf(f, turn int) int32 {
	left := int(s.luck.Uniform(askFire, uint64(f)<<20|uint64(turn), s.now) * float64(s.firm[f].labour))
	worker := s.firm[f].head
	for ; left > 0; left-- {
		worker = s.contract[worker].next
	}
	return worker
}

// dismiss lets go of workers whom the plan does not need.
func (s *bamState) dismiss() {
	for i := range s.firm {
		f := &s.firm[i]
		for turn := 0; f.labour > f.wanted; turn++ {
			s.part(s.anyOf(i, turn), -1)
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
		a := application{worker: worker, loyal: s.contract[worker].former}
		if a.loyal >= 0 {
			a.firms[0] = a.loyal
		} else {
			s.search(&a)
		}
		s.applications = append(s.applications, a)
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
		worker := s.applications[i].worker
		s.contract[worker].former = -1
		s.idle = append(s.idle, worker)
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
			if to := a.firms[round]; s.firm[to].vacancies > 0 {
				s.join(a.worker, to)
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
		to := pick(bits[i], last+1)
		for _, f := range found[:i] {
			if f == to {
				to = int32(last)
			}
		}
		at, offer := i, s.firm[to].offer
		for ; at > 0 && wage[at-1] < offer; at-- {
			found[at], wage[at] = found[at-1], wage[at-1]
		}
		found[at], wage[at] = to, offer
	}
	a.sampled = true
	if a.loyal < 0 {
		a.firms = found
		return
	}
	a.firms[0] = a.loyal
	at := 1
	for _, to := range found {
		if to != a.loyal && at < bamSearches {
			a.firms[at] = to
			at++
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
		if from := s.household[worker].employer; from >= 0 && int(s.contract[worker].hired) == began {
			s.part(worker, from)
		}
	}
}
