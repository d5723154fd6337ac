package measure

// Figures of the reference year 1928, in which indices are 100, and weights.
const (
	people1928      = 151.6 // million, as in data/population_adk.csv
	consumption1928 = 0.60  // of GDP, food, goods and services of households (assumed, so that the index is near 100; consumption_share has 0.795, which is at factor cost of 1937)
	wage1928        = 5200  // kopecks a month, mean wage (assumed: near Start.Wage grown to 1928)
	farm1928        = 46    // points: value added of agriculture (100 less the branches' ReferenceOutput)
	firstFarm       = 40    // points: agriculture before a first farm year is closed (assumed)
	earlyMachines   = 3     // relative price of machinery and arms before mass production (assumed)
)
