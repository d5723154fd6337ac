package system

import "reflect"

// offices are who acts for an institution in the table of the year.
var offices = []struct {
	who string
	of  func(*System) any
}{
	{"planning office", func(y *System) any { return y.Plan }},
	{"supply", func(y *System) any { return y.Supply }},
	{"ministries", func(y *System) any { return y.Investment }},
	{"price office", func(y *System) any { return y.Prices }},
	{"bank", func(y *System) any { return y.Bank }},
	{"labour law", func(y *System) any { return y.Labour }},
	{"shops", func(y *System) any { return y.Retail }},
	{"state buyers", func(y *System) any { return y.Buying }},
	{"detachments", func(y *System) any { return y.Requisition }},
	{"tax office", func(y *System) any { return y.Tax }},
	{"kolkhozes", func(y *System) any { return y.Kolkhoz }},
	{"army", func(y *System) any { return y.Army }},
	{"foreign trade", func(y *System) any { return y.Trade }},
	{"owners", func(y *System) any { return y.Owners }},
	{"creditors", func(y *System) any { return y.Credit }},
	{"founders", func(y *System) any { return y.Entry }},
	{"fisc", func(y *System) any { return y.Fisc }},
	{"investors", func(y *System) any { return y.Investment.Private }},
	{"offices", func(y *System) any { return y.Offices }},
}

// acts are those that an institution does under some of the systems that have
// it and not under others, by what is done.
var acts = map[string]func(*System) bool{
	"computes the year's plan":                           func(y *System) bool { return y.Plan.Computes() },
	"holds the councils' rounds of prices and proposals": func(y *System) bool { return y.Plan.Councils() },
	"sets targets":                                      func(y *System) bool { return y.Plan.Active() || y.Plan.Councils() },
	"holds posts to the plan for labour":                func(y *System) bool { return y.Labour.Limit.Reach != 0 },
	"lets tasks of head and hand take turns":            func(y *System) bool { return y.Labour.Rotation.Share != 0 },
	"exchanges manufactures for food":                   func(y *System) bool { return y.Trade.Open+y.Trade.Monopoly != 0 },
	"ships oil":                                         func(y *System) bool { return y.Trade.Oil.Use != 0 },
	"ships grain and machines":                          func(y *System) bool { return y.Trade.Monopoly != 0 },
	"tell makers what tokens are spent on":              func(y *System) bool { return y.Retail.Tokens.Active() && y.Retail.Tokens.Response != 0 },
	"cancel tokens":                                     func(y *System) bool { return y.Retail.Tokens.Active() },
	"press, sow, reap, deliver, share out":              func(y *System) bool { return y.Kolkhoz.Active() },
	"unlearn to expect losses where nobody takes grain": (*System).untaken,
}

// Absent tells whether a row of the year stands for an institution that is
// absent, or for what the one that is there does not do, so that the row does
// nothing but put away what an era before has left.
func (y *System) Absent(who, does string) bool {
	for _, o := range offices {
		if o.who == who && reflect.ValueOf(o.of(y)).IsZero() {
			return true
		}
	}
	done, some := acts[does]
	return some && !done(y)
}
