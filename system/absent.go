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

// Absent tells whether who acts in a row of the year stands for an
// institution that is absent, so that the row does nothing.
func (y *System) Absent(who string) bool {
	for _, o := range offices {
		if o.who == who {
			return reflect.ValueOf(o.of(y)).IsZero()
		}
	}
	return false
}
