package search

import (
	"slices"
	"testing"
)

// The judges are judged here: what they read, and that they see what is wrong.

func TestFound(t *testing.T) {
	want := Words("في البيت، في السوق 2015")
	share, lost := Found(want, Words("فـي البيت\n2015 السوق"))
	if share != 0.8 || !slices.Equal(lost, []string{"في"}) {
		t.Errorf("found %v, lost %q", share, lost)
	}
}

func TestBody(t *testing.T) {
	text := "12 عنوان\nمتن أول\n\fعنوان 13\nمتن ثان\n14\n\fباب\nمتن"
	if got, want := Body(text), "12 عنوان\nمتن أول\nمتن ثان\nباب\nمتن\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
