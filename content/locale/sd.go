package locale

import "strings"

// sindhi is that of Pakistan, in Arabic letters, with the usual terms of its publishers;
// digits and quotation marks are CLDR 48's. No reader of Sindhi has gone over it yet.
var sindhi = Language{
	Tag: "sd", Name: "Sindhi", Dir: RTL, Digits: DigitsArab,
	Regions: map[string]Digits{},
	Words: Words{
		Contents:     "فهرست",
		Introduction: "تعارف",
		Chapter:      "باب",
		Appendix:     "ضميمو",
		Sources:      "ماخذ",
		Colophon:     "ڪتاب جو تفصيل",
		Notes:        "حاشيا",
		Note:         "حاشيو",
		Page:         "صفحو",
		Author:       "ليکڪ",
		Table:        "جدول",
		Figure:       "شڪل",
		Cover:        "سرورق",
		TitlePage:    "عنوان جو صفحو",
		Return:       "متن ڏانهن واپس",
		Part:         "حصو",
		Dedication:   "ارپنا",
		Preface:      "مهاڳ",
		Glossary:     "فرهنگ",
		Index:        "ڏسڻي",
		Figures:      "شڪلين جي فهرست",
		Tables:       "جدولن جي فهرست",
		See:          "ڏسو",
		SeeAlso:      "پڻ ڏسو",
	},
	Boxes: Boxes{
		Note:      "نوٽ",
		Warning:   "خبردار",
		Example:   "مثال",
		Summary:   "خلاصو",
		Tip:       "صلاح",
		Important: "اهم",
		Caution:   "احتياط",
	},
	Quotes:      [2]Quotes{{"“", "”"}, {"‘", "’"}},
	Punctuation: Punctuation{Before: ": ", Comma: "، ", Semicolon: "؛ "},
	Articles:    none,
	Particles:   strings.Fields(`۽ يا هن ان هر`),
	Pages: Pages{
		Said: []Said{
			{"صفحي", ""}, {"صفحو", ""}, {"صفحا", ""},
			{"ص", ""},
		},
		Pointers: []string{"ڏسو"},
		Joined:   none,
	},
	Screen: Screen{
		Landmarks:  "ڪتاب جا نشان",
		Start:      "متن جي شروعات",
		CoverOf:    "ڪتاب جو سرورق:",
		Done:       "ٿي ويو",
		Open:       "ٿيڻو آهي",
		Summary:    "متن وارو ڪتاب، جيڪو اسڪرين ۽ اکرن جي ماپ سان ٺهڪي اچي ٿو؛ ان ۾ فهرست، درجيوار عنوان ۽ پڙهڻ جي منطقي ترتيب آهي ۽ ڪو به ڊجيٽل تالو ناهي.",
		WithImages: "هر تصوير سان متبادل متن آهي.",
		BareImages: "ڪجهه تصويرن سان متبادل متن ناهي.",
		WithNotes:  "حاشيا پنهنجن هنڌن سان ٻنهي طرفن ڳنڍيل آهن.",
		WithTables: "جدولن جي عنوان وارن خانن جي نشاندهي ٿيل آهي.",
		WithPages:  "صفحن جا نمبر ان PDF جا آهن جيڪا ساڳئي مسودي مان ٺهيل آهي.",
		Pages:      "ڇپيل ڪتاب جا صفحا",
	},
	Sheet: Sheet{
		Head:  "صفحي جو مٿو",
		Spine: "ڪتاب جي پٺي",
		Short: "ننڍو ڪنارو",
		Long:  "وڏو ڪنارو",
		Turn:  "ورق هن ڪناري تي ورائجي ٿو",
		Pages: [4][2]string{
			{
				"هي پهريون صفحو آهي. ڪتاب جي پٺي اوڏانهن آهي جيڏانهن تير اشارو ڪري ٿو.",
				"هيٺين لڪير 50 ملي ميٽر ڊگهي آهي. جيڪڏهن ائين ناهي ته پرنٽر ماپ بدلائي آهي: اصل ماپ، 100 %، چونڊيو.",
			},
			{
				"هي صفحو پهرئين صفحي جي پويان آهي ۽ ٻنهي جا مٿا هڪ پاسي آهن.",
				"جيڪڏهن هي ابتو آهي ته پرنٽر ٻئي ڪناري تي ورائي ٿو: ڇپائي واري دريءَ ۾ اهو چونڊيو، يا ڪتاب کي DUPLEX سان ٺاهيو.",
			},
			{
				"چوڪنڊا ورق جي ڪناري کان 3 کان 10 ملي ميٽر پري آهن. پهريون چوڪنڊو جيڪو چئني پاسن کان پورو نظر اچي، ٻڌائي ٿو ته پرنٽر ڪيترو حاشيو اڇو ڇڏي ٿو.",
				"ان کي book.yaml ۾ لکو: \u2066printer-margin\u2069.",
			},
			{
				"ورق کي روشنيءَ ڏانهن جهليو: ٻنهي پاسن جي وچ وارا صليب هڪ ٻئي تي اچڻ گهرجن. ننڍين لڪيرن جي وچ ۾ هڪ ملي ميٽر آهي.",
				"جيڪڏهن فرق ٻن ملي ميٽرن کان وڌيڪ هجي ته پرنٽر کي سنواريو.",
			},
		},
	},
}
