// svg HOME DPI FILE…: Chromium draws each file, at so many dots an inch, into FILE.png.
// What a file says that is not drawn, as an error or by asking for another, is told.
import { createRequire } from 'node:module';

const [home, dpi, ...files] = process.argv.slice(2);
const { chromium } = createRequire(home + '/')('playwright-core');
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const context = await browser.newContext({ deviceScaleFactor: Number(dpi) / 96, colorScheme: 'dark' });
const page = await context.newPage();
let asked = '';
page.on('request', (r) => { if (r.url() !== asked && !r.url().startsWith('data:')) console.log(`${asked} asks for ${r.url()}`); });
for (const file of files) {
  asked = 'file://' + encodeURI(file);
  await page.goto(asked);
  const size = await page.evaluate(() => {
    const r = document.documentElement.getBoundingClientRect();
    return { width: Math.ceil(r.width), height: Math.ceil(r.height) };
  });
  await page.setViewportSize(size);
  await page.screenshot({ path: file + '.png' });
}
await browser.close();
