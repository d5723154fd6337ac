package behaviour

// atMost is x, but no more than most. Like atLeast it is a branch, since bounds of
// what a house buys seldom bind: so a purchase need not wait for what the one before
// has left.
func atMost(x, most float64) float64 {
	if x > most {
		return most
	}
	return x
}

// atLeast is x, but no less than least.
func atLeast(x, least float64) float64 {
	if x <= least {
		return least
	}
	return x
}
