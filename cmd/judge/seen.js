// The lines of a document as they are seen, from left to right: each character
// stands where its box does. It is put into a document, which Chromium prints.
const rows = []
const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
const range = document.createRange()
for (let node; (node = walk.nextNode()); ) {
  if (node.parentElement.closest('script, .backlink')) continue // a note's number touches it when spaces are left out
  let at = 0
  for (const c of node.data) {
    range.setStart(node, at)
    range.setEnd(node, (at += c.length))
    const box = range.getClientRects()[0]
    if (!box || box.width < 0.1 || !c.trim()) continue
    const block = node.parentElement.closest('p, li, td, th, h1, h2, h3, h4, aside, div, section')
    const middle = (box.top + box.bottom) / 2
    let row = rows.find((r) => r.block === block && Math.abs(r.middle - middle) < 12)
    if (!row) rows.push((row = { block, middle, chars: [] }))
    row.chars.push([(box.left + box.right) / 2, c])
  }
}
const lines = rows.map((r) => r.chars.sort((a, b) => a[0] - b[0]).map((c) => c[1]).join(''))
const out = document.createElementNS('http://www.w3.org/1999/xhtml', 'pre')
out.id = 'seen'
out.textContent = '\n' + lines.join('\n') + '\n'
document.body.append(out)
