// pdfjs-glyphs.mjs HOME FILE.pdf: where pdf.js draws each glyph, a line each:
// page, middle in points from the left, baseline from the bottom, its text.
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const [home, file] = process.argv.slice(2)
const root = path.join(home, 'node_modules/pdfjs-dist')
console.log = console.warn = () => {}
globalThis.DOMMatrix ??= class {} // only drawing would use it
const { getDocument, OPS } = await import(pathToFileURL(path.join(root, 'legacy/build/pdf.mjs')).href)
const doc = await getDocument({ data: new Uint8Array(fs.readFileSync(file)), verbosity: 0 }).promise
const times = (m, n) => [
  m[0] * n[0] + m[2] * n[1], m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3], m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4], m[1] * n[4] + m[3] * n[5] + m[5],
]
let out = ''
for (let n = 1; n <= doc.numPages; n++) {
  const page = await doc.getPage(n)
  const { fnArray, argsArray } = await page.getOperatorList()
  let state = { m: [1, 0, 0, 1, 0, 0], size: 0, spacing: 0, words: 0, leading: 0, rise: 0 }
  const saved = []
  let line, x
  const move = (dx, dy) => { line = times(line, [1, 0, 0, 1, dx, dy]); x = 0 }
  for (let i = 0; i < fnArray.length; i++) {
    const a = argsArray[i]
    switch (fnArray[i]) {
      case OPS.save: saved.push({ ...state }); break
      case OPS.restore: state = saved.pop() ?? state; break
      case OPS.transform: state.m = times(state.m, a); break
      case OPS.beginText: line = [1, 0, 0, 1, 0, 0]; x = 0; break
      case OPS.setTextMatrix: line = a.length === 1 ? [...a[0]] : [...a]; x = 0; break
      case OPS.moveText: move(a[0], a[1]); break
      case OPS.setLeadingMoveText: state.leading = -a[1]; move(a[0], a[1]); break
      case OPS.nextLine: move(0, -state.leading); break
      case OPS.setLeading: state.leading = a[0]; break
      case OPS.setFont: state.size = a[1]; break
      case OPS.setCharSpacing: state.spacing = a[0]; break
      case OPS.setWordSpacing: state.words = a[0]; break
      case OPS.showText:
        for (const g of a[0]) {
          if (typeof g === 'number') { x -= (g * state.size) / 1000; continue }
          const width = (g.width * state.size) / 1000
          const [, , , , px, py] = times(times(state.m, line), [1, 0, 0, 1, x + width / 2, 0])
          if (g.unicode?.trim()) out += [n, px.toFixed(2), py.toFixed(2), g.unicode].join('\t') + '\n'
          x += width + state.spacing + (g.isSpace ? state.words : 0)
        }
    }
  }
}
process.stdout.write(out)
