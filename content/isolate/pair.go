package isolate

import "strings"

// A label is what a word says of the numbers behind it.
type label uint8

const (
	unlabelled label = iota
	ofPhone          // groups of digits are one number
	ofThing          // a pair is one number, as that of an article or a figure
	ofThings         // so it is if it falls
	ofSpan           // a pair is a range, though it may fall: pages 145-47
	ofScore          // so it is, though it falls
)

// labels are the words before a number that tell what it is, without prefixes
// and the article.
var labels = labelled(map[label]string{
	ofPhone: "هاتف هواتف تلفون تلفونات تليفون تليفونات تليفاكس تلفاكس جوال جوالات محمول نقال موبايل فاكس فكس واتساب واتس ناسوخ خلوي تل اتصل اتصلوا اتصال ساخن مجاني طوارئ " +
		"تلفن موبایل همراه دورنگار نمابر واتساپ فون موبائل فیکس ٹیلیفون ٹیلی " +
		"טל טלפון נייד סלולרי פקס פקסימיליה וואטסאפ ווטסאפ ☎ ☏ ✆ 📞 📱 📠",
	ofThing: "مادة فصل بند فقرة باب قسم شكل جدول رقم مبحث مطلب فرع لوحة ملحق معادلة تمرين سؤال مثال قانون قرار مرسوم ظهير " +
		"مسألة نظرية مبرهنة تعريف قاعدة صورة رسم خريطة مخطط درس وحدة نشاط إصدار نسخة طراز حساب بطاقة هوية سجل إيبان آيبان رمز صندوق بريد " +
		"ماده تبصره شماره جدول شکل بخش پیوست دفعہ نمبر باب ضمیمہ " +
		"סעיף פרק איור טבלה תקנה פסקה מספר נספח חוק",
	ofThings: "مواد فصول بنود فقرات أبواب أقسام أشكال جداول أرقام موارد مواد سعيفים סעיפים פרקים איורים טבלאות",
	ofSpan: "ص صص صفحة صفحات سنة سنوات عام أعوام عامي سنتي سنوي موسم بين من خلال فترة " +
		"صفحه صفحات سال سالهای بین از صفحہ סעמ עמ עמוד עמודים שנה שנים שנות בין",
	ofScore: "فاز فازت فوز تعادل تعادلا خسر خسرت خسارة هزم هزمت هزيمة تغلب تغلبت نتيجة مباراة أهداف هدف " +
		"نتیجه بازی برد باخت ניצחה ניצח הפסידה תוצאה",
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

// grouped is where a number of groups ends that only its label tells from a
// list or a range: هاتف 2222-3333. It is i if it has none.
func (f *Finder) grouped(text []rune, i int) int {
	if !IsDigit(text[i]) && text[i] != '(' {
		return i
	}
	d := dial(text, i, true)
	if d.groups < 2 || d.total < 5 || d.total > 15 {
		return i
	}
	if i > 0 && text[i-1] == LRI && d.to < len(text) && text[d.to] == PDI {
		return d.to // its author, or a label beside it, says that it is one
	}
	l := f.labelOf(text, i)
	if l == unlabelled && f.phoned && d.total >= 7 && !d.years {
		l = ofPhone // the next of several: هاتف المنزل 2222-3333، المكتب 4444-5555
	}
	if l != ofPhone {
		d = dial(text, i, false)
	}
	switch {
	case l == ofPhone && !(d.years && d.groups == 2 && !f.beside(text, i)):
		f.say(l, d.to)
		f.phoned = true
		return d.to
	case l == ofThing && d.total > 5:
		if groups, to := groupsAt(text, i); len(groups) > 1 && len(groups) <= most {
			if s := measureSeries(groups); !s.steady && !s.years {
				f.say(l, to)
				return to
			}
		}
	}
	return i
}

// beside tells whether the word right before i is the label of a phone.
func (f *Finder) beside(text []rune, i int) bool {
	from, to := wordBefore(text, i)
	return labelNamed(text[from:to]) == ofPhone
}

// paired tells whether two numbers with a dash between are one number rather
// than a range: behind the name of an article or a figure, or because they do
// not rise, as no range does.
func (f *Finder) paired(text []rune, i, hyphen, to int) bool {
	first, second := text[i:hyphen], text[hyphen+1:to]
	l := f.labelOf(text, i)
	if l == ofThing && (digits(text, i) == hyphen && ofYear(second) || dotted(first) && dotted(second)) {
		f.say(l, to)
		return true
	}
	if digits(text, i) != hyphen || digits(text, hyphen+1) != to {
		return false // dates, hours
	}
	falls := !rises(first, second)
	one := false
	switch l {
	case ofThing, ofPhone:
		one = l == ofThing || len(first)+len(second) >= 5 && !isYear(first)
	case ofThings:
		if one = falls || pairFollows(text, to); one {
			l = ofThing
		}
	case ofSpan, ofScore:
	default:
		one = (falls || uneven(first, second)) && !beforeChrist(text, i, to)
	}
	f.say(l, to)
	return one
}

// rises tells whether two numbers are the ends of a range, the second perhaps
// without the digits that it shares with the first: 145-47, 1998-99.
func rises(first, second []rune) bool {
	a, b := count(first), count(second)
	if a < b {
		return true
	}
	if len(first) < 3 || len(first) > 4 || len(second) >= len(first) || value(second[0]) == 0 {
		return false
	}
	return count(first[len(first)-len(second):]) < b
}

// dotted tells a number of digits and full stops: 2.3.
func dotted(number []rune) bool {
	for _, r := range number {
		if !IsDigit(r) && r != '.' {
			return false
		}
	}
	return true
}

// pairFollows tells whether a conjunction and another pair stand behind i: 2-3 إلى 2-5.
func pairFollows(text []rune, i int) bool {
	at := i
	for at < len(text) && at < i+8 && !IsDigit(text[at]) {
		at++
	}
	hyphen := digits(text, at)
	return at < i+8 && hyphen > at && hyphen+1 < len(text) && isDash(text[hyphen]) && IsDigit(text[hyphen+1]) && joinsNumbers(text[i:at])
}

// ofYear tells a number and the year it is of, behind the dash of another: 3-2/2020.
func ofYear(number []rune) bool {
	slash := digits(number, 0)
	return slash > 0 && slash < len(number) && number[slash] == '/' && digits(number, slash+1) == len(number)
}

// uneven tells two numbers that are the ends of no range: 71-123456.
func uneven(first, second []rune) bool {
	return len(first) >= 2 && len(second) >= 6 && len(second)-len(first) >= 2 && count(second)%1000 != 0
}

// beforeChrist tells whether from and to are the ends of years that fall:
// 428-348 ق.م.
func beforeChrist(text []rune, from, to int) bool {
	for to < len(text) && IsGap(text[to]) {
		to++
	}
	rest := string(text[to:min(len(text), to+5)])
	before := strings.TrimRight(string(text[max(0, from-6):from]), " \u00A0")
	for _, era := range []string{"ق.م", "ق. م", "ق م", "ق.ه", "ق. ه", "قبل", "پیش", "לפנ"} {
		if strings.HasPrefix(rest, era) || strings.HasSuffix(before, era) {
			return true
		}
	}
	return false
}
