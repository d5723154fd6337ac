package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"regexp"
	"strconv"
	"strings"
	"syscall"

	"github.com/mattn/go-runewidth"
	"golang.org/x/term"
)

// A paper is what tables are printed on. It remembers the first failure, so
// that no verb has to look after every line whether it could be written.
type paper struct {
	w     io.Writer
	width int // in characters; 0 when nothing limits it
	err   error
}

// narrowestPaper is the width below which nothing is laid out narrower still.
const narrowestPaper = 24

// newPaper is as wide as COLUMNS says, or as the terminal is; a file or a pipe
// is as wide as its text.
func newPaper(w io.Writer) *paper {
	p := &paper{w: w}
	if width, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && width > 0 {
		p.width = max(width, narrowestPaper)
	} else if file, ok := w.(*os.File); ok {
		if width, _, err := term.GetSize(int(file.Fd())); err == nil && width > 0 {
			p.width = max(width, narrowestPaper)
		}
	}
	return p
}

// Write writes until something fails, and nothing after that.
func (p *paper) Write(text []byte) (int, error) {
	if p.err != nil {
		return 0, p.err
	}
	n, err := p.w.Write(text)
	p.err = err
	return n, err
}

// plain is the reason of a failure without the name of the file.
func plain(err error) error {
	var failure *fs.PathError
	if errors.As(err, &failure) {
		return failure.Err
	}
	return err
}

// paperWidth is how wide a paper is, 0 where nothing limits it.
func paperWidth(w io.Writer) int {
	if p, ok := w.(*paper); ok {
		return p.width
	}
	return 0
}

// within is a width that neither the paper nor the text should exceed.
func within(w io.Writer, most int) int {
	if width := paperWidth(w); width > 0 {
		return min(width, most)
	}
	return most
}

// say prints prose, which is broken into lines where the paper ends.
func say(w io.Writer, format string, arguments ...any) {
	words := fmt.Sprintf(format, arguments...)
	if width := paperWidth(w); width > 0 {
		words = wrap(words, width)
	}
	io.WriteString(w, words)
}

// labelled is a line that begins with a word or two and a gap, under which the
// rest of it stands, or with blanks alone.
var labelled = regexp.MustCompile(`^(?: +(?:\S+ {2,})?|\S+ {2,})`)

// recite prints lines of which each goes on under its own beginning where the
// paper ends.
func recite(w io.Writer, text string) {
	width := paperWidth(w)
	for line := range strings.Lines(text) {
		start := labelled.FindString(line)
		if len(start) > width/2 { // no room beside it
			start = ""
		}
		if width > 0 {
			rest := wrap(strings.TrimSuffix(line[len(start):], "\n"), width-len(start))
			line = start + strings.ReplaceAll(rest, "\n", "\n"+strings.Repeat(" ", len(start))) + "\n"
		}
		io.WriteString(w, line)
	}
}

// lost says that not all could be printed, if so, and gives the exit status
// then. A reader who has gone, as head does, has seen enough: nothing is lost.
func lost(w io.Writer, err error, status int) int {
	if err == nil || errors.Is(err, syscall.EPIPE) {
		return status
	}
	fmt.Fprintf(w, "gosplan: not all could be printed: standard output: %v\n", plain(err))
	return max(status, statusFailed)
}

// wrap breaks lines at blanks, and words that are longer than a line after a
// dot, a dash or the like, or anywhere if there is none.
func wrap(prose string, width int) string {
	var out strings.Builder
	for i, line := range strings.Split(prose, "\n") {
		if i > 0 {
			out.WriteByte('\n')
		}
		at := 0
		for j, word := range strings.Split(line, " ") {
			size := runewidth.StringWidth(word)
			if j > 0 && at+1+size <= width {
				out.WriteByte(' ')
				at++
			} else if j > 0 {
				out.WriteByte('\n')
				at = 0
			}
			for size > width {
				head := breakable(word, width)
				out.WriteString(head + "\n")
				word = word[len(head):]
				size = runewidth.StringWidth(word)
			}
			out.WriteString(word)
			at += size
		}
	}
	return out.String()
}

// breakable is the longest beginning of a word that fits, up to and with a
// mark at which names are read apart.
func breakable(word string, width int) string {
	head := runewidth.Truncate(word, width, "")
	if at := strings.LastIndexAny(head, joints); at > 0 {
		return head[:at+1]
	}
	if head == "" { // a rune wider than the line
		return string([]rune(word)[:1])
	}
	return head
}

// joints are the marks after which a long name may be broken.
const joints = "._-–/="

// atom is the width of the longest piece of a text that is not broken.
func atom(prose string) (most int) {
	at := 0
	for _, r := range prose {
		at += runewidth.RuneWidth(r)
		most = max(most, at)
		if r == ' ' || strings.ContainsRune(joints, r) {
			at = 0
		}
	}
	return most
}
