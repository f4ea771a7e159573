// words prints words in the order of each of some languages, as the Intl.Collator of this
// node has them, for the tests: node content/collation/words.mjs > content/collation/testdata/sorted.txt
const alphabets = {
  ar: 'ابتثجحخدذرزسشصضطظعغفقكلمنهويةى', fa: 'ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیآ', ur: 'ابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھیےآ',
  ps: 'ابپتټثجځچڅحخدډذرړزژږسشښصضطظعغفقکګلمنڼوهیېۍآ', ug: 'ئاەبپتجچخدرزژسشغفقكگڭلمنھوۇۆۈۋېىي', he: 'אבגדהוזחטיכךלמםנןסעפףצץקרשת',
  en: 'abcdefghijklmnopqrstuvwxyz', fr: 'abcdefghijklmnopqrstuvwxyzàâæçéèêëîïôœùûüÿ', es: 'abcdefghijklmnopqrstuvwxyzñáéíóúü', de: 'abcdefghijklmnopqrstuvwxyzäöüß',
  tr: 'abcçdefgğhıijklmnoöprsştuüvyz', sv: 'abcdefghijklmnopqrstuvwxyzåäö', pl: 'aąbcćdeęfghijklłmnńoóprsśtuwyzźż', ru: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя', el: 'αβγδεζηθικλμνξοπρσςτυφχψωάέή',
};
let seed = 7;
const random = (n) => { seed = (seed * 1103515245 + 12345) % 2147483648; return Math.floor(seed / 2147483648 * n); };
console.log(`# ICU ${process.versions.icu}, CLDR ${process.versions.cldr}; made by words.mjs`);
for (const [language, alphabet] of Object.entries(alphabets)) {
  const words = new Set(), letters = [...alphabet], of = (n) => letters[random(Math.min(n, letters.length))];
  while (words.size < 120) {
    let word = '';
    for (let n = 1 + random(4); n > 0; n--) word += of(random(3) ? letters.length : 4);
    if (random(4) === 0) word = word[0].toLocaleUpperCase(language) + word.slice(1);
    if (random(6) === 0) word += ' ' + of(5);
    if (random(6) === 0) word += ' ' + (1 + random(120));
    words.add(word);
  }
  const order = new Intl.Collator(language, { numeric: true });
  console.log(`${language}\t${[...words].sort((a, b) => order.compare(a, b) || (a < b ? -1 : 1)).join('\t')}`);
}
