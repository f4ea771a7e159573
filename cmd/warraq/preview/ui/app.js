// The preview: which pages the window shows, and what keys, clicks and events do.

import { words } from './words.js';
import { Pages, keep } from './pages.js';
import * as panels from './panels.js';

const $ = (id) => document.getElementById(id);
const main = $('main');
const book = { version: 0, pages: [], problems: [], contents: [], sides: [] };
const pages = new Pages(book, main);
const remembered = (key, otherwise) => { try { return localStorage.getItem('warraq.' + key) ?? otherwise; } catch { return otherwise; } };
const remember = (key, value) => { try { localStorage.setItem('warraq.' + key, value); } catch { /* a window that keeps nothing */ } };

let language = remembered('language', ['ar', 'fr', 'en'].find((l) => navigator.languages.some((n) => n.startsWith(l))) ?? 'en');
let view = remembered('view', innerWidth < 720 ? 'single' : 'spreads');
let zoom = Number(remembered('zoom', 1)) || 1;
let index = Math.max((Number(location.hash.replace('#page-', '')) || 1) - 1, 0);
let chapter = 0, panel = '', hits = [], now = -1, only;
let away; // the page that was looked at, and how far down, since the book has become too short for it

const say = (key) => words[language][key];

// What problems say in the languages that were asked for: [what, hint] by the English.
const said = new Map();

// translate has the problems in the language, as far as it is known, and asks for the rest.
async function translate(again) {
  const key = (p) => [language, ...p.english].join('\n');
  let lacking = false;
  for (const p of book.problems) {
    p.english ??= [p.what, p.hint];
    const known = language === 'en' ? p.english : said.get(key(p));
    if (known) [p.what, p.hint] = known; else lacking = true;
  }
  if (!lacking || again) return;
  const asked = language, answer = await fetch(`/problems?lang=${asked}`);
  if (!answer.ok) return;
  const all = await answer.json();
  if (all.version !== book.version || asked !== language) return;
  book.problems.forEach((p, i) => said.set(key(p), all.said[i]));
  translate(true);
  told();
  for (const el of main.querySelectorAll('.page')) pages.badge(el);
}

// speak writes all words in the language.
function speak() {
  translate();
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
  for (const e of document.querySelectorAll('[data-label]')) { e.title = say(e.dataset.label); e.setAttribute('aria-label', say(e.dataset.label)); }
  for (const e of document.querySelectorAll('[data-text]')) e.textContent = say(e.dataset.text);
  for (const e of document.querySelectorAll('[data-placeholder]')) e.placeholder = say(e.dataset.placeholder);
  $('language').value = language;
  $('banner-button').textContent = say('show');
  $('banner-text').textContent = say('failed');
  const on = book.ltr ? '→' : '←', off = book.ltr ? '←' : '→';
  $('keys-list').replaceChildren(...[[on, 'forward'], [off, 'backward'], ['Home', 'first'], ['End', 'last'], ['1', 'spreads'], ['2', 'single'], ['3', 'sheets'], ['4', 'screens'],
    ['/', 'search'], ['+', 'larger'], ['-', 'smaller'], ['0', 'fit'], ['C', 'contents'], ['P', 'problems'], ['Esc', 'close']].flatMap(([key, what]) => {
    const dt = document.createElement('dt'), dd = document.createElement('dd'), kbd = document.createElement('kbd');
    kbd.textContent = key; dt.append(kbd); dd.textContent = say(what);
    return [dt, dd];
  }));
  $('turn-left').setAttribute('aria-label', say(book.ltr ? 'backward' : 'forward'));
  $('turn-right').setAttribute('aria-label', say(book.ltr ? 'forward' : 'backward'));
  told();
}

// told shows what there is to say.
function told() {
  document.title = book.title ? `${book.title} — Warraq` : 'Warraq';
  $('title').textContent = book.title ?? say('building');
  $('title').dir = 'auto';
  const failed = Boolean(book.failed);
  document.body.classList.toggle('failed', failed);
  $('banner').hidden = !failed;
  const n = book.problems.length;
  $('count').textContent = n || '';
  $('problems-button').classList.toggle('errors', book.problems.some((p) => p.kind === 'error'));
  if (panel === 'problems') panels.problems(book.problems, only, say, chosenProblem);
  if (panel === 'found') panels.found(hits, now, folio, say, look);
  where();
}

const folio = (i) => book.pages[i]?.folio || String(i + 1);
const last = () => Math.max(book.pages.length - 1, 0);

// spreadOf is the pages that are open together with one: the first stands alone.
function spreadOf(i) {
  const even = i % 2 === 0 ? i - 1 : i;
  return [even, even + 1].map((n) => (n >= 0 && n <= last() ? n : -1));
}

// scale is how many pixels a point is.
function scale() {
  const around = getComputedStyle(main);
  const room = { w: main.clientWidth - 2 * parseFloat(around.paddingLeft), h: main.clientHeight - 2 * parseFloat(around.paddingTop) };
  if (view === 'spreads') return zoom * Math.max(Math.min(room.w / (2 * book.width), room.h / book.height), 0.2);
  if (view === 'sheets') return zoom * Math.min(room.w / (book.sides?.[0]?.width || 1), 1.6);
  return zoom * Math.min(room.w / book.width, Math.max(room.h / book.height * 1.25, 1.34));
}

function resize() {
  const k = scale();
  main.style.setProperty('--w', `${book.width * k}px`);
  main.style.setProperty('--h', `${book.height * k}px`);
  for (const side of main.querySelectorAll('.side')) lay(side, k);
  $('scale').textContent = `${Math.round(k * 75)}%`;
}

// show builds the view anew.
function show() {
  for (const b of document.querySelectorAll('#views button')) b.setAttribute('aria-pressed', b.dataset.view === view);
  $('turn-left').hidden = $('turn-right').hidden = view !== 'spreads';
  main.classList.toggle('turning', view === 'spreads');
  pages.clear();
  if (!book.pages.length) {
    const p = document.createElement('p');
    p.className = 'empty';
    p.textContent = book.version ? say('none') : say('building');
    main.replaceChildren(p);
    return;
  }
  if (index > last()) {
    away ??= { index, top: main.scrollTop };
    index = last();
  }
  if (view === 'screens') {
    panels.screens(main, say, chapter, (n) => { chapter = n; show(); }, () => view === 'screens');
  } else {
    ({ spreads, single, sheets })[view]();
    resize();
    if (view !== 'spreads') main.querySelector(`.page[data-page="${index}"]`)?.scrollIntoView({ block: 'start' });
  }
  where();
}

function spreads() {
  const el = document.createElement('div');
  el.className = 'spread';
  let pair = spreadOf(index);
  if (!book.ltr) pair = pair.reverse(); // the window lays them out from left to right
  el.append(...pair.map((n) => {
    if (n >= 0) return pages.place(n);
    const gap = document.createElement('div');
    gap.className = 'gap';
    return gap;
  }));
  main.replaceChildren(el);
}

function single() {
  const el = document.createElement('div');
  el.className = 'column';
  el.append(...book.pages.map((_, n) => pages.place(n)));
  main.replaceChildren(el);
}

function sheets() {
  const el = document.createElement('div');
  el.className = 'column';
  if (!book.sides?.length) {
    const p = document.createElement('p');
    p.className = 'empty';
    p.textContent = say('nosheets');
    el.append(p);
  }
  (book.sides ?? []).forEach((s, n) => {
    const figure = document.createElement('figure'), side = document.createElement('div'), caption = document.createElement('figcaption');
    side.className = 'side';
    side.side = s;
    for (const p of s.places) {
      if (p.page < 0) continue;
      const at = pages.place(p.page);
      at.place = p;
      at.classList.toggle('turned', p.turned);
      side.append(at);
    }
    caption.textContent = say(n % 2 ? 'back' : 'front').replace('{n}', Math.floor(n / 2) + 1);
    figure.append(side, caption);
    el.append(figure);
  });
  main.replaceChildren(el);
}

// lay puts the pages of a side in their places.
function lay(side, k) {
  side.style.width = `${side.side.width * k}px`;
  side.style.height = `${side.side.height * k}px`;
  for (const el of side.children) {
    el.style.left = `${el.place.x * k}px`;
    el.style.top = `${el.place.y * k}px`;
  }
}

// where says which page the window is at.
function where() {
  $('number').value = book.pages.length ? folio(index) : '';
  $('of').textContent = book.pages.length ? `(${index + 1}) ${say('of').replace('{n}', book.pages.length)}` : '';
  const [first, second] = spreadOf(index);
  const atEnd = Math.max(first, second) >= last(), atStart = index <= 0;
  $('turn-left').disabled = book.ltr ? atStart : atEnd;
  $('turn-right').disabled = book.ltr ? atEnd : atStart;
  panels.here(view === 'spreads' ? Math.max(first, second) : index);
  const at = `#page-${index + 1}`;
  if (book.pages.length && location.hash !== at) history.replaceState(null, '', at); // which takes its time
}

// go turns to a page.
function go(i, smooth) {
  if (!book.pages.length) return;
  away = undefined;
  const to = Math.min(Math.max(i, 0), last());
  if (view === 'screens') view = 'spreads';
  else if (view === 'spreads' && spreadOf(to)[0] === spreadOf(index)[0] && main.querySelector('.spread')) { index = to; where(); return; }
  else if (view !== 'spreads' && main.querySelector('.page')) {
    index = to;
    main.querySelector(`.page[data-page="${to}"]`)?.scrollIntoView({ block: 'start', behavior: smooth ? 'smooth' : 'auto' });
    where();
    return;
  }
  index = to;
  show();
}

// turn goes on, or back, by what the window shows at once.
function turn(by) {
  if (view === 'screens') { chapter = Math.max(chapter + by, 0); show(); return; }
  if (view !== 'spreads') { go(index + by); return; }
  const [first, second] = spreadOf(index);
  if (by > 0) { if (Math.max(first, second) < last()) go(Math.max(first, second) + 1); } else if (first > 0) go(first - 1);
}

function setView(v) {
  view = v;
  remember('view', v);
  main.scrollTo(0, 0);
  show();
}
function setZoom(z) {
  zoom = Math.min(Math.max(z, 0.25), 6);
  remember('zoom', zoom);
  const before = main.scrollHeight ? (main.scrollTop + main.clientHeight / 2) / main.scrollHeight : 0;
  resize();
  main.scrollTop = before * main.scrollHeight - main.clientHeight / 2;
}

function setPanel(which, page) {
  panel = which;
  only = page;
  $('panel').hidden = !which;
  document.body.classList.toggle('with-panel', Boolean(which));
  $('problems-button').setAttribute('aria-expanded', which === 'problems');
  if (which) told();
  if (view !== 'screens' && book.pages.length) resize();
}

function setContents(open) {
  $('contents').hidden = !open;
  document.body.classList.toggle('with-contents', open);
  $('contents-button').setAttribute('aria-expanded', open);
  remember('contents', open ? 1 : 0);
  if (view !== 'screens' && book.pages.length) resize();
}

function chosenProblem(p, n, event) {
  if (p.page >= 0) go(p.page);
  if (p.file) panels.bubble(`problem=${n}`, event.clientX, event.clientY, say);
}

// search asks for a text, and looks at the first place from here on.
async function search(text) {
  hits = text.trim() ? await (await fetch('/search?q=' + encodeURIComponent(text))).json() ?? [] : [];
  now = -1;
  if (!text.trim()) { setPanel(''); pages.find([], -1, main); return; }
  setPanel('found');
  if (hits.length) look(Math.max(hits.findIndex((h) => h.page >= index), 0));
  else pages.find([], -1, main);
}

function look(n) {
  now = (n + hits.length) % hits.length;
  go(hits[now].page);
  pages.find(hits, now, main);
  panels.found(hits, now, folio, say, look);
  $('panel-list').querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  if (view === 'single') main.querySelector('.marks .now')?.scrollIntoView({ block: 'center' });
}

// take puts what is told of a change in the place of what was.
function take(told_) {
  const count = book.pages.length;
  const { changed, drawn, pages: all, ...rest } = told_;
  for (const [sum, svg] of Object.entries(drawn ?? {})) keep(sum, svg);
  const shape = `${book.width} ${book.height} ${book.ltr}`;
  const renamed = all || Object.entries(changed).some(([i, p]) => book.pages[i]?.folio !== p.folio);
  Object.assign(book, rest);
  book.problems ??= [];
  translate();
  if (all) book.pages = all ?? [];
  else {
    book.pages.length = rest.count;
    for (const [i, page] of Object.entries(changed)) book.pages[i] = page;
  }
  if (rest.contents || renamed) panels.contents(book, go);
  told();
  if (count !== book.pages.length || (view === 'sheets' && rest.sides) || shape !== `${book.width} ${book.height} ${book.ltr}`) {
    let top = main.scrollTop;
    if (away && away.index <= last()) { // a part of it was there while it was being written
      ({ index, top } = away);
      away = undefined;
    }
    show();
    if (count && view !== 'spreads') main.scrollTop = top;
  } else if (view === 'screens') {
    if (!book.failed) show();
  } else {
    pages.changed(main);
  }
  document.documentElement.dataset.version = book.version;
}

async function whole() {
  const answer = await fetch('/book');
  take(await answer.json());
  speak();
}

function listen() {
  const events = new EventSource('/events');
  events.addEventListener('version', (e) => { $('state').textContent = ''; if (Number(e.data) !== book.version) whole(); });
  events.addEventListener('book', (e) => {
    const change = JSON.parse(e.data);
    if (change.version <= book.version) return;
    if (change.version === book.version + 1) take(change);
    else whole();
  });
  events.addEventListener('turn', (e) => {
    pages.spot = JSON.parse(e.data);
    go(pages.spot.page, true);
    for (const el of main.querySelectorAll('.page')) pages.mark(el);
  });
  events.addEventListener('error', () => { $('state').textContent = say('lost'); });
}

// Clicks.
for (const b of document.querySelectorAll('#views button')) b.addEventListener('click', () => setView(b.dataset.view));
$('turn-left').addEventListener('click', () => turn(book.ltr ? -1 : 1));
$('turn-right').addEventListener('click', () => turn(book.ltr ? 1 : -1));
$('larger').addEventListener('click', () => setZoom(zoom * 1.2));
$('smaller').addEventListener('click', () => setZoom(zoom / 1.2));
$('scale').addEventListener('click', () => setZoom(1));
$('contents-button').addEventListener('click', () => setContents($('contents').hidden));
$('contents-close').addEventListener('click', () => setContents(false));
$('problems-button').addEventListener('click', () => setPanel(panel === 'problems' ? '' : 'problems'));
$('banner-button').addEventListener('click', () => setPanel('problems'));
$('panel-close').addEventListener('click', () => setPanel(''));
$('keys-button').addEventListener('click', () => $('keys').showModal());
$('language').addEventListener('change', (e) => { language = e.target.value; remember('language', language); speak(); panels.contents(book, go); show(); });
$('number').addEventListener('change', (e) => {
  const named = book.pages.findIndex((p) => p.folio === e.target.value.trim());
  go(named >= 0 ? named : (Number(e.target.value) || 1) - 1);
});
let typing;
$('query').addEventListener('input', (e) => { clearTimeout(typing); typing = setTimeout(() => search(e.target.value), 150); });
$('search').addEventListener('submit', (e) => {
  e.preventDefault();
  clearTimeout(typing);
  if (hits.length && panel === 'found') look(now + 1);
  else search($('query').value);
});
document.addEventListener('click', (e) => {
  const link = e.target.closest?.('.page a');
  const to = link?.getAttribute('href') ?? '';
  if (to.startsWith('#page-')) { e.preventDefault(); go(Number(to.slice(6)) - 1); return; }
  if (link) { e.preventDefault(); window.open(to, '_blank', 'noopener'); return; }
  const badge = e.target.closest?.('[data-problems]');
  if (badge) { setPanel('problems', Number(badge.dataset.problems)); return; }
  panels.asked(e, say);
});
for (const moved of ['wheel', 'touchmove', 'pointerdown']) main.addEventListener(moved, () => { away = undefined; }, { passive: true });
main.addEventListener('scroll', () => {
  $('bubble').hidden = true;
  if (view !== 'single') return;
  const middle = main.getBoundingClientRect().top + main.clientHeight / 3;
  let low = 0, high = main.firstElementChild?.children.length ?? 0;
  while (low + 1 < high) {
    const m = (low + high) >> 1;
    if (main.firstElementChild.children[m].getBoundingClientRect().top <= middle) low = m; else high = m;
  }
  if (low !== index) { index = low; where(); }
}, { passive: true });
new ResizeObserver(() => {
  if (view === 'screens') panels.fitScreens(main);
  else if (book.pages.length) resize();
}).observe(main);

// Keys.
addEventListener('keydown', (e) => {
  if (e.key === 'Escape') {
    $('bubble').hidden = true;
    if (document.activeElement === $('query')) { $('query').value = ''; search(''); main.focus(); } else if (panel) setPanel('');
    return;
  }
  if (e.ctrlKey || e.metaKey || e.altKey || e.target.closest?.('input, select, dialog')) return;
  const forward = book.ltr ? 'ArrowRight' : 'ArrowLeft', backward = book.ltr ? 'ArrowLeft' : 'ArrowRight';
  const spread = view === 'spreads';
  const keys = {
    [forward]: () => turn(1), [backward]: () => turn(-1), Home: () => go(0), End: () => go(last()),
    '1': () => setView('spreads'), '2': () => setView('single'), '3': () => setView('sheets'), '4': () => setView('screens'),
    '+': () => setZoom(zoom * 1.2), '=': () => setZoom(zoom * 1.2), '-': () => setZoom(zoom / 1.2), '0': () => setZoom(1),
    '/': () => { $('query').focus(); $('query').select(); }, '?': () => $('keys').showModal(),
  };
  if (spread) Object.assign(keys, { PageDown: () => turn(1), PageUp: () => turn(-1), ' ': () => turn(e.shiftKey ? -1 : 1) });
  if (e.key === ' ' && e.target.closest?.('button, a')) return;
  const does = keys[e.key] ?? { KeyC: () => setContents($('contents').hidden), KeyP: () => setPanel(panel === 'problems' ? '' : 'problems') }[e.code];
  if (!does) return;
  e.preventDefault();
  does();
});
addEventListener('hashchange', () => go((Number(location.hash.replace('#page-', '')) || 1) - 1));

setContents(remembered('contents', innerWidth >= 1100 ? '1' : '0') === '1');
speak();
show();
listen();
