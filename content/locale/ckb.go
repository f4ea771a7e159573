package locale

import "strings"

// sorani is Kurdish in Arabic letters: ckb, and ku-Arab and sdh, which have no words of
// their own. Chapter, part, figure, table and appendix have the ending that ties them to
// their number. Terms and quotation marks are those of babel's and polyglossia's captions
// for Central Kurdish, but for its heading of the contents; digits are CLDR 48's.
// No reader of Sorani has gone over it yet.
var sorani = Language{
	Tag: "ckb", Name: "Central Kurdish", Dir: RTL, Digits: DigitsArab,
	Regions: map[string]Digits{},
	Words: Words{
		Contents:     "ناوەڕۆک",
		Introduction: "دەستپێک",
		Chapter:      "بەندی",
		Appendix:     "پاشکۆی",
		Sources:      "سەرچاوەکان",
		Colophon:     "ناسنامەی کتێب",
		Notes:        "پەراوێزەکان",
		Note:         "پەراوێز",
		Page:         "لاپەڕە",
		Author:       "نووسەر",
		Table:        "خشتەی",
		Figure:       "وێنەی",
		Cover:        "بەرگ",
		TitlePage:    "لاپەڕەی ناونیشان",
		Return:       "گەڕانەوە بۆ دەق",
		Part:         "بەشی",
		Dedication:   "پێشکەش",
		Preface:      "پێشەکی",
		Glossary:     "فەرهەنگۆک",
		Index:        "پێنوێن",
		Figures:      "لیستی وێنەکان",
		Tables:       "لیستی خشتەکان",
		See:          "بڕوانە",
		SeeAlso:      "هەروەها بڕوانە",
		Draft:        "ڕەشنووس",
	},
	Boxes: Boxes{
		Note:      "تێبینی",
		Warning:   "ئاگاداری",
		Example:   "نموونە",
		Summary:   "پوختە",
		Tip:       "ئامۆژگاری",
		Important: "گرنگ",
		Caution:   "وریایی",
	},
	Quotes:      [2]Quotes{{"«", "»"}, {"‹", "›"}},
	Punctuation: Punctuation{Before: ": ", Comma: "، ", Semicolon: "؛ "},
	Articles:    none,
	Particles:   strings.Fields(`لە بە بۆ و یان کە تا هەر ئەم ئەو`),
	Pages: Pages{
		Said: []Said{
			{"لە لاپەڕەی", "لە"}, {"لاپەڕەکانی", ""}, {"لاپەڕەی", ""},
			{"لاپەڕە", ""}, {"ل.", ""},
		},
		Pointers: []string{"بڕوانە"},
		Joined:   none,
	},
	Imprint: Imprint{
		Title:       "ناونیشان",
		Translator:  "وەرگێڕان",
		Editor:      "سەرنووسەر",
		Illustrator: "وێنەکێش",
		Series:      "زنجیرە",
		Edition:     "وەشان",
		Printing:    "چاپ",
		Publisher:   "بڵاوکەرەوە",
		Place:       "شوێنی بڵاوکردنەوە",
		Year:        "ساڵی بڵاوکردنەوە",
		Printer:     "چاپخانە",
		Deposit:     "ژمارەی سپاردن",
		Funders:     "بە پشتگیریی",
		Licence:     "مۆڵەت",
		Mark:        ": ",
	},
	Screen: Screen{
		Landmarks:  "نیشانەکانی کتێب",
		Start:      "سەرەتای دەق",
		CoverOf:    "بەرگی کتێب:",
		Done:       "ئەنجامدرا",
		Open:       "ئەنجام نەدراوە",
		Summary:    "کتێبێکی دەقییە کە لەگەڵ قەبارەی شاشە و پیت دەگونجێت، ناوەڕۆک و سەردێڕی پلەبەندی و ڕیزبەندییەکی لۆژیکی بۆ خوێندنەوەی هەیە و هیچ قوفڵێکی دیجیتاڵی لەسەر نییە.",
		WithImages: "هەموو وێنەیەک دەقی جێگرەوەی هەیە.",
		BareImages: "هەندێک وێنە دەقی جێگرەوەیان نییە.",
		WithNotes:  "پەراوێزەکان بە هەردوو ئاراستە بە شوێنی خۆیانەوە بەستراونەتەوە.",
		WithTables: "خانەکانی سەردێڕی خشتەکان دیاری کراون.",
		WithPages:  "لاپەڕەکان وەک لاپەڕەکانی پەڕگەی PDF ژمارە کراون کە لە هەمان دەستنووس دروست کراوە.",
		Pages:      "لاپەڕەکانی کتێبی چاپکراو",
	},
	Sheet: Sheet{
		Head:  "سەری لاپەڕە",
		Spine: "پشتی کتێب",
		Short: "لێواری کورت",
		Long:  "لێواری درێژ",
		Turn:  "پەڕەکە لەسەر ئەم لێوارە هەڵدەگەڕێتەوە",
		Pages: [4][2]string{
			{
				"ئەمە یەکەم لاپەڕەیە. پشتی کتێب لەو لایەیە کە تیرەکە نیشانی دەدات.",
				"هێڵی خوارەوە 50 ملم درێژە. ئەگەر وا نەبوو، چاپکەرەکە قەبارەکەی گۆڕیوە: قەبارەی ڕاستەقینە، 100 %، هەڵبژێرە.",
			},
			{
				"ئەم لاپەڕەیە لە پشتی یەکەم لاپەڕەیە و سەری هەردووکیان بە یەک لایە.",
				"ئەگەر هەڵگەڕابێتەوە، چاپکەرەکە لەسەر لێوارەکەی تر هەڵیدەگێڕێتەوە: لە پەنجەرەی چاپدا ئەوە هەڵبژێرە، یان کتێبەکە بە DUPLEX دروست بکە.",
			},
			{
				"چوارچێوەکان 3 بۆ 10 ملم لە لێواری پەڕەکەوە دوورن. یەکەم چوارچێوە کە لە هەر چوار لاوە بە تەواوی دەربکەوێت، دەری دەخات چاپکەرەکە چەند پەراوێزی سپی دەهێڵێتەوە.",
				"لە book.yaml دا بینووسە: \u2066printer-margin\u2069.",
			},
			{
				"پەڕەکە بەرەو ڕووناکی بگرە: خاچەکانی ناوەڕاستی هەردوو ڕوو دەبێت بکەونە سەر یەک. نێوان هێڵە بچووکەکان یەک ملیمەترە.",
				"ئەگەر لە دوو زیاتر بوو، چاپکەرەکە ڕێک بخە.",
			},
		},
	},
}
