// Package record keeps a run in a folder that is either complete or absent.
// While the run goes on it lives in DIR.partial, with its last good
// checkpoint; when it is done DIR.partial becomes DIR. The package knows
// files, checksums and rows of series; it knows nothing of the economy.
package record

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
)

// Format is the version of the run folder, of its manifest and of its
// checkpoints. A change of meaning raises the number.
const Format = 1

// Names of the files of a run folder.
const (
	ManifestFile   = "manifest.json"
	CSVFile        = "series.csv"
	ParquetFile    = "series.parquet"
	ReportFile     = "report.html"
	setupFile      = "run.json"
	checkpointFile = "checkpoint"
	lockFile       = "lock"
	partialSuffix  = ".partial"
)

// Partial is where the unfinished run of a folder lives.
func Partial(dir string) string { return filepath.Clean(dir) + partialSuffix }

// A Refusal says that a file or folder cannot be used: where, what is wrong
// and how to mend it. Nothing has been written when one is returned.
type Refusal struct{ Where, What, Mend string }

func (r *Refusal) Error() string {
	return fmt.Sprintf("%s: %s; %s", r.Where, r.What, r.Mend)
}

func refuse(where, what, mend string) error { return &Refusal{where, what, mend} }

// cause is the reason inside a file system error, without its path.
func cause(err error) string {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err.Error()
	}
	return err.Error()
}

// A Setup is all that is needed to begin a run again: what the run depends
// on, and what its command wanted besides.
type Setup struct {
	Format   int             `json:"gosplan_unfinished_run"`
	Program  string          `json:"program"`  // version of the program that began it
	Scenario json.RawMessage `json:"scenario"` // in full, after Extends and all changes
	Seed     uint64          `json:"seed"`
	Scale    int             `json:"scale"`
	From     int             `json:"from"`
	To       int             `json:"to"`
	Numbers  string          `json:"numbers"`           // SHA-256 of all parameters and their values
	Command  json.RawMessage `json:"command,omitempty"` // the command's own wishes; the results do not depend on them
}

// Hash identifies what the results of the run depend on.
func (s Setup) Hash() [sha256.Size]byte {
	sum := sha256.New()
	sum.Write(compact(s.Scenario))
	for _, number := range []uint64{s.Seed, uint64(s.Scale), uint64(s.From), uint64(s.To)} {
		sum.Write(binary.LittleEndian.AppendUint64(nil, number))
	}
	return [sha256.Size]byte(sum.Sum(nil))
}

// compact is JSON without the blanks that an indented file adds.
func compact(raw json.RawMessage) []byte {
	var value any
	if json.Unmarshal(raw, &value) != nil {
		return raw
	}
	out, err := json.Marshal(value)
	if err != nil {
		return raw
	}
	return out
}

func hexadecimal(sum []byte) string { return hex.EncodeToString(sum) }
