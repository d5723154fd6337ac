package record

import (
	"bytes"
	"encoding/binary"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func checkpointBytes(t testing.TB, note Note, state string) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := writeCheckpoint(&out, setup.Hash(), note, save(state)); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestDamagedCheckpoints(t *testing.T) {
	good := checkpointBytes(t, Note{Program: "test", Year: 1930}, "the state of the economy")
	other := setup
	other.Seed++
	var foreign bytes.Buffer
	writeCheckpoint(&foreign, other.Hash(), Note{Program: "test"}, save("x"))
	version := bytes.Clone(good)
	binary.LittleEndian.PutUint32(version[len(magic):], 7)
	flipped := bytes.Clone(good)
	flipped[len(flipped)-50] ^= 4
	for _, c := range []struct {
		name  string
		text  []byte
		words []string
	}{
		{"empty", nil, []string{"not a checkpoint"}},
		{"a text", []byte(strings.Repeat("x", 500)), []string{"not a checkpoint"}},
		{"cut short", good[:len(good)-1], []string{"damaged"}},
		{"cut in its head", good[:60], []string{"damaged"}},
		{"a bit flipped", flipped, []string{"SHA-256"}},
		{"longer than it says", append(bytes.Clone(good), 0), []string{"damaged"}},
		{"another format", version, []string{"format 7"}},
		{"another run's", foreign.Bytes(), []string{"another run", "other than"}[1:]},
		{"another program's", checkpointBytes(t, Note{Program: "older"}, "x"), []string{"gosplan older", "program that wrote it"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), checkpointFile)
			os.WriteFile(path, c.text, 0o644)
			_, _, _, err := openCheckpoint(path, setup, "test")
			refused(t, err, append(c.words, path)...)
			if left, _ := os.ReadFile(path); !bytes.Equal(left, c.text) {
				t.Error("the file was changed")
			}
		})
	}
}

// Whatever the bytes, the reader answers with an error or with exactly the
// state that was sealed.
func FuzzCheckpoint(f *testing.F) {
	good := checkpointBytes(f, Note{Program: "test", Year: 1930, Hashes: []StateHash{{"1929-Q4", "a"}}}, "the state of the economy")
	f.Add(good)
	f.Add(good[:70])
	f.Add([]byte(magic))
	f.Add([]byte{})
	long := bytes.Clone(good)
	binary.LittleEndian.PutUint32(long[headLength-4:], 1<<31)
	f.Add(long)
	f.Fuzz(func(t *testing.T, text []byte) {
		_, state, err := readCheckpoint(bytes.NewReader(text), int64(len(text)), setup.Hash())
		if err != nil {
			return
		}
		content, err := io.ReadAll(state)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Contains(text, content) {
			t.Error("a state that is not in the file")
		}
	})
}

func FuzzManifest(f *testing.F) {
	m := &Manifest{Name: "ussr", Seed: 1, Scenario: setup.Scenario, Files: map[string]string{CSVFile: "00"}}
	var out bytes.Buffer
	if err := m.write(&out); err != nil {
		f.Fatal(err)
	}
	f.Add(out.Bytes())
	f.Add([]byte(`{"gosplan_run":1}`))
	f.Add([]byte(`{"gosplan_run":1,"files":{"../../etc/passwd":""}}`))
	f.Add([]byte(`[`))
	f.Fuzz(func(t *testing.T, text []byte) {
		m, err := parseManifest(ManifestFile, text)
		if (m == nil) == (err == nil) {
			t.Fatalf("manifest %v with error %v", m, err)
		}
		if m == nil {
			return
		}
		var again bytes.Buffer
		if err := m.write(&again); err != nil {
			t.Fatal(err)
		}
		if _, err := parseManifest(ManifestFile, again.Bytes()); err != nil {
			t.Errorf("what was written cannot be read: %v", err)
		}
	})
}

func FuzzSetup(f *testing.F) {
	f.Add([]byte(`{"gosplan_unfinished_run":1,"scenario":{},"seed":1}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		if s, err := parseSetup(setupFile, text); err == nil {
			s.Hash()
		}
	})
}
