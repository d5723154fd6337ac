package report

import (
	"fmt"
	"math"
	"strings"

	"gosplan/data"
	"gosplan/fit"
	"gosplan/series"
	"gosplan/sheet"
)

// An errorRow is how far one series lies from the record.
type errorRow struct {
	Title, Link         string // the chart, "" if the page has none
	Against, Trust      string
	Status              series.Status
	Error, Bias         string
	HeldError, HeldBias string
	Estimates           string
}

// viewErrors is the table of every series that the record knows.
func viewErrors(in []fit.SeriesError, shown map[string]bool, title func(string) string) []errorRow {
	var out []errorRow
	for _, e := range in {
		row := errorRow{
			Title: title(e.Series), Against: sentence(data.Plain(e.Reference)), Trust: trust(e.Tier), Status: e.Status,
			Estimates: "–",
		}
		if t := data.Find(e.Reference); t != nil {
			row.Trust = trust(tier(t.Points))
		}
		row.Error, row.Bias = misfit(e.Calibrated)
		row.HeldError, row.HeldBias = misfit(e.HeldOut)
		if spread := max(e.Calibrated.Spread, e.HeldOut.Spread); spread > 0 {
			row.Estimates = fmt.Sprintf("%.1f", spread)
		}
		if id := "c-" + slug(e.Series); shown[id] {
			row.Link = "#" + id
		}
		out = append(out, row)
	}
	return out
}

// misfit writes an error and its sign, dashes where no year is shared.
func misfit(m fit.Misfit) (absolute, bias string) {
	if m.Years == 0 {
		return "–", "–"
	}
	absolute = fmt.Sprintf("%.1f", math.Round(m.Absolute*10)/10)
	bias = strings.Replace(fmt.Sprintf("%+.1f", m.Bias), "-0.0", "+0.0", 1)
	return absolute, sheet.Minus(bias)
}
