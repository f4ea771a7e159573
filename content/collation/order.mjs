// order prints the orders of letters that this package embeds, as the Intl.Collator of
// this node has them: node content/collation/order.mjs > content/collation/orders.txt
//
// A line is "root", a script and its letters in their order: those of one weight stand
// together. Then come the languages and what stands elsewhere in them: "c>ç" says that ç
// follows the letters among which c is. "=" leads the letters that are sorted as several,
// "~" the marks, by their codes.
const scripts = ['Latin', 'Greek', 'Cyrillic', 'Hebrew', 'Arabic', 'Syriac'];
const languages = ['ar', 'az', 'be', 'bs', 'ca', 'cs', 'cy', 'da', 'de', 'el', 'es', 'et', 'fa', 'fi', 'fil', 'fo', 'fr', 'ha', 'he', 'hr', 'hu', 'id', 'ig', 'is', 'it',
  'kk', 'kl', 'ku', 'ky', 'lt', 'lv', 'mk', 'ms', 'mt', 'nl', 'nb', 'pl', 'ps', 'pt', 'ro', 'ru', 'se', 'sk', 'sl', 'sq', 'sr', 'sv', 'tk', 'to', 'tr', 'ug', 'uk', 'ur', 'uz', 'vi', 'wo', 'yo'];

// used are the blocks whose letters words are written in.
const used = [[0x41, 0x24F], [0x253, 0x2AF], [0x370, 0x52F], [0x5D0, 0x5F2], [0x620, 0x6FF], [0x710, 0x77F], [0x8A0, 0x8FF], [0x1E00, 0x1FFF]];
const letters = Object.fromEntries(scripts.map((script) => {
  const of = new RegExp(`^\\p{Script=${script}}$`, 'u'), all = [];
  for (const [from, to] of used) {
    for (let c = from; c <= to; c++) {
      const letter = String.fromCodePoint(c);
      if (of.test(letter) && /[\p{Lu}\p{Ll}\p{Lt}\p{Lo}]/u.test(letter)) all.push(letter);
    }
  }
  return [script, all];
}));

// order is the letters of a script in the order of a language, and those with marks that
// are letters of their own in it.
function order(language, script) {
  const primary = new Intl.Collator(language, { sensitivity: 'base' }), full = new Intl.Collator(language, { caseFirst: 'lower' });
  const own = letters[script].filter((letter) => {
    const parts = letter.normalize('NFD');
    if (parts === letter) return true;
    return [...parts].length === 2 && primary.compare(letter, String.fromCodePoint(parts.codePointAt(0))) !== 0;
  });
  own.sort((a, b) => primary.compare(a, b) || full.compare(a, b));
  const groups = [];
  for (const letter of own) {
    if (groups.length && primary.compare(groups.at(-1)[0], letter) === 0) groups.at(-1).push(letter);
    else groups.push([letter]);
  }
  return groups.map((g) => g.join(''));
}

// elsewhere are the groups of an order that are not where another has them, each behind
// a letter of the group before it.
function elsewhere(own, other) {
  const n = own.length, m = other.length;
  const common = Array.from({ length: n + 1 }, () => new Uint16Array(m + 1));
  for (let i = n - 1; i >= 0; i--) for (let j = m - 1; j >= 0; j--) common[i][j] = own[i] === other[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
  const moved = [];
  for (let i = 0, j = 0; i < n;) {
    if (j < m && own[i] === other[j]) { i++; j++; } else if (j < m && common[i][j + 1] >= common[i + 1][j]) j++;
    else { moved.push(`${i ? [...own[i - 1]][0] : ''}>${own[i]}`); i++; }
  }
  return moved;
}

const root = Object.fromEntries(scripts.map((script) => [script, order('und', script)]));
console.log(`# ICU ${process.versions.icu}, CLDR ${process.versions.cldr}, Unicode ${process.versions.unicode}; made by order.mjs`);
for (const script of scripts) console.log('root', script, root[script].join(' '));

const base = new Intl.Collator('und', { sensitivity: 'base' }), latin = [...'abcdefghijklmnopqrstuvwxyz'];
const several = letters.Latin.filter((l) => l.normalize('NFD') === l).flatMap((l) => latin.flatMap((a) => latin.filter((b) => base.compare(l, a + b) === 0).map((b) => l + a + b)));
console.log('root =', several.join(' '));
const full = new Intl.Collator('und', { sensitivity: 'accent' }), marks = [];
for (let c = 0x300; c < 0x370; c++) marks.push(String.fromCodePoint(c));
marks.sort((a, b) => full.compare('a' + a, 'a' + b));
console.log('root ~', marks.map((m) => m.codePointAt(0).toString(16)).join(' '));
for (const language of languages) {
  if (!Intl.Collator.supportedLocalesOf(language).length) continue;
  for (const script of scripts) {
    const moved = elsewhere(order(language, script), root[script]);
    if (moved.length) console.log(language, script, moved.join(' '));
  }
}
