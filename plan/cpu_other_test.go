//go:build !unix

package plan

// processorSeconds is not known here.
func processorSeconds() float64 { return 0 }
