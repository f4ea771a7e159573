#!/bin/sh
# npm @fontsource/amiri 5.3.0, file amiri-arabic-400-normal.woff: the subset
# "arabic" has «(» and not «)».
#
# Expected: brackets come in pairs; a subset has both (right-to-left text draws one
# by the other's glyph) or none.
# Seen: below U+0600 the file's character map has the space, «!», «(» and the space
# that does not break; unicode-range in the package's style sheet has no bracket at
# all. The pair ﴾ ﴿ is whole.
# The file embedded in a book opens «(مرحبا)» the wrong way round, since shapers take
# the mirrored glyph only where the face has it, and closes it in another face.
set -eu
. "$(dirname "$0")/lib/sh.sh"
npms @fontsource/amiri@5.3.0
cat >covers.mjs <<'J'
import fs from 'node:fs'
import zlib from 'node:zlib'

// table is a table of a WOFF file.
function table(file, tag) {
  for (let at = 44; at < 44 + 20 * file.readUInt16BE(12); at += 20) {
    if (file.toString('latin1', at, at + 4) !== tag) continue
    const [from, packed, size] = [4, 8, 12].map(k => file.readUInt32BE(at + k))
    const data = file.subarray(from, from + packed)
    return packed < size ? zlib.inflateSync(data) : data
  }
}

// covered are the characters of the subtables of format 4 that have a glyph.
function covered(cmap) {
  const found = new Set()
  for (let n = 0; n < cmap.readUInt16BE(2); n++) {
    const t = cmap.subarray(cmap.readUInt32BE(8 + 8 * n))
    if (t.readUInt16BE(0) !== 4) continue
    const twice = t.readUInt16BE(6)
    for (let s = 0; s < twice; s += 2) {
      const [end, start, delta] = [14 + s, 16 + twice + s, 16 + 2 * twice + s].map(k => t.readUInt16BE(k))
      const at = 16 + 3 * twice + s, range = t.readUInt16BE(at)
      for (let c = start; c <= end && c < 0xffff; c++) {
        const g = range ? t.readUInt16BE(at + range + 2 * (c - start)) : c
        if ((range && g === 0) || ((g + delta) & 0xffff) === 0) continue
        found.add(c)
      }
    }
  }
  return found
}

const file = 'node_modules/@fontsource/amiri/files/amiri-arabic-400-normal.woff'
const has = covered(table(fs.readFileSync(file), 'cmap'))
console.log([...has].filter(c => c < 0x600).sort((a, b) => a - b).map(c => c.toString(16).padStart(4, '0')).join(' '))
for (const c of '()﴾﴿') console.log(c, has.has(c.codePointAt(0)))
J
node covers.mjs | seen '0020 0021 0028 00a0
( true
) false
﴾ true
﴿ true'
