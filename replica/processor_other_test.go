//go:build !unix

package replica

// processor is not known here.
func processor() float64 { return 0 }
