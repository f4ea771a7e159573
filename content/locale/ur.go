package locale

import "strings"

// urdu has the usual terms of publishers of Pakistan; digits by region and quotation
// marks are CLDR 48's. No reader of Urdu has gone over it yet.
var urdu = Language{
	Tag: "ur", Name: "Urdu", Dir: RTL, Digits: DigitsLatn,
	Regions: map[string]Digits{
		"IN": DigitsArabext,
	},
	Words: Words{
		Contents:     "فہرست",
		Introduction: "تعارف",
		Chapter:      "باب",
		Appendix:     "ضمیمہ",
		Sources:      "مآخذ",
		Colophon:     "کتاب کی تفصیل",
		Notes:        "حواشی",
		Note:         "حاشیہ",
		Page:         "صفحہ",
		Author:       "مصنف",
		Table:        "جدول",
		Figure:       "شکل",
		Cover:        "سرورق",
		TitlePage:    "صفحۂ عنوان",
		Return:       "متن پر واپس",
		Part:         "حصہ",
		Dedication:   "انتساب",
		Preface:      "پیش لفظ",
		Glossary:     "فرہنگ",
		Index:        "اشاریہ",
		Figures:      "فہرستِ اشکال",
		Tables:       "فہرستِ جداول",
		See:          "دیکھیے",
		SeeAlso:      "مزید دیکھیے",
	},
	Boxes: Boxes{
		Note:      "نوٹ",
		Warning:   "تنبیہ",
		Example:   "مثال",
		Summary:   "خلاصہ",
		Tip:       "مشورہ",
		Important: "اہم",
		Caution:   "احتیاط",
	},
	Quotes:      [2]Quotes{{"”", "“"}, {"’", "‘"}},
	Punctuation: Punctuation{Before: ": ", Comma: "، ", Semicolon: "؛ "},
	Articles:    none,
	Particles:   strings.Fields(`اور یا و بہ از در ہر یہ وہ`),
	Pages: Pages{
		Said: []Said{
			{"صفحات", ""}, {"صفحہ", ""}, {"ص", ""},
		},
		Pointers: []string{"دیکھیے"},
		Joined:   []string{"و", "ب"},
	},
	Screen: Screen{
		Landmarks:  "کتاب کے نشانات",
		Start:      "متن کا آغاز",
		CoverOf:    "کتاب کا سرورق:",
		Done:       "مکمل",
		Open:       "نامکمل",
		Summary:    "متن پر مبنی کتاب جو اسکرین اور حروف کے سائز کے مطابق ڈھل جاتی ہے؛ اس میں فہرست، درجہ وار عنوانات اور پڑھنے کی منطقی ترتیب ہے اور کوئی ڈیجیٹل قفل نہیں۔",
		WithImages: "ہر تصویر کا متبادل متن موجود ہے۔",
		BareImages: "بعض تصویروں کا متبادل متن موجود نہیں۔",
		WithNotes:  "حواشی اپنے مقامات سے دونوں طرف جڑے ہوئے ہیں۔",
		WithTables: "جدولوں کے عنوانی خانے نشان زد ہیں۔",
		WithPages:  "صفحات کے نمبر اسی مسودے سے بنی PDF کے مطابق ہیں۔",
		Pages:      "مطبوعہ کتاب کے صفحات",
	},
	Site: Site{
		Skip:     "متن پر جائیں",
		Previous: "پچھلا",
		Next:     "اگلا",
		Sections: "اس باب میں",
		Search:   "کتاب میں تلاش کریں",
		Found:    "نتائج:",
		Nothing:  "کچھ نہیں ملا",
	},
	Sheet: Sheet{
		Head:  "صفحے کا بالائی سرا",
		Spine: "کتاب کی پشت",
		Short: "چھوٹا کنارہ",
		Long:  "لمبا کنارہ",
		Turn:  "ورق اس کنارے پر پلٹتا ہے",
		Pages: [4][2]string{
			{
				"یہ پہلا صفحہ ہے۔ کتاب کی پشت اس طرف ہے جدھر تیر اشارہ کرتا ہے۔",
				"نیچے کی لکیر 50 ملی میٹر لمبی ہے۔ اگر ایسا نہ ہو تو پرنٹر نے سائز بدل دیا ہے: اصل سائز، 100 %، منتخب کیجیے۔",
			},
			{
				"یہ صفحہ پہلے صفحے کے پیچھے ہے اور دونوں کے بالائی سرے ایک طرف ہیں۔",
				"اگر یہ الٹا ہو تو پرنٹر دوسرے کنارے پر پلٹتا ہے: پرنٹ کی کھڑکی میں وہ کنارہ منتخب کیجیے، یا کتاب کو DUPLEX کے ساتھ بنائیے۔",
			},
			{
				"چوکھٹے ورق کے کنارے سے 3 سے 10 ملی میٹر کے فاصلے پر ہیں۔ پہلا چوکھٹا جو چاروں طرف سے مکمل نظر آئے، بتاتا ہے کہ پرنٹر کتنا حاشیہ سفید چھوڑتا ہے۔",
				"اسے book.yaml میں لکھیے: \u2066printer-margin\u2069۔",
			},
			{
				"ورق کو روشنی کے سامنے کیجیے: دونوں رخوں کے بیچ کے صلیبی نشان ایک دوسرے پر آنے چاہییں۔ چھوٹی لکیروں کا درمیانی فاصلہ ایک ملی میٹر ہے۔",
				"اگر فرق دو ملی میٹر سے زیادہ ہو تو پرنٹر کو درست کیجیے۔",
			},
		},
	},
}
