package format

import (
	"fmt"
	"strings"
	"sync"
	"testing"
)

// Words are numbered in the order in which they come, while others look.
func TestLabelsAreNumberedInOrder(t *testing.T) {
	l := newLabels()
	words := []string{"", "a", "eleven byte", "twelve bytes", strings.Repeat("long ", 50)}
	for i := range 20_000 {
		words = append(words, fmt.Sprintf("word %d", i), fmt.Sprintf("a word that is not short, %d", i))
	}
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			for i, w := range words {
				if id := l.find([]byte(w)); id != unknown && id != int32(i) {
					t.Errorf("%q is found as %d, want %d", w, id, i)
				}
			}
		})
	}
	for i, w := range words {
		if id := l.add(w); id != int32(i) {
			t.Fatalf("%q is %d, want %d", w, id, i)
		}
	}
	wait.Wait()
	for i, w := range words {
		if id := l.add(w); id != int32(i) || l.find([]byte(w)) != id {
			t.Fatalf("%q is %d the second time, want %d", w, id, i)
		}
	}
	if l.find([]byte("absent")) != unknown {
		t.Error("a word is found that is not there")
	}
}
