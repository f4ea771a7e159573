#!/bin/sh
# golang.org/x/text 0.44.0: Dari, the Persian of Afghanistan, is a language that it
# takes for no other's.
#
# Expected: CLDR's aliases say that prs is fa-AF; ICU, and so Intl in Node, makes one
# of the other. x/text knows the aliases of the same table for arb (ar) and zsm (ms).
# Seen: prs stays prs by every way of making it canonical, its script is not known,
# the alias tnf leads to it as well, and the matcher offers a reader of Dari English rather
# than Persian, with no confidence. South Azerbaijani (azb) fares no better where
# Azerbaijani is there.
# A book with `language: prs` falls back to English words, digits and direction.
set -eu
. "$(dirname "$0")/lib/sh.sh"
cat >main.go <<'G'
package main

import (
	"fmt"

	"golang.org/x/text/language"
)

func main() {
	for _, s := range []string{"prs", "tnf", "arb", "zsm"} {
		tag, err := language.All.Parse(s)
		script, _ := tag.Script()
		fmt.Println(s, tag, script, err)
	}
	m := language.NewMatcher([]language.Tag{language.English, language.Persian, language.Arabic, language.Azerbaijani})
	for _, s := range []string{"prs", "azb", "arb"} {
		tag, _, confidence := m.Match(language.Make(s))
		fmt.Println("for", s, tag, confidence)
	}
}
G
gomod golang.org/x/text@v0.44.0
{
	go run .
	node -p 'Intl.getCanonicalLocales(["prs", "tnf", "arb", "zsm"]).join(" ")'
} | seen 'prs prs Zzzz <nil>
tnf prs Zzzz <nil>
arb ar Arab <nil>
zsm ms Latn <nil>
for prs en No
for azb en No
for arb ar Exact
fa-AF ar ms'
