// pdfjs.mjs HOME FILE.pdf: the text of a PDF as pdf.js gives it.
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const [home, file] = process.argv.slice(2)
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
  const page = await (await doc.getPage(n)).getTextContent()
  for (const item of page.items) text += item.str + (item.hasEOL ? '\n' : '')
  text += '\f'
}
process.stdout.write(text, () => process.exit(0))
