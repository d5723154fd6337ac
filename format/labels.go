package format

import (
	"hash/maphash"
	"math"
	"sync/atomic"
)

// labels numbers words in the order in which they are first added. One
// goroutine adds; any number may find at the same time. What numbers words
// get does not depend on who finds when.
type labels struct {
	seed  maphash.Seed
	table atomic.Pointer[[]atomic.Int32] // open addressing: number+1, 0 where empty
	list  atomic.Pointer[[]string]
	names []string
}

func newLabels() *labels {
	l := &labels{seed: maphash.MakeSeed()}
	table := make([]atomic.Int32, 1<<10)
	l.table.Store(&table)
	l.list.Store(new([]string))
	return l
}

// unknown is the number of a word that has none.
const unknown = math.MinInt32

// find is the number of a word, or unknown.
func (l *labels) find(word []byte) int32 {
	table := *l.table.Load()
	mask := uint64(len(table) - 1)
	for at := maphash.Bytes(l.seed, word) & mask; ; at = (at + 1) & mask {
		id := table[at].Load() - 1
		if id < 0 {
			return unknown
		}
		// The list is published before the number is.
		if names := *l.list.Load(); string(word) == names[id] {
			return id
		}
	}
}

// add is the number of a word, a new one if it has none.
func (l *labels) add(word string) int32 {
	if id := l.find([]byte(word)); id >= 0 {
		return id
	}
	id := int32(len(l.names))
	l.names = append(l.names, word)
	list := l.names
	l.list.Store(&list)
	table := l.table.Load()
	if 2*len(l.names) > len(*table) {
		l.grow(2 * len(*table))
		return id
	}
	l.put(*table, id)
	return id
}

func (l *labels) put(table []atomic.Int32, id int32) {
	mask := uint64(len(table) - 1)
	at := maphash.String(l.seed, l.names[id]) & mask
	for table[at].Load() != 0 {
		at = (at + 1) & mask
	}
	table[at].Store(id + 1)
}

func (l *labels) grow(size int) {
	table := make([]atomic.Int32, size)
	for id := range l.names {
		l.put(table, int32(id))
	}
	l.table.Store(&table)
}

// index is the numbers of words by word.
func index(names []string) map[string]int32 {
	out := make(map[string]int32, len(names))
	for i, name := range names {
		if _, known := out[name]; !known {
			out[name] = int32(i)
		}
	}
	return out
}
