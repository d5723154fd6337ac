package gosplan

import (
	"bytes"
	"encoding/binary"
	"encoding/gob"
	"fmt"
	"io"

	"gosplan/economy"
	"gosplan/measure"
	"gosplan/series"
)

// row is a row of the log as it is kept in a checkpoint.
type row struct {
	Name, Place   string
	Year, Quarter int
	Value         float64
}

// logged is the log as it is kept in a checkpoint.
type logged struct {
	Rows   []row
	Events []series.Event
}

// Checkpoint writes the state so that Resume can go on from it. It may be
// called between calls of Run, and by progress.
func (s *Simulation) Checkpoint(w io.Writer) error {
	rows := make([]row, len(s.log.Rows))
	for i, r := range s.log.Rows {
		rows[i] = row{r.Def.Name, r.Place, r.Year, r.Quarter, r.Value}
	}
	var buffer bytes.Buffer
	if err := gob.NewEncoder(&buffer).Encode(logged{rows, s.log.Events}); err != nil {
		return err
	}
	if err := binary.Write(w, binary.LittleEndian, int64(buffer.Len())); err != nil {
		return err
	}
	if _, err := w.Write(buffer.Bytes()); err != nil {
		return err
	}
	return s.state.Write(w)
}

// Resume prepares a run that goes on from a checkpoint of the same Config.
func Resume(c Config, checkpoint io.Reader) (*Simulation, error) {
	s, _, err := prepare(c)
	if err != nil {
		return nil, err
	}
	var n int64
	if err := binary.Read(checkpoint, binary.LittleEndian, &n); err != nil {
		return nil, fmt.Errorf("checkpoint: %w", err)
	}
	if n < 0 || n > 1<<30 {
		return nil, fmt.Errorf("checkpoint: a log of %d bytes", n)
	}
	var kept logged
	limited := io.LimitReader(checkpoint, n)
	if err := gob.NewDecoder(limited).Decode(&kept); err != nil {
		return nil, fmt.Errorf("checkpoint: its log: %w", err)
	}
	if _, err := io.Copy(io.Discard, limited); err != nil {
		return nil, fmt.Errorf("checkpoint: its log: %w", err)
	}
	s.log.Events = kept.Events
	for _, r := range kept.Rows {
		d := measure.Find(r.Name)
		if d == nil {
			return nil, fmt.Errorf("checkpoint: there is no series %q", r.Name)
		}
		s.log.Add(d, r.Place, r.Year, r.Quarter, r.Value)
	}
	s.state = &economy.State{}
	if err := s.state.Read(checkpoint); err != nil {
		return nil, fmt.Errorf("checkpoint: %w", err)
	}
	if err := s.state.Check(); err != nil {
		return nil, fmt.Errorf("checkpoint: %w", err)
	}
	return s, nil
}
