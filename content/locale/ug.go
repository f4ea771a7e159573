package locale

import "strings"

// uyghur has the terms of babel's and polyglossia's captions for Uyghur, where they have
// one; digits are CLDR 48's. The quotation marks are written as Unicode means them, which
// turns them in a text from right to left. No reader of Uyghur has gone over it yet.
var uyghur = Language{
	Tag: "ug", Name: "Uyghur", Dir: RTL, Digits: DigitsLatn,
	Regions: map[string]Digits{},
	Words: Words{
		Contents:     "مۇندەرىجە",
		Introduction: "مۇقەددىمە",
		Chapter:      "باب",
		Appendix:     "قوشۇمچە",
		Sources:      "پايدىلانغان مەنبەلەر",
		Colophon:     "نەشر ئۇچۇرلىرى",
		Notes:        "ئىزاھلار",
		Note:         "ئىزاھ",
		Page:         "بەت",
		Author:       "ئاپتور",
		Table:        "جەدۋەل",
		Figure:       "رەسىم",
		Cover:        "مۇقاۋا",
		TitlePage:    "ماۋزۇ بېتى",
		Return:       "تېكىستقا قايتىش",
		Part:         "قىسىم",
		Dedication:   "بېغىشلىما",
		Preface:      "كىرىش سۆز",
		Glossary:     "ئاتالغۇلار لۇغىتى",
		Index:        "ئىندېكىس",
		Figures:      "رەسىملەر تىزىملىكى",
		Tables:       "جەدۋەللەر تىزىملىكى",
		See:          "قاراڭ",
		SeeAlso:      "يەنە قاراڭ",
	},
	Boxes: Boxes{
		Note:      "ئەسكەرتىش",
		Warning:   "ئاگاھلاندۇرۇش",
		Example:   "مىسال",
		Summary:   "خۇلاسە",
		Tip:       "مەسلىھەت",
		Important: "مۇھىم",
		Caution:   "دىققەت",
	},
	Quotes:      [2]Quotes{{"«", "»"}, {"‹", "›"}},
	Punctuation: Punctuation{Before: ": ", Comma: "، ", Semicolon: "؛ "},
	Articles:    none,
	Particles:   strings.Fields(`ۋە ياكى بۇ شۇ ھەر بىر`),
	Pages: Pages{
		Said: []Said{
			{"بەت", ""},
		},
		Pointers: []string{"قاراڭ"},
		Joined:   none,
	},
	Screen: Screen{
		Landmarks:  "كىتاب بەلگىلىرى",
		Start:      "تېكىستنىڭ بېشى",
		CoverOf:    "كىتاب مۇقاۋىسى:",
		Done:       "تاماملاندى",
		Open:       "تاماملانمىدى",
		Summary:    "ئېكران ۋە خەت چوڭلۇقىغا ماسلىشىدىغان تېكىستلىك كىتاب؛ مۇندەرىجىسى، دەرىجىلىك ماۋزۇلىرى ۋە مەنتىقىلىق ئوقۇش تەرتىپى بار، رەقەملىك قۇلۇپى يوق.",
		WithImages: "ھەر بىر رەسىمنىڭ ئورنىنى باسىدىغان تېكىستى بار.",
		BareImages: "بەزى رەسىملەرنىڭ ئورنىنى باسىدىغان تېكىستى يوق.",
		WithNotes:  "ئىزاھلار ئۆز ئورنىغا ئىككى يۆنىلىشتە ئۇلانغان.",
		WithTables: "جەدۋەللەرنىڭ باش كاتەكچىلىرى بەلگىلەنگەن.",
		WithPages:  "بەت نومۇرلىرى ئوخشاش قوليازمىدىن ياسالغان PDF ھۆججىتىنىڭكى بىلەن ئوخشاش.",
		Pages:      "بېسىلغان كىتابنىڭ بەتلىرى",
	},
	Site: Site{
		Skip:     "تېكىستقا ئاتلاش",
		Previous: "ئالدىنقى",
		Next:     "كېيىنكى",
		Sections: "بۇ بابتا",
		Search:   "كىتابتىن ئىزدەش",
		Found:    "نەتىجىلەر:",
		Nothing:  "ھېچنېمە تېپىلمىدى",
	},
	Sheet: Sheet{
		Head:  "بەتنىڭ بېشى",
		Spine: "كىتابنىڭ دۈمبىسى",
		Short: "قىسقا گىرۋەك",
		Long:  "ئۇزۇن گىرۋەك",
		Turn:  "ۋاراق مۇشۇ گىرۋەك بويىچە ئۆرۈلىدۇ",
		Pages: [4][2]string{
			{
				"بۇ بىرىنچى بەت. كىتابنىڭ دۈمبىسى ئىسترېلكا كۆرسەتكەن تەرەپتە.",
				"تۆۋەندىكى سىزىقنىڭ ئۇزۇنلۇقى 50 مىللىمېتىر. ئۇنداق بولمىسا پرىنتېر چوڭلۇقنى ئۆزگەرتكەن: ئەسلى چوڭلۇقنى، 100 %، تاللاڭ.",
			},
			{
				"بۇ بەت بىرىنچى بەتنىڭ كەينىدە، باشلىرى بىر تەرەپتە.",
				"تەتۈر بولسا پرىنتېر باشقا گىرۋەك بويىچە ئۆرۈيدۇ: بېسىش كۆزنىكىدە شۇنى تاللاڭ ياكى كىتابنى DUPLEX بىلەن ياساڭ.",
			},
			{
				"رامكىلار ۋاراقنىڭ گىرۋىكىدىن 3 تىن 10 مىللىمېتىرغىچە يىراقلىقتا. تۆت تەرىپى تولۇق كۆرۈنگەن بىرىنچى رامكا پرىنتېرنىڭ قانچىلىك ئاق قالدۇرىدىغانلىقىنى كۆرسىتىدۇ.",
				"ئۇنى book.yaml غا يېزىڭ: \u2066printer-margin\u2069.",
			},
			{
				"ۋاراقنى يورۇققا تۇتۇڭ: ئىككى يۈزنىڭ ئوتتۇرىسىدىكى كرېستلار بىر-بىرىنىڭ ئۈستىگە چۈشۈشى كېرەك. كىچىك سىزىقلارنىڭ ئارىلىقى بىر مىللىمېتىر.",
				"ئىككى مىللىمېتىردىن ئېشىپ كەتسە پرىنتېرنى تەڭشەڭ.",
			},
		},
	},
}
