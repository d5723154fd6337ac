package main

import (
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"github.com/alecthomas/kong"
)

// readers read the values of flags, so that what is wrong with one is said in
// the words of this program, and a number below zero is taken for one.
func readers() kong.Option {
	whole := kong.MapperFunc(func(ctx *kong.DecodeContext, target reflect.Value) error {
		word, err := value(ctx)
		if err != nil {
			return err
		}
		n, err := strconv.ParseInt(word, 10, target.Type().Bits())
		if errors.Is(err, strconv.ErrRange) {
			return fmt.Errorf("%s is too large a number", word)
		} else if err != nil {
			return fmt.Errorf("%q is not a whole number", word)
		}
		target.SetInt(n)
		return nil
	})
	natural := kong.MapperFunc(func(ctx *kong.DecodeContext, target reflect.Value) error {
		word, err := value(ctx)
		if err != nil {
			return err
		}
		n, err := strconv.ParseUint(word, 10, target.Type().Bits())
		if err != nil {
			return fmt.Errorf("%q is not a whole number from 0 to %d", word, uint64(1)<<(target.Type().Bits()-1)*2-1)
		}
		target.SetUint(n)
		return nil
	})
	text := kong.MapperFunc(func(ctx *kong.DecodeContext, target reflect.Value) error {
		word, err := value(ctx)
		if err != nil {
			return err
		}
		if word == "" {
			return errors.New("the word is empty; write one or leave it out")
		}
		target.SetString(word)
		return nil
	})
	list := kong.MapperFunc(func(ctx *kong.DecodeContext, target reflect.Value) error {
		word, err := value(ctx)
		if err != nil {
			return err
		}
		for _, part := range kong.SplitEscaped(word, ctx.Value.Tag.Sep) {
			target.Set(reflect.Append(target, reflect.ValueOf(strings.TrimSpace(part))))
		}
		return nil
	})
	return kong.OptionFunc(func(k *kong.Kong) error {
		return errors.Join(kong.TypeMapper(reflect.TypeFor[[]string](), list).Apply(k), kong.KindMapper(reflect.Int, whole).Apply(k),
			kong.KindMapper(reflect.Uint64, natural).Apply(k), kong.KindMapper(reflect.String, text).Apply(k))
	})
}

// value is the word behind a flag. Another flag is none, but a number below
// zero is.
func value(ctx *kong.DecodeContext) (string, error) {
	t := ctx.Scan.Pop()
	word := fmt.Sprint(t.Value)
	switch {
	case t.IsEOL() || !t.IsValue() && !belowZero(word):
		return "", errors.New("there is no value behind it")
	}
	return word, nil
}

func belowZero(word string) bool {
	_, err := strconv.ParseFloat(word, 64)
	return err == nil && strings.HasPrefix(word, "-")
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
