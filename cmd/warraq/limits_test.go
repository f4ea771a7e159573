package main

import (
	"strings"
	"testing"
	"unicode"

	"warraq"
)

// FuzzLimits reads lists of limits: one that is taken has no limit below 1.
func FuzzLimits(f *testing.F) {
	for _, s := range []string{"server", "text=1", "text=64M,memory=1G", "text=", "=", "nope=1", "text=-1", "text=99999999999G", "server,text=1k", ","} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, list string) {
		var of warraq.Limits
		flag := limitsFlag{of: &of, memory: usualMemory}
		if flag.Set(list) != nil {
			return
		}
		for _, n := range warraq.LimitNames {
			if *n.Of(&of) < 0 {
				t.Errorf("%q gives %s=%d", list, n.Name, *n.Of(&of))
			}
		}
		if flag.memory <= 0 {
			t.Errorf("%q gives memory=%d", list, flag.memory)
		}
	})
}

// FuzzVisible: what is said moves about on no terminal, and is not endless.
func FuzzVisible(f *testing.F) {
	for _, s := range []string{"a", "\x1b[2J", "\u202e", "\xff", strings.Repeat("ا", 2000), "\u2066\n\t", "\u061c\u200f"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, r := range visible(s) {
			if unicode.IsControl(r) && r != '\n' && r != '\t' || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
				t.Errorf("%q is said with %q", s, r)
			}
		}
		if got := []rune(shortened(s)); len(got) > mostLetters+3 {
			t.Errorf("%d letters are said", len(got))
		}
	})
}
