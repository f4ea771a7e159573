// Panels: the contents at the right, what was found and what there is to say at the left.

import { blockAt } from './pages.js';

const $ = (id) => document.getElementById(id);

function element(name, attributes, ...children) {
  const e = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value !== undefined && value !== false) e.setAttribute(key, value === true ? '' : value);
  }
  e.append(...children);
  return e;
}

// contents lists the parts, chapters and sections.
export function contents(book, go) {
  const list = (entries) => element('ul', {}, ...entries.map((e) => {
    const a = element('a', { href: `#page-${e.page + 1}`, 'data-at': e.page }, element('span', { dir: 'auto' }, e.title), element('span', {}, book.pages[e.page]?.folio ?? ''));
    a.addEventListener('click', (event) => { event.preventDefault(); go(e.page); });
    const li = element('li', {}, a);
    if (e.under?.length) li.append(list(e.under));
    return li;
  }));
  $('contents-list').replaceChildren(list(book.contents ?? []));
}

// here shows in the contents where the window is.
export function here(index) {
  let last;
  for (const a of $('contents-list').querySelectorAll('a')) {
    if (Number(a.dataset.at) <= index) last = a;
  }
  const before = $('contents-list').querySelector('[aria-current]');
  if (before === (last ?? null)) return;
  before?.removeAttribute('aria-current');
  last?.setAttribute('aria-current', 'true');
}

// found lists what a search has found.
export function found(hits, now, folio, say, choose) {
  $('panel-title').textContent = say('found').replace('{n}', hits.length);
  $('panel-list').replaceChildren(...hits.map((h, n) => {
    const row = element('button', { class: 'row', type: 'button' },
      element('span', { dir: 'auto' }, h.before, element('mark', {}, h.found.trim()), ' ' + h.after), element('span', { class: 'where' }, `${say('page')} ${folio(h.page)}`));
    row.addEventListener('click', () => choose(n));
    return element('li', { 'aria-current': n === now ? 'true' : undefined }, row);
  }));
  if (!hits.length) $('panel-list').append(element('li', {}, say('none')));
}

// problems lists what there is to say of the manuscript, or of one page of it.
export function problems(all, page, say, choose) {
  $('panel-title').textContent = say('problems');
  const rows = all.map((p, n) => ({ p, n })).filter(({ p }) => page === undefined || p.page === page);
  $('panel-list').replaceChildren(...rows.map(({ p, n }) => {
    const row = element('button', { class: 'row', type: 'button' }, element('span', { class: `kind ${p.kind}` }, say(p.kind)), ' ',
      element('span', { dir: 'auto' }, p.what), element('span', { class: 'hint' }, element('bdi', {}, p.hint)),
      element('span', { class: 'where' }, element('bdi', { class: 'place' }, p.file ? `${p.file}:${p.line}` : '')));
    row.addEventListener('click', (event) => choose(p, n, event));
    return element('li', {}, row);
  }));
  if (!rows.length) $('panel-list').append(element('li', {}, say('none')));
}

// bubble says a place in the manuscript, and opens it.
export async function bubble(query, x, y, say) {
  const answer = await fetch(`/place?${query}`);
  if (!answer.ok) { $('bubble').hidden = true; return; }
  const place = await answer.json();
  const text = `${place.file}:${place.line}`;
  const copy = element('button', { type: 'button' }, say('copy'));
  copy.addEventListener('click', async () => {
    await navigator.clipboard?.writeText(text);
    copy.textContent = say('copied');
  });
  const parts = [element('bdi', { class: 'place' }, text)];
  if (place.open) {
    fetch(`/open?${query}`, { method: 'POST' }).then((r) => {
      if (r.ok) parts[0].after(element('span', {}, say('opened')));
    });
  } else if (place.url) {
    parts.push(element('a', { href: place.url }, say('open')));
  }
  const b = $('bubble');
  b.replaceChildren(...parts, copy);
  b.hidden = false;
  const box = b.getBoundingClientRect();
  b.style.left = `${Math.min(Math.max(x - box.width / 2, 8), innerWidth - box.width - 8)}px`;
  b.style.top = `${y + 18 + box.height > innerHeight ? y - box.height - 12 : y + 18}px`;
}

// asked says the place of what was clicked on a page.
export function asked(event, say) {
  const el = event.target.closest?.('.page');
  if (!el || event.target.closest('a, button') || !getSelection().isCollapsed) {
    if (!event.target.closest?.('#bubble, #panel')) $('bubble').hidden = true;
    return;
  }
  const block = blockAt(el, event.clientX, event.clientY);
  if (block < 0) { $('bubble').hidden = true; return; }
  bubble(`page=${el.dataset.page}&block=${block}`, event.clientX, event.clientY, say);
}

// screens shows the EPUB on a phone and a tablet.
export async function screens(main, say, chosen, choose, alive) {
  const answer = await fetch('/chapters');
  const chapters = answer.ok ? await answer.json() : [];
  if (!alive()) return; // another view was chosen meanwhile
  if (!chapters?.length) {
    main.replaceChildren(element('p', { class: 'empty' }, say('noepub')));
    return;
  }
  const at = Math.min(chosen, chapters.length - 1);
  const old = main.querySelector('.screens');
  const select = element('select', { 'aria-label': say('chapter') }, ...chapters.map((c, n) => element('option', { value: n, selected: n === at }, c.title || String(n + 1))));
  select.addEventListener('change', () => choose(Number(select.value)));
  const step = (label, n) => {
    const b = element('button', { type: 'button', disabled: n < 0 || n >= chapters.length }, say(label));
    b.addEventListener('click', () => choose(n));
    return b;
  };
  const device = (name, width, height) => {
    const frame = element('iframe', { src: chapters[at].url, width, height, sandbox: 'allow-same-origin', title: say(name), 'data-device': name });
    const before = old?.querySelector(`[data-device=${name}]`)?.contentWindow?.scrollY ?? 0;
    if (Number(old?.dataset.at) === at) frame.addEventListener('load', () => frame.contentWindow.scrollTo(0, before));
    return element('figure', {}, frame, element('figcaption', {}, say(name)));
  };
  const devices = element('div', { class: 'devices', dir: 'ltr' }, device('phone', 390, 720), device('tablet', 768, 900));
  main.replaceChildren(element('div', { class: 'screens', 'data-at': at, dir: document.documentElement.dir },
    element('div', { class: 'choose' }, step('previous', at - 1), select, step('next', at + 1)), devices));
  fitScreens(main);
}

// fitScreens makes the devices as small as the window needs: one below the other where
// it is narrow.
export function fitScreens(main) {
  const devices = main.querySelector('.devices');
  if (!devices) return;
  const room = main.clientWidth - 32;
  const narrow = room < 640;
  devices.style.flexDirection = narrow ? 'column' : '';
  devices.style.alignItems = narrow ? 'center' : '';
  for (const frame of devices.querySelectorAll('iframe')) {
    const whole = narrow ? Number(frame.width) + 20 : 390 + 768 + 40 + 24;
    frame.style.zoom = Math.min(1, room / whole);
  }
}
