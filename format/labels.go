package format

import (
	"encoding/binary"
	"hash/maphash"
	"math"
	"sync/atomic"
)

// labels numbers words in the order in which they are first added. One
// goroutine adds; any number may find at the same time. What numbers words
// get does not depend on who finds when.
type labels struct {
	seed  maphash.Seed
	table atomic.Pointer[[]slot]
	list  atomic.Pointer[[]string]
	names []string
}

// A slot holds the number of a word and, where it is short, the word itself,
// so that finding it costs one look into memory.
type slot struct {
	id  atomic.Int32 // number+1, 0 where empty; written after key
	key key
}

// A key is the length of a word and the word, or, where it is longer than
// shortWord, isLong and the hash of the word.
type key [12]byte

const (
	shortWord = len(key{}) - 1
	isLong    = 0xff
	firstSize = 1 << 10 // slots of a new table; a power of two
)

func newLabels() *labels {
	l := &labels{seed: maphash.MakeSeed()}
	table := make([]slot, firstSize)
	l.table.Store(&table)
	l.list.Store(new([]string))
	return l
}

// keyOf is the key of a word with a hash.
func keyOf(word []byte, hash uint64) (k key) {
	if len(word) <= shortWord {
		k[0] = byte(len(word))
		copy(k[1:], word)
		return k
	}
	k[0] = isLong
	binary.LittleEndian.PutUint64(k[1:], hash)
	return k
}

// unknown is the number of a word that has none.
const unknown = math.MinInt32

// find is the number of a word, or unknown.
func (l *labels) find(word []byte) int32 {
	return find(*l.table.Load(), &l.list, word, maphash.Bytes(l.seed, word))
}

// find looks for a word with its hash. Looks that follow one another do not
// wait for one another, so that many words are best found in one go.
func find(table []slot, list *atomic.Pointer[[]string], word []byte, hash uint64) int32 {
	mask := uint64(len(table) - 1)
	k := keyOf(word, hash)
	for at := hash & mask; ; at = (at + 1) & mask {
		id := table[at].id.Load() - 1
		if id < 0 {
			return unknown
		}
		if table[at].key == k {
			if len(word) <= shortWord {
				return id
			}
			// The list is published before the number is.
			if names := *list.Load(); string(word) == names[id] {
				return id
			}
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

func (l *labels) put(table []slot, id int32) {
	mask := uint64(len(table) - 1)
	hash := maphash.String(l.seed, l.names[id])
	at := hash & mask
	for table[at].id.Load() != 0 {
		at = (at + 1) & mask
	}
	table[at].key = keyOf([]byte(l.names[id]), hash)
	table[at].id.Store(id + 1)
}

func (l *labels) grow(size int) {
	table := make([]slot, size)
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
