package isolate

import (
	"slices"
	"strings"
)

// A label is what a word says of the numbers behind it.
type label uint8

const (
	unlabelled label = iota
	ofPhone          // groups of digits are one number
	ofThing          // a pair is one number, as that of an article or a figure
	ofThings         // so it is if it falls
	ofSpan           // a pair is a range, though it may fall: pages 145-47
	ofScore          // so it is, though it falls
	ofPoint          // numbers in brackets are its coordinates
)

// labels are the words before a number that tell what it is, without prefixes
// and the article.
var labels = labelled(map[label]string{
	ofPhone: "هاتف هواتف تلفون تلفونات تليفون تليفونات تليفاكس تلفاكس جوال جوالات محمول نقال موبايل فاكس فكس واتساب واتس ناسوخ خلوي تل اتصل اتصلوا اتصال ساخن مجاني طوارئ " +
		"تلفن موبایل همراه دورنگار نمابر واتساپ فون موبائل فیکس ٹیلیفون ٹیلی " +
		"טל טלפון נייד סלולרי פקס פקסימיליה וואטסאפ ווטסאפ ☎ ☏ ✆ 📞 📱 📠",
	ofThing: "مادة فصل بند فقرة باب قسم شكل جدول رقم مبحث مطلب فرع لوحة ملحق معادلة تمرين سؤال مثال قانون قرار مرسوم ظهير " +
		"مسألة نظرية مبرهنة تعريف قاعدة صورة رسم خريطة مخطط درس وحدة نشاط إصدار نسخة طراز حساب بطاقة هوية سجل إيبان آيبان رمز صندوق بريد ردمد ردمك " +
		"ماده تبصره شماره جدول شکل بخش پیوست پستی دفعہ نمبر باب ضمیمہ " +
		"סעיף פרק איור טבלה תקנה פסקה מספר נספח חוק",
	ofThings: "مواد فصول بنود فقرات أبواب أقسام أشكال جداول أرقام موارد مواد سعيفים סעיפים פרקים איורים טבלאות",
	ofSpan: "ص صص صفحة صفحات سنة سنوات عام أعوام عامي سنتي سنوي موسم بين من خلال فترة " +
		"صفحه صفحات سال سالهای بین از صفحہ סעמ עמ עמוד עמודים שנה שנים שנות בין",
	ofScore: "فاز فازت فوز تعادل تعادلا خسر خسرت خسارة هزم هزمت هزيمة تغلب تغلبت نتيجة مباراة أهداف هدف " +
		"نتیجه بازی برد باخت ניצחה ניצח הפסידה תוצאה",
	ofPoint: "نقطة نقط إحداثيات إحداثيان متجه متجهة مجال زوج نقطه مختصات بردار נקודה נקודות וקטור",
})

func labelled(words map[label]string) map[string]label {
	all := make(map[string]label)
	for l, list := range words {
		for _, w := range strings.Fields(list) {
			all[w] = l
		}
	}
	return all
}

// reach is how many words may stand between a label and its number.
var reach = map[label]int{ofPhone: 2, ofThing: 0, ofThings: 0, ofSpan: 1, ofScore: 4}

// labelOf is what the words before i say of the number there. Another number
// may stand between, if nothing but a conjunction or a comma parts the two.
func (f *Finder) labelOf(text []rune, i int) label {
	if f.said != unlabelled && f.saidTo <= i && f.saidTo > 0 && joinsNumbers(text[f.saidTo:i]) {
		return f.said
	}
	for words := 0; words < 5; words++ {
		from, to := wordBefore(text, i)
		if from == to {
			break
		}
		if l := labelNamed(text[from:to]); l != unlabelled && words <= reach[l] {
			return l
		}
		if words == 0 && isPostBox(text, from, to) {
			return ofThing
		}
		if words == 0 && shortened(text, from, to) {
			return ofPhone
		}
		if words == 1 && numberOf(text, from, to) {
			return ofThing
		}
		i = from
	}
	return unlabelled
}

// shortened tells the letters that stand for a phone or a fax: ت: 2222-3333. With
// a full stop or none they want seven digits, which years are not.
func shortened(text []rune, from, to int) bool {
	if to-from != 1 || to == len(text) || text[from] != 'ت' && text[from] != 'ف' && text[from] != 'ج' {
		return false
	}
	if text[to] == ':' || text[to] == '/' {
		return true
	}
	at := to
	for at < len(text) && (text[at] == '.' || text[at] == ':' || IsGap(text[at])) {
		at++
	}
	d := dial(text, at, false)
	return text[from] != 'ج' && d.total >= 7 && !d.years
}

// isPostBox tells ص.ب before a number, which is no page.
func isPostBox(text []rune, from, to int) bool {
	at := from
	for at > 0 && IsGap(text[at-1]) {
		at--
	}
	return to-from == 1 && text[from] == 'ب' && at > 1 && text[at-1] == '.' && text[at-2] == 'ص'
}

// numberOf tells رقم and رمز before a word with the article: رقم الرحلة، الرقم الوطني.
func numberOf(text []rune, from, to int) bool {
	word := string(text[from:to])
	next := to
	for next < len(text) && IsGap(text[next]) {
		next++
	}
	if next == to || !hasRunes(text[next:], "ال") {
		return false
	}
	switch strings.TrimPrefix(word, "و") {
	case "رقم", "الرقم", "رمز", "الرمز":
		return true
	}
	return false
}

func hasRunes(text []rune, prefix string) bool {
	return strings.HasPrefix(string(text[:min(len(text), len(prefix))]), prefix)
}

// say remembers the label of the number that ends at i.
func (f *Finder) say(l label, i int) { f.said, f.saidTo = l, i }

// joinsNumbers tells what parts two numbers of one label.
func joinsNumbers(between []rune) bool {
	if len(between) > 8 {
		return false
	}
	switch strings.TrimSpace(string(between)) {
	case "إلى", "الى", "حتى", "ثم", "تا", "עד", "سے", "به":
		return true
	}
	for _, r := range between {
		switch r {
		case 'و', 'أ', 'ו', 'ی', 'ا', '،', ',', ';', '؛', '/', '(', ')', '-', '–':
		default:
			if !IsGap(r) {
				return false
			}
		}
	}
	return true
}

// wordBefore is the word before i, if no mark that ends a sentence parts them.
func wordBefore(text []rune, i int) (from, to int) {
	to = i
	for to > 0 && i-to < 6 && partsLabel(text, to-1) {
		to--
	}
	from = to
	for from > 0 && to-from < 24 && isWordRune(text[from-1]) {
		from--
	}
	return from, to
}

// partsLabel tells the characters between words and before their number. A full
// stop parts them behind an abbreviation alone.
func partsLabel(text []rune, i int) bool {
	switch r := text[i]; r {
	case ':', '(', ')', '[', ']', '/', '\'', '׳', '"', '«', '“', '#', '+', '*', '_':
		return true
	case '.':
		return i < 3 || !isWordRune(text[i-1]) || !isWordRune(text[i-2]) || !isWordRune(text[i-3])
	default:
		return IsGap(r) || IsDirective(r)
	}
}

// isWordRune tells letters from right to left with their marks, and the
// pictures of telephones.
func isWordRune(r rune) bool {
	if r < 0x0590 {
		return false
	}
	switch r {
	case '،', '؛', '؟', '٪', '۔', '־', '׳', '״':
		return false
	case '☎', '☏', '✆', '📞', '📱', '📠', 0x200C, 0xFE0F:
		return true
	}
	return isRightToLeft(r) && !IsDigit(r)
}

// labelNamed is what a word says, whatever is joined to it: والمادة، بالهاتف، هاتفه.
func labelNamed(word []rune) label {
	name := make([]rune, 0, len(word))
	for _, r := range word {
		if !isVowelMark(r) && r != 'ـ' && r != 0x200C && r != 0xFE0F {
			name = append(name, r)
		}
	}
	for joined := 0; joined < 4 && len(name) > 0; joined++ {
		if l := labels[string(name)]; l != unlabelled {
			return l
		}
		for _, own := range [...]int{1, 2} { // هاتفه، هاتفنا
			if n := len(name) - own; n >= 3 && ownEnding(name[n:]) && labels[string(name[:n])] == ofPhone {
				return ofPhone
			}
		}
		if dualOfThing(name) {
			return ofThing
		}
		n := prefixed(name)
		if n == 0 {
			break
		}
		name = name[n:]
	}
	return unlabelled
}

// dualOfThing tells the dual of what has a number: مادتان، شكلين.
func dualOfThing(name []rune) bool {
	n := len(name) - 2
	if n < 2 || string(name[n:]) != "ان" && string(name[n:]) != "ين" {
		return false
	}
	stem := string(name[:n])
	return labels[stem] == ofThing || name[n-1] == 'ت' && labels[string(name[:n-1])+"ة"] == ofThing
}

func ownEnding(end []rune) bool {
	switch string(end) {
	case "ه", "ي", "ك", "ها", "نا", "هم", "كم":
		return true
	}
	return false
}

// prefixed is how long the prefix is that a word begins with.
func prefixed(word []rune) int {
	switch {
	case len(word) > 2 && (word[0] == 'ا' || word[0] == 'ل') && word[1] == 'ل':
		return 2
	case len(word) > 1 && isPrefix(word[0]):
		return 1
	}
	return 0
}

// isPrefix tells the letters that are joined before a word as a word.
func isPrefix(r rune) bool {
	switch r {
	case 'و', 'ف', 'ب', 'ك', 'ل', 'س', 'ו', 'ב', 'ל', 'מ', 'ה', 'ש', 'כ':
		return true
	}
	return false
}

func isVowelMark(r rune) bool {
	return r >= 0x064B && r <= 0x0655 || r == 0x0670 || r >= 0x0591 && r <= 0x05C7 && r != '־'
}

// Labelled finds the numbers in text, as bytes, that only a label beside it tells from
// ranges and lists: 2222-3333 in a column of phones, 2-3 in one of articles.
func Labelled(label, text string) (numbers [][2]int) {
	if !strings.ContainsFunc(text, IsDigit) || strings.ContainsRune(label, '\n') {
		return nil
	}
	words := strings.FieldsFunc(label, func(r rune) bool { return r == ' ' || r == ':' || r == '.' || r == '/' || r == '(' || r == ')' })
	if len(words) == 0 || len(words) > 4 {
		return nil
	}
	for i, w := range words {
		if phoneWords[strings.ToLower(w)] {
			words[i] = "هاتف"
		}
	}
	if !slices.ContainsFunc(words, func(w string) bool { return labelNamed([]rune(w)) != unlabelled }) {
		return nil
	}
	with, without := foundBehind(strings.Join(words, " ")+": ", text), foundBehind("", text)
	for _, s := range with {
		if !slices.Contains(without, s) {
			numbers = append(numbers, s)
		}
	}
	return numbers
}

// phoneWords are labels of phones in Latin, which stand over columns of Arabic books too.
var phoneWords = wordSet("tel telephone phone mobile gsm fax cell whatsapp tél téléphone portable télécopie")

// foundBehind are the numbers that are found in text behind a label, in bytes of text.
func foundBehind(label, text string) (numbers [][2]int) {
	runes := []rune(label + text)
	var f Finder
	f.Find(runes, false)
	for _, s := range f.Found {
		if from := len(string(runes[:s.From])) - len(label); s.Number && from >= 0 {
			numbers = append(numbers, [2]int{from, from + len(string(runes[s.From:s.To]))})
		}
	}
	return numbers
}
