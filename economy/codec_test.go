package economy

import (
	"bytes"
	"errors"
	"io"
	"reflect"
	"testing"
)

// padding lists the structs among a type's plain memory that have bytes no
// field owns. Such bytes are not values and would get into hashes.
func padding(t reflect.Type, path string, report func(path string, t reflect.Type, bytes uintptr)) {
	switch t.Kind() {
	case reflect.Struct:
		var sum uintptr
		for i := range t.NumField() {
			f := t.Field(i)
			sum += f.Type.Size()
			padding(f.Type, path+"."+f.Name, report)
		}
		if plain(t) && sum != t.Size() {
			report(path, t, t.Size()-sum)
		}
	case reflect.Slice, reflect.Array:
		padding(t.Elem(), path, report)
	}
}

func TestNoPaddingInTheState(t *testing.T) {
	padding(reflect.TypeFor[State](), "State", func(path string, t2 reflect.Type, bytes uintptr) {
		t.Errorf("%s (%s) has %d bytes that no field owns: order or pad its fields", path, t2, bytes)
	})
}

// The State may hold memory and lists only, or it could not be written.
func TestTheStateCanBeWritten(t *testing.T) {
	if plain(reflect.TypeFor[State]()) {
		t.Error("the State has no lists at all")
	}
	if err := (&State{}).Write(io.Discard); err != nil {
		t.Error(err)
	}
}

// What Write wrote, Read reads to the last bit, over whatever was there.
func TestReadGivesBackWhatWasWritten(t *testing.T) {
	_, s := country(3, 2_000_000)
	var stream bytes.Buffer
	if err := s.Write(&stream); err != nil {
		t.Fatal(err)
	}
	written := bytes.Clone(stream.Bytes())
	_, other := country(4, 5_000_000)
	if other.Hash() == s.Hash() {
		t.Fatal("two countries have one hash")
	}
	if err := other.Read(&stream); err != nil {
		t.Fatal(err)
	}
	if stream.Len() != 0 {
		t.Errorf("%d bytes were left unread", stream.Len())
	}
	if s.Hash() != other.Hash() {
		t.Error("the State that was read is another")
	}
	var again bytes.Buffer
	if err := other.Write(&again); err != nil || !bytes.Equal(again.Bytes(), written) {
		t.Error("written again it is another stream")
	}
}

// The hash sees every byte of a value: one bit anywhere in the stream that
// is still a State makes another hash.
func TestHashSeesEveryPart(t *testing.T) {
	_, s := country(1, 20_000_000)
	before := s.Hash()
	v := reflect.ValueOf(s).Elem()
	for i := range v.NumField() {
		name := v.Type().Field(i).Name
		at, ok := firstNumber(v.Field(i))
		if !ok {
			t.Errorf("%s holds nothing to change", name)
			continue
		}
		old := reflect.New(at.Type()).Elem()
		old.Set(at)
		if at.CanFloat() {
			at.SetFloat(at.Float() + 1)
		} else if at.CanInt() {
			at.SetInt(at.Int() + 1)
		} else {
			at.SetUint(at.Uint() + 1)
		}
		if s.Hash() == before {
			t.Errorf("a change of %s does not show in the hash", name)
		}
		at.Set(old)
	}
	if s.Hash() != before {
		t.Error("put back, the hash is another")
	}
}

func firstNumber(v reflect.Value) (reflect.Value, bool) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				if at, ok := firstNumber(v.Field(i)); ok {
					return at, true
				}
			}
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			if at, ok := firstNumber(v.Index(i)); ok {
				return at, true
			}
		}
	default:
		return v, v.CanSet() && (v.CanFloat() || v.CanInt() || v.CanUint())
	}
	return reflect.Value{}, false
}

// A stream cut short anywhere is refused as such.
func TestReadRefusesAStreamCutShort(t *testing.T) {
	_, s := country(1, 20_000_000)
	var stream bytes.Buffer
	if err := s.Write(&stream); err != nil {
		t.Fatal(err)
	}
	whole := stream.Bytes()
	for _, n := range []int{0, 1, 7, 8, 9, 100, len(whole) / 2, len(whole) - 1} {
		err := (&State{}).Read(bytes.NewReader(whole[:n]))
		if !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
			t.Errorf("after %d of %d bytes: %v", n, len(whole), err)
		}
	}
}

// No bytes, however damaged, make Read panic or ask for memory that the
// stream cannot fill.
func FuzzRead(f *testing.F) {
	_, s := country(1, 50_000_000)
	var stream bytes.Buffer
	if err := s.Write(&stream); err != nil {
		f.Fatal(err)
	}
	whole := stream.Bytes()
	f.Add(8, byte(0xff))
	f.Add(15, byte(0x7f))
	f.Add(len(whole)/3, byte(1))
	f.Fuzz(func(t *testing.T, at int, change byte) {
		damaged := bytes.Clone(whole)
		damaged[uint(at)%uint(len(damaged))] ^= change
		var read State
		if err := read.Read(bytes.NewReader(damaged)); err == nil && change == 0 && read.Hash() != s.Hash() {
			t.Error("undamaged, and yet another")
		}
	})
}

// A hash asked for later is that of the State as it was, whatever has become
// of it meanwhile.
func TestHashLaterIsOfThen(t *testing.T) {
	_, s := country(3, 2_000_000)
	var buffer bytes.Buffer
	for range 3 {
		then := s.Hash()
		later := s.HashLater(&buffer)
		s.Month++
		s.Centre.GDP += 0.5
		if s.Hash() == then {
			t.Fatal("the State did not change")
		}
		if got := later(); got != then || later() != then {
			t.Errorf("the hash is %s, not that of then, %s", got, then)
		}
	}
}
