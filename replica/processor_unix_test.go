//go:build unix

package replica

import "syscall"

// processor is the time, in nanoseconds, that this process has had of
// processors: what a run would take of a quiet machine, on a busy one.
func processor() float64 {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		return 0
	}
	return float64(used.Utime.Nano() + used.Stime.Nano())
}
