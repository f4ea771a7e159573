#!/bin/sh
# CLDR 48.2 (npm cldr-cal-islamic-full): Hijri months of languages in Arabic and
# Hebrew script that no one who writes them would print.
#
# Expected: a locale's months are in its script, the wide ones no worse than the
# short ones, or the locale has none and says so.
# Seen: Sorani (ckb) has the root's Latin names in a pattern that puts a Kurdish
# ending straight behind them: «١٠ی Jumada IIی». Urdu's wide «ر بیع» has a space in
# the midst of a word, for two months, and the short ones do not. Pashto counts the
# same two pairs of months by words, by Roman and by Extended Arabic-Indic digits. Hebrew joins the
# same four months by a hyphen in dates and by a maqaf alone.
# A date in a book's imprint that is trusted to CLDR comes out so.
set -eu
. "$(dirname "$0")/lib/sh.sh"
npms cldr-cal-islamic-full@48.2.0
cat >names.mjs <<'J'
import fs from 'node:fs'
const islamic = l => JSON.parse(fs.readFileSync(
  `node_modules/cldr-cal-islamic-full/main/${l}/ca-islamic.json`)).main[l].dates.calendars.islamic
const some = (names, ...which) => which.map(n => names[n]).join(' | ')
const ckb = islamic('ckb'), ur = islamic('ur').months.format, ps = islamic('ps').months.format, he = islamic('he').months
console.log('ckb', ckb.dateFormats.long, '|', some(ckb.months.format.wide, 1, 6))
console.log('ur', some(ur.wide, 3, 4), '|', some(ur.abbreviated, 3, 4))
console.log('ps', some(ps.wide, 3, 4, 5, 6), '|', some(ps.abbreviated, 3, 4, 5, 6))
console.log('he', some(he.format.wide, 3), '|', some(he['stand-alone'].wide, 3))
J
node names.mjs | seen 'ckb dی MMMMی y G | Muharram | Jumada II
ur ر بیع الاول | ر بیع الثانی | ربیع الاوّل | ربیع الثانی
ps ربیع اول | ربيع II | جمادي اول | جماعه II | ربيع | ربيع II | جماد I | جماد ۲
he רביע אל-אוול | רביע אל־אוול'
