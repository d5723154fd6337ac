package system

import (
	"reflect"

	"gosplan/economy"
	"gosplan/institution"
	"gosplan/schedule"
)

// leaving is the act by which every institution that is not in force gives back
// what it alone has set.
func (y *System) leaving() schedule.Act {
	var all []institution.Leaver
	for k, v := 0, reflect.ValueOf(y).Elem(); k < v.NumField(); k++ {
		if i, ok := v.Field(k).Addr().Interface().(institution.Leaver); ok {
			all = append(all, i)
		}
	}
	return func(_ *economy.World, s *economy.State) {
		for _, i := range all {
			i.Leave(s)
		}
	}
}
