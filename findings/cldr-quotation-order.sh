#!/bin/sh
# CLDR 48.2 (npm cldr-misc-full): the quotation marks of languages in Arabic script
# are stored in two orders, and Uyghur's turn inside out on the page.
#
# Expected: the mark that opens is the one that is typed first, so that a program
# puts Start before the words and End behind them in any language, and UAX #9 mirrors
# what it mirrors: Persian's « and », of which the reader sees a pair that points
# outwards.
# Seen: Uyghur opens with » and closes with «. Both are mirrored in right-to-left
# text, so its readers see a pair that points inwards. Arabic and Urdu open with ”,
# Pashto, Sindhi and Sorani, in the same letters, with “: no mirroring there, so one
# of the two kinds is upside down beside the other.
# Whoever quotes by CLDR prints Uyghur inside out.
set -eu
. "$(dirname "$0")/lib/sh.sh"
npms cldr-misc-full@48.2.0
cat >quotes.mjs <<'J'
import fs from 'node:fs'
for (const l of ['fa', 'ug', 'ar', 'ur', 'ps', 'sd', 'ckb']) {
  const d = JSON.parse(fs.readFileSync(`node_modules/cldr-misc-full/main/${l}/delimiters.json`)).main[l].delimiters
  const name = c => 'U+' + c.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')
  console.log(l, name(d.quotationStart), name(d.quotationEnd))
}
J
node quotes.mjs | seen 'fa U+00AB U+00BB
ug U+00BB U+00AB
ar U+201D U+201C
ur U+201D U+201C
ps U+201C U+201D
sd U+201C U+201D
ckb U+201C U+201D'
