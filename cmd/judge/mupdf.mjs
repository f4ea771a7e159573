// mupdf.mjs HOME FILE.pdf: the text of a PDF as a present MuPDF gives it.
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const [home, file] = process.argv.slice(2)
const mupdf = await import(pathToFileURL(path.join(home, 'node_modules/mupdf/dist/mupdf.js')).href)
const doc = mupdf.Document.openDocument(fs.readFileSync(file), 'application/pdf')
let text = ''
for (let n = 0; n < doc.countPages(); n++) text += doc.loadPage(n).toStructuredText('preserve-whitespace').asText() + '\f'
process.stdout.write(text, () => process.exit(0))
