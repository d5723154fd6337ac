package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/alecthomas/kong"
)

// A scale is written 1:10000.
type scale int

// Decode reads the value of a flag.
func (s *scale) Decode(ctx *kong.DecodeContext) error {
	word, err := value(ctx)
	if err != nil {
		return err
	}
	return s.UnmarshalText([]byte(word))
}

// UnmarshalText reads 1:10000, or 10000 for short.
func (s *scale) UnmarshalText(text []byte) error {
	typed := string(text)
	number := strings.ReplaceAll(strings.TrimPrefix(typed, "1:"), "_", "")
	n, err := strconv.Atoi(number)
	switch {
	case err != nil:
		return fmt.Errorf("%q is no scale; write 1:10000 for ten thousand people to one simulated", typed)
	case n < 1:
		return fmt.Errorf("%q: one simulated person stands for at least one; write 1:1 or, as usual, 1:10000", typed)
	case n > largestScale:
		return fmt.Errorf("%q leaves too few people to make an economy; write at most 1:%d", typed, largestScale)
	}
	*s = scale(n)
	return nil
}

// largestScale keeps some hundreds of people in the country.
const largestScale = 500_000

func (s scale) String() string { return fmt.Sprintf("1:%d", int(s)) }
