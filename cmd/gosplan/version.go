package main

import (
	"runtime"
	"runtime/debug"
)

// version is that of the program. A checkpoint is resumed only by the version
// that wrote it, since another may lead to other bits.
const version = "0.1.0"

// programVersion adds the commit where the build knows it.
func programVersion() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" && len(s.Value) >= 12 {
				return version + "+" + s.Value[:12]
			}
		}
	}
	return version
}

type versionVerb struct {
	asJSON
}

func (versionVerb) Help() string { return "Example:\n\n  gosplan version\n" }

// Run prints the version.
func (v versionVerb) Run(r *room) error {
	if v.JSON {
		return printJSON(r.out, map[string]string{"version": programVersion(), "go": runtime.Version(), "platform": platform()})
	}
	say(r.out, "gosplan %s, %s, %s\n", programVersion(), runtime.Version(), platform())
	return nil
}

// platform matters because bits are promised for one architecture only.
func platform() string { return runtime.GOOS + "/" + runtime.GOARCH }
