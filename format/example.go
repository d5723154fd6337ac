package format

import _ "embed"

//go:embed example/recipes.csv
var example string

// Example is a small commented table of recipes to start from: eight
// products, eleven techniques, labour and two kinds of equipment, two years.
func Example() string { return example }
