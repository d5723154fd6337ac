package main

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"

	"gosplan/claim"
	"gosplan/record"
	"gosplan/report"
)

type claimsVerb struct {
	Claim  string `placeholder:"E65" help:"Tell the full story of one claim."`
	Out    string `placeholder:"FILE" help:"Write the page there: with pictures if the name ends in .html, such as claims.html, and as text if not, such as docs/claims.md."`
	Kept   bool   `help:"Live nothing: judge by the finished runs that there are, however few."`
	trial  `embed:""`
	budget `embed:""`
	asJSON
}

func (claimsVerb) Help() string {
	return `Examples:

  gosplan claims --quick
  gosplan claims --claim E65 --pairs 16 --scale 1:100000
  gosplan claims --out docs/claims.md
  gosplan claims --pairs 8 --scale 1:50000 --out claims.html

What is compared, measured and expected was registered before anything was run.
Runs that finished are kept and used again; after Ctrl-C, or worse, the same
command goes on from there, and --kept judges by what there is. Claims that cost
least come first, each with all its pairs. Where systems are chosen within the
run tests are lived coarser than others, as the registry states; --scale lives
all at one. --quick ends after 45 seconds (--time), judges what has two pairs by
then, says what has not, and goes on from there when it is called again. The exit status does not depend on any verdict.
`
}

// Run lives what the claims compare and prints what became of them.
func (v claimsVerb) Run(r *room) error {
	registry := claim.Registered()
	if _, ok := registry.Find(v.Claim); v.Claim != "" && !ok {
		return wrong("--claim %s: there is no such claim; they are E1 to E%d", v.Claim, len(registry.Claims))
	}
	if v.Claim != "" && v.Out != "" {
		return wrong("--out: the page has all claims; leave out --claim %s or --out", v.Claim)
	}
	if err := checkPage(v.Out); err != nil {
		return err
	}
	if err := v.check(&v.trial); err != nil {
		return err
	}
	l, err := v.laboratory(r)
	if err != nil {
		return err
	}
	v.tests(l)
	l.Kept = v.Kept
	took := v.begin(r, l)
	if v.Claim != "" {
		return v.story(r, l, registry, took)
	}
	runs, err := l.Run(r.ctx, registry.Needed(registry.Tests()), registry.Together()...)
	if err != nil {
		return v.finished(r, err)
	}
	v.close()
	spent := took()
	look := v.look(l, registry, runs)
	results := claim.Results(registry.Tests(), runs, 0)
	registry.Record(results, runs)
	findings, scores := registry.Findings(results), registry.Scores(results)
	if v.Out != "" {
		page := claim.Page{Registry: registry, Findings: findings, Scores: scores, Results: results, Runs: runs, Pairs: v.Pairs, Scale: l.Scale, Partial: v.Kept, Look: look,
			Command: v.command()}
		if err := v.write(page); err != nil {
			return err
		}
	}
	if v.JSON {
		return printJSON(r.out, findingViews(findings))
	}
	if v.Out != "" {
		say(r.out, "The page is in %s.\n", v.Out)
	} else {
		v.print(r, registry, l.Scale, findings, runs, look)
	}
	if look != nil {
		v.waiting(r, look, tempo(spent, runs))
	}
	return nil
}

// command makes the page again.
func (v claimsVerb) command() string {
	words := fmt.Sprintf("gosplan claims --pairs %d", v.Pairs)
	if !v.stated {
		words += fmt.Sprintf(" --scale %s", v.Scale)
	}
	switch {
	case v.Kept:
		words += " --kept"
	case v.Quick:
		words = "gosplan claims --quick"
	}
	return words + " --out " + v.Out
}

// write writes the page in the form that its name asks for.
func (v claimsVerb) write(page claim.Page) error {
	if strings.EqualFold(filepath.Ext(v.Out), ".html") {
		return record.WriteFile(v.Out, func(w io.Writer) error { return report.WriteClaims(w, pictured(page)) })
	}
	return writePage(v.Out, page.Markdown())
}

// print is the table.
func (v claimsVerb) print(r *room, registry *claim.Registry, scale int, findings []claim.Finding, runs *claim.Runs, look *claim.Look) {
	if look != nil {
		v.first(r, findings, runs, look)
		return
	}
	var rows [][]string
	for i := range findings {
		f := findings[i].Latest()
		theories, _, _ := f.Closest()
		rows = append(rows, []string{f.Claim.Number, f.Claim.Claim, string(f.Verdict), findings[i].Earlier(), f.MissesRecord(), f.Why, strings.Join(theories, " ")})
	}
	printTable(r.out, []string{"", "claim", "verdict", "earlier design", "record", "why", "closest"}, rows)
	say(r.out, "\n%s %d pairs %s, %d runs, %d of them kept from before.\n", claim.Counted(findings), v.Pairs, registry.AtScale(scale), runs.Done, runs.Kept)
	say(r.out, "%s\n", claim.Missed(findings))
	say(r.out, "%s\n", claim.Needs(v.Pairs, len(registry.Tests())))
	say(r.out, "Theories: %s.\n", registry.Legend())
	for i := range findings {
		if f := findings[i].Latest(); f.Loses() {
			say(r.out, "The essay loses on %s: %s\n", f.Claim.Number, f.Claim.Claim)
		}
	}
}

// story tells of one claim, with what it also goes without.
func (v claimsVerb) story(r *room, l *claim.Laboratory, registry *claim.Registry, took func() time.Duration) error {
	c, _ := registry.Find(v.Claim)
	arms := registry.StoryArms(c)
	runs, err := l.Run(r.ctx, arms, c.Together()...)
	if err != nil {
		return v.finished(r, err)
	}
	v.close()
	spent := took()
	// p values are corrected for all tests of the registry, run or not
	results := claim.Results(c.Every(), runs, len(registry.Tests()))
	registry.Record(results, runs)
	f := c.Finding(results)
	if v.JSON {
		return printJSON(r.out, findingViews([]claim.Finding{f}))
	}
	recite(r.out, registry.Story(&f, runs, registry.Ablations(c, runs)))
	if left := l.Lacks(arms, runs); v.most > 0 && left > 0 {
		say(r.out, "\nTime was up (%s): what is left takes about %s. The same command goes on from here, and without a limit:\n  %s\n",
			v.Time, roundTime(tempo(spent, runs)(left)), v.unlimited(v.Claim))
	}
	return nil
}

// A findingView is a claim for programs to read, by its latest design.
type findingView struct {
	Number     string        `json:"number"`
	Claim      string        `json:"claim"`
	Verdict    claim.Verdict `json:"verdict"`
	Why        string        `json:"why"`
	Record     string        `json:"record,omitempty"` // "misses" or "in part": the tests that would give a verdict ask for figures on which the model misses the record
	Closest    []string      `json:"closest"`
	Tests      []resultView  `json:"tests"`
	Registered string        `json:"registered,omitempty"` // the design, if it is not the first
	Faulty     string        `json:"faulty,omitempty"`     // what was wrong with an earlier design
	Earlier    []findingView `json:"earlier,omitempty"`    // designs found faulty, the first first
}

type resultView struct {
	Ask       string                `json:"ask"`
	Compare   string                `json:"compare"`
	Statistic string                `json:"statistic"`
	Unit      string                `json:"unit"`
	Smallest  number                `json:"smallest"`
	Pairs     int                   `json:"pairs"`
	Effect    number                `json:"effect"`
	Low       number                `json:"low"`
	High      number                `json:"high"`
	P         number                `json:"p"`
	Found     claim.Sign            `json:"found"`
	Predicts  map[string]claim.Sign `json:"predicts"`
	Verdict   claim.Verdict         `json:"verdict"`
	Why       string                `json:"why"`
	Record    *recordView           `json:"record,omitempty"`
	Same      string                `json:"same_as,omitempty"` // the test that asks the same
}

// A recordView is the statistic in the record and in the run of history.
type recordView struct {
	Record number     `json:"record"`
	Low    number     `json:"low"`
	High   number     `json:"high"`
	Run    number     `json:"run"`
	Sign   claim.Sign `json:"with_the_record"` // where the effect would lie with the record in place of the run
	Misses bool       `json:"misses"`
	For    string     `json:"for,omitempty"` // a series that the record lacks
	By     string     `json:"by,omitempty"`  // and what stands for it
}

func findingViews(findings []claim.Finding) []findingView {
	same := claim.Registered().Same()
	out := make([]findingView, len(findings))
	for i := range findings {
		designs := findings[i].Versions()
		last := len(designs) - 1
		out[i] = viewDesign(designs[last], same)
		for _, d := range designs[:last] {
			out[i].Earlier = append(out[i].Earlier, viewDesign(d, same))
		}
	}
	return out
}

func viewDesign(f claim.Design, same map[*claim.Test]string) findingView {
	theories, _, _ := f.Closest()
	out := findingView{Number: f.Claim.Number, Claim: f.Claim.Claim, Verdict: f.Verdict, Why: f.Why, Record: f.MissesRecord(), Closest: theories, Tests: []resultView{},
		Registered: f.Registered, Faulty: f.Wrong}
	for _, res := range f.Results {
		out.Tests = append(out.Tests, viewResult(res, same))
	}
	return out
}

func viewResult(res *claim.Result, same map[*claim.Test]string) resultView {
	t, e := res.Test, res.Effect
	view := resultView{t.Ask, t.Compare, t.Statistic, t.Unit, number(t.Smallest), e.N, number(e.Mean),
		number(e.Low), number(e.High), number(res.P), res.Found, t.Predicts, res.Verdict, res.Why, nil, same[t]}
	if h := res.Recorded; h != nil {
		view.Record = &recordView{number(h.Value), number(h.Low), number(h.High), number(h.Run), h.Instead, h.Misses, h.For, h.By}
	}
	return view
}
