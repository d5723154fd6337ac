// Command gosplan lives economic systems and says how close they came to
// history, and computes plans from tables. This package reads flags and the clock, prints, and keeps runs in
// folders; how an economy works is in the rooms below.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"

	"gosplan/record"
)

// Exit statuses.
const (
	statusFailed      = 1   // a band was missed, or the run failed
	statusWrongInput  = 2   // nothing was written
	statusInterrupted = 130 // Ctrl-C
)

func main() {
	os.Exit(execute(os.Args[1:], lived{}, computed{}, os.Stdout, os.Stderr))
}

// A room is what every verb can reach.
type room struct {
	ctx      context.Context // done at Ctrl-C
	engine   engine
	planners planners
	out      io.Writer // tables
	err      io.Writer // progress and messages
}

// execute does what the arguments say and returns the exit status.
func execute(args []string, e engine, p planners, out, err io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // the second Ctrl-C ends at once
	args = usualWords(args)
	signal.Ignore(syscall.SIGPIPE) // so that a reader who has seen enough does not end a run
	page := newPaper(out)
	parser := kong.Must(&verbs{},
		readers(),
		kong.Name("gosplan"),
		kong.Description(description),
		kong.Writers(out, err),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, NoExpandSubcommands: true, WrapUpperBound: 100}),
	)
	parsed, failure := parser.Parse(args)
	if unwritten := new(fs.PathError); errors.As(failure, &unwritten) { // help
		return lost(err, unwritten, 0)
	}
	if failure == nil {
		failure = repeated(parsed)
	}
	if failure == nil {
		failure = bounded(parsed)
	}
	if failure != nil {
		at := reached(parsed, failure)
		return tell(err, &wrongInput{fmt.Errorf("%w; see gosplan %s--help", unfilled(at, failure), verbOf(at))})
	}
	failed := parsed.Run(&room{ctx, e, p, page, err})
	if page.err != nil && errors.Is(failed, page.err) {
		failed = nil // it is said once
	}
	return lost(err, page.err, tell(err, failed))
}

// usualWords turns what people type who know other programs into what this one has.
func usualWords(args []string) []string {
	switch {
	case len(args) == 0:
		return []string{"--help"}
	case args[0] == "help":
		return append(slices.Clone(args[1:]), "--help")
	case len(args) == 1 && (args[0] == "--version" || args[0] == "-v"):
		return []string{"version"}
	}
	return args
}

// reached is how far a mistyped command line was read.
func reached(parsed *kong.Context, failure error) *kong.Context {
	var parse *kong.ParseError
	if errors.As(failure, &parse) {
		return parse.Context
	}
	return parsed
}

// verbOf is the verb that a command line got as far as.
func verbOf(parsed *kong.Context) string {
	if parsed != nil && parsed.Selected() != nil {
		return strings.TrimPrefix(parsed.Selected().FullPath(), "gosplan ") + " "
	}
	return ""
}

// tell prints an error and turns it into an exit status.
func tell(w io.Writer, err error) int {
	var (
		status  exit
		wrong   *wrongInput
		refusal *record.Refusal
	)
	switch {
	case err == nil:
		return 0
	case errors.As(err, &status):
		if status.says != "" {
			fmt.Fprintln(w, "gosplan:", status.says)
		}
		return status.code
	case errors.As(err, &wrong), errors.As(err, &refusal):
		fmt.Fprintln(w, "gosplan:", err)
		return statusWrongInput
	}
	fmt.Fprintln(w, "gosplan:", err)
	return statusFailed
}

// wrongInput marks what the user has to mend; nothing has been written.
type wrongInput struct{ error }

func (w *wrongInput) Unwrap() error { return w.error }

func wrong(format string, args ...any) error {
	return &wrongInput{fmt.Errorf(format, args...)}
}

// asWrong marks an error of the rooms below as wrong input.
func asWrong(err error) error {
	if err == nil {
		return nil
	}
	return &wrongInput{err}
}

// exit ends with a status and a sentence.
type exit struct {
	code int
	says string
}

func (e exit) Error() string { return e.says }
