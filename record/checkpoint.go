package record

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
)

// A checkpoint file is, in this order and with little-endian numbers:
//
//	magic            8 bytes  "GOSPLAN\x00"
//	format version   4 bytes
//	hash of Setup   32 bytes  what the state belongs to
//	length of note   4 bytes
//	note                      JSON
//	state                     what the simulation wrote
//	length of state  8 bytes
//	SHA-256         32 bytes  of all before it
//
// The length follows the state so that the state can be streamed.
const magic = "GOSPLAN\x00"

const (
	headLength = len(magic) + 4 + sha256.Size + 4
	tailLength = 8 + sha256.Size
	noteLimit  = 1 << 24 // bytes; a longer note is damage
)

// A Note says when a checkpoint was written, and by which program.
type Note struct {
	Program string      `json:"program"`
	Year    int         `json:"year"`    // last quarter that was lived in full
	Quarter int         `json:"quarter"` // 1 to 4; 0 when none was
	Seconds float64     `json:"seconds"` // wall time so far
	Hash    string      `json:"hash"`    // of the state in this checkpoint
	Hashes  []StateHash `json:"hashes"`  // of the states before it

	Decisions Decisions `json:"decisions"` // solved so far
}

// A StateHash identifies the state at the end of a quarter to the last bit.
type StateHash struct {
	Date string `json:"date"` // 1933-Q2
	Hash string `json:"hash"`
}

// writeCheckpoint writes the whole format around what save writes.
func writeCheckpoint(w io.Writer, setup [sha256.Size]byte, note Note, save func(io.Writer) error) error {
	text, err := json.Marshal(note)
	if err != nil {
		return err
	}
	sum := sha256.New()
	all := io.MultiWriter(w, sum)
	head := append([]byte(magic), binary.LittleEndian.AppendUint32(nil, Format)...)
	head = append(head, setup[:]...)
	head = binary.LittleEndian.AppendUint32(head, uint32(len(text)))
	if _, err := all.Write(append(head, text...)); err != nil {
		return err
	}
	counted := &counter{w: all}
	if err := save(counted); err != nil {
		return err
	}
	if _, err := all.Write(binary.LittleEndian.AppendUint64(nil, uint64(counted.n))); err != nil {
		return err
	}
	_, err = w.Write(sum.Sum(nil))
	return err
}

// counter counts the bytes that pass.
type counter struct {
	w io.Writer
	n int64
}

func (c *counter) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	c.n += int64(n)
	return n, err
}

// errDamaged and its kin say what is wrong with a checkpoint.
var (
	errNoCheckpoint = errors.New("not a checkpoint of gosplan")
	errDamaged      = errors.New("damaged checkpoint")
	errForeign      = errors.New("checkpoint of another run")
)

// readCheckpoint checks a checkpoint of size bytes and gives back its note
// and its state. Nothing of the state is given before all of it was checked.
func readCheckpoint(file io.ReadSeeker, size int64, setup [sha256.Size]byte) (Note, io.Reader, error) {
	var note Note
	head := make([]byte, headLength)
	if _, err := io.ReadFull(file, head); err != nil || !bytes.HasPrefix(head, []byte(magic)) {
		return note, nil, errNoCheckpoint
	}
	rest := head[len(magic):]
	if format := binary.LittleEndian.Uint32(rest); format != Format {
		return note, nil, fmt.Errorf("checkpoint of format %d, while this program reads format %d", format, Format)
	}
	noteLength := int64(binary.LittleEndian.Uint32(rest[4+sha256.Size:]))
	stateLength := size - int64(headLength) - noteLength - int64(tailLength)
	if noteLength > noteLimit || stateLength < 0 {
		return note, nil, fmt.Errorf("%w: it is cut short", errDamaged)
	}
	if err := checkSum(file, head, size, stateLength); err != nil {
		return note, nil, err
	}
	if !bytes.Equal(rest[4:4+sha256.Size], setup[:]) {
		return note, nil, errForeign
	}
	if _, err := file.Seek(int64(headLength), io.SeekStart); err != nil {
		return note, nil, err
	}
	text := make([]byte, noteLength)
	if _, err := io.ReadFull(file, text); err != nil {
		return note, nil, fmt.Errorf("%w: %v", errDamaged, err)
	}
	if err := json.Unmarshal(text, &note); err != nil {
		return note, nil, fmt.Errorf("%w: its note: %v", errDamaged, err)
	}
	return note, bufio.NewReaderSize(io.LimitReader(file, stateLength), 1<<20), nil
}

// checkSum reads the file to its end, past the head already read, and
// compares length and SHA-256 with its tail.
func checkSum(file io.Reader, head []byte, size, stateLength int64) error {
	sum := sha256.New()
	sum.Write(head)
	body := size - int64(headLength) - int64(tailLength)
	if _, err := io.CopyN(sum, file, body); err != nil {
		return fmt.Errorf("%w: it is cut short", errDamaged)
	}
	tail := make([]byte, tailLength)
	if _, err := io.ReadFull(file, tail); err != nil {
		return fmt.Errorf("%w: it is cut short", errDamaged)
	}
	sum.Write(tail[:8])
	if binary.LittleEndian.Uint64(tail) != uint64(stateLength) || !bytes.Equal(sum.Sum(nil), tail[8:]) {
		return fmt.Errorf("%w: its SHA-256 does not fit its content", errDamaged)
	}
	return nil
}

// openCheckpoint opens the checkpoint of an unfinished run. Without one it
// returns a nil file: the run begins again at its beginning.
func openCheckpoint(path string, setup Setup, program string) (*os.File, Note, io.Reader, error) {
	file, err := os.Open(path)
	if os.IsNotExist(err) {
		return nil, Note{}, nil, nil
	}
	if err != nil {
		return nil, Note{}, nil, refuse(path, cause(err), "make it readable")
	}
	info, err := file.Stat()
	if err != nil {
		file.Close()
		return nil, Note{}, nil, err
	}
	note, state, err := readCheckpoint(file, info.Size(), setup.Hash())
	switch {
	case err == nil && note.Program == program:
		return file, note, state, nil
	case err == nil:
		err = refuse(path, fmt.Sprintf("checkpoint of gosplan %s, while this is gosplan %s", note.Program, program),
			"resume it with the program that wrote it, or run the scenario again")
	case errors.Is(err, errForeign):
		err = refuse(path, "checkpoint of a run other than that of "+setupFile,
			"put back the file that belongs here, or delete it to begin the run again")
	default:
		err = refuse(path, err.Error(), "put back a good copy, or delete the file to begin the run again")
	}
	file.Close()
	return nil, Note{}, nil, err
}
