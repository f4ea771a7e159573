package locale

import "strings"

// arabic is the language that the program was made for. Its words are those of books of
// Arab publishers; digits by region and the inner quotation marks are CLDR 48's, the
// outer ones those of Arabic typography. The words have been the book's own since the
// first version.
var arabic = Language{
	Tag: "ar", Name: "Arabic", Dir: RTL, Digits: DigitsLatn,
	Regions: map[string]Digits{
		"BH": DigitsArab, "DJ": DigitsArab, "EG": DigitsArab, "ER": DigitsArab, "IL": DigitsArab, "IQ": DigitsArab,
		"JO": DigitsArab, "KM": DigitsArab, "KW": DigitsArab, "LB": DigitsArab, "MR": DigitsArab, "OM": DigitsArab,
		"PS": DigitsArab, "QA": DigitsArab, "SA": DigitsArab, "SD": DigitsArab, "SO": DigitsArab, "SS": DigitsArab,
		"SY": DigitsArab, "TD": DigitsArab, "YE": DigitsArab,
	},
	Words: Words{
		Contents:     "المحتويات",
		Introduction: "مقدمة",
		Chapter:      "الفصل",
		Appendix:     "ملحق",
		Sources:      "المصادر",
		Colophon:     "بيانات الكتاب",
		Notes:        "هوامش",
		Note:         "هامش",
		Page:         "صفحة",
		Author:       "المؤلف",
		Table:        "جدول",
		Figure:       "شكل",
		Cover:        "الغلاف",
		TitlePage:    "صفحة العنوان",
		Return:       "عودة إلى النص",
		Part:         "القسم",
		Dedication:   "إهداء",
		Preface:      "تقديم",
		Glossary:     "مسرد المصطلحات",
		Index:        "الفهرس",
		Figures:      "قائمة الأشكال",
		Tables:       "قائمة الجداول",
		See:          "انظر",
		SeeAlso:      "انظر أيضا",
		Draft:        "مسودة",
	},
	Boxes: Boxes{
		Note:      "ملاحظة",
		Warning:   "تنبيه",
		Example:   "مثال",
		Summary:   "خلاصة",
		Tip:       "نصيحة",
		Important: "مهم",
		Caution:   "تحذير",
	},
	Quotes:      [2]Quotes{{"«", "»"}, {"”", "“"}},
	Punctuation: Punctuation{Before: ": ", Comma: "، ", Semicolon: "؛ "},
	Articles:    []string{"ال"},
	Particles: strings.Fields(`من إلى عن على في مع عند لدى بين تحت فوق قبل بعد دون حول نحو حتى منذ خلال ضد
		أو أم ثم بل لا ما لم لن قد هل إن أن كأن لكن لعل ليت كي لو إذا إذ حين كل بعض غير سوى بلا كما
		ذو ذات ذي أبو أبي أبا ابن بن بنت أم يا أيها هذا هذه تلك ذلك`),
	Pages: Pages{
		Said: []Said{
			{"على الصفحة", "في"}, {"على صفحة", "في"}, {"الصفحة رقم", ""},
			{"صفحة رقم", ""}, {"الصفحات", ""}, {"الصفحة", ""},
			{"صفحات", ""}, {"صفحة", ""}, {"صص.", ""},
			{"صص", ""}, {"ص.", ""}, {"ص", ""},
		},
		Pointers: []string{"في", "انظر", "يُنظر", "ينظر", "راجع"},
		Joined:   []string{"و", "ف", "ب", "ك", "وب", "فب"},
	},
	Imprint: Imprint{
		Title:       "العنوان",
		Translator:  "ترجمة",
		Editor:      "تحقيق وتحرير",
		Illustrator: "رسوم",
		Series:      "السلسلة",
		Edition:     "الطبعة",
		Printing:    "الإصدار",
		Publisher:   "الناشر",
		Place:       "مكان النشر",
		Year:        "سنة النشر",
		Printer:     "المطبعة",
		Deposit:     "الإيداع القانوني",
		Funders:     "بدعم من",
		Licence:     "الرخصة",
		Mark:        ": ",
	},
	Screen: Screen{
		Landmarks:  "معالم الكتاب",
		Start:      "بداية النص",
		CoverOf:    "غلاف الكتاب:",
		Done:       "أُنجز",
		Open:       "لم يُنجز",
		Summary:    "كتاب نصي ينساب مع حجم الشاشة والخط، له فهرس وعناوين متدرجة وترتيب قراءة منطقي، ولا قيود رقمية عليه.",
		WithImages: "لكل صورة نص بديل.",
		BareImages: "في الكتاب صور بلا نص بديل.",
		WithNotes:  "الهوامش موصولة بمواضعها ذهابًا وإيابًا.",
		WithTables: "خلايا العناوين في الجداول معرَّفة.",
		WithPages:  "صفحاته مرقمة كصفحات ملف PDF المصنوع من الأصل نفسه.",
		Pages:      "صفحات الكتاب المطبوع",
	},
	Site: Site{
		Skip:     "انتقل إلى النص",
		Previous: "السابق",
		Next:     "التالي",
		Sections: "في هذا الفصل",
		Search:   "ابحث في الكتاب",
		Found:    "المواضع:",
		Nothing:  "لا يوجد في الكتاب",
	},
	Sheet: Sheet{
		Head:  "رأس الصفحة",
		Spine: "الكعب",
		Short: "الحافة القصيرة",
		Long:  "الحافة الطويلة",
		Turn:  "تُقلب الورقة عليها",
		Pages: [4][2]string{
			{
				"هذه الصفحة الأولى، وكعب الكتاب حيث يشير السهم.",
				"الخط الآتي طوله 50 مم. فإن لم يكن كذلك فقد غيّرت الطابعة المقاس: اختر المقاس الفعلي 100 %.",
			},
			{
				"تقع هذه الصفحة خلف الأولى، ورأسها عند رأسها.",
				"فإن كانت مقلوبة فالطابعة تقلب على الحافة الأخرى: اخترها في نافذة الطباعة، أو ابن الكتاب مع DUPLEX.",
			},
			{
				"الإطارات على بُعد 3 إلى 10 مم من حافة الورقة. وأول إطار يظهر تاما من جهاته الأربع يدل على الهامش الذي تتركه الطابعة.",
				"اكتبه في book.yaml: \u2066printer-margin\u2069.",
			},
			{
				"ارفع الورقة إلى الضوء: الصليبان في وسط الوجهين ينبغي أن ينطبقا. وبين كل خطين صغيرين مليمتر.",
				"وما زاد على مليمترين أصلحه في ضبط الطابعة.",
			},
		},
	},
}
