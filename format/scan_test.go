package format

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// many is a long table of several blocks, with names that first come late.
func many(rows int) string {
	var out strings.Builder
	out.WriteString("row,col,coef\n")
	for i := range rows {
		fmt.Fprintf(&out, "p%d,\"p%d\",0.%06d\n", i/7, i/7+i%7*1000, i%999983+1)
	}
	return out.String()
}

// The number of cores shows in no result.
func TestReadingIsTheSameOnAnyNumberOfCores(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	folder := put(t, "t.csv", many(150_000))
	var first any
	for _, cores := range []int{1, 2, 7} {
		runtime.GOMAXPROCS(cores)
		table, found, err := Read(filepath.Join(folder, "t.csv"), Options{})
		if err != nil {
			t.Fatal(err)
		}
		got := []any{table, found}
		if first == nil {
			first = got
		} else if !reflect.DeepEqual(got, first) {
			t.Errorf("%d cores read another table", cores)
		}
	}
}

// The reader that works on all cores reads what the plain one does, and an
// error late in the file names its row.
func TestScanningReadsAsWalking(t *testing.T) {
	text := many(150_000)
	folder := put(t, "t.csv", text, "bad.csv", text+"p1,p2,oops\n")
	fast, _, err := Read(filepath.Join(folder, "t.csv"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	r := &reader{}
	d, err := r.open(filepath.Join(folder, "t.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer d.close()
	header, _, _ := d.next()
	layout, _ := longHeader(header)
	c := newCells("t.csv", "")
	l := &longReader{reader: r, cells: c, layout: layout, document: d}
	if err := l.walk(); err != nil {
		t.Fatal(err)
	}
	slow, err := r.symmetric(c, true)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(fast.Products, slow.Products) || !reflect.DeepEqual(fast.Input, slow.Input) {
		t.Error("two readers, two tables")
	}
	_, _, err = Read(filepath.Join(folder, "bad.csv"), Options{})
	if want := "row 150002, column 3"; err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("%v, want %q in it", err, want)
	}
}

// Blocks are whole lines, in order, and all of the text.
func TestBlocksAreWholeLines(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := []byte(strings.Join(rapid.SliceOfN(rapid.StringMatching(`[a-z]{0,9}`), 0, 50).Draw(t, "lines"), "\n"))
		text = bytes.Repeat(text, rapid.SampledFrom([]int{1, 3, 9000}).Draw(t, "times"))
		var got []byte
		line := 1
		err := inBlocks(bytes.NewReader(text), 1, func(b block) block { return block{bytes.Clone(b.text), b.line} }, func(b block) error {
			if b.line != line {
				t.Errorf("line %d, want %d", b.line, line)
			}
			line += bytes.Count(b.text, []byte("\n"))
			got = append(got, b.text...)
			return nil
		})
		if err != nil || !bytes.Equal(got, text) {
			t.Errorf("%d bytes of %d (%v)", len(got), len(text), err)
		}
	})
}

// A block that fails stops the reading and is the error that is told.
func TestTheFirstErrorIsTold(t *testing.T) {
	text := bytes.Repeat([]byte("0123456789\n"), 1_000_000)
	err := inBlocks(bytes.NewReader(text), 1, func(b block) int { return b.line }, func(line int) error {
		if line > 300_000 {
			return fmt.Errorf("line %d", line)
		}
		return nil
	})
	if err == nil || !strings.HasPrefix(err.Error(), "line 3") {
		t.Error(err)
	}
}

// BenchmarkReadLong reads a long table; MB/s are of the file. LONG names
// another file to read.
func BenchmarkReadLong(b *testing.B) {
	const rows = 1_000_000
	path := os.Getenv("LONG")
	if path == "" {
		path = filepath.Join(b.TempDir(), "t.csv")
		if err := os.WriteFile(path, []byte(many(rows)), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	info, err := os.Stat(path)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(info.Size())
	for b.Loop() {
		if _, _, err := Read(path, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
