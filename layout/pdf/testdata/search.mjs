// search.mjs HOME READER FILE.pdf < phrases: a line for each, 1 where the reader's own
// search finds it, else 0. READER is pdf.js (PDFFindController, as its viewer asks
// it), PDFium (FPDFText_Find) or MuPDF (Page.search).
import fs from 'node:fs'
import path from 'node:path'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const [home, reader, file] = process.argv.slice(2)
const phrases = fs.readFileSync(0, 'utf8').split('\n').filter((p) => p)
const data = fs.readFileSync(file)
const load = (name) => import(pathToFileURL(path.join(home, 'node_modules', name)).href)
console.log = console.warn = () => {}

const finders = {
  async MuPDF() {
    const mupdf = await load('mupdf/dist/mupdf.js')
    const doc = mupdf.Document.openDocument(data, 'application/pdf')
    const pages = Array.from({ length: doc.countPages() }, (_, n) => doc.loadPage(n))
    return (phrase) => pages.some((page) => page.search(phrase).length > 0)
  },
  async PDFium() {
    const { PDFiumLibrary } = createRequire(path.join(home, 'package.json'))('@hyzyla/pdfium')
    const doc = await (await PDFiumLibrary.init()).loadDocument(new Uint8Array(data))
    const pages = [...doc.pages()].map(({ module: m, pageIdx }) => [m, m._FPDFText_LoadPage(pageIdx)])
    return (phrase) =>
      pages.some(([m, text]) => {
        const at = m._malloc(2 * phrase.length + 2)
        const memory = new DataView(m.HEAPU8.buffer)
        for (let i = 0; i < phrase.length; i++) memory.setUint16(at + 2 * i, phrase.charCodeAt(i), true)
        memory.setUint16(at + 2 * phrase.length, 0, true)
        const find = m._FPDFText_FindStart(text, at, 0, 0)
        const found = m._FPDFText_FindNext(find)
        m._FPDFText_FindClose(find)
        m._free(at)
        return found !== 0
      })
  },
  async 'pdf.js'() {
    // what its viewer asks of a browser as it is loaded
    const nothing = () => new Proxy(() => {}, { get: (_, key) => (key === Symbol.toPrimitive ? () => '' : key === 'style' ? {} : nothing()), apply: nothing, set: () => true })
    globalThis.DOMMatrix ??= class {}
    globalThis.HTMLElement ??= class {}
    globalThis.window ??= { requestAnimationFrame: (f) => f() }
    globalThis.document ??= { documentElement: { style: {} }, createElement: nothing }
    globalThis.pdfjsLib = await load('pdfjs-dist/legacy/build/pdf.mjs')
    const { PDFFindController, EventBus } = await load('pdfjs-dist/legacy/web/pdf_viewer.mjs')
    const doc = await pdfjsLib.getDocument({ data: new Uint8Array(data), verbosity: 0 }).promise
    const eventBus = new EventBus()
    const find = new PDFFindController({ linkService: { pagesCount: doc.numPages, page: 1 }, eventBus })
    find.setDocument(doc)
    const turn = () => new Promise((done) => setTimeout(done, 0))
    return async (query) => {
      eventBus.dispatch('find', { type: 'again', query, caseSensitive: false, entireWord: false, matchDiacritics: false })
      await turn()
      await Promise.all(find._extractTextPromises)
      await turn()
      return find.pageMatches.some((matches) => matches?.length > 0)
    }
  },
}

const finds = await finders[reader]()
let out = ''
for (const phrase of phrases) out += ((await finds(phrase)) ? 1 : 0) + '\n'
process.stdout.write(out, () => process.exit(0))
