package scenario

import (
	"encoding/json"
	"testing"
)

// History alone departs from nothing, with other numbers and as it is stored
// too; whatever takes an institution out or gives other nature departs.
func TestWhatDeparts(t *testing.T) {
	for _, b := range Builtin() {
		s, err := Load(b.Name)
		if err != nil {
			t.Fatal(err)
		}
		stored, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		again := &Scenario{}
		if err := json.Unmarshal(stored, again); err != nil {
			t.Fatal(err)
		}
		if want := b.Name != history; s.Departs() != want || again.Departs() != want {
			t.Errorf("%s departs: %v, stored: %v", b.Name, s.Departs(), again.Departs())
		}
	}
	s, err := Load(history)
	if err != nil {
		t.Fatal(err)
	}
	s.Set = Changes{"Wander.Pull": 1}
	if s.Eras[0].Set = (Changes{"Wander.Pull": 1}); s.Departs() {
		t.Error("other numbers depart")
	}
	if s.Without = []string{"Ratchet"}; !s.Departs() {
		t.Error("a mechanism less does not depart")
	}
}
