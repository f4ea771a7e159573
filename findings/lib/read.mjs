// read.mjs FILE.pdf: the text of its first page by MuPDF, pdf.js and PDFium, as
// the numbers of its characters. It stands beside the folder of the packages.
import fs from 'node:fs'
import * as mupdf from 'mupdf'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { PDFiumLibrary } from '@hyzyla/pdfium'

const file = process.argv[2]
const tell = (reader, text) => console.log(reader + ' ' + file.replace('.pdf', '') + ': ' +
  [...text.trim()].map(c => c.codePointAt(0).toString(16).padStart(4, '0')).join(' '))

const page = mupdf.Document.openDocument(fs.readFileSync(file), 'application/pdf').loadPage(0)
tell('MuPDF', page.toStructuredText('preserve-whitespace').asText())

const viewed = await getDocument({ data: new Uint8Array(fs.readFileSync(file)), verbosity: 0 }).promise
tell('pdf.js', (await (await viewed.getPage(1)).getTextContent()).items.map(i => i.str).join(''))

const pdfium = await PDFiumLibrary.init()
const document = await pdfium.loadDocument(fs.readFileSync(file))
tell('PDFium', document.getPage(0).getText())
