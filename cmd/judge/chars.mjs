// chars.mjs HOME LIST: where MuPDF says that the characters of files stand. LIST
// names the files, a line each. A line each: file by its number from 0, page,
// origin x and y and size in points from the top left, the character.
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const [home, list] = process.argv.slice(2)
const mupdf = await import(pathToFileURL(path.join(home, 'node_modules/mupdf/dist/mupdf.js')).href)
fs.readFileSync(list, 'utf8').trim().split('\n').forEach((file, at) => {
  const doc = mupdf.Document.openDocument(fs.readFileSync(file), 'application/pdf')
  let out = ''
  for (let n = 0; n < doc.countPages(); n++) {
    const page = doc.loadPage(n), text = page.toStructuredText('preserve-whitespace,preserve-ligatures')
    text.walk({
      onChar(c, [x, y], font, size) {
        out += [at, n + 1, x.toFixed(2), y.toFixed(2), size.toFixed(2), c].join('\t') + '\n'
      },
    })
    text.destroy()
    page.destroy()
  }
  doc.destroy()
  fs.writeSync(1, out)
})
