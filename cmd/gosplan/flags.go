package main

import (
	"errors"
	"fmt"
	"math"
	"reflect"
	"strconv"
	"strings"
	"time"

	"github.com/alecthomas/kong"
)

// readers read the values of flags, so that what is wrong with one is said in
// the words of this program, and a number below zero is taken for one.
func readers() kong.Option {
	options := []kong.Option{
		kong.KindMapper(reflect.Int, reader(readWhole)), kong.KindMapper(reflect.Uint64, reader(readNatural)),
		kong.KindMapper(reflect.Float64, reader(readReal)), kong.TypeMapper(reflect.TypeFor[time.Duration](), reader(readTime)),
		kong.KindMapper(reflect.String, reader(readWords)), kong.TypeMapper(reflect.TypeFor[[]string](), reader(readList)),
	}
	return kong.OptionFunc(func(k *kong.Kong) error {
		for _, o := range options {
			if err := o.Apply(k); err != nil {
				return err
			}
		}
		return nil
	})
}

// reader makes a mapper of a function that is given the word behind a flag
// and the mark at which lists are split. A list that is no flag takes all the
// words that follow.
func reader(read func(word string, split rune, target reflect.Value) error) kong.Mapper {
	return kong.MapperFunc(func(ctx *kong.DecodeContext, target reflect.Value) error {
		split := ctx.Value.Tag.Sep
		if ctx.Value.Flag == nil {
			split = -1
		}
		word, err := value(ctx)
		if err == nil {
			err = read(word, split, target)
		}
		for err == nil && ctx.Value.Flag == nil && target.Kind() == reflect.Slice && ctx.Scan.Peek().IsValue() {
			err = read(fmt.Sprint(ctx.Scan.Pop().Value), split, target)
		}
		return err
	})
}

func readWhole(word string, _ rune, target reflect.Value) error {
	n, err := strconv.ParseInt(word, 10, target.Type().Bits())
	if errors.Is(err, strconv.ErrRange) {
		return fmt.Errorf("%s is too large a number", word)
	}
	if err != nil {
		return fmt.Errorf("%q is not a whole number", word)
	}
	target.SetInt(n)
	return nil
}

func readNatural(word string, _ rune, target reflect.Value) error {
	n, err := strconv.ParseUint(word, 10, target.Type().Bits())
	if err != nil {
		return fmt.Errorf("%q is not a whole number from 0 to %d", word, uint64(math.MaxUint64)>>(64-target.Type().Bits()))
	}
	target.SetUint(n)
	return nil
}

func readReal(word string, _ rune, target reflect.Value) error {
	x, err := strconv.ParseFloat(word, 64)
	if err != nil || math.IsNaN(x) || math.IsInf(x, 0) {
		return fmt.Errorf("%q is no number; write one such as 0.05 or 1e-6", word)
	}
	target.SetFloat(x)
	return nil
}

func readTime(word string, _ rune, target reflect.Value) error {
	d, err := time.ParseDuration(word)
	if err != nil {
		return fmt.Errorf("%q is no time; write one with its unit, such as 45s or 5m", word)
	}
	target.SetInt(int64(d))
	return nil
}

func readWords(word string, _ rune, target reflect.Value) error {
	if word == "" {
		return errors.New("the word is empty; write one or leave it out")
	}
	target.SetString(word)
	return nil
}

func readList(word string, split rune, target reflect.Value) error {
	for _, part := range kong.SplitEscaped(word, split) {
		target.Set(reflect.Append(target, reflect.ValueOf(strings.TrimSpace(part))))
	}
	return nil
}

// value is the word behind a flag. Another flag is none, but a number below
// zero is.
func value(ctx *kong.DecodeContext) (string, error) {
	t := ctx.Scan.Pop()
	word := fmt.Sprint(t.Value)
	if t.IsEOL() || !t.IsValue() && !belowZero(word) {
		return "", errors.New("there is no value behind it")
	}
	return word, nil
}

func belowZero(word string) bool {
	_, err := strconv.ParseFloat(word, 64)
	return err == nil && strings.HasPrefix(word, "-")
}

// bounded holds the numbers that are given to the least and the most that their
// flags are tagged with. Zero, which stands for an absent flag, is a mistake
// where somebody has written it.
func bounded(parsed *kong.Context) error {
	for _, step := range parsed.Path {
		if step.Flag == nil || step.Flag.Target.Kind() != reflect.Int {
			continue
		}
		n, name := step.Flag.Target.Int(), step.Flag.Name
		if least, err := step.Flag.Tag.GetInt("least"); err == nil && n < least {
			return fmt.Errorf("--%s %d: write %d or more", name, n, least)
		}
		if most, err := step.Flag.Tag.GetInt("most"); err == nil && n > most {
			return fmt.Errorf("--%s %d: write %d or less", name, n, most)
		}
	}
	return nil
}

// repeated refuses a flag that is given twice where only one can count.
func repeated(parsed *kong.Context) error {
	seen := map[string]bool{}
	for _, step := range parsed.Path {
		if step.Flag == nil || step.Flag.IsCumulative() {
			continue
		}
		if name := step.Flag.Name; seen[name] {
			return fmt.Errorf("--%s is given more than once; keep one", name)
		}
		seen[step.Flag.Name] = true
	}
	return nil
}
