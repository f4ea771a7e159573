// mupdf-boxes.mjs HOME FILE.pdf: where MuPDF says that words stand, a line
// each: page, left, top, right, bottom in points from the top left, the text.
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const [home, file] = process.argv.slice(2)
const mupdf = await import(pathToFileURL(path.join(home, 'node_modules/mupdf/dist/mupdf.js')).href)
const doc = mupdf.Document.openDocument(fs.readFileSync(file), 'application/pdf')
let out = ''
for (let n = 0; n < doc.countPages(); n++) {
  let word = null
  const end = () => {
    if (word) out += [n + 1, ...word.box, word.text].join('\t') + '\n'
    word = null
  }
  doc.loadPage(n).toStructuredText('preserve-whitespace').walk({
    beginLine: end,
    endLine: end,
    onChar(c, origin, font, size, q) {
      if (/\s/.test(c)) return end()
      const x = Math.min(q[0], q[4]), far = size / 4 // a word of two directions is in two places
      if (word && (x > word.box[2] + far || Math.max(q[2], q[6]) < word.box[0] - far)) end()
      word ??= { text: '', box: [Infinity, Infinity, -Infinity, -Infinity] }
      word.text += c
      for (let i = 0; i < 8; i += 2) {
        const b = word.box
        word.box = [Math.min(b[0], q[i]), Math.min(b[1], q[i + 1]), Math.max(b[2], q[i]), Math.max(b[3], q[i + 1])]
      }
    },
  })
  end()
}
process.stdout.write(out, () => process.exit(0))
