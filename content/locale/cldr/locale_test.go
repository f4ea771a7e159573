package cldr_test

import (
	"slices"
	"strings"
	"testing"

	"warraq/content/locale"
	"warraq/content/locale/cldr"
)

// What CLDR 48 says, looked up by hand.
func TestFor(t *testing.T) {
	for _, c := range []struct{ lang, date, short, hijri, number, percent string }{
		{"ar", "15 مايو 2015", "15\u200f/5\u200f/2015", "26 رجب 1436 هـ", "\u200e-1,234,567.5", "12.5\u200e%\u200e"},
		{"ar-MA", "15 ماي 2015", "15\u200f/5\u200f/2015", "26 رجب 1436 هـ", "\u200e-1.234.567,5", "12,5\u200e%\u200e"},
		{"ar-EG", "١٥ مايو ٢٠١٥", "١٥\u200f/٥\u200f/٢٠١٥", "٢٦ رجب ١٤٣٦ هـ", "\u061c-١٬٢٣٤٬٥٦٧٫٥", "١٢٫٥٪\u061c"},
		{"ar-SA", "١٥ مايو ٢٠١٥", "١٥\u200f/٥\u200f/٢٠١٥", "٢٦ رجب ١٤٣٦ هـ", "\u061c-١٬٢٣٤٬٥٦٧٫٥", "١٢٫٥٪\u061c"},
		{"ar-DZ", "15 ماي 2015", "15\u200f/5\u200f/2015", "26 رجب 1436 هـ", "\u200e-1.234.567,5", "12,5\u200e%\u200e"},
		{"ar-IQ", "١٥ أيار ٢٠١٥", "١٥\u200f/٥\u200f/٢٠١٥", "٢٦ رجب ١٤٣٦ هـ", "\u061c-١٬٢٣٤٬٥٦٧٫٥", "١٢٫٥٪\u061c"},
		{"fa", "۱۵ مهٔ ۲۰۱۵", "۲۰۱۵/۵/۱۵", "۲۶ رجب ۱۴۳۶ ه\u200d.ق.", "\u200e−۱٬۲۳۴٬۵۶۷٫۵", "۱۲٫۵٪"},
		{"fa-AF", "۱۵ می ۲۰۱۵", "۵/۱۵/۲۰۱۵", "۲۶ رجب ۱۴۳۶ ه\u200d.ق.", "\u200e−۱٬۲۳۴٬۵۶۷٫۵", "۱۲٫۵٪"},
		{"ur", "15 مئی، 2015", "15/5/2015", "26 رجب، 1436 ہجری", "\u200e-1,234,567.5", "12.5%"},
		{"ps", "۲۰۱۵ مۍ ۱۵", "۲۰۱۵-۰۵-۱۵", "هـ ۱۴۳۶ رجب ۲۶", "\u200e-\u200e۱٬۲۳۴٬۵۶۷٫۵", "۱۲٫۵٪"},
		{"ckb", "١٥ی ئایاری ٢٠١٥", "١٥/٥/٢٠١٥", "٢٦ی رجبی ١٤٣٦ هـ", "\u200f-١٬٢٣٤٬٥٦٧٫٥", "١٢٫٥\u00a0٪"},
		{"he", "15 במאי 2015", "15.5.2015", "26 ברג׳ב 1436 הג׳רה", "\u200e-1,234,567.5", "12.5%"},
		{"fr", "15 mai 2015", "15/05/2015", "26 rajab 1436 AH", "-1\u202f234\u202f567,5", "12,5\u00a0%"},
		{"fr-MA", "15 mai 2015", "15/05/2015", "26 rajab 1436 AH", "-1.234.567,5", "12,5\u00a0%"},
		{"en", "May 15, 2015", "5/15/2015", "Rajab 26, 1436 AH", "-1,234,567.5", "12.5%"},
		{"en-GB", "15 May 2015", "15/05/2015", "26 Rajab 1436 AH", "-1,234,567.5", "12.5%"},
		{"es", "15 de mayo de 2015", "15/5/2015", "26 de rajab de 1436 AH", "-1.234.567,5", "12,5\u00a0%"},
		{"de", "15. Mai 2015", "15.5.2015", "26. Radschab 1436 AH", "-1.234.567,5", "12,5\u00a0%"},
		{"tr", "15 Mayıs 2015", "15.05.2015", "Hicri 26 Recep 1436", "-1.234.567,5", "%12,5"},
		{"xx", "May 15, 2015", "5/15/2015", "Rajab 26, 1436 AH", "-1,234,567.5", "12.5%"},
		{"", "May 15, 2015", "5/15/2015", "Rajab 26, 1436 AH", "-1,234,567.5", "12.5%"},
	} {
		l := cldr.For(c.lang, locale.DigitsAuto)
		d := cldr.Date{Year: 2015, Month: 5, Day: 15}
		h, _ := d.Hijri(0)
		number, _ := l.Number("-1234567.5")
		percent, _ := l.Percentage("12.5")
		got := []string{l.Date(d, cldr.DateLong), l.Date(d, cldr.DateShort), l.HijriDate(h, cldr.DateLong), number, percent}
		if want := []string{c.date, c.short, c.hijri, c.number, c.percent}; !slices.Equal(got, want) {
			t.Errorf("%s:\ngot  %q\nwant %q", c.lang, got, want)
		}
	}
}

func TestMonths(t *testing.T) {
	for lang, want := range map[string]string{
		"ar":    "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
		"ar-MA": "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر",
		"ar-TN": "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر",
		"ar-MR": "يناير فبراير مارس إبريل مايو يونيو يوليو أغشت شتمبر أكتوبر نوفمبر دجمبر",
		"ar-LB": "كانون الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين الأول تشرين الثاني كانون الأول",
		"ur-IN": "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
	} {
		l := cldr.For(lang, locale.DigitsAuto)
		if got := strings.Join(l.Months[:], " "); got != want {
			t.Errorf("%s: %s", lang, got)
		}
	}
	for lang, neighbour := range map[string]string{"ku-Arab": "ckb", "sdh": "ckb", "mzn": "fa", "lrc": "fa", "ms-Arab": "ar"} {
		a, b := cldr.For(lang, locale.DigitsLatn), cldr.For(neighbour, locale.DigitsLatn)
		if a.Months != b.Months {
			t.Errorf("%s has %v", lang, a.Months)
		}
	}
}

// Every locale has all names and writes every style.
func TestLocalesWhole(t *testing.T) {
	for _, lang := range strings.Fields("ar ar-MA ar-SY ckb de de-CH en en-ZA es es-MX fa fr ha he id it ku ms nl ps pt pt-PT sd so sw tr ug ur yi zgh") {
		l := cldr.For(lang, locale.DigitsAuto)
		for m := range 12 {
			if l.Months[m] == "" || l.HijriMonths[m] == "" {
				t.Errorf("%s: month %d has no name", lang, m+1)
			}
			for style := cldr.DateLong; style <= cldr.DateYear; style++ {
				d, h := cldr.Date{Year: 2015, Month: m + 1, Day: 9}, cldr.Hijri{Year: 1436, Month: m + 1, Day: 9}
				for _, text := range []string{l.Date(d, style), l.HijriDate(h, style)} {
					if text == "" || strings.ContainsAny(text, "'|") {
						t.Errorf("%s: style %d: %q", lang, style, text)
					}
				}
			}
		}
	}
}

// TestEveryLanguage: each language that the program speaks writes numbers and dates in
// its own way.
func TestEveryLanguage(t *testing.T) {
	english := cldr.For("en", locale.DigitsLatn)
	for _, l := range locale.Languages() {
		if own := cldr.For(l.Tag, locale.DigitsLatn); l.Tag != "en" && own.Months == english.Months {
			t.Errorf("%s has no months of its own: put its tag in gencldr.go", l.Tag)
		}
	}
}

func TestLocaleNumber(t *testing.T) {
	es, fr := cldr.For("es", locale.DigitsAuto), cldr.For("fr", locale.DigitsArab)
	for _, c := range []struct {
		l        cldr.Locale
		in, want string
	}{
		{es, "1234", "1234"}, {es, "12345", "12.345"}, {fr, "1234.50", "١٬٢٣٤٫٥٠"}, {fr, "0", "٠"},
		{es, "", ""}, {es, "-", ""}, {es, "1.", ""}, {es, ".5", ""}, {es, "1e5", ""}, {es, "1,5", ""}, {es, "--1", ""},
	} {
		if got, ok := c.l.Number(c.in); got != c.want || ok != (c.want != "") {
			t.Errorf("%q: %q, want %q", c.in, got, c.want)
		}
	}
}

func TestChoose(t *testing.T) {
	l := cldr.Choose("ar", locale.DigitsAuto, cldr.Choice{Tag: "ar-EG", Group: cldr.NoGroup, Percent: "%", Months: []string{"x"}})
	if number, _ := l.Percentage("1234.5"); number != "١٢٣٤٫٥%" || l.Months[0] != "يناير" {
		t.Errorf("%q %v", number, l.Months)
	}
}

func TestParseDate(t *testing.T) {
	for in, want := range map[string]cldr.Date{
		"2015": {2015, 0, 0}, "2015-05": {2015, 5, 0}, "2016-02-29": {2016, 2, 29},
		"2015-02-29": {}, "2015-13": {}, "15": {}, "2015-5-1": {}, "": {}, "2015-05-1": {}, "20150515": {},
	} {
		if got, ok := cldr.ParseDate(in); got != want || ok != (want.Year != 0) {
			t.Errorf("%q: %v", in, got)
		}
	}
}
