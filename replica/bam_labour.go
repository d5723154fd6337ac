package replica

// A seeker is a household without work.
type seeker struct {
	worker int32
	loyal  int32 // the firm whose contract ran out, −1 if it ended otherwise
}

// An application is a seeker whom no firm has taken yet.
type application struct {
	worker int32
	firms  [bamSearches]int32 // in the order in which they are asked
}

// join gives a worker a contract.
func (s *bamState) join(worker, to int32) {
	f, h := &s.firm[to], &s.household[worker]
	s.employer[worker], h.wage, h.hired = to, f.offer, int32(s.now)
	f.labour++
	f.vacancies--
	f.wages += f.offer
	at := s.now % s.Contract
	s.cohort[at] = append(s.cohort[at], worker)
}

// part ends a contract; loyal is where the worker will ask first.
func (s *bamState) part(worker, loyal int32) {
	h := &s.household[worker]
	f := &s.firm[s.employer[worker]]
	f.labour--
	if f.wages -= h.wage; f.labour == 0 {
		f.wages = 0 // and no crumbs of rounding
	}
	s.employer[worker], h.wage = -1, 0
	s.idle = append(s.idle, seeker{worker, loyal})
}

// expire ends the contracts that have run their time.
func (s *bamState) expire() {
	began := s.now - s.Contract + 1
	if began < 1 {
		return
	}
	for _, worker := range s.cohort[began%s.Contract] {
		if from := s.employer[worker]; from >= 0 && int(s.household[worker].hired) == began {
			s.part(worker, from)
		}
	}
}

// dismiss lets go of workers whom the plan does not need.
func (s *bamState) dismiss() {
	for i := range s.firm {
		if s.firm[i].labour > s.firm[i].wanted {
			s.call(int32(i))
		}
	}
	s.dismissCalled(1<<32, func(i int32) bool { return s.firm[i].labour > s.firm[i].wanted })
}

// cutWages lets go of workers until the rest can be paid.
func (s *bamState) cutWages() {
	for i := range s.firm {
		if s.cannotPay(int32(i)) {
			s.call(int32(i))
		}
	}
	s.dismissCalled(2<<32, s.cannotPay)
}

func (s *bamState) cannotPay(i int32) bool {
	return s.firm[i].wages-s.funds[i] > bamNothing && s.firm[i].labour > 0
}

// call names a firm that will dismiss.
func (s *bamState) call(i int32) {
	s.isCalled[i] = true
	s.called = append(s.called, i)
}

// dismissCalled gathers the workers of the firms called, and lets each
// dismiss one by lot after the other as long as it must.
func (s *bamState) dismissCalled(salt uint64, must func(i int32) bool) {
	if len(s.called) == 0 {
		return
	}
	total := int32(0)
	for _, i := range s.called {
		s.place[i] = total
		total += s.firm[i].labour
	}
	s.crew = append(s.crew[:0], make([]int32, total)...)
	for worker, i := range s.employer {
		if i >= 0 && s.isCalled[i] {
			s.crew[s.place[i]] = int32(worker)
			s.place[i]++
		}
	}
	for _, i := range s.called {
		s.isCalled[i] = false
		crew := s.crew[s.place[i]-s.firm[i].labour : s.place[i]]
		for must(i) {
			last := len(crew) - 1
			out := int(s.luck.Uniform(askFire, salt|uint64(i), s.now<<16|last) * float64(last+1))
			s.part(crew[out], -1)
			crew[out] = crew[last]
			crew = crew[:last]
		}
	}
	s.called = s.called[:0]
}

// shuffle brings a list into random order.
func shuffle[T any](s *bamState, list []T, salt uint64) {
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
	shuffle(s, s.idle, 1)
	s.cohort[s.now%s.Contract] = s.cohort[s.now%s.Contract][:0]
	s.applications = s.applications[:0]
	for _, at := range s.idle {
		if at.loyal >= 0 && s.firm[at.loyal].vacancies > 0 {
			s.join(at.worker, at.loyal)
			continue
		}
		a := application{worker: at.worker, firms: s.search(at)}
		if at.loyal >= 0 || !s.take(&a, 0) {
			s.applications = append(s.applications, a)
		}
	}
	s.idle = s.idle[:0]
	starts := lanes(s.luck, askQueue, 2<<32, s.now)
	for round := 1; round < bamSearches && len(s.applications) > 0; round++ {
		s.round(round, int(pick(starts[round], len(s.applications))))
	}
	for i := range s.applications {
		s.idle = append(s.idle, seeker{s.applications[i].worker, -1})
	}
}

// take hires an applicant if the firm asked in a round has a vacancy.
func (s *bamState) take(a *application, round int) bool {
	to := a.firms[round]
	if s.firm[to].vacancies <= 0 {
		return false
	}
	s.join(a.worker, to)
	return true
}

// round sends everybody's next application; who is hired drops out.
func (s *bamState) round(round, start int) {
	list := s.applications
	for _, stretch := range [2][]application{list[start:], list[:start]} {
		for i := range stretch {
			if s.take(&stretch[i], round) {
				stretch[i].worker = -1
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
func (s *bamState) search(of seeker) [bamSearches]int32 {
	n := len(s.firm)
	bits := lanes(s.luck, askSearch, uint64(of.worker), s.now)
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
	if of.loyal < 0 {
		return found
	}
	firms, at := [bamSearches]int32{of.loyal}, 1
	for _, to := range found {
		if to != of.loyal && at < bamSearches {
			firms[at] = to
			at++
		}
	}
	return firms
}
