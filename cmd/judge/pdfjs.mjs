// pdfjs.mjs HOME FILE.pdf [boxes|pages]: the text of a PDF as pdf.js gives it; or
// where it lays stretches of text, a line each: page, left, top, right, bottom in
// points from the top left, the text; or what each page says by its tags, a line
// an element: page, the types of the elements around it, the text; "label" is
// the page's own.
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const [home, file, mode] = process.argv.slice(2)
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
const labels = (await doc.getPageLabels()) ?? []
let text = ''
for (let n = 1; n <= doc.numPages; n++) {
  const page = await doc.getPage(n)
  if (mode === 'pages') {
    text += [n, 'label', labels[n - 1] ?? n].join('\t') + '\n' + (await tagged(page, n))
    continue
  }
  const { items, styles } = await page.getTextContent()
  if (mode !== 'boxes') {
    for (const item of items) text += item.str + (item.hasEOL ? '\n' : '')
    text += '\f'
    continue
  }
  const [, bottom, , top] = page.view
  for (const { str, transform: m, width, height, fontName } of items) {
    const { ascent, descent } = styles[fontName]
    const em = Math.hypot(m[0], m[1]) || 1
    const at = (along, up) => [m[4] + (along * m[0] - up * m[1]) / em, top - bottom - m[5] - (along * m[1] + up * m[0]) / em]
    const [[x, y], [x2, y2]] = [at(0, ascent * height), at(width, descent * height)]
    if (str.trim()) text += [n, Math.min(x, x2), Math.min(y, y2), Math.max(x, x2), Math.max(y, y2), str].join('\t') + '\n'
  }
}

// tagged is what the elements of a page say, in the order of the structure.
// Artifacts are in no element.
async function tagged(page, n) {
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  const said = {}
  const open = []
  for (const item of items) {
    if (item.type === 'beginMarkedContent' || item.type === 'beginMarkedContentProps') open.push(item.id)
    else if (item.type === 'endMarkedContent') open.pop()
    else {
      const id = open.findLast((id) => id)
      if (id) said[id] = (said[id] ?? '') + item.str + (item.hasEOL ? ' ' : '')
    }
  }
  let lines = ''
  const walk = (node, around) => {
    if (node.type === 'content') {
      const words = (said[node.id] ?? '').replace(/\s+/g, ' ')
      if (words.trim()) lines += [n, around, words].join('\t') + '\n'
    }
    for (const child of node.children ?? []) walk(child, node.role ? around + '/' + node.role : around)
  }
  const tree = await page.getStructTree()
  if (tree) walk(tree, '')
  return lines
}
process.stdout.write(text, () => process.exit(0))
