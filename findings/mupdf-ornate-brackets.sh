#!/bin/sh
# npm mupdf 1.28.1: on a page with U+FD3E or U+FD3F, the brackets around quotations
# from the Qur'an, searching finds nothing from the first bracket to the page's end.
#
# Expected: the brackets are characters of their own, with no decomposition, and
# come out as they are.
# Seen: MuPDF takes all of U+FB00-U+FDFF for ligatures to be taken apart; these two
# have no parts, and come out as U+FFFD. From there on StructuredText.search has lost
# its place: words that asText gives are not found. With "preserve-ligatures" both are right.
# One quotation on a page makes the rest of it unsearchable.
set -eu
. "$(dirname "$0")/lib/sh.sh"
npms mupdf@1.28.1

python3 "$lib/pdf.py" page.pdf 'قال المعلم ﴾اقرأ الكتاب﴿ ثم جلس'
cat >search.mjs <<'J'
import fs from 'node:fs'
import * as mupdf from 'mupdf'
const page = mupdf.Document.openDocument(fs.readFileSync('page.pdf'), 'application/pdf').loadPage(0)
for (const options of ['preserve-whitespace', 'preserve-whitespace,preserve-ligatures']) {
  const st = page.toStructuredText(options), text = st.asText()
  console.log(options, /\ufffd/.test(text), /[\ufd3e\ufd3f]/.test(text))
  for (const w of 'المعلم الكتاب جلس'.split(' ')) console.log(w, text.includes(w), st.search(w).length)
}
J
node search.mjs | seen 'preserve-whitespace true false
المعلم true 1
الكتاب true 0
جلس true 0
preserve-whitespace,preserve-ligatures false true
المعلم true 1
الكتاب true 1
جلس true 1'
