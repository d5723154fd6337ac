package format

import (
	"regexp"
	"slices"
	"strings"
	"sync"
)

// A role is what a row or a column of a table of flows is.
type role int8

// Roles.
const (
	unclear  role = iota
	sector        // a product or an industry
	final         // final demand
	imports       // imports, as a column of final demand or as a row of supply
	added         // value added
	output        // gross output
	total         // a sum of others, left out
	imported      // imported inputs, in tables that part them from domestic ones
)

// A rule gives labels a role. Labels are compared in upper case.
type rule struct {
	pattern func() *regexp.Regexp // compiled when it is first asked for: most commands read no table
	role    role
	labour  bool     // value added that pays for labour
	parts   []string // the label is left out where another begins with one of these, which say the same
}

func is(pattern string, r role) rule {
	return rule{pattern: sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile("^(?:" + pattern + ")$") }), role: r}
}

func (r rule) pays() rule                       { r.labour = true; return r }
func (r rule) sums(parts ...string) rule        { r.parts = parts; return r }
func (r rule) fits(label string) bool           { return r.pattern().MatchString(label) }
func (r rule) isSum(has func(string) bool) bool { return slices.ContainsFunc(r.parts, has) }

// rowRules and columnRules know the codes of the United States' Bureau of
// Economic Analysis (V001, F010, T001), of OECD (TTL_, VALU, HFCE), of
// Eurostat (CPA_, D1, P3_S14), of China's statistics (VA001, FU101), and the
// plain English words. The first that fits counts.
var rowRules = []rule{
	// Bureau of Economic Analysis
	is(`V001\d*`, added).pays(), is(`V00[2-9]\d*`, added), is(`T00O?TOP|T00O?SUB`, added),
	is(`T008|T018`, output), is(`T0\d\d|VABAS|VAPRO|VAPUR`, total), is(`S00\d{3}|USED|OTHER`, sector),
	// OECD
	is(`IMP_.*`, imported), is(`TTL_INT_FNL|TTL_INT`, total), is(`(TTL|DOM)_.*`, sector), is(`TXS_.*|TLS|TAXSUB`, added),
	is(`LABR`, added).pays(), is(`OTXS|GOPS`, added), is(`VALU|VA`, added).sums("LABR", "GOPS"), is(`OUTPUT|OUT`, output),
	// Eurostat
	is(`CPA_TOTAL`, total), is(`CPA_.*`, sector), is(`D1`, added).pays(), is(`D11|D12`, total),
	is(`D21X31|D29X39`, added), is(`B2A3G`, added), is(`B2A3N|P51C`, added).sums("B2A3G"), is(`B1G`, added).sums("D1", "B2A3G"),
	is(`P1`, output), is(`P7|P7_.*`, imports), is(`P2|TS_BP|TS_PP|TOTAL`, total),
	// China
	is(`VA001`, added).pays(), is(`VA\d{3}`, added), is(`TII|TVA`, total), is(`TI`, output),
	// words
	is(`.*\b(COMPENSATION|WAGES?|SALARIES|LABOU?R|EMPLOYEES?)\b.*`, added).pays(),
	is(`(TOTAL |GROSS )?VALUE[ -]ADDED.*`, added).sums("TAX", "WAGE", "LABO", "COMPENSATION", "OPERATING", "GROSS OPERATING", "PROFIT"),
	is(`.*\b(OPERATING SURPLUS|PROFITS?|DEPRECIATION|CONSUMPTION OF FIXED CAPITAL|MIXED INCOME)\b.*|(NET |OTHER )*(TAX|SUBSID)(ES|IES|Y)?\b.*`, added),
	is(`(TOTAL |GROSS )*(OUTPUT|INPUT|PRODUCTION)S?( AT .*)?|X`, output), is(`IMPORTS?`, imports), is(`(TOTAL|SUM|Σ)\b.*`, total),
}

var columnRules = []rule{
	// Bureau of Economic Analysis
	is(`F05\w*`, imports), is(`F\d\d\w{1,4}`, final), is(`T007|T016`, output), is(`T0\d\d`, total),
	is(`MCIF`, imports), is(`MADJ|TRADE|TRANS|MDTY|TOP|SUB`, total), is(`S00\d{3}|USED|OTHER`, sector),
	// OECD, also with a country before
	is(`(\w{2,3}_)?(HFCE|NPISH|GGFC|GFCF|INVNT|CONS_ABR|CONS_NONRES|DIRP|DPABR|NONRES|EXPO|P33|VALUABLES|GFCF_.*|DISC)`, final),
	is(`IMPO`, imports), is(`OUT|OUTPUT|TOTAL_OUTPUT`, output), is(`(TTL|DOM)_.*`, sector),
	// Eurostat
	is(`CPA_TOTAL`, total), is(`CPA_.*`, sector), is(`P3`, final).sums("P3_S"), is(`P3_S.*`, final),
	is(`P5|P5G`, final).sums("P51", "P52", "P53"), is(`P5M`, final).sums("P52", "P53"), is(`P5\w*`, final),
	is(`P6`, final).sums("P6_"), is(`P6_.*`, final), is(`P7|P7_.*`, imports), is(`TU|TFU|TOTAL|P3_P5|P3_P6`, total), is(`P1|TS_BP`, output),
	// China
	is(`FU\d{3}|EX|ERR`, final), is(`IM`, imports), is(`TIU|THC|TC|GCF|TFU`, total), is(`GO`, output),
	// words
	is(`.*\bIMPORTS?\b.*`, imports), is(`(TOTAL |GROSS )*(OUTPUT|PRODUCTION)S?( AT .*)?|X`, output), is(`(TOTAL|SUM|Σ)\b.*`, total),
	is(`.*\b(FINAL (DEMAND|USES?|CONSUMPTION)|HOUSEHOLDS?|GOVERNMENT|EXPORTS?|INVENTOR(Y|IES)|CAPITAL FORMATION|INVESTMENTS?|NEEDS?|CONSUMPTION)\b.*`, final),
}

// roles gives every label its role, and tells which pay for labour. Labels
// that no rule knows stay unclear.
func roles(names []string, rules []rule) (out []role, pays []bool) {
	upper := make([]string, len(names))
	for i, name := range names {
		upper[i] = strings.ToUpper(name)
	}
	out, pays = make([]role, len(names)), make([]bool, len(names))
	if len(names) > mostRuled {
		return out, pays
	}
	for i, label := range upper {
		for _, r := range rules {
			if !r.fits(label) {
				continue
			}
			out[i], pays[i] = r.role, r.labour
			if r.parts != nil && r.isSum(func(part string) bool {
				return slices.ContainsFunc(upper, func(other string) bool { return other != label && strings.HasPrefix(other, part) })
			}) {
				out[i] = total
			}
			break
		}
	}
	return out, pays
}

// codeNames are what codes of value added stand for, where a table has codes
// alone.
var codeNames = map[string]string{
	"V001": "compensation of employees", "V00100": "compensation of employees",
	"V002": "taxes on production less subsidies", "V00200": "taxes on production less subsidies",
	"V003": "gross operating surplus", "V00300": "gross operating surplus",
	"VALU": "value added", "VA": "value added", "TLS": "taxes less subsidies on products", "TAXSUB": "taxes less subsidies on products",
	"D1": "compensation of employees", "D29X39": "other taxes less subsidies on production", "D21X31": "taxes less subsidies on products",
	"B1G": "value added", "B2A3G": "gross operating surplus and mixed income",
}

// mostRuled is how many labels are held against the rules. Larger tables are
// not a statistical office's: their sectors are what is both row and column.
const mostRuled = 20_000

// normal is a label as it is compared between rows and columns: OECD writes
// TTL_01T02 for the row and D01T02 for the column.
func normal(label string) string {
	if len(label) > 4 && (strings.HasPrefix(label, "TTL_") || strings.HasPrefix(label, "DOM_")) {
		return label[4:]
	}
	if len(label) > 2 && label[0] == 'D' && label[1] >= '0' && label[1] <= '9' && label != "D11" && label != "D12" && label != "D21X31" && label != "D29X39" {
		return label[1:]
	}
	return label
}
