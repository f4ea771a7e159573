package locale

import "strings"

// pashto has terms of publishers of Afghanistan; digits and quotation marks are CLDR
// 48's. No reader of Pashto has gone over it yet.
var pashto = Language{
	Tag: "ps", Name: "Pashto", Dir: RTL, Digits: DigitsArabext,
	Regions: map[string]Digits{},
	Words: Words{
		Contents:     "لړليک",
		Introduction: "سريزه",
		Chapter:      "څپرکی",
		Appendix:     "ضميمه",
		Sources:      "سرچينې",
		Colophon:     "د کتاب ځانګړنې",
		Notes:        "لمنليکونه",
		Note:         "لمنليک",
		Page:         "مخ",
		Author:       "ليکوال",
		Table:        "جدول",
		Figure:       "شکل",
		Cover:        "پوښ",
		TitlePage:    "د سرليک مخ",
		Return:       "متن ته ستنېدل",
		Part:         "برخه",
		Dedication:   "ډالۍ",
		Preface:      "پيليزه",
		Glossary:     "وييپانګه",
		Index:        "نوملړ",
		Figures:      "د شکلونو لړليک",
		Tables:       "د جدولونو لړليک",
		See:          "وګورئ",
		SeeAlso:      "دا هم وګورئ",
	},
	Boxes: Boxes{
		Note:      "يادښت",
		Warning:   "خبرداری",
		Example:   "بېلګه",
		Summary:   "لنډيز",
		Tip:       "سپارښتنه",
		Important: "مهم",
		Caution:   "پام",
	},
	Quotes:      [2]Quotes{{"“", "”"}, {"‘", "’"}},
	Punctuation: Punctuation{Before: ": ", Comma: "، ", Semicolon: "؛ "},
	Articles:    none,
	Particles:   strings.Fields(`د له په پر تر او يا که هر دا دې`),
	Pages: Pages{
		Said: []Said{
			{"په مخ", "په"}, {"مخونه", ""}, {"مخ", ""},
		},
		Pointers: []string{"وګورئ"},
		Joined:   none,
	},
	Screen: Screen{
		Landmarks:  "د کتاب نښې",
		Start:      "د متن پيل",
		CoverOf:    "د کتاب پوښ:",
		Done:       "ترسره شوی",
		Open:       "نه دی ترسره شوی",
		Summary:    "متني کتاب چې د سکرين او ليک له اندازې سره سمون خوري، لړليک، درجه‌بندي شوي سرليکونه او د لوستلو منطقي ترتيب لري او هېڅ ډيجيټلي بنديز نه لري.",
		WithImages: "هر انځور بديل متن لري.",
		BareImages: "ځينې انځورونه بديل متن نه لري.",
		WithNotes:  "لمنليکونه له خپلو ځايونو سره دواړو خواوو ته تړل شوي دي.",
		WithTables: "د جدولونو د سرليک حجرې په نښه شوې دي.",
		WithPages:  "د مخونو شمېرې د هغه PDF دي چې له همدې متن نه جوړ شوی دی.",
		Pages:      "د چاپي کتاب مخونه",
	},
	Site: Site{
		Skip:     "متن ته تګ",
		Previous: "مخکینی",
		Next:     "راتلونکی",
		Sections: "په دې څپرکي کې",
		Search:   "په کتاب کې لټون",
		Found:    "پايلې:",
		Nothing:  "څه ونه موندل شول",
	},
	Sheet: Sheet{
		Head:  "د مخ سر",
		Spine: "د ګنډلو خوا",
		Short: "لنډه څنډه",
		Long:  "اوږده څنډه",
		Turn:  "پاڼه پر دې څنډه اړول کېږي",
		Pages: [4][2]string{
			{
				"دا لومړی مخ دی. د کتاب د ګنډلو خوا هلته ده چې غشی ورته اشاره کوي.",
				"لاندې کرښه 50 ملي متره اوږده ده. که داسې نه وي، چاپګر اندازه بدله کړې ده: اصلي اندازه، 100 %، وټاکئ.",
			},
			{
				"دا مخ د لومړي مخ شاته دی او سرونه يې يوې خوا ته دي.",
				"که سرچپه وي، چاپګر پاڼه پر بله څنډه اړوي: د چاپ په کړکۍ کې هغه وټاکئ، يا کتاب له DUPLEX سره جوړ کړئ.",
			},
			{
				"چوکاټونه د پاڼې له څنډې له 3 څخه تر 10 ملي مترو پورې لرې دي. لومړی چوکاټ چې له څلورو خواوو بشپړ ښکاري، ښيي چې چاپګر څومره سپينه څنډه پرېږدي.",
				"په book.yaml کې يې وليکئ: \u2066printer-margin\u2069.",
			},
			{
				"پاڼه رڼا ته ونيسئ: د دواړو مخونو په منځ کې صليبونه بايد يو پر بل پرېوځي. د وړو کرښو ترمنځ يو ملي متر دی.",
				"که توپير له دوو ملي مترو ډېر وي، چاپګر سم کړئ.",
			},
		},
	},
}
