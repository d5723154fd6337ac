package economy

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"reflect"
	"sync"
	"unsafe"
)

// Write streams a State so that Read gives the same bits back. Plain slices
// go out as they lie in memory, so a stream is good for one architecture.
func (s *State) Write(out io.Writer) error {
	return walk(reflect.ValueOf(s).Elem(), codec{
		length: func(n int) (int, error) { return n, binary.Write(out, binary.LittleEndian, int64(n)) },
		bytes:  func(b []byte) error { _, err := out.Write(b); return err },
	})
}

// mostElements bounds a length read from a stream, so that a damaged one
// cannot ask for all memory.
const mostElements = 1 << 31

// Read fills a State from a stream that Write made.
func (s *State) Read(in io.Reader) error {
	return walk(reflect.ValueOf(s).Elem(), codec{
		length: func(int) (int, error) {
			var n int64
			if err := binary.Read(in, binary.LittleEndian, &n); err != nil {
				return 0, err
			}
			if n < 0 || n > mostElements {
				return 0, fmt.Errorf("a list of %d elements", n)
			}
			return int(n), nil
		},
		bytes: func(b []byte) error {
			_, err := io.ReadFull(in, b)
			if errors.Is(err, io.EOF) {
				err = io.ErrUnexpectedEOF
			}
			return err
		},
		grow: true,
	})
}

// Hash identifies the State to the last bit.
func (s *State) Hash() string {
	sum := sha256.New()
	if err := s.Write(sum); err != nil {
		panic(err) // a hash does not fail
	}
	return digest(sum)
}

func digest(sum hash.Hash) string { return hex.EncodeToString(sum.Sum(nil)[:16]) }

// HashLater is Hash of the State as it is now, worked out while the economy
// lives on: it copies the State into the buffer, which it has to itself until
// the hash is asked for.
func (s *State) HashLater(buffer *bytes.Buffer) (hash func() string) {
	buffer.Reset()
	if err := s.Write(buffer); err != nil {
		panic(err) // nor does a buffer
	}
	done := make(chan string, 1)
	go func() {
		sum := sha256.New()
		sum.Write(buffer.Bytes())
		done <- digest(sum)
	}()
	return sync.OnceValue(func() string { return <-done })
}

// Copy makes this State like another, with which it shares no memory; it uses
// again what memory it has.
func (s *State) Copy(from *State) { replicate(reflect.ValueOf(s).Elem(), reflect.ValueOf(from).Elem()) }

// replicate copies a value as walk would write and read it.
func replicate(to, from reflect.Value) {
	switch {
	case plain(to.Type()):
		copy(memory(to), memory(from))
	case to.Kind() == reflect.Struct:
		for i := range to.NumField() {
			replicate(to.Field(i), from.Field(i))
		}
	case to.Kind() == reflect.Slice:
		n := from.Len()
		if to.Cap() < n {
			to.Set(reflect.MakeSlice(to.Type(), n, n))
		}
		to.SetLen(n)
		if size := to.Type().Elem().Size(); plain(to.Type().Elem()) {
			copy(unsafe.Slice((*byte)(to.UnsafePointer()), uintptr(n)*size), unsafe.Slice((*byte)(from.UnsafePointer()), uintptr(n)*size))
			return
		}
		for i := range n {
			replicate(to.Index(i), from.Index(i))
		}
	default:
		panic("economy: the State may not hold a " + to.Type().String())
	}
}

// memory is the bytes of a plain value.
func memory(v reflect.Value) []byte {
	return unsafe.Slice((*byte)(v.Addr().UnsafePointer()), v.Type().Size())
}

// codec is one direction of travel: what to do with a length and with bytes.
type codec struct {
	length func(n int) (int, error)
	bytes  func([]byte) error
	grow   bool
}

// piece is how much of a long list is made before its bytes have come.
const piece = 1 << 20

// walk visits all of a value: plain memory as bytes, slices after their
// length, structs with slices field by field.
func walk(v reflect.Value, c codec) error {
	switch {
	case plain(v.Type()):
		return c.bytes(memory(v))
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			if err := walk(v.Field(i), c); err != nil {
				return fmt.Errorf("%s: %w", v.Type().Field(i).Name, err)
			}
		}
		return nil
	case v.Kind() == reflect.Slice:
		n, err := c.length(v.Len())
		if err != nil {
			return err
		}
		return elements(v, n, c)
	}
	panic("economy: the State may not hold a " + v.Type().String())
}

func elements(v reflect.Value, n int, c codec) error {
	size := int(v.Type().Elem().Size())
	if plain(v.Type().Elem()) {
		if !c.grow {
			if n == 0 {
				return nil
			}
			return c.bytes(unsafe.Slice((*byte)(v.UnsafePointer()), n*size))
		}
		v.Set(reflect.MakeSlice(v.Type(), 0, min(n, piece/max(1, size)+1)))
		for done := 0; done < n; {
			part := min(n-done, piece/max(1, size)+1)
			v.Grow(part)
			v.SetLen(done + part)
			if err := c.bytes(unsafe.Slice((*byte)(v.Index(done).Addr().UnsafePointer()), part*size)); err != nil {
				return err
			}
			done += part
		}
		return nil
	}
	if c.grow {
		v.Set(reflect.MakeSlice(v.Type(), 0, 0))
	}
	for i := range n {
		if c.grow {
			v.Grow(1)
			v.SetLen(i + 1)
		}
		if err := walk(v.Index(i), c); err != nil {
			return err
		}
	}
	return nil
}

// plain tells whether a type is memory without pointers.
func plain(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Struct:
		for i := range t.NumField() {
			if !plain(t.Field(i).Type) {
				return false
			}
		}
		return true
	case reflect.Array:
		return plain(t.Elem())
	case reflect.Pointer, reflect.Slice, reflect.Map, reflect.Interface, reflect.String, reflect.Func, reflect.Chan, reflect.UnsafePointer:
		return false
	}
	return true
}
