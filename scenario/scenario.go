// Package scenario is an economy with a date and a place: which institutions
// when, which shocks, what leaders decided and what is changed. A scenario is
// one YAML file; the built-in ones are such files.
package scenario

import "maps"

// Version is the format of scenario files this program reads. Files of this
// version keep their meaning; a change of meaning raises the number.
const Version = 1

// A Scenario is the content of one file after Extends has been resolved.
type Scenario struct {
	Version      int      `yaml:"version" json:"version"`
	Name         string   `yaml:"name" json:"name"`
	Title        string   `yaml:"title" json:"title"`
	Description  string   `yaml:"description,omitempty" json:"description,omitzero"`
	Extends      string   `yaml:"extends,omitempty" json:"extends,omitzero"` // a built-in scenario or a file to start from
	From         Month    `yaml:"from,omitempty" json:"from,omitzero"`
	To           Month    `yaml:"to,omitempty" json:"to,omitzero"` // last month of the run
	Eras         []Era    `yaml:"eras,omitempty" json:"eras,omitzero"`
	Stylised     bool     `yaml:"stylised,omitempty" json:"stylised,omitzero"` // a country of no place, which no record is about
	Politics     Politics `yaml:"politics,omitempty" json:"politics,omitzero"` // what chooses systems and decisions within the run
	Decisions    Decided  `yaml:"decisions,omitempty" json:"decisions,omitzero"`
	Nature       Given    `yaml:"nature,omitempty" json:"nature,omitzero"`
	Institutions Choices  `yaml:"institutions,omitempty" json:"institutions,omitzero"` // swapped for named variants, in every era
	Set          Changes  `yaml:"set,omitempty" json:"set,omitzero"`                   // parameters, in every era
	Without      []string `yaml:"without,omitempty" json:"without,omitzero"`           // mechanisms and institutions taken out

	texts []*text // the files it was read from, the last extended first, for messages
}

// Changes are parameter paths and their values: "Plan.Ratchet.Up: 0.7".
type Changes map[string]float64

// With is a copy with more changes, which take the place of those of the same
// path.
func (c Changes) With(more Changes) Changes {
	out := make(Changes, len(c)+len(more))
	maps.Copy(out, c)
	maps.Copy(out, more)
	return out
}

// Choices are institutions and the named variants they are swapped for:
// "Labour: at-will". A file may write them under set, where a word stands for
// a variant as a number stands for itself.
type Choices map[string]string

// An Era begins when a system of institutions takes over.
type Era struct {
	From         Month    `yaml:"from" json:"from"`
	System       string   `yaml:"system" json:"system"` // a name of package system: war-communism, nep, …
	Institutions Choices  `yaml:"institutions,omitempty" json:"institutions,omitzero"`
	Set          Changes  `yaml:"set,omitempty" json:"set,omitzero"`
	Without      []string `yaml:"without,omitempty" json:"without,omitzero"`
}

// Decided is what leaders decided, in the units in which they decided it. It
// never holds what came of it.
type Decided struct {
	AccumulationShare  Path `yaml:"accumulation_share,omitempty" json:"accumulation_share,omitzero" unit:"share of planned GDP" range:"0 0.6" means:"state investment as a share of GDP the leaders aim at"`
	FarmInvestment     Path `yaml:"farm_investment,omitempty" json:"farm_investment,omitzero" unit:"share of investment" range:"0 0.5" means:"part of investment that goes to agriculture"`
	PlannedGrowth      Path `yaml:"planned_growth,omitempty" json:"planned_growth,omitzero" unit:"per year" range:"-0.1 0.4" means:"growth of output the plan asks for"`
	UnderArms          Path `yaml:"under_arms,omitempty" json:"under_arms,omitzero" unit:"million men" range:"0 20" means:"men called up"`
	CollectiveTarget   Path `yaml:"collective_target,omitempty" json:"collective_target,omitzero" unit:"share of households" range:"0 1" means:"share of peasant households to be in kolkhozes by the end of the year"`
	Requisition        Path `yaml:"requisition,omitempty" json:"requisition,omitzero" unit:"share of the surplus over the norm" range:"0 1" means:"part of grain above the village norm ordered to be taken"`
	FarmTax            Path `yaml:"farm_tax,omitempty" json:"farm_tax,omitzero" unit:"share of the harvest" range:"0 0.5" means:"tax on the harvests of peasants outside kolkhozes"`
	GrainExport        Path `yaml:"grain_export,omitempty" json:"grain_export,omitzero" unit:"Mt" range:"0 40" means:"grain ordered to be exported from one harvest to the next"`
	ProcurementPrice   Path `yaml:"procurement_price,omitempty" json:"procurement_price,omitzero" unit:"ratio to the price at which farm and industrial goods exchanged in 1913" range:"0 5" means:"state price for farm produce"`
	Repression         Path `yaml:"repression,omitempty" json:"repression,omitzero" unit:"index 0 to 1" range:"0 1" means:"severity of the penal law for leaving work, grain and private trade"`
	VirginLand         Path `yaml:"virgin_land,omitempty" json:"virgin_land,omitzero" unit:"Mha per year" range:"0 20" means:"new land ordered to be ploughed in Ural-Siberia"`
	StateOrders        Path `yaml:"state_orders,omitempty" json:"state_orders,omitzero" unit:"share of output" range:"0 1" means:"part of output still under state orders"`
	RetailPriceReview  Path `yaml:"retail_price_review,omitempty" json:"retail_price_review,omitzero" unit:"share of the gap closed per year" range:"0 1" means:"how far retail prices are moved towards what planned incomes could pay"`
	BreadCards         Path `yaml:"bread_cards,omitempty" json:"bread_cards,omitzero" unit:"share" range:"0 1" means:"bread that a townsman gets on his card over the usual; 0 where bread is sold freely"`
	MachineryImport    Path `yaml:"machinery_import,omitempty" json:"machinery_import,omitzero" unit:"share of GDP" range:"0 0.2" means:"machinery bought abroad against gold, credit and goods other than grain and oil"`
	CurrencyReform     Path `yaml:"currency_reform,omitempty" json:"currency_reform,omitzero" unit:"new rubles per old ruble of cash" range:"0.000001 1" means:"cash exchanged at this rate in December of the year"`
	NurseryPlaces      Path `yaml:"nursery_places,omitempty" json:"nursery_places,omitzero" unit:"million" range:"0 60" means:"places for children under seven in nurseries and kindergartens"`
	SchoolPlaces       Path `yaml:"school_places,omitempty" json:"school_places,omitzero" unit:"years of schooling of those now aged 7" range:"0 12" means:"schooling the state provides"`
	GrainImportCeiling Path `yaml:"grain_import_ceiling,omitempty" json:"grain_import_ceiling,omitzero" unit:"Mt" range:"0 80" means:"most grain the leaders are ready to buy abroad in a year before oil revenue"`
	DraughtLevy        Path `yaml:"draught_levy,omitempty" json:"draught_levy,omitzero" unit:"share per year" range:"0 0.9" means:"horses and farm machines taken for the army"`
	FuelWithheld       Path `yaml:"fuel_withheld,omitempty" json:"fuel_withheld,omitzero" unit:"share" range:"0 0.95" means:"of the fuel, parts and drivers that farm machines need, what is kept for the army and industry"`
	FoodLoans          Path `yaml:"food_loans,omitempty" json:"food_loans,omitzero" unit:"Mt" range:"0 10" means:"grain lent for food to hungry villages before the harvest of the year"`
	HouseholdPlot      Path `yaml:"household_plot,omitempty" json:"household_plot,omitzero" unit:"ha sown" range:"0 3" means:"garden that a house in a kolkhoz may keep for itself; 0 where nobody says"`
	GrainDeliveries    Path `yaml:"grain_deliveries,omitempty" json:"grain_deliveries,omitzero" unit:"share" range:"0 1" means:"of the grain that houses outside kolkhozes hold beyond food and seed, what they must sell to the state at its price"`
	GrainRelief        Path `yaml:"grain_relief,omitempty" json:"grain_relief,omitzero" unit:"Mt a year" range:"0 40" means:"grain bought abroad for what would have bought machines, as far as that goes"`
	LimitsWaived       Path `yaml:"limits_waived,omitempty" json:"limits_waived,omitzero" unit:"share" range:"0 1" means:"of posts beyond the plan for labour, those that are paid for all the same"`
	BreadAssured       Path `yaml:"bread_assured,omitempty" json:"bread_assured,omitzero" unit:"share" range:"0 1" means:"of the bread that towns lack until the harvest, what is kept back from exports and then bought abroad for manufactures, where the state trades"`
	IncomeTax          Path `yaml:"income_tax,omitempty" json:"income_tax,omitzero" unit:"share of wages" range:"0 0.6" means:"of wages, what is withheld as tax"`
	StateLoans         Path `yaml:"state_loans,omitempty" json:"state_loans,omitzero" unit:"share of wages" range:"-0.1 0.5" means:"of wages, what is withheld for bonds of the state, less what it pays out on them"`
	RetailPriceOrder   Path `yaml:"retail_price_order,omitempty" json:"retail_price_order,omitzero" unit:"ratio to the year before" range:"0 10" means:"prices of shops on the lists of the year; 0 where no list says, and a review moves their level"`

	GrainQuotas   Regional `yaml:"grain_quotas,omitempty" json:"grain_quotas,omitzero" unit:"share of the country's quotas" range:"0 1" means:"part of what kolkhozes and farms have to deliver that a region is given; those not named share the rest by harvests and past deliveries"`
	ClosedBorders Regional `yaml:"closed_borders,omitempty" json:"closed_borders,omitzero" unit:"share" range:"0 1" means:"of a region's villagers who leave because they go hungry, those who are turned back"`
	SeedLoans     Regional `yaml:"seed_loans,omitempty" json:"seed_loans,omitzero" unit:"Mt" range:"0 5" means:"grain lent to a region's kolkhozes in February, for seed that they owe, lack or have eaten"`
	RegionLoans   Regional `yaml:"region_loans,omitempty" json:"region_loans,omitzero" unit:"Mt" range:"0 5" means:"grain lent for food to a region's hungry villages before the harvest of the year, beside what is lent to all"`
	Fines         Regional `yaml:"fines,omitempty" json:"fines,omitzero" unit:"share" range:"0 1" means:"meat, milk and potatoes taken for grain that is missing of the harvest of the year, of what households' animals and gardens give from November to April"`
}

// Given is nature and the world outside, which nobody in the economy decides.
type Given struct {
	Weather        Regional `yaml:"weather,omitempty" json:"weather,omitzero" unit:"yield, normal year = 1" range:"0.2 1.6" means:"harvest weather; regions not named have a normal year"`
	OilPrice       Path     `yaml:"oil_price,omitempty" json:"oil_price,omitzero" unit:"1980 US dollars per barrel" range:"0 200" means:"world price of crude oil"`
	OilShare       Path     `yaml:"oil_share,omitempty" json:"oil_share,omitzero" unit:"share" range:"0 1" means:"of the fuel, what comes as oil from the fields that are known"`
	Threat         Path     `yaml:"threat,omitempty" json:"threat,omitzero" unit:"index 0 to 1" range:"0 1" means:"military power of hostile states"`
	War            Path     `yaml:"war,omitempty" json:"war,omitzero" unit:"index 0 to 1" range:"0 1" means:"how far the country is at war"`
	Occupied       Regional `yaml:"occupied,omitempty" json:"occupied,omitzero" unit:"share of the region" range:"0 1" means:"part of a region cut off by a front or an occupation"`
	Destroyed      Regional `yaml:"destroyed,omitempty" json:"destroyed,omitzero" unit:"share of capital" range:"0 0.9" means:"plant, herds and housing destroyed by war in the year"`
	WarDeaths      Path     `yaml:"war_deaths,omitempty" json:"war_deaths,omitzero" unit:"million" range:"0 15" means:"killed by war, repression and epidemics of war, and emigrated; not famine"`
	Mortality      Path     `yaml:"mortality,omitempty" json:"mortality,omitzero" unit:"1927 = 0.92" range:"0.02 2" means:"infant and epidemic mortality, from medicine known and sanitation"`
	AdultMortality Path     `yaml:"adult_mortality,omitempty" json:"adult_mortality,omitzero" unit:"1 = Gompertz level of 1926" range:"0.3 2" means:"mortality of adults"`
	Annexed        Path     `yaml:"annexed,omitempty" json:"annexed,omitzero" unit:"million people" range:"0 40" means:"people of territories that join in the year"`
	LendLease      Path     `yaml:"lend_lease,omitempty" json:"lend_lease,omitzero" unit:"percent of 1928 GDP" range:"0 50" means:"machinery and goods given by allies"`
	FoodAid        Path     `yaml:"food_aid,omitempty" json:"food_aid,omitzero" unit:"Mt of grain a year" range:"0 20" means:"food given from abroad, by what it replaces of grain"`
	Frontier       Path     `yaml:"frontier,omitempty" json:"frontier,omitzero" unit:"per year" range:"0 0.1" means:"growth of technique in leading countries; where nothing is said it has its usual pace"`
	Embargo        Path     `yaml:"embargo,omitempty" json:"embargo,omitzero" unit:"share of foreign technique closed" range:"0 1" means:"techniques the rest of the world withholds"`
}
