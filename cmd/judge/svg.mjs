// svg HOME DPI FILE…: resvg draws each file, at so many dots an inch, into FILE.png. It
// is given no font, so that nothing is seen but outlines. (Chromium's screenshots at
// such scales are off by half a pixel.)
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';

const [home, dpi, ...files] = process.argv.slice(2);
const require = createRequire(home + '/');
const { initWasm, Resvg } = require('@resvg/resvg-wasm');
await initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
for (const file of files) {
  const drawing = new Resvg(readFileSync(file), { fitTo: { mode: 'zoom', value: Number(dpi) / 72 }, dpi: 72, font: { loadSystemFonts: false } });
  const image = drawing.render();
  writeFileSync(file + '.png', image.asPng());
  image.free();
  drawing.free();
}
