package main

import (
	"runtime"
	"runtime/debug"
)

// version is that of the program: of the next release, with -dev, as long as
// it is not out, since results change from commit to commit. A checkpoint is
// resumed only by the version that wrote it, since another may lead to other
// bits.
const version = "0.2.0-dev"

// programVersion adds the commit where the build knows it.
func programVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return version
	}
	return versionOf(info.Settings)
}

// versionOf reads the commit off what a build says, and whether the code was
// changed after it.
func versionOf(build []debug.BuildSetting) string {
	commit, changed := "", ""
	for _, s := range build {
		switch {
		case s.Key == "vcs.revision" && len(s.Value) >= 12:
			commit = "+" + s.Value[:12]
		case s.Key == "vcs.modified" && s.Value == "true":
			changed = ".modified"
		}
	}
	if commit == "" {
		return version
	}
	return version + commit + changed
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
