package scenario

import "fmt"

// A Month is a year and a month, written 1929-10.
type Month struct{ Year, Month int }

// The years a scenario may speak of.
const (
	firstYear = 1900
	lastYear  = 2100
)

// ParseMonth reads a month as scenario files write it.
func ParseMonth(text string) (Month, error) {
	if len(text) != len("1929-10") || text[4] != '-' {
		return Month{}, fmt.Errorf("%q is not a month; write year and month as 1929-10", text)
	}
	for i, digit := range []byte(text) {
		if i != 4 && (digit < '0' || digit > '9') {
			return Month{}, fmt.Errorf("%q is not a month; write year and month as 1929-10", text)
		}
	}
	var m Month
	for i, digit := range []byte(text) {
		switch {
		case i < 4:
			m.Year = 10*m.Year + int(digit-'0')
		case i > 4:
			m.Month = 10*m.Month + int(digit-'0')
		}
	}
	return m, m.check()
}

func (m Month) check() error {
	if m.Month < 1 || m.Month > 12 {
		return fmt.Errorf("month %02d does not exist; write year and month as 1929-10", m.Month)
	}
	return checkYear(m.Year)
}

func checkYear(year int) error {
	if year < firstYear || year > lastYear {
		return fmt.Errorf("year %d is outside %d to %d; correct the year", year, firstYear, lastYear)
	}
	return nil
}

// String writes the month as 1929-10; no month is "".
func (m Month) String() string {
	if m.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d", m.Year, m.Month)
}

// IsZero reports whether no month was given.
func (m Month) IsZero() bool { return m == Month{} }

// Before reports whether m is earlier than other.
func (m Month) Before(other Month) bool {
	return m.Year < other.Year || m.Year == other.Year && m.Month < other.Month
}

// Next is the month after m.
func (m Month) Next() Month {
	if m.Month == 12 {
		return Month{m.Year + 1, 1}
	}
	return Month{m.Year, m.Month + 1}
}

// MarshalText writes the month for YAML and JSON.
func (m Month) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads the month from YAML and JSON.
func (m *Month) UnmarshalText(data []byte) error {
	if len(data) == 0 {
		*m = Month{}
		return nil
	}
	read, err := ParseMonth(string(data))
	if err != nil {
		return err
	}
	*m = read
	return nil
}
