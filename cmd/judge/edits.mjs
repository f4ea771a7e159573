// edits HOME ADDRESS FOLDER PROCESS N FILE…: looks at a preview in Chromium while words of
// the FILEs are changed, N times, and prints how long it took from the save until the
// page that has the new word was in the window, and what the server says its part was.
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';

const [home, address, dir, process_, count, ...files] = process.argv.slice(2);
const { chromium } = createRequire(home + '/')('playwright-core');
const now = () => performance.timeOrigin + performance.now();
const texts = files.map((name) => ({ name, lines: readFileSync(`${dir}/${name}`, 'utf8').split('\n') }));

// The server's own events, each kept until it is asked for.
const events = [];
let wake = () => {};
(async () => {
  const reader = (await fetch(address + 'events')).body.pipeThrough(new TextDecoderStream()).getReader();
  for (let text = ''; ;) {
    const { value, done } = await reader.read();
    if (done) return;
    const parts = (text += value).split('\n\n');
    text = parts.pop();
    for (const part of parts) {
      const [, name, data] = part.match(/event: (\w+)\ndata: (.*)/) ?? [];
      if (name) events.push({ name, data: JSON.parse(data), at: now() });
    }
    wake();
  }
})();
async function event(name) {
  for (;;) {
    const i = events.findIndex((e) => e.name === name);
    if (i >= 0) return events.splice(0, i + 1)[i];
    await new Promise((resolve) => { wake = resolve; });
  }
}

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'ar' })).newPage();
await page.goto(address);
await page.waitForSelector('.page > svg');
await page.evaluate(() => {
  document.addEventListener('drawn', (e) => {
    if (window.wanted && [...e.target.querySelectorAll('tspan')].some((t) => t.textContent.includes(window.wanted))) {
      window.seen = performance.timeOrigin + performance.now();
      delete window.wanted;
      requestAnimationFrame(() => setTimeout(() => { window.painted = performance.timeOrigin + performance.now(); }));
    }
  });
});

let seed = 17;
const random = (n) => { seed = (seed * 1103515245 + 12345) % 2147483648; return Math.floor(seed / 2147483648 * n); };
const letters = 'بتثجحخدسشصضطعغفقكلمنه';
const word = (n) => 'وسم' + [...String(n).padStart(4, '0')].map((d) => letters[d]).join('');
const median = (list) => list.slice().sort((a, b) => a - b)[list.length >> 1];
const resident = () => Number(readFileSync(`/proc/${process_}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)[1]) / 1024;

const { took: cold, count: pages } = await (await fetch(address + 'book')).json();
const whole = [], painted = [], rebuilt = [], told = [], changed = [];
let early = 0;
for (let n = 0; n < Number(count); n++) {
  let text, line;
  do {
    text = texts[random(texts.length)];
    line = random(text.lines.length);
  } while (Buffer.byteLength(text.lines[line]) < 200 || /^[#|✨]/u.test(text.lines[line]));
  events.length = 0;
  const answer = await fetch(`${address}cursor?${new URLSearchParams({ file: text.name, line: line + 1 })}`, { method: 'POST' });
  if (answer.status !== 204) { n--; continue; }
  const { data: turn } = await event('turn');
  await page.waitForSelector(`.page[data-page="${turn.page}"] > svg`);
  await page.waitForTimeout(500); // as who types rests
  const words = text.lines[line].split(' ');
  words[2 + random(4)] = word(n);
  text.lines[line] = words.join(' ');
  await page.evaluate((w) => { window.wanted = w; delete window.painted; }, word(n));
  const data = text.lines.join('\n');
  events.length = 0;
  writeFileSync(`${dir}/${text.name}`, data);
  const start = now();
  const change = await event('book');
  try { await page.waitForFunction(() => window.painted, null, { timeout: 20000 }); } catch (e) {
    await page.screenshot({ path: `${dir}/failed.png` });
    throw new Error(`edit ${n}, ${word(n)} in ${text.name}:${line + 1}, page ${turn.page}, ${JSON.stringify(change.data.changed)}, ${await page.evaluate((w) => document.body.textContent.includes(w), word(n))} ${e.message}`);
  }
  whole.push(await page.evaluate(() => window.seen) - start);
  painted.push(await page.evaluate(() => window.painted) - start);
  rebuilt.push(change.data.took);
  told.push(change.at - start);
  changed.push(Object.keys(change.data.changed).length);
  if (n === 9) early = resident();
}
const f = (x) => x.toFixed(1);
console.log(`${pages} pages; cold ${f(cold)} ms; of ${count} edits the median: rebuilt in ${f(median(rebuilt))} ms, told ${f(median(told))} ms after the save, in the window ${f(median(whole))} ms after it (least ${f(Math.min(...whole))}, most ${f(Math.max(...whole))}), painted ${f(median(painted))} ms; ${median(changed)} pages changed; resident ${f(early)} MB after 10 edits, ${f(resident())} MB at the end`);
await browser.close();
process.exit(0);
