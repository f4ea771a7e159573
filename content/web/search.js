// Searches the book: loads its text when somebody begins to search, and on a page that a
// result leads to marks the place. Marks, tatweels, the hamza of an alif and capitals make
// no difference.
'use strict';
(() => {
  const form = document.querySelector('form.search'), box = document.getElementById('page-query');
  const panel = document.getElementById('page-hits'), status = panel.querySelector('p'), list = panel.querySelector('ol');
  const mostHits = 200, around = 40; // places that are listed, letters beside each
  // Elements that stand within a line: between all others there is a space.
  const within = new Set('a abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small span strong sub sup time u var'.split(' '));
  let pages = null, waiting = false, typing = 0;

  // folded is a character without what a search does not tell apart.
  const known = new Map();
  function folded(c) {
    let f = known.get(c);
    if (f === undefined) {
      f = c.normalize('NFD').replace(/[\u0640\u00AD\p{Mn}\p{Cf}]/gu, '').replace(/\u0671/g, '\u0627').replace(/\s/g, ' ').toLowerCase();
      known.set(c, f);
    }
    return f;
  }
  // Folding is a text as it is searched; at(text, n) tells where in it the nth letter of
  // what was folded stands.
  function fold(text) {
    let s = '';
    for (const c of text) s += folded(c);
    return s;
  }
  function at(text, n) {
    let i = 0;
    for (const c of text) {
      n -= folded(c).length;
      if (n < 0) return i;
      i += c.length;
    }
    return i;
  }
  const asked = (text) => fold(text).replace(/ +/g, ' ').trim();

  // searchIndex takes the text of the pages: of each its file, its title and what it says.
  window.searchIndex = (index) => {
    pages = index.map(([href, title, text]) => ({ href, title, text, folded: fold(text) }));
    if (waiting) search();
  };
  function load() {
    if (pages || waiting) return;
    waiting = true;
    const script = document.createElement('script');
    script.src = form.dataset.index;
    document.head.append(script);
  }

  function search() {
    const want = asked(box.value);
    panel.hidden = want === '' || !pages;
    if (panel.hidden) return;
    let count = 0;
    list.replaceChildren();
    for (const page of pages) {
      for (let n = 0, from = page.folded.indexOf(want); from >= 0; n++, from = page.folded.indexOf(want, from + want.length)) {
        if (count++ < mostHits) list.append(hit(page, want, n, from));
      }
    }
    status.textContent = count ? `${form.dataset.found} ${String(count).replace(/\d/g, (d) => form.dataset.digits[d])}` : form.dataset.nothing;
  }

  // hit is a line of the results: the page, and the words around the nth place on it.
  function hit(page, want, n, from) {
    const text = page.text, begin = at(text, from), end = at(text, from + want.length);
    const first = text.lastIndexOf(' ', Math.max(begin - around, 0)) + 1, last = text.indexOf(' ', end + around);
    const item = document.createElement('li'), link = document.createElement('a'), mark = document.createElement('mark');
    const title = document.createElement('strong'), words = document.createElement('bdi');
    link.href = `${page.href}#find=${encodeURIComponent(want)}&at=${n}`;
    title.textContent = page.title;
    mark.textContent = text.slice(begin, end);
    words.append(first > 0 ? '…' : '', text.slice(first, begin), mark, text.slice(end, last < 0 ? text.length : last), last < 0 ? '' : '…');
    link.append(title, ' ', words);
    item.append(link);
    return item;
  }

  // show marks the place that the address asks for.
  function show() {
    const asks = new URLSearchParams(location.hash.slice(1)), want = asks.get('find');
    if (!want) return;
    panel.hidden = true;
    const letters = read(document.getElementById('page-main')), text = letters.map((l) => l.folded).join('');
    let from = text.indexOf(want);
    for (let n = Number(asks.get('at')); n > 0 && from >= 0; n--) from = text.indexOf(want, from + want.length);
    if (from < 0) return;
    const begin = letters[from], end = letters[from + want.length - 1], range = document.createRange();
    range.setStart(begin.node, begin.at);
    range.setEnd(end.node, end.at + end.length);
    const place = begin.node.parentElement;
    place.scrollIntoView({ block: 'center' });
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  }

  // read is the letters of an element as they are searched, each with its place.
  function read(element) {
    const letters = [];
    const push = (folded, node, at, length) => {
      if (folded !== ' ' || letters.length && letters[letters.length - 1].folded !== ' ') letters.push({ folded, node, at, length });
    };
    const walk = (node, around) => {
      for (const child of node.childNodes) {
        if (child.nodeType === Node.TEXT_NODE) {
          let i = 0;
          for (const c of child.data) {
            for (const f of folded(c)) push(f, child, i, c.length);
            i += c.length;
          }
          around = child;
        } else if (child.nodeType === Node.ELEMENT_NODE) {
          const apart = !within.has(child.localName);
          if (apart) push(' ', child, 0, 0);
          walk(child, child);
          if (apart) push(' ', child, 0, 0);
        }
      }
    };
    walk(element);
    return letters;
  }

  form.hidden = false;
  box.addEventListener('focus', load);
  box.addEventListener('input', () => { load(); clearTimeout(typing); typing = setTimeout(search, 120); });
  form.addEventListener('submit', (e) => {
    e.preventDefault();
    list.querySelector('a')?.focus();
  });
  document.addEventListener('keydown', (e) => {
    if (e.key === 'Escape' && !panel.hidden) {
      panel.hidden = true;
      box.focus();
    } else if (e.key === '/' && document.activeElement !== box && !e.ctrlKey && !e.metaKey && !e.altKey) {
      e.preventDefault();
      box.focus();
    }
  });
  window.addEventListener('hashchange', show);
  window.addEventListener('load', () => document.fonts.ready.then(show)); // lines stand where they stay
})();
