// pdfjs.mjs HOME FILE.pdf [boxes]: the text of a PDF as pdf.js gives it; or where
// it lays stretches of text, a line each: page, left, top, right, bottom in
// points from the top left, the text.
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const [home, file, boxes] = process.argv.slice(2)
const root = path.join(home, 'node_modules/pdfjs-dist')
console.log = console.warn = () => {}
globalThis.DOMMatrix ??= class {} // only drawing would use it
const pdfjs = await import(pathToFileURL(path.join(root, 'legacy/build/pdf.mjs')).href)
const doc = await pdfjs.getDocument({
  data: new Uint8Array(fs.readFileSync(file)),
  verbosity: 0,
  cMapUrl: root + '/cmaps/',
  cMapPacked: true,
  standardFontDataUrl: root + '/standard_fonts/',
}).promise
let text = ''
for (let n = 1; n <= doc.numPages; n++) {
  const page = await doc.getPage(n)
  const { items, styles } = await page.getTextContent()
  if (!boxes) {
    for (const item of items) text += item.str + (item.hasEOL ? '\n' : '')
    text += '\f'
    continue
  }
  const [, bottom, , top] = page.view
  for (const { str, transform: m, width, height, fontName } of items) {
    const { ascent, descent } = styles[fontName]
    const base = top - bottom - m[5]
    if (str.trim()) text += [n, m[4], base - ascent * height, m[4] + width, base - descent * height, str].join('\t') + '\n'
  }
}
process.stdout.write(text, () => process.exit(0))
