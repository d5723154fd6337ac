package format

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"runtime"
	"sync"
)

// blockSize is how much text a core reads at a time, longestLine the length
// at which a line is held to be no line.
const (
	blockSize   = 1 << 18
	longestLine = 1 << 26
)

// A block is some whole lines of a text.
type block struct {
	text []byte
	line int // of the first line, from 1
}

// cutLine parts the first line of a text, without its end, from the rest.
func cutLine(text []byte) (line, rest []byte) {
	at := bytes.IndexByte(text, '\n')
	if at < 0 {
		return text, nil
	}
	return text[:at], text[at+1:]
}

// lines is how many lines a block has at most.
func (b block) lines() int { return bytes.Count(b.text, []byte("\n")) + 1 }

// inBlocks cuts a text into blocks, parses them on all cores and gives the
// results to done in the order of the text. The text begins at a line. At
// most a few blocks are in memory. It stops at the first error of done.
func inBlocks[T any](in io.Reader, line int, parse func(block) T, done func(T) error) error {
	workers := runtime.GOMAXPROCS(0)
	queue := make(chan chan T, 2*workers) // results of the blocks being parsed, in their order
	type job struct {
		block
		result chan T
	}
	jobs := make(chan job, workers)
	stop := make(chan struct{})
	free := sync.Pool{New: func() any { text := make([]byte, 0, blockSize); return &text }}
	var wait sync.WaitGroup
	for range workers {
		wait.Go(func() {
			for j := range jobs {
				result := parse(j.block)
				text := j.text[:0]
				free.Put(&text)
				j.result <- result
			}
		})
	}
	var readError error
	wait.Go(func() {
		defer close(jobs)
		defer close(queue)
		readError = cut(in, line, func() []byte { return (*free.Get().(*[]byte))[:0] }, func(b block) bool {
			result := make(chan T, 1)
			select {
			case <-stop:
				return false
			case queue <- result:
			}
			jobs <- job{b, result}
			return true
		})
	})
	var err error
	for pending := range queue {
		result := <-pending
		if err == nil {
			if err = done(result); err != nil {
				close(stop)
			}
		}
	}
	wait.Wait()
	return errors.Join(err, readError)
}

// cut reads a text and gives it on in blocks of whole lines, until give says
// that it is enough.
func cut(in io.Reader, line int, fresh func() []byte, give func(block) bool) error {
	var rest []byte
	for {
		text := append(fresh(), rest...)
		start := len(text)
		if cap(text) < start+blockSize/2 {
			text = append(make([]byte, 0, start+blockSize), text...)
		}
		n, err := io.ReadFull(in, text[start:cap(text)])
		text = text[:start+n]
		over := errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
		if err != nil && !over {
			return &Error{Row: line, What: "cannot be read", Err: err}
		}
		rest = nil
		if !over {
			end := bytes.LastIndexByte(text, '\n') + 1
			if end == 0 && len(text) > longestLine {
				return &Error{Row: line, What: fmt.Sprintf("is a line of more than %d bytes", longestLine), Mend: "write one entry to a line"}
			}
			rest, text = bytes.Clone(text[end:]), text[:end]
		}
		if len(text) > 0 {
			lines := bytes.Count(text, []byte("\n"))
			if !give(block{text, line}) {
				return nil
			}
			line += lines
		}
		if over {
			return nil
		}
	}
}
