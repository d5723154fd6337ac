package scenario

import (
	"reflect"
	"testing"
)

// The decisions are the first fields of Decided, one for one; those by region
// follow.
func TestDecisionsAreTheFieldsOfDecided(t *testing.T) {
	fields := reflect.TypeFor[Decided]()
	for k := range fields.NumField() {
		if path := fields.Field(k).Type == reflect.TypeFor[Path](); path != (k < int(Decisions)) {
			t.Errorf("field %s is the %dth of %d decisions", fields.Field(k).Name, k, Decisions)
		}
	}
	for _, c := range []struct {
		k     Decision
		field string
	}{{AccumulationShare, "AccumulationShare"}, {UnderArms, "UnderArms"}, {Requisition, "Requisition"}, {StateOrders, "StateOrders"}, {SchoolPlaces, "SchoolPlaces"}, {GrainImportCeiling, "GrainImportCeiling"}} {
		if got := fields.Field(int(c.k)).Name; got != c.field {
			t.Errorf("decision %d is %s, want %s", c.k, got, c.field)
		}
	}
	d := Decided{FarmTax: Path{1921: 0.1}, Repression: Path{1921: 0.45}}
	if d.Of(FarmTax)[1921] != 0.1 || d.Of(Repression)[1921] != 0.45 || d.Of(StateOrders) != nil {
		t.Error("a decision reads another's series")
	}
	if low, high := UnderArms.Bounds(); low != 0 || high != 20 || UnderArms.String() != "under_arms" {
		t.Errorf("men under arms are %q from %g to %g", UnderArms, low, high)
	}
}
