// Pages: drawings that are fetched when they come near the window, and kept by their
// sums, so that a page that has not changed is never asked for again.

const kept = new Map(); // sum → drawing
const mostKept = 80;

// draw gives the drawing of a page.
async function draw(index, sum) {
  if (kept.has(sum)) {
    const svg = kept.get(sum);
    kept.delete(sum);
    kept.set(sum, svg);
    return svg;
  }
  const answer = await fetch(`/page/${index + 1}?sum=${sum}`);
  if (!answer.ok) throw new Error(answer.statusText);
  const svg = await answer.text();
  keep(sum, svg);
  return svg;
}

// keep keeps the drawing of a page, which may have come with the news of it.
export function keep(sum, svg) {
  kept.set(sum, svg);
  if (kept.size > mostKept) kept.delete(kept.keys().next().value);
}

// joined makes one path of the letters that stand together in a line: a browser makes a
// tree of its own for each outline that is used, which takes three times as long.
export function joined(svg) {
  const outlines = new Map(); // contours by id: where each begins, and its steps
  for (const [, id, d] of svg.matchAll(/<path id="([^"]+)" d="([^"]*)"\/>/g)) {
    outlines.set(id, [...d.matchAll(/M(-?[\d.]+) (-?[\d.]+)([^M]*)/g)].map(([, x, y, steps]) => [Number(x), Number(y), steps]));
  }
  return svg.replace(/<defs>[^]*?<\/defs>\n/, '').replace(/<g( [^>]*)>\n((?:<use [^>]*\/>|\n)+)<\/g>/g, (_, attributes, uses) => {
    let d = '';
    for (const [, id, x, y] of uses.matchAll(/href="#([^"]+)" x="([^"]+)"(?: y="([^"]+)")?/g)) {
      for (const [atX, atY, steps] of outlines.get(id)) d += `M${(atX + Number(x)).toFixed(1)} ${atY + Number(y ?? 0)}${steps}`;
    }
    return `<path${attributes} d="${d}"/>`;
  });
}

// Pages holds the places of pages in the window.
export class Pages {
  constructor(book, main) {
    this.book = book;
    this.hits = [];
    this.now = -1;
    this.spot = null;
    this.watcher = new IntersectionObserver((entries) => {
      for (const e of entries) {
        e.target.near = e.isIntersecting;
        if (e.isIntersecting) this.fill(e.target);
        else this.empty(e.target);
      }
    }, { root: main, rootMargin: '100% 50%' });
  }

  // place makes the place of a page.
  place(index) {
    const el = document.createElement('div');
    el.className = 'page';
    el.dataset.page = index;
    el.setAttribute('role', 'group');
    el.setAttribute('aria-label', this.book.pages[index].folio || String(index + 1));
    this.badge(el);
    this.watcher.observe(el);
    return el;
  }

  // clear lets go of all places.
  clear() { this.watcher.disconnect(); }

  empty(el) {
    el.querySelector(':scope > svg')?.remove();
    el.sum = undefined;
  }

  // fill draws the page in its place; what is there stays until the new one is.
  async fill(el) {
    const index = Number(el.dataset.page);
    const page = this.book.pages[index];
    if (!page || el.sum === page.sum) return;
    const before = el.sum;
    el.sum = page.sum;
    let text;
    try { text = await draw(index, page.sum); } catch { el.sum = before; return; }
    if (el.sum !== page.sum || !el.near) return;
    const holder = document.createElement('template');
    holder.innerHTML = joined(text);
    const svg = holder.content.querySelector('svg');
    el.querySelector(':scope > svg')?.remove();
    el.prepend(svg);
    if (before) { // by two names in turn, so that it begins anew and nothing is measured for it
      const again = el.classList.contains('new');
      el.classList.toggle('new', !again);
      el.classList.toggle('renew', again);
    }
    requestAnimationFrame(() => this.mark(el));
    el.dispatchEvent(new CustomEvent('drawn', { bubbles: true }));
  }

  // changed draws again the pages that have changed.
  changed(root) {
    for (const el of root.querySelectorAll('.page')) {
      this.badge(el);
      if (el.near) this.fill(el);
    }
  }

  // badge tells of the remarks on a page.
  badge(el) {
    const before = el.querySelector('.badge');
    const index = Number(el.dataset.page);
    const here = this.problemsOf(index);
    if (!here && !before) return;
    before?.remove();
    if (!here) return;
    const b = document.createElement('button');
    b.className = 'badge ' + ['error', 'warning', 'advice'].find((k) => here.some((p) => p.kind === k));
    b.textContent = here.length;
    b.title = here.map((p) => `${p.file}:${p.line}: ${p.what}`).join('\n');
    b.dataset.problems = index;
    el.append(b);
  }

  // problemsOf are the remarks on a page; undefined for none.
  problemsOf(index) {
    if (this.sorted !== this.book.problems) {
      this.sorted = this.book.problems;
      this.byPage = new Map();
      for (const p of this.sorted) {
        if (!this.byPage.has(p.page)) this.byPage.set(p.page, []);
        this.byPage.get(p.page).push(p);
      }
    }
    return this.byPage.get(index);
  }

  // find sets what was found, and which of it is looked at.
  find(hits, now, root) {
    this.hits = hits;
    this.now = now;
    for (const el of root.querySelectorAll('.page')) this.mark(el);
  }

  // mark lays marks on the words of a page that were found, and on the block that an
  // editor is at.
  mark(el) {
    const svg = el.querySelector(':scope > svg');
    if (!svg) return;
    svg.querySelector('.marks')?.remove();
    const index = Number(el.dataset.page);
    const layer = document.createElementNS('http://www.w3.org/2000/svg', 'g');
    layer.setAttribute('class', 'marks');
    let words;
    this.hits.forEach((hit, n) => {
      if (hit.page !== index) return;
      words ??= svg.querySelectorAll('tspan');
      for (let i = hit.from; i < hit.to && i < words.length; i++) layer.append(box(words[i], n === this.now ? 'now' : ''));
    });
    if (this.spot?.page === index) {
      for (const text of svg.querySelectorAll(`text[data-b="${this.spot.block}"]`)) {
        const r = text.getBBox();
        layer.append(rect(r.x - 2, r.y - 1, r.width + 4, r.height + 2, 'spot', text.getAttribute('transform')));
      }
    }
    if (layer.childNodes.length) svg.append(layer);
  }
}

// box is where a word stands.
function box(word, name) {
  const text = word.closest('text');
  const size = Number(word.getAttribute('font-size') ?? text.getAttribute('font-size'));
  const width = Number(word.getAttribute('textLength'));
  let y = Number(text.getAttribute('y'));
  for (let w = word; w; w = w.previousElementSibling) {
    if (w.hasAttribute('y')) { y = Number(w.getAttribute('y')); break; }
  }
  let x = Number(word.getAttribute('x'));
  if (text.getAttribute('direction') === 'rtl') x -= width;
  return rect(x - 1, y - size, width + 2, size * 1.4, name, text.getAttribute('transform'));
}

function rect(x, y, width, height, name, transform) {
  const r = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  for (const [key, value] of Object.entries({ x, y, width, height })) r.setAttribute(key, value);
  if (name) r.setAttribute('class', name);
  if (transform) r.setAttribute('transform', transform);
  return r;
}

// blockAt is the block of a page that is at a point of the window, or nearest to it in
// height; -1 for none.
export function blockAt(el, x, y) {
  const direct = document.elementsFromPoint(x, y).find((e) => el.contains(e) && e.closest('[data-b]'));
  if (direct) return Number(direct.closest('[data-b]').dataset.b);
  let best = -1, least = 24;
  for (const e of el.querySelectorAll('svg [data-b]')) {
    const r = e.getBoundingClientRect();
    const off = Math.max(r.top - y, y - r.bottom, 0);
    if (r.height && off < least) { least = off; best = Number(e.dataset.b); }
  }
  return best;
}
