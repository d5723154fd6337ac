package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"gosplan"
	"gosplan/scenario"
)

// Scripts use two commands: gosplan, which lives economies, and rehearse, the
// same command over an engine that goes through the motions.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"gosplan":  main,
		"rehearse": func() { os.Exit(execute(os.Args[1:], rehearsal{}, deliberate{}, os.Stdout, os.Stderr)) },
		"status":   status,
		"hurry":    hurry,
		"halt":     halt,
	})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/scripts",
		Condition: func(name string) (bool, error) {
			if name != "engine" {
				return false, fmt.Errorf("unknown condition %q", name)
			}
			return engineIsThere(), nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"complete": complete},
	})
}

// engineIsThere reports whether the front door can open a scenario yet.
func engineIsThere() bool {
	s, err := scenario.Load("ussr")
	if err != nil {
		return false
	}
	sim, err := gosplan.New(gosplan.Config{Scenario: s, Seed: 1, Scale: checkScale})
	return err == nil && sim != nil
}

// complete resumes the run in a folder if it is unfinished; a quick machine
// may have finished it before it could be interrupted: complete DIR gosplan.
func complete(ts *testscript.TestScript, _ bool, args []string) {
	if _, err := os.Stat(ts.MkAbs(args[0] + ".partial")); err == nil {
		ts.Check(ts.Exec(args[1], "resume", args[0], "--quiet"))
	}
}

// status runs a command and fails unless it exits with the status named:
// status 2 gosplan check no.yaml.
func status() {
	want, err := strconv.Atoi(os.Args[1])
	if err != nil {
		os.Exit(99)
	}
	command := exec.Command(os.Args[2], os.Args[3:]...)
	command.Stdout, command.Stderr = os.Stdout, os.Stderr
	command.Run()
	if got := command.ProcessState.ExitCode(); got != want {
		println("exit status", got, "want", want)
		os.Exit(1)
	}
}

// hurry runs a command and interrupts it, by Ctrl-C or by kill, once it has
// written a checkpoint; perhaps is a Ctrl-C that may come too late: hurry kill DIR rehearse run --out DIR.
func hurry() {
	how, dir := os.Args[1], os.Args[2]
	before := written(dir)
	command := exec.Command(os.Args[3], os.Args[4:]...)
	command.Stdout, command.Stderr = os.Stdout, os.Stderr
	if err := command.Start(); err != nil {
		println(err.Error())
		os.Exit(99)
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		command.Wait()
	}()
	for range 5000 {
		if at := written(dir); !at.IsZero() && !at.Equal(before) || isClosed(ended) {
			break
		}
		time.Sleep(2 * time.Millisecond)
	}
	if how == "kill" {
		command.Process.Signal(syscall.SIGKILL)
	} else {
		command.Process.Signal(os.Interrupt)
	}
	<-ended
	if how == "perhaps" { // too quick to be interrupted is no failure
		os.Exit(0)
	}
	os.Exit(max(0, command.ProcessState.ExitCode())) // −1 is the end by a signal
}

// halt runs a command, interrupts it once a file is there, and exits with its
// status: halt FILE rehearse plan table.csv.
func halt() {
	command := exec.Command(os.Args[2], os.Args[3:]...)
	command.Stdout, command.Stderr = os.Stdout, os.Stderr
	if err := command.Start(); err != nil {
		println(err.Error())
		os.Exit(99)
	}
	for range 5000 {
		if _, err := os.Stat(os.Args[1]); err == nil {
			break
		}
		time.Sleep(2 * time.Millisecond)
	}
	command.Process.Signal(os.Interrupt)
	command.Wait()
	os.Exit(max(0, command.ProcessState.ExitCode()))
}

// written is when the checkpoint of an unfinished run was written.
func written(dir string) time.Time {
	info, err := os.Stat(filepath.Join(dir+".partial", "checkpoint"))
	if err != nil {
		return time.Time{}
	}
	return info.ModTime()
}

func isClosed(done chan struct{}) bool {
	select {
	case <-done:
		return true
	default:
		return false
	}
}
