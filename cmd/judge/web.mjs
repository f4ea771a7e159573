// web HOME ADDRESS TEXTS FOLDER…: looks at the web editions in the folders, which are served
// at ADDRESS under the same names, in Chromium: what axe has to say of each page, where its
// links lead, what it loads, how wide it is; and searches the first. It prints a line for each
// book, which begins with "ok" or "FAIL", and writes what the pages say to the file TEXTS.
import { createRequire } from 'node:module';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const [home, address, texts, top, ...folders] = process.argv.slice(2);
const require = createRequire(home + '/');
const { chromium } = require('playwright-core'), axe = require('axe-core');
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });

// Each page is looked at twice: on a desk by day, and on a telephone by night, where axe is
// asked for what may be otherwise there, of every third page: their style is the same.
const looks = [{ viewport: { width: 1300, height: 900 }, colorScheme: 'light' }, { viewport: { width: 320, height: 700 }, colorScheme: 'dark' }];
const other = ['color-contrast', 'target-size', 'scrollable-region-focusable', 'landmark-unique'];
const said = {}; // what pages say, by folder, in the order of reading


async function look(folder) {
  const names = readdirSync(path.join(top, folder)).filter((n) => n.endsWith('.html')), wrong = [];
  const places = {}, links = [], text = {}, next = {}; // ids by page; [from, to, id]
  for (const [at, how] of looks.entries()) {
    const context = await browser.newContext(how), page = await context.newPage();
    page.on('console', (m) => { if (m.type() === 'error') wrong.push(`${page.url()}: ${m.text()}`); });
    page.on('pageerror', (e) => wrong.push(`${page.url()}: ${e.message}`));
    page.on('request', (r) => { if (!r.url().startsWith(address) && !r.url().startsWith('data:')) wrong.push(`${page.url()} loads ${r.url()}`); });
    page.on('requestfailed', (r) => { // what is still on its way when the page is left is no fault
      if (r.failure().errorText !== 'net::ERR_ABORTED') wrong.push(`${r.url()} cannot be loaded: ${r.failure().errorText}`);
    });
    for (const [n, name] of names.entries()) {
      const answer = await page.goto(`${address}/${folder}/${name}`);
      if (!answer.ok()) wrong.push(`${name}: ${answer.status()}`);
      const seen = await page.evaluate(async () => ({
        faceless: await document.fonts.ready.then((faces) => [...faces].filter((f) => f.status === 'error').map((f) => f.family)),
        wide: document.documentElement.scrollWidth - innerWidth,
        text: document.querySelector('main').textContent.replace(/\s/g, ''),
        ids: [...document.querySelectorAll('[id]')].map((e) => e.id),
        links: [...document.querySelectorAll('a[href], link[href]')].map((e) => [e.getAttribute('href'), e.href]),
        next: document.querySelector('link[rel=next]')?.getAttribute('href'),
        broken: [...document.images].filter((i) => i.complete && !i.naturalWidth).map((i) => i.src),
        scripts: [...document.scripts].filter((s) => s.textContent).length,
      }));
      const marks = /﷽/.test(seen.text); // one character, wider than a telephone in large letters
      if (seen.wide > 0 && !marks) wrong.push(`${name} is ${seen.wide} wider than a window of ${how.viewport.width}`);
      if (seen.faceless.length) wrong.push(`${name}: faces that are not shown: ${seen.faceless}`);
      if (seen.broken.length) wrong.push(`${name}: pictures that are not shown: ${seen.broken}`);
      if (seen.scripts) wrong.push(`${name} has a script within`);
      if (new Set(seen.ids).size < seen.ids.length) wrong.push(`${name} has an id twice`);
      if (at === 0) {
        [text[name], next[name]] = [seen.text, seen.next];
        places[name] = new Set(seen.ids);
        for (const [href, full] of seen.links) {
          const { pathname, hash } = new URL(full);
          if (full.startsWith(address)) links.push([name, pathname.endsWith('/') ? 'index.html' : path.basename(pathname), decodeURIComponent(hash.slice(1)), href]);
          else if (!/^(https?:|mailto:|tel:|data:,)/.test(full)) wrong.push(`${name}: ${href} leads nowhere`);
        }
      }
      if (at && n % 3) continue;
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate((rules) => axe.run(document, { resultTypes: ['violations'], ...rules && { runOnly: rules } }), at ? other : null);
      for (const v of violations) wrong.push(`${name}, ${how.colorScheme}: axe ${v.id}: ${v.help}: ${v.nodes[0].html.slice(0, 160)} (${v.nodes.length})`);
    }
    await context.close();
  }
  for (const [from, to, id, href] of links) {
    if (!places[to] && !/\.css$/.test(to)) wrong.push(`${from}: ${href} leads to a page that is not there`);
    else if (id && !places[to].has(id)) wrong.push(`${from}: ${href} leads to a place that is not there`);
  }
  said[folder] = [];
  for (let name = next['index.html']; name; name = next[name]) said[folder].push(text[name]);
  const known = new Set(wrong.slice(0, 12));
  for (const w of known) console.log(`FAIL ${folder}: ${w}`);
  if (!known.size) console.log(`ok ${folder}: ${names.length} pages, ${links.length} links, twice: axe has nothing to say`);

}

// search opens a book as it lies in its folder, without a server, and looks for a word of
// its first chapter without its vowels.
async function search(folder) {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 } }), page = await context.newPage();
  const complaints = [];
  page.on('console', (m) => { if (m.type() === 'error') complaints.push(m.text()); });
  page.on('request', (r) => { if (!/^(file|data):/.test(r.url())) complaints.push(`loads ${r.url()}`); });
  await page.goto(`file://${top}/${folder}/index.html`);
  await page.keyboard.press('/');
  await page.keyboard.type('يظلل حتى يرى');
  await page.waitForSelector('#page-hits li');
  await page.waitForFunction(() => new URLSearchParams(document.querySelector('#page-hits a')?.hash.slice(1)).get('find')?.length === 'يظلل حتى يرى'.length, null, { timeout: 5000 }).catch(() => {}); // all that is typed, which may come in parts
  const hits = await page.evaluate(() => [...document.querySelectorAll('#page-hits li')].map((e) => e.textContent));
  const spoken = await page.evaluate(() => document.querySelector('#page-hits p').textContent);
  if (hits.length !== 1 || !/يُظلَّل حتى يُرى/.test(hits[0]) || !/1/.test(spoken)) complaints.push(`found ${hits.length}: ${hits[0]} ${spoken}`);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.waitForURL(/find=/);
  await page.waitForFunction(() => getSelection().toString() !== '');
  const shown = await page.evaluate(() => {
    const s = getSelection(), r = s.getRangeAt(0).getBoundingClientRect();
    return [s.toString(), r.top > 0 && r.bottom < innerHeight];
  });
  if (shown[0] !== 'يُظلَّل حتى يُرى' || !shown[1]) complaints.push(`shows ${shown}`);
  const index = await page.evaluate(() => { document.getElementById('page-query').value = 'كلمة ليست هنا أبدا'; document.getElementById('page-query').dispatchEvent(new Event('input')); return new Promise((r) => setTimeout(() => r(document.querySelector('#page-hits p').textContent), 1500)); });
  if (!index || /\d/.test(index)) complaints.push(`of what is not there it says ${index}`);
  await context.close();
  const still = await browser.newContext({ javaScriptEnabled: false }), plain = await still.newPage();
  await plain.goto(`file://${top}/${folder}/index.html`);
  if (await plain.locator('form').isVisible()) complaints.push('without a script there is a search');
  await plain.locator('.toc a').first().click();
  if (!await plain.locator('main section').first().isVisible()) complaints.push('without a script nothing can be read');
  await still.close();
  for (const c of complaints) console.log(`FAIL search of ${folder}: ${c}`);
  if (!complaints.length) console.log(`ok search of ${folder}, from its folder: finds without vowels, leads to the place; without a script it is hidden`);
}

const waiting = [...folders];
await Promise.all([1, 2].map(async () => {
  while (waiting.length) await look(waiting.shift());
}));
writeFileSync(texts, JSON.stringify(said));
await search(folders.find((f) => /specimen/.test(f)));
await browser.close();
