package locale

import "strings"

// hebrew has the usual terms of Israeli publishers and the quotation marks of CLDR 48.
// No reader of Hebrew has gone over it yet.
var hebrew = Language{
	Tag: "he", Name: "Hebrew", Dir: RTL, Digits: DigitsLatn,
	Regions: map[string]Digits{},
	Words: Words{
		Contents:     "תוכן העניינים",
		Introduction: "מבוא",
		Chapter:      "פרק",
		Appendix:     "נספח",
		Sources:      "מקורות",
		Colophon:     "קולופון",
		Notes:        "הערות",
		Note:         "הערה",
		Page:         "עמוד",
		Author:       "מאת",
		Table:        "טבלה",
		Figure:       "איור",
		Cover:        "כריכה",
		TitlePage:    "עמוד השער",
		Return:       "חזרה לטקסט",
		Part:         "חלק",
		Dedication:   "הקדשה",
		Preface:      "הקדמה",
		Glossary:     "מילון מונחים",
		Index:        "מפתח",
		Figures:      "רשימת איורים",
		Tables:       "רשימת טבלאות",
		See:          "ראו",
		SeeAlso:      "ראו גם",
	},
	Boxes: Boxes{
		Note:      "לתשומת לב",
		Warning:   "אזהרה",
		Example:   "דוגמה",
		Summary:   "סיכום",
		Tip:       "טיפ",
		Important: "חשוב",
		Caution:   "זהירות",
	},
	Quotes:      [2]Quotes{{"”", "”"}, {"’", "’"}},
	Punctuation: Punctuation{Before: ", ", Comma: ", ", Semicolon: "; "},
	Articles:    none,
	Particles:   strings.Fields(`של את עם על אל מן בין או כי גם לא כל זה`),
	Pages: Pages{
		Said: []Said{
			{"עמודים", ""}, {"עמוד", ""}, {"עמ׳", ""},
			{"עמ'", ""},
		},
		Pointers: []string{"ראו"},
		Joined:   []string{"ב", "וב", "מ", "ל"},
	},
	Screen: Screen{
		Landmarks:  "נקודות ציון",
		Start:      "תחילת הטקסט",
		CoverOf:    "כריכת הספר:",
		Done:       "בוצע",
		Open:       "לא בוצע",
		Summary:    "ספר מבוסס טקסט המתאים את עצמו למסך ולגודל הגופן, עם תוכן עניינים, כותרות מדורגות וסדר קריאה הגיוני, וללא נעילה דיגיטלית.",
		WithImages: "לכל תמונה יש טקסט חלופי.",
		BareImages: "לחלק מהתמונות אין טקסט חלופי.",
		WithNotes:  "ההערות מקושרות למקומן בטקסט בשני הכיוונים.",
		WithTables: "תאי הכותרת בטבלאות מסומנים.",
		WithPages:  "מספרי העמודים הם אלה של קובץ ה־PDF שנוצר מאותו כתב יד.",
		Pages:      "עמודי הספר המודפס",
	},
	Sheet: Sheet{
		Head:  "ראש העמוד",
		Spine: "שדרת הספר",
		Short: "הקצה הקצר",
		Long:  "הקצה הארוך",
		Turn:  "הגיליון מתהפך על קצה זה",
		Pages: [4][2]string{
			{
				"זהו העמוד הראשון. שדרת הספר נמצאת בכיוון החץ.",
				"אורך הקו שלמטה 50 מ״מ. אם לא, המדפסת שינתה את הגודל: בחרו בגודל המקורי, 100 %.",
			},
			{
				"עמוד זה נמצא מאחורי העמוד הראשון, ראש מול ראש.",
				"אם הוא הפוך, המדפסת הופכת על הקצה האחר: בחרו בו בחלון ההדפסה, או בנו את הספר עם DUPLEX.",
			},
			{
				"המסגרות נמצאות 3 עד 10 מ״מ מקצה הגיליון. המסגרת הראשונה שנראית שלמה מכל ארבעת הצדדים מראה כמה שוליים לבנים המדפסת משאירה.",
				"רשמו זאת ב־book.yaml: \u2066printer-margin\u2069.",
			},
			{
				"החזיקו את הגיליון מול האור: הצלבים שבאמצע שני הצדדים צריכים לחפוף. המרחק בין הקווים הקטנים הוא מילימטר.",
				"אם ההפרש גדול משני מילימטרים, כוונו את המדפסת.",
			},
		},
	},
}
