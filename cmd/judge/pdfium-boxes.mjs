// pdfium-boxes.mjs HOME FILE.pdf: what PDFium highlights for each word, a line
// each: page, left, top, right, bottom in points from the top left, the text.
import fs from 'node:fs'
import path from 'node:path'
import { createRequire } from 'node:module'

const [home, file] = process.argv.slice(2)
const { PDFiumLibrary } = createRequire(path.join(home, 'package.json'))('@hyzyla/pdfium')
const pdfium = await PDFiumLibrary.init()
const doc = await pdfium.loadDocument(new Uint8Array(fs.readFileSync(file)))
let out = ''
for (const page of doc.pages()) {
  const { module: m, pageIdx } = page
  const height = page.getOriginalSize().originalHeight
  const text = m._FPDFText_LoadPage(pageIdx)
  const at = m._malloc(32)
  const word = (from, to, letters) => {
    const rects = m._FPDFText_CountRects(text, from, to - from)
    for (let i = 0; i < rects; i++) {
      m._FPDFText_GetRect(text, i, at, at + 8, at + 16, at + 24)
      const [left, top, right, bottom] = [0, 8, 16, 24].map((d) => new DataView(m.HEAPU8.buffer).getFloat64(at + d, true))
      out += [page.number + 1, left, height - top, right, height - bottom, letters].join('\t') + '\n'
    }
  }
  let from = 0, letters = ''
  const count = m._FPDFText_CountChars(text)
  for (let i = 0; i <= count; i++) {
    const c = i < count ? String.fromCodePoint(m._FPDFText_GetUnicode(text, i)) : ' '
    if (!/\s/.test(c)) {
      letters += c
      continue
    }
    if (letters) word(from, i, letters)
    from = i + 1
    letters = ''
  }
  m._FPDFText_ClosePage(text)
}
doc.destroy()
pdfium.destroy()
process.stdout.write(out, () => process.exit(0))
