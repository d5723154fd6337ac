package report

import (
	"testing"

	"gosplan/data"
)

func TestCite(t *testing.T) {
	for _, c := range []struct{ source, want string }{
		{"Nove (1969), An Economic History; TsSU SSSR, Trud", "Nove (1969); TsSU SSSR"},
		{"Population censuses of 1926, 1939 and 1989; 1913 TsSU SSSR", "Population censuses of 1926, 1939 and 1989; 1913 TsSU SSSR"},
		{"employees, less farmers (TsSU; Trud v SSSR), plus prisoners (judged; recalled)", "employees, less farmers, plus prisoners"},
		{"", ""},
	} {
		if got := cite(&data.Series{Source: c.source}); got != c.want {
			t.Errorf("%q: %q, want %q", c.source, got, c.want)
		}
	}
}
