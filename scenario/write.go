package scenario

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gosplan/parameter"
)

// YAML writes the scenario as a file that Parse reads back, always in the
// same order and form, so that equal scenarios have equal bytes.
func (s *Scenario) YAML() []byte {
	var b bytes.Buffer
	writeStruct(&b, "", reflect.ValueOf(s).Elem())
	return b.Bytes()
}

// JSON writes the scenario as indented JSON, years in order.
func (s *Scenario) JSON() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(s)
	return b.Bytes(), err
}

// Hash identifies the content of a scenario.
func Hash(s *Scenario) string {
	sum := sha256.Sum256(s.YAML())
	return hex.EncodeToString(sum[:])
}

// writeStruct writes the fields that are set, one to a line.
func writeStruct(b *bytes.Buffer, indent string, v reflect.Value) {
	for i := range v.NumField() {
		name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("yaml"), ",")
		f := v.Field(i)
		if name == "" || f.IsZero() {
			continue
		}
		fmt.Fprintf(b, "%s%s:", indent, name)
		writeValue(b, indent, f)
	}
}

// writeValue writes what follows the colon of a key.
func writeValue(b *bytes.Buffer, indent string, v reflect.Value) {
	switch value := v.Interface().(type) {
	case string:
		fmt.Fprintf(b, " %s\n", quote(value))
	case bool, int, Month:
		fmt.Fprintf(b, " %v\n", value)
	case []string:
		fmt.Fprintf(b, " [%s]\n", strings.Join(quoteAll(value), ", "))
	case Path:
		fmt.Fprintf(b, " {%s}\n", pairs(value, strconv.Itoa, parameter.Format))
	case Choices:
		fmt.Fprintf(b, " {%s}\n", pairs(value, quote, quote))
	case Changes:
		fmt.Fprintf(b, " {%s}\n", pairs(value, quote, parameter.Format))
	case Regional:
		writeRegional(b, indent+"  ", value)
	case []Era, []Candidate:
		writeList(b, indent+"  ", v)
	default:
		b.WriteString("\n")
		writeStruct(b, indent+"  ", v)
	}
}

func writeRegional(b *bytes.Buffer, indent string, r Regional) {
	if len(r) == 0 {
		b.WriteString(" {}\n")
		return
	}
	b.WriteString("\n")
	for _, year := range r.Years() {
		fmt.Fprintf(b, "%s%d: {%s}\n", indent, year, pairs(r[year], func(region string) string { return region }, parameter.Format))
	}
}

// writeList writes structs, each under a dash.
func writeList(b *bytes.Buffer, indent string, list reflect.Value) {
	if list.Len() == 0 {
		b.WriteString(" []\n")
		return
	}
	b.WriteString("\n")
	for i := range list.Len() {
		var inside bytes.Buffer
		writeStruct(&inside, indent+"  ", list.Index(i))
		fmt.Fprintf(b, "%s- %s", indent, strings.TrimPrefix(inside.String(), indent+"  "))
	}
}

// pairs writes a mapping on one line, keys in order.
func pairs[K int | string, V any, M ~map[K]V](m M, name func(K) string, word func(V) string) string {
	var out []string
	for _, k := range sortedKeys(m) {
		out = append(out, name(k)+": "+word(m[k]))
	}
	return strings.Join(out, ", ")
}

func sortedKeys[K int | string, V any, M ~map[K]V](m M) []K { return slices.Sorted(maps.Keys(m)) }

func quoteAll(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = quote(w)
	}
	return out
}

// plain is text that YAML reads as itself without quotes.
var plain = regexp.MustCompile(`^[A-Z][A-Za-z0-9]*(\.[A-Z][A-Za-z0-9]*)+$|^[a-z][a-z0-9]*(-[a-z0-9]+)+$`)

// quote writes text so that YAML and JSON read it back as it is.
func quote(text string) string {
	if plain.MatchString(text) {
		return text
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case strconv.IsPrint(r):
			b.WriteRune(r)
		case r > 0xFFFF:
			fmt.Fprintf(&b, `\U%08x`, r)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
