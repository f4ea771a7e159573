// lsp HOME PROGRAM BOOK: an editor's session, over the client library that editors use,
// in a book of 300 chapters that the folder BOOK is filled with. It prints a line for
// each thing that was tried, which begins with "ok" or "FAIL".
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [home, program, dir] = process.argv.slice(2);
const require = createRequire(home + '/');
const lsp = require('vscode-languageserver-protocol/node');

mkdirSync(dir, { recursive: true });
writeFileSync(`${dir}/book.yaml`, 'title: كتاب\nlanguage: ar\n');
const texts = [];
const nameOf = (n) => `${String(n).padStart(3, '0')}.md`;
for (let n = 0; n < 300; n++) {
  texts[n] = `# فصل ${n} {#c${n}}\n\n${'كلمات من نص الفصل تملأ سطورا عدة. '.repeat(30)}\n\nانظر {ref: c${(n + 7) % 300}} و[الحاشية](#c${(n + 1) % 300})[^a].\n\n[^a]: حاشية.\n\n| أ | عمود |\n|--|:-:|\n| ١ | ٢ |\n`;
  writeFileSync(`${dir}/${nameOf(n)}`, texts[n]);
}
const uri = (name) => pathToFileURL(`${dir}/${name}`).href;

const server = spawn(program, ['lsp'], { stdio: ['pipe', 'pipe', 'inherit'] });
const connection = lsp.createProtocolConnection(new lsp.StreamMessageReader(server.stdout), new lsp.StreamMessageWriter(server.stdin));
const told = new Map();
let woken = () => {};
connection.onNotification(lsp.PublishDiagnosticsNotification.type, (p) => { told.set(p.uri, p.diagnostics); woken(); });
connection.listen();

// until waits for what is told of a file to be as wanted.
async function until(name, wanted) {
  const end = Date.now() + 30000;
  while (Date.now() < end) {
    if (wanted(told.get(uri(name)) ?? [])) return true;
    await new Promise((resolve) => { woken = resolve; setTimeout(resolve, 100); });
  }
  return false;
}
let requests = 0;
async function tried(what, does) {
  try {
    const wrong = await does();
    console.log(wrong ? `FAIL ${what}: ${wrong}` : `ok ${what}`);
  } catch (e) { console.log(`FAIL ${what}: ${e.message}`); }
}
const ask = (type, params) => { requests++; return connection.sendRequest(type, params); };
const position = (text, words, n) => {
  const at = text.indexOf(words) + n;
  const lines = text.slice(0, at).split('\n');
  return { line: lines.length - 1, character: lines.at(-1).length };
};
const at = (n, words, i) => ({ textDocument: { uri: uri(nameOf(n)) }, position: position(texts[n], words, i) });
let version = 1;
const change = (n, text) => connection.sendNotification(lsp.DidChangeTextDocumentNotification.type,
  { textDocument: { uri: uri(nameOf(n)), version: ++version }, contentChanges: [{ text }] });

await tried('initialize', async () => {
  const { capabilities } = await ask(lsp.InitializeRequest.type, { processId: process.pid, rootUri: uri(''), capabilities: {}, workspaceFolders: null });
  await connection.sendNotification(lsp.InitializedNotification.type, {});
  return capabilities.renameProvider?.prepareProvider ? '' : 'no renaming';
});
for (const n of [0, 10, 299]) {
  await connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, { textDocument: { uri: uri(nameOf(n)), languageId: 'markdown', version: 1, text: texts[n] } });
}
await tried('what is wrong is told at its line and taken back', async () => {
  await change(10, texts[10].replace('{ref: c17}', '{ref: nowhere}'));
  if (!await until('010.md', (d) => d.some((p) => p.severity === 1 && p.range.start.line === 4))) return 'nothing was told';
  await change(10, texts[10]);
  return await until('010.md', (d) => d.every((p) => p.severity !== 1)) ? '' : 'it is still told';
});
await tried('changes by range keep the text', async () => {
  const p = position(texts[10], 'فصل', 0);
  await connection.sendNotification(lsp.DidChangeTextDocumentNotification.type, { textDocument: { uri: uri('010.md'), version: ++version },
    contentChanges: [{ range: { start: p, end: { line: p.line, character: p.character + 3 } }, text: 'باب' }] });
  const symbols = await ask(lsp.DocumentSymbolRequest.type, at(10, '#', 0));
  await change(10, texts[10]);
  return symbols[0]?.name === 'باب 10' ? '' : JSON.stringify(symbols[0]);
});
for (const n of [0, 10, 299]) {
  await tried(`definition and hover in chapter ${n}`, async () => {
    const [found] = await ask(lsp.DefinitionRequest.type, at(n, '{ref: c', 7));
    if (found?.uri !== uri(nameOf((n + 7) % 300))) return `it leads to ${found?.uri}`;
    const note = await ask(lsp.DefinitionRequest.type, at(n, '[^a].', 2));
    if (note.length !== 1 || note[0].range.start.line !== 6) return 'the note is not found';
    const hover = await ask(lsp.HoverRequest.type, at(n, '{ref: c', 7));
    return hover?.contents.value.includes(`فصل ${(n + 7) % 300}`) ? '' : 'nothing is said';
  });
  await tried(`references and new names in chapter ${n}`, async () => {
    const found = await ask(lsp.ReferencesRequest.type, { ...at(n, '{#c', 3), context: { includeDeclaration: true } });
    if (found.length !== 3) return `${found.length} places`;
    if (!await ask(lsp.PrepareRenameRequest.type, at(n, '{#c', 3))) return 'no name is there';
    const edits = await ask(lsp.RenameRequest.type, { ...at(n, '{#c', 3), newName: 'new-name' });
    return Object.keys(edits.changes).length === 3 ? '' : JSON.stringify(edits);
  });
  await tried(`outline, folds and columns in chapter ${n}`, async () => {
    const folds = await ask(lsp.FoldingRangeRequest.type, at(n, '#', 0));
    const edits = await ask(lsp.DocumentFormattingRequest.type, { ...at(n, '#', 0), options: { tabSize: 2, insertSpaces: true } });
    return folds.length > 0 && edits.length === 3 ? '' : `${folds.length} folds, ${edits.length} edits`;
  });
}
for (const [typed, wanted] of [['{ref: ', 'c299'], ['[نص](#', 'c0'], ['نص[^', 'a'], ['::: ', 'warning'], ['نص{.', 'quran'], ['{wid', 'width=']]) {
  await tried(`completion behind ${typed}`, async () => {
    const text = `${texts[0]}\n${typed}`;
    await change(0, text);
    const items = await ask(lsp.CompletionRequest.type, { textDocument: { uri: uri('000.md') }, position: { line: text.split('\n').length - 1, character: typed.length } });
    return items.some((i) => i.label === wanted) ? '' : `${items.length} items`;
  });
}
await tried('a second name for a place is refused', async () => {
  try { await ask(lsp.RenameRequest.type, { ...at(10, '{#c', 3), newName: 'c11' }); } catch { return ''; }
  return 'it was given';
});
await tried('it ends when it is asked to', async () => {
  await ask(lsp.ShutdownRequest.type);
  const ended = new Promise((resolve) => server.on('exit', resolve));
  await connection.sendNotification(lsp.ExitNotification.type);
  const status = await ended;
  return status === 0 ? '' : `status ${status}`;
});
console.log(`${requests > 30 ? 'ok' : 'FAIL'} ${requests} requests`);
process.exit(0);
