package scenario

import _ "embed"

//go:embed schema.json
var schema []byte

//go:embed template.yaml
var template []byte

// Schema is the JSON Schema of scenario files. It is derived from the types
// of this package; a test holds the two together.
func Schema() []byte { return schema }

// Template is the smallest scenario, with comments, to fill in.
func Template() []byte { return template }
