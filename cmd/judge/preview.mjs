// preview HOME ADDRESS BOOK SHOTS: looks at a preview in Chromium as its author does, who
// edits the manuscript in the folder BOOK meanwhile. It prints a line for each thing that
// was tried, which begins with "ok" or "FAIL", and leaves pictures in the folder SHOTS.
import { createRequire } from 'node:module';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

const [home, address, dir, shots] = process.argv.slice(2);
const { chromium } = createRequire(home + '/')('playwright-core');
const chapter = `${dir}/01-prose.md`;
const original = readFileSync(chapter, 'utf8');
const manifest = readFileSync(`${dir}/book.yaml`, 'utf8');

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'ar', permissions: ['clipboard-read', 'clipboard-write'] });
const page = await context.newPage();
const complaints = [];
page.on('pageerror', (e) => complaints.push(e.message));
page.on('console', (m) => { if (m.type() === 'error' && !/404/.test(m.text())) complaints.push(m.text()); });
page.on('request', (r) => { if (!r.url().startsWith(address)) complaints.push(`asks for ${r.url()}`); });

const version = () => page.evaluate(() => Number(document.documentElement.dataset.version));
const shown = () => page.evaluate(() => [...document.querySelectorAll('.spread > .page')].map((e) => Number(e.dataset.page) + 1));
const drawn = (n) => page.waitForSelector(`.page[data-page="${n - 1}"] > svg`);
// save writes a file as editors do that write another and give it the name, and waits
// until the window has what came of it.
async function save(name, text, by = 'rename') {
  const before = await version();
  if (by === 'rename') {
    writeFileSync(name + '.tmp~', text);
    renameSync(name + '.tmp~', name);
  } else writeFileSync(name, text);
  await page.waitForFunction((v) => Number(document.documentElement.dataset.version) > v, before, { timeout: 20000 });
  await page.waitForTimeout(300); // of several events of one save
}
async function shot(name) { await page.screenshot({ path: `${shots}/${name}.png` }); }
async function tried(what, does) {
  try {
    const wrong = await does();
    console.log(wrong ? `FAIL ${what}: ${wrong}` : `ok ${what}`);
  } catch (e) {
    console.log(`FAIL ${what}: ${String(e.message).split('\n')[0]}`);
    await shot('failed');
  }
}

await tried('the preview opens, in Arabic, from right to left', async () => {
  await page.goto(address);
  await drawn(1);
  const seen = await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir, document.title]);
  if (seen[0] !== 'ar' || seen[1] !== 'rtl' || !seen[2].includes('كتاب')) return seen.join(' ');
});

await tried('spreads are turned leftwards', async () => {
  await page.focus('#main');
  const seen = [await shown()];
  for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowRight']) {
    await page.keyboard.press(key);
    seen.push(await shown());
  }
  await page.click('#turn-left');
  seen.push(await shown());
  // the window lays pages out from left to right: the later one is at the left
  const want = '[[1],[3,2],[5,4],[3,2],[5,4]]';
  if (JSON.stringify(seen) !== want) return `${JSON.stringify(seen)}, want ${want}`;
  const left = await page.evaluate(() => [...document.querySelectorAll('.spread > .page')].map((e) => e.getBoundingClientRect().left));
  if (left[0] >= left[1]) return 'the later page is not at the left';
});
await page.goto(address + '#page-11');
await drawn(11);
await shot('desktop-spreads');

await tried('a vocalised word is found, marked where it stands and copied', async () => {
  await page.keyboard.press('/');
  await page.keyboard.type('يظلل حتى يرى');
  await page.waitForSelector('.page .marks .now');
  const place = await page.evaluate(() => {
    const marks = [...document.querySelectorAll('.marks .now')].map((e) => e.getBoundingClientRect());
    const word = [...document.querySelectorAll('.page tspan')].find((e) => e.textContent.replace(/[\u064B-\u0652]/g, '') === 'يظلل');
    const e = word.getExtentOfChar(0), r = word.ownerSVGElement.getScreenCTM();
    const x = e.x * r.a + r.e + e.width * r.a / 2, y = e.y * r.d + r.f + e.height * r.d / 2;
    return { inside: marks.some((m) => m.left <= x && x <= m.right && m.top <= y && y <= m.bottom), marks: marks.length, text: word.textContent };
  });
  if (!place.inside || place.marks !== 3) return JSON.stringify(place);
  await page.evaluate(() => {
    const words = [...document.querySelectorAll('.page tspan')];
    const at = words.findIndex((e) => e.textContent.replace(/[\u064B-\u0652]/g, '') === 'يظلل');
    const range = document.createRange();
    range.setStart(words[at].firstChild, 0);
    range.setEnd(words[at + 2].firstChild, words[at + 2].firstChild.length);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  });
  await shot('desktop-found');
  await page.focus('#main');
  await page.keyboard.press('Control+c');
  const copied = (await page.evaluate(() => navigator.clipboard.readText())).trim();
  if (copied !== 'يُظلَّل حتى يُرى') return `copied: ${copied}`;
  await page.evaluate(() => getSelection().removeAllRanges());
});

await tried('a word is found by the browser itself', async () => {
  const found = await page.evaluate(() => { getSelection().removeAllRanges(); return window.find('مشطوبة'); });
  if (!found) return 'it is not';
  await page.evaluate(() => getSelection().removeAllRanges());
});

await tried('a click on a paragraph says its line', async () => {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  const line = original.split('\n').findIndex((l) => l.includes('مشطوبة')) + 1;
  const at = await page.evaluate(() => {
    const r = [...document.querySelectorAll('.page tspan')].find((e) => e.textContent.includes('مشطوبة'));
    const e = r.getExtentOfChar(2), m = r.ownerSVGElement.getScreenCTM();
    return { x: e.x * m.a + m.e + 2, y: e.y * m.d + m.f + e.height * m.d / 2 };
  });
  await page.mouse.click(at.x, at.y);
  await page.waitForSelector('#bubble:not([hidden])');
  const said = await page.textContent('#bubble .place');
  // a paragraph may begin some lines before
  const [, file, n] = said.match(/^(.*):(\d+)$/);
  const paragraph = original.split('\n').slice(Number(n) - 1, line);
  if (file !== '01-prose.md' || Number(n) > line || paragraph.includes('')) return `${said}, and the word is in line ${line}`;
  await shot('desktop-place');
  const opened = readFileSync(`${shots}/opened`, 'utf8').trim();
  if (!opened.endsWith(`/01-prose.md ${n}`)) return `the editor was given ${opened}`;
});

await tried('the line of an editor turns the page', async () => {
  await page.keyboard.press('Home');
  await page.waitForFunction(() => document.querySelector('.spread > .page')?.dataset.page === '0');
  const line = original.split('\n').findIndex((l) => l.includes('مشطوبة')) + 1;
  const answer = await fetch(`${address}cursor?file=01-prose.md&line=${line}`, { method: 'POST' });
  if (answer.status !== 204) return `status ${answer.status}`;
  await page.waitForSelector('.page .marks .spot');
  if (!(await shown()).includes(11)) return String(await shown());
});

await tried('a word that is changed is there, and no other page is asked for', async () => {
  const asked = [];
  const listen = (r) => { if (/\/page\/\d+/.test(r.url())) asked.push(Number(r.url().match(/\/page\/(\d+)/)[1])); };
  await page.click('[data-view=single]');
  await page.goto(address + '#page-11');
  await drawn(11);
  await page.waitForTimeout(700);
  const before = await page.evaluate(() => document.getElementById('main').scrollTop);
  page.on('request', listen);
  await save(chapter, original.replace('مشطوبة', 'مكتوبة'));
  await page.waitForFunction(() => [...document.querySelectorAll('.page tspan')].some((e) => e.textContent.includes('مكتوبة')));
  page.off('request', listen);
  const after = await page.evaluate(() => document.getElementById('main').scrollTop);
  if (before === 0 || before !== after) return `scrolled from ${before} to ${after}`;
  if (asked.some((n) => n !== 11)) return `pages ${asked} were asked for`;
});

await tried('a manuscript that is broken keeps its last good pages, dimmed, and says where', async () => {
  await save(chapter, original + '\n::: note\n\nصندوق لا يُغلق.\n', 'writing');
  await page.waitForSelector('body.failed #banner:not([hidden])');
  const dim = await page.evaluate(() => Number(getComputedStyle(document.querySelector('.page > svg')).opacity));
  if (dim > 0.6) return `opacity ${dim}`;
  await page.click('#banner-button');
  await page.waitForFunction(() => /[\u0621-\u064a]{3}/.test(document.querySelector('#panel-list .row > [dir=auto]').textContent)); // in the language of the window
  const said = await page.textContent('#panel-list');
  await shot('desktop-broken');
  if (!said.includes(':::') || !said.includes('01-prose.md:')) return said;
  await save(chapter, original);
  await page.waitForSelector('body:not(.failed)');
  if (await page.isVisible('#banner')) return 'the banner stays';
  await page.keyboard.press('Escape');
});

await tried('a book that is shorter for a while keeps its place', async () => {
  const at = () => page.evaluate(() => location.hash);
  await page.click('[data-view=spreads]');
  await page.focus('#main');
  await page.keyboard.press('End');
  const n = await page.evaluate(() => Number(document.getElementById('of').textContent.match(/\d+/g).at(-1)));
  await drawn(n);
  const before = await at();
  await save(`${dir}/book.yaml`, manifest + '\npage: 29x42cm\n');
  await page.waitForFunction((m) => Number(location.hash.match(/\d+/)[0]) < m, n);
  await save(`${dir}/book.yaml`, manifest);
  await drawn(n);
  if (await at() !== before) return `from ${before} to ${await at()}`;
  await page.click('[data-view=single]');
  await page.goto(address + '#page-11');
  await drawn(11);
});

await tried('another theme is shown', async () => {
  const before = await page.evaluate(() => document.querySelector('.page[data-page="10"]').sum);
  await save(`${dir}/book.yaml`, manifest + '\ntheme: report\n');
  await page.waitForFunction((s) => document.querySelector('.page[data-page="10"]').sum !== s, before);
  await shot('desktop-theme');
  await save(`${dir}/book.yaml`, manifest);
  await page.waitForFunction((s) => document.querySelector('.page[data-page="10"]').sum === s, before);
});

await tried('a chapter is added, and stands in the contents', async () => {
  const before = await page.evaluate(() => document.querySelectorAll('.page').length);
  writeFileSync(`${dir}/02-added.md`, '# باب مزيد\n\nنص الباب المزيد.\n');
  await page.waitForFunction((n) => document.querySelectorAll('.page').length > n, before);
  if (!(await page.textContent('#contents-list')).includes('باب مزيد')) return 'it does not';
});

await tried('sheets and screens are shown', async () => {
  await page.click('[data-view=sheets]');
  await page.waitForSelector('.side .page > svg');
  await shot('desktop-sheets');
  await page.click('[data-view=screens]');
  const frame = page.frameLocator('[data-device=phone]');
  await page.waitForSelector('[data-device=tablet]');
  await page.selectOption('.choose select', { index: 4 });
  await frame.locator('body').waitFor();
  await page.waitForTimeout(500);
  await shot('desktop-screens');
  if (!(await frame.locator('body').innerText()).trim()) return 'the phone is empty';
});

await tried('dark windows are dark, in French', async () => {
  const dark = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'fr', colorScheme: 'dark' });
  const p = await dark.newPage();
  await p.goto(address + '#page-11');
  await p.waitForSelector('.page > svg');
  await p.screenshot({ path: `${shots}/desktop-dark.png` });
  const seen = await p.evaluate(() => [document.documentElement.lang, getComputedStyle(document.body).backgroundColor, document.querySelector('#contents h2').textContent]);
  await dark.close();
  const [r, g, b] = seen[1].match(/\d+/g).map(Number);
  if (seen[0] !== 'fr' || r + g + b > 200 || seen[2] !== 'Sommaire') return seen.join(' ');
});

await tried('a telephone has room for all of it', async () => {
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, locale: 'ar' });
  const p = await phone.newPage();
  await p.goto(address + '#page-11');
  await p.waitForSelector('.page > svg');
  await p.waitForTimeout(400);
  await p.screenshot({ path: `${shots}/phone.png` });
  await p.click('#contents-button');
  await p.screenshot({ path: `${shots}/phone-contents.png` });
  await p.click('#contents-close');
  await p.click('[data-view=screens]');
  await p.waitForSelector('[data-device=phone]');
  await p.waitForTimeout(700);
  await p.screenshot({ path: `${shots}/phone-screens.png` });
  const wide = await p.evaluate(() => document.documentElement.scrollWidth);
  const beyond = await p.evaluate(() => [...document.querySelectorAll('#bar button, #bar input, #bar select')].filter((e) => e.offsetParent && (e.getBoundingClientRect().left < 0 || e.getBoundingClientRect().right > innerWidth)).map((e) => e.id));
  await phone.close();
  if (wide > 390 || beyond.length) return `${wide} pixels wide, beyond the edge: ${beyond}`;
});

await tried('nothing complained, and nothing was asked for elsewhere', async () => complaints.join('; '));
writeFileSync(chapter, original);
writeFileSync(`${dir}/book.yaml`, manifest);
await browser.close();
