package main

const description = `A laboratory of economic systems: the Soviet economy, 1917-1991, lived by its agents and held against its history; and plans, computed from your own tables and proved. ` +
	`Begin with "gosplan run" or "gosplan plan --example"; every verb has an example in its --help.`

// verbs is the whole command line.
type verbs struct {
	Run         runVerb         `cmd:"" help:"Live a scenario and keep the run in a folder."`
	Resume      resumeVerb      `cmd:"" help:"Go on with an unfinished run, to the same bits."`
	Show        showVerb        `cmd:"" help:"Print a stored run again, or one of its series."`
	Diff        diffVerb        `cmd:"" help:"Say when two runs part, and where they differ most."`
	Trace       traceVerb       `cmd:"" help:"Follow the life of one enterprise, person, farm or office."`
	Validate    validateVerb    `cmd:"" help:"Hold many seeds against history, band by band."`
	Plan        planVerb        `cmd:"" help:"Compute a plan from a table of how things are made, what there is and what is needed."`
	Serve       serveVerb       `cmd:"" help:"Compute plans for who asks over HTTP, on this machine."`
	Replicate   replicateVerb   `cmd:"" help:"Run a published model and hold it against its paper."`
	Claims      claimsVerb      `cmd:"" help:"Test what the essay claims, as registered before anything was run."`
	Theories    theoriesVerb    `cmd:"" help:"Score rival theories on the tests that tell them apart."`
	Paths       pathsVerb       `cmd:"" help:"Tell which systems a country goes through that chooses them itself, over many seeds."`
	Compare     compareVerb     `cmd:"" help:"Lay scenarios or systems side by side: figures with intervals, and a page of small pictures."`
	Assumptions assumptionsVerb `cmd:"" help:"Say whom each assumption favours, and how the ranking of systems changes when it is flipped."`
	Scenarios   scenariosVerb   `cmd:"" help:"List the scenarios, or write a template for your own."`
	Systems     systemsVerb     `cmd:"" help:"List the systems of institutions, and what they are composed of."`
	Check       checkVerb       `cmd:"" help:"Check a scenario file before a run."`
	Schema      schemaVerb      `cmd:"" help:"Print the JSON Schema of scenario files."`
	Schedule    scheduleVerb    `cmd:"" help:"Print the year as a table: who does what, when, and writes what."`
	Parameters  parametersVerb  `cmd:"" help:"List the numbers a run can be given."`
	Explain     explainVerb     `cmd:"" help:"Explain a mechanism: claim, equation, source, parameters, ablation."`
	Series      seriesVerb      `cmd:"" help:"List the series a run reports, or define one."`
	Version     versionVerb     `cmd:"" help:"Print the version."`
}
