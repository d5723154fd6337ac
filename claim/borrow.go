package claim

import (
	"fmt"
	"reflect"
	"strings"

	"gosplan/scenario"
)

// pathOf finds a decision or a gift of nature by its name in scenario files.
func pathOf(s *scenario.Scenario, name string) (*scenario.Path, error) {
	for _, part := range []reflect.Value{reflect.ValueOf(&s.Decisions).Elem(), reflect.ValueOf(&s.Nature).Elem()} {
		for i := range part.NumField() {
			word, _, _ := strings.Cut(part.Type().Field(i).Tag.Get("yaml"), ",")
			if path, ok := part.Field(i).Addr().Interface().(*scenario.Path); ok && word == name {
				return path, nil
			}
		}
	}
	return nil, &Missing{"decision", name}
}

// borrow takes a decision over from another scenario.
func borrow(s *scenario.Scenario, name, from string) error {
	other, err := load(from)
	if err != nil {
		return err
	}
	source, err := pathOf(other, name)
	if err != nil {
		return err
	}
	target, err := pathOf(s, name)
	if err == nil {
		*target = *source
	}
	return err
}

// until says how long a system rules.
func until(month string) string {
	if month == "" {
		return "on"
	}
	return "to " + month
}

// String says what an arm is.
func (a Arm) String() string {
	words := []string{a.Scenario}
	if a.System != "" {
		words = append(words, "with "+a.System+" from "+a.Since+" "+until(a.Until))
	}
	for _, path := range sortedKeys(a.Set) {
		words = append(words, fmt.Sprintf("with %s=%v", path, a.Set[path]))
	}
	for _, path := range sortedKeys(a.Constant) {
		words = append(words, fmt.Sprintf("with %s %v for ever", path, a.Constant[path]))
	}
	for _, path := range sortedKeys(a.Borrow) {
		words = append(words, "with the "+path+" of "+a.Borrow[path])
	}
	if len(a.Without) > 0 {
		words = append(words, "without "+strings.Join(a.Without, ", "))
	}
	if a.Scale != 0 {
		words = append(words, fmt.Sprintf("at 1:%d", a.Scale))
	}
	return strings.Join(words, " ")
}
