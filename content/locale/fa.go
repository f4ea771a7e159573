package locale

import "strings"

// persian has the usual terms of Iranian publishers; digits and quotation marks are
// CLDR 48's. No reader of Persian has gone over it yet.
var persian = Language{
	Tag: "fa", Name: "Persian", Dir: RTL, Digits: DigitsArabext,
	Regions: map[string]Digits{},
	Words: Words{
		Contents:     "فهرست",
		Introduction: "پیش‌گفتار",
		Chapter:      "فصل",
		Appendix:     "پیوست",
		Sources:      "منابع",
		Colophon:     "شناسنامهٔ کتاب",
		Notes:        "پانوشت‌ها",
		Note:         "پانوشت",
		Page:         "صفحه",
		Author:       "نویسنده",
		Table:        "جدول",
		Figure:       "شکل",
		Cover:        "جلد",
		TitlePage:    "صفحهٔ عنوان",
		Return:       "بازگشت به متن",
		Part:         "بخش",
		Dedication:   "تقدیم",
		Preface:      "پیشگفتار",
		Glossary:     "واژه‌نامه",
		Index:        "نمایه",
		Figures:      "فهرست شکل‌ها",
		Tables:       "فهرست جدول‌ها",
		See:          "نگاه کنید به",
		SeeAlso:      "نیز نگاه کنید به",
	},
	Boxes: Boxes{
		Note:      "یادداشت",
		Warning:   "هشدار",
		Example:   "مثال",
		Summary:   "خلاصه",
		Tip:       "نکته",
		Important: "مهم",
		Caution:   "احتیاط",
	},
	Quotes:      [2]Quotes{{"«", "»"}, {"‹", "›"}},
	Punctuation: Punctuation{Before: ": ", Comma: "، ", Semicolon: "؛ "},
	Articles:    none,
	Particles:   strings.Fields(`از به با در بر تا برای و یا که بی چون هر این آن`),
	Pages: Pages{
		Said: []Said{
			{"صفحه‌ی", ""}, {"صفحهٔ", ""}, {"صفحات", ""},
			{"صفحه", ""}, {"صص.", ""}, {"ص.", ""},
			{"ص", ""},
		},
		Pointers: []string{"نگاه کنید به", "نک."},
		Joined:   []string{"و", "ب"},
	},
	Screen: Screen{
		Landmarks:  "نشانه‌های کتاب",
		Start:      "آغاز متن",
		CoverOf:    "جلد کتاب:",
		Done:       "انجام شد",
		Open:       "انجام نشده",
		Summary:    "کتابی متنی که با اندازهٔ صفحه‌نمایش و حروف سازگار می‌شود، با فهرست، عنوان‌های مرتب و ترتیب منطقی خواندن، و بدون قفل دیجیتال.",
		WithImages: "همهٔ تصویرها متن جایگزین دارند.",
		BareImages: "برخی تصویرها متن جایگزین ندارند.",
		WithNotes:  "پانوشت‌ها با جای خود در متن پیوند دوسویه دارند.",
		WithTables: "خانه‌های عنوان در جدول‌ها مشخص شده‌اند.",
		WithPages:  "شمارهٔ صفحه‌ها همان شمارهٔ صفحه‌های فایل PDF است که از همین متن ساخته شده است.",
		Pages:      "صفحه‌های کتاب چاپی",
	},
	Sheet: Sheet{
		Head:  "سر صفحه",
		Spine: "عطف",
		Short: "لبهٔ کوتاه",
		Long:  "لبهٔ بلند",
		Turn:  "برگه روی این لبه برمی‌گردد",
		Pages: [4][2]string{
			{
				"این صفحهٔ نخست است و عطف کتاب در سوی پیکان است.",
				"خط زیر 50 میلی‌متر است. اگر چنین نیست، چاپگر اندازه را تغییر داده است: اندازهٔ واقعی، 100 %، را برگزینید.",
			},
			{
				"این صفحه پشت صفحهٔ نخست است و سر هر دو در یک سو است.",
				"اگر وارونه است، چاپگر روی لبهٔ دیگر برمی‌گرداند: آن را در پنجرهٔ چاپ برگزینید، یا کتاب را با DUPLEX بسازید.",
			},
			{
				"قاب‌ها 3 تا 10 میلی‌متر با لبهٔ برگه فاصله دارند. نخستین قابی که از هر چهار سو کامل دیده شود، پهنای حاشیه‌ای را نشان می‌دهد که چاپگر سفید می‌گذارد.",
				"آن را در book.yaml بنویسید: \u2066printer-margin\u2069.",
			},
			{
				"برگه را رو به نور بگیرید: صلیب‌های میان دو رو باید بر هم بیفتند. فاصلهٔ خط‌های کوچک یک میلی‌متر است.",
				"اگر بیش از دو میلی‌متر فاصله دارند، چاپگر را تنظیم کنید.",
			},
		},
	},
}
