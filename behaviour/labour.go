package behaviour

import (
	"math"

	"gosplan/draw"
	"gosplan/economy"
	"gosplan/unit"
)

var (
	askPost  = draw.Ask("seeker.post")
	askOrder = draw.Ask("seeker.order")
	askFirst = draw.Ask("seeker.turn")
	askOther = draw.Ask("seeker.region")
	askWhole = draw.Ask("post.whole")
)

// MeetPosts brings seekers and open posts together: it counts the staff that
// is left, opens posts and says who is to go, lets seekers choose, shares those who came among
// the enterprises of their cell, and lends hands within regions.
func MeetPosts(w *economy.World, s *economy.State, p *Primitives) {
	var room [512]int32 // more than there are enterprises, so that nothing is allocated
	posts := byCell(s, room[:0])
	recall(s)
	countStaff(w, s, p)
	for r := range economy.Regions {
		var surplus [economy.Branches + 1]float64
		first := economy.Cell(r, economy.FirstBranch)
		for k := range surplus {
			leave(s, first+k, posts[first+k])
			surplus[k] = openPosts(s, first+k, posts[first+k])
		}
		roundPosts(w, s, r, surplus[:])
		for k := range surplus {
			dismiss(s, p, first+k, posts[first+k], surplus[k])
		}
	}
	var known pulls
	l := &life{w: w, s: s, p: p, month: s.Month}
	first := int(w.Deck.Uniform(askOrder, 0, s.Month) * float64(len(s.Block)))
	for b := range s.Block {
		b = (b + first) % len(s.Block)
		block := &s.Block[b]
		l.b = block
		u, x := w.Deck.Uniforms(askFirst, uint64(b), s.Month)
		turns := newRound(len(block.Seeker), u, x)
		for range block.Seeker {
			l.seek(&known, block.Seeker[turns.next()])
		}
		countSeekers(block)
	}
	for c := range s.Cell {
		join(s, p, c, posts[c])
	}
	lendHands(w, s, &posts)
}

// byCell lists the enterprises of each cell, in order, inside the list given.
func byCell(s *economy.State, list []int32) (posts [economy.Cells][]int32) {
	var ends [economy.Cells]int
	cell := func(i int) int { return economy.Cell(int(s.Enterprise[i].Region), s.Enterprise[i].Good) }
	for i := range s.Enterprise {
		ends[cell(i)]++
	}
	total := 0
	for c, n := range ends {
		ends[c] = total
		total += n
	}
	list = append(list, make([]int32, total)...)
	for i := range s.Enterprise {
		c := cell(i)
		list[ends[c]] = int32(i)
		ends[c]++
	}
	from := 0
	for c, end := range ends {
		posts[c] = list[from:end]
		from = end
	}
	return posts
}

// countSeekers counts those of a block who are still without a post, where
// they live now.
func countSeekers(b *economy.Block) {
	b.Sum.Seekers = [economy.Regions]float64{}
	for _, i := range b.Seeker {
		if p := &b.Person[i]; p.Is(economy.Alive) && p.Job == economy.Seeking {
			b.Sum.Seekers[b.House[p.House].Region]++
		}
	}
}

// countStaff adds up what the people of all blocks do.
func countStaff(w *economy.World, s *economy.State, p *Primitives) {
	var sum [economy.Cells]economy.WorkSum
	for b := range s.Block {
		for c := range sum {
			k := &s.Block[b].Work[c]
			sum[c].Staff += k.Staff
			sum[c].Weight += k.Weight
			sum[c].Skill += k.Skill
			sum[c].Effort += k.Effort
			sum[c].Asked += k.Asked
			sum[c].Women += k.Women
			sum[c].Dismissed += k.Dismissed
		}
	}
	for c := range s.Cell {
		cell, k := &s.Cell[c], &sum[c]
		staff := int64(k.Staff) * w.Weight
		cell.Left = cell.Staff - staff
		cell.Gone += float64(cell.Left) - k.Dismissed*float64(w.Weight)
		cell.Staff = staff
		cell.Weight = k.Weight * float64(w.Weight)
		cell.Women = k.Women * float64(w.Weight)
		cell.Joined = 0
		if k.Staff > 0 {
			cell.Skill = k.Skill / k.Staff / 100
		}
		if k.Asked > 0 {
			cell.Effort += (k.Effort/k.Asked - cell.Effort) * p.Work.Settle
		}
	}
}

// spread shares total whole people out by weight, exactly and in order.
func spread(total int64, weights []float64, give func(i int, n int64)) {
	var sum float64
	for _, x := range weights {
		sum += x
	}
	if sum <= 0 {
		for i := range weights {
			weights[i] = 1
		}
		sum = float64(len(weights))
	}
	var done int64
	var upTo float64
	for i, x := range weights {
		upTo += x
		next := int64(math.Round(float64(total) * upTo / sum))
		if i == len(weights)-1 {
			next = total
		}
		give(i, next-done)
		done = next
	}
}

// leave takes those who left a cell from its enterprises by their staff.
func leave(s *economy.State, c int, posts []int32) {
	if len(posts) == 0 || s.Cell[c].Left == 0 {
		return
	}
	var room [32]float64
	weights := room[:0]
	for _, i := range posts {
		weights = append(weights, float64(s.Enterprise[i].Staff))
	}
	spread(s.Cell[c].Left, weights, func(k int, n int64) { s.Enterprise[posts[k]].Staff -= n })
}

// openPosts counts the posts of a cell that stay open, and tells how many of its hands are too many.
func openPosts(s *economy.State, c int, posts []int32) (surplus float64) {
	cell := &s.Cell[c]
	if len(posts) == 0 {
		cell.Open = max(0, float64(cell.Wanted-cell.Staff))
		return max(0, float64(cell.Staff-cell.Wanted))
	}
	cell.Open, cell.Wanted, cell.Shifts = 0, 0, 0
	var late float64
	for _, i := range posts {
		e := &s.Enterprise[i]
		cell.Wanted += e.Wanted
		day, later := vacant(e)
		cell.Open += day + later
		late += later
		surplus += max(0, float64(e.Staff-e.Wanted))
	}
	cell.Shifts = late / max(1, cell.Open)
	return surplus
}

// dismiss sets how much of a cell's staff is to go this month. Offices follow their establishment, whatever the
// law of work.
func dismiss(s *economy.State, p *Primitives, c int, posts []int32, surplus float64) {
	cell := &s.Cell[c]
	part := surplus / float64(max(1, cell.Staff))
	if len(posts) == 0 {
		cell.Dismiss = unit.Clip(part, 0, p.Work.DismissMost)
		return
	}
	cell.Dismiss = s.Terms.Dismissal * unit.Clip(p.Work.Dismiss*part, 0, p.Work.DismissMost)
}

// vacant counts the open posts at workplaces where nobody works and those in
// later shifts.
func vacant(e *economy.Enterprise) (day, later float64) {
	open := max(0, float64(e.Wanted-e.Staff))
	day = unit.Clip(e.Posts*1e6-float64(e.Staff), 0, open)
	return day, open - day
}

// pulls are how pay draws people to the posts of each cell this month, zero
// until somebody asks.
type pulls [economy.Cells]float64

// seek lets one seeker choose among the posts of his region, and sometimes of
// another; pay and the number of open posts draw him, work by day more than
// work in later shifts.
func (l *life) seek(known *pulls, i int32) {
	w, s, p := l.w, l.s, l.p
	person := &l.b.Person[i]
	if !person.Is(economy.Alive) || person.Job >= economy.FirstCell || person.Job == economy.InArmy {
		return
	}
	h := &l.b.House[person.House]
	region := int(h.Region)
	u, v := w.Deck.Uniforms(askPost, uint64(person.Luck), s.Month)
	cell := choose(w, s, p, known, region, u)
	if cell < 0 && h.Village < 0 {
		x, y := w.Deck.Uniforms(askOther, uint64(person.Luck), s.Month)
		if x < p.Work.Reach {
			region = int(y * economy.Regions)
			if cell = choose(w, s, p, known, region, v); cell >= 0 && !l.follow(person, region) {
				return
			}
			h = &l.b.House[person.House]
		}
	}
	if cell < 0 {
		return
	}
	c := &s.Cell[cell]
	c.Open -= float64(w.Weight)
	c.Joined += w.Weight
	person.Job = economy.FirstCell + uint8(cell)
	person.Tenure = 0
	person.Skill = uint8(max(100*w.Physics.Works.Newcomer, w.Physics.Works.Carry*float64(person.Skill)))
	h.Posts++
	if h.Village >= 0 {
		h.Hands -= min(h.Hands, 1)
	}
}

// follow takes a townsman to the town of a region where he has found a post, and
// tells whether he goes: alone when single and others grown stay behind, else with
// the whole house, unless somebody there has a post to lose.
func (l *life) follow(p *economy.Person, region int) bool {
	h := &l.b.House[p.House]
	if !p.Is(economy.Married) && h.Grown > 1 {
		l.moveIn(p, l.ownHouse(p, region))
		return true
	}
	if h.Posts > 0 {
		return false
	}
	l.moveHouse(p.House, region, -1)
	return true
}

// choose picks a cell of the region with posts open, or -1.
func choose(w *economy.World, s *economy.State, p *Primitives, known *pulls, region int, u float64) int {
	var weight [economy.Branches + 1]float64
	var sum float64
	first := economy.Cell(region, economy.FirstBranch)
	for k := range weight {
		c := &s.Cell[first+k]
		if c.Open > 0 {
			pull := &known[first+k]
			if *pull == 0 {
				*pull = unit.Pow(unit.Clip(c.Wage/max(1, s.Centre.MeanWage), pullLeast, pullMost), p.Work.Pull)
			}
			weight[k] = c.Open * (1 - c.Shifts*(1-p.Work.Night)) * *pull
			sum += weight[k]
		}
	}
	if sum <= 0 {
		return -1
	}
	u *= sum
	for k := range weight {
		if u -= weight[k]; u < 0 && weight[k] > 0 {
			return first + k
		}
	}
	return -1
}

// Wages over the mean of the country beyond which who seeks is drawn no less and
// no more (assumed).
const pullLeast, pullMost = 0.2, 5

// join shares those who came among the enterprises by their open posts.
func join(s *economy.State, p *Primitives, c int, posts []int32) {
	cell := &s.Cell[c]
	cell.Staff += cell.Joined
	if len(posts) == 0 || cell.Joined == 0 {
		return
	}
	var room [32]float64
	weights := room[:0]
	for _, i := range posts {
		day, later := vacant(&s.Enterprise[i])
		weights = append(weights, day+p.Work.Night*later)
	}
	spread(cell.Joined, weights, func(k int, n int64) { s.Enterprise[posts[k]].Staff += n })
	for _, i := range posts {
		e := &s.Enterprise[i]
		e.Effort, e.Skill = cell.Effort, cell.Skill
	}
}
