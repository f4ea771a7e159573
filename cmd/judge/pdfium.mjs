// pdfium.mjs HOME FILE.pdf: the text of a PDF as PDFium gives it.
import fs from 'node:fs'
import path from 'node:path'
import { createRequire } from 'node:module'

const [home, file] = process.argv.slice(2)
const { PDFiumLibrary } = createRequire(path.join(home, 'package.json'))('@hyzyla/pdfium')
const pdfium = await PDFiumLibrary.init()
const doc = await pdfium.loadDocument(new Uint8Array(fs.readFileSync(file)))
let text = ''
for (const page of doc.pages()) text += page.getText() + '\f'
doc.destroy()
pdfium.destroy()
process.stdout.write(text, () => process.exit(0))
