#!/bin/sh
# go-text/typesetting 0.3.5: one table of pairs with room for more classes than it
# uses, and the face has no GPOS at all, without an error.
#
# Expected: in PairPosFormat2 a class count may exceed the classes that glyphs are
# put in; the row is there and nobody asks for it. HarfBuzz and browsers take it.
# At the least, a table that cannot be read is an error of font.ParseTTF.
# Seen: for Vazir 30.1.0 (npm) ParseTTF gives no error, and GPOS has 0 lookups where
# the file has some: no kerning, and a fatha that HarfBuzz anchors goes where fallback puts it.
# Whoever checks the error believes that the face was read whole: vowels float.
set -eu
. "$(dirname "$0")/lib/sh.sh"
npms vazir-font@30.1.0
debs libharfbuzz-bin=6.0.0+dfsg-3 libharfbuzz0b=6.0.0+dfsg-3
cp "$lib/shape.go.txt" main.go
gomod github.com/go-text/typesetting@v0.3.5

face=node_modules/vazir-font/dist/Vazir-Regular.ttf
{
	go run . $face حرف بَ
	for word in حرف بَ; do
		hb-shape --no-glyph-names --no-clusters $face $word
	done
} | seen 'lookups: GSUB 17, GPOS 0
[184+1781|501+790|490+1334]
[197@616,-126+0|163+1777]
[184+1621|501+790|490+1334]
[197@607,-196+0|163+1777]'
