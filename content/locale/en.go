package locale

import "strings"

// english is what stands where a language has no file. Terms are those of The Chicago
// Manual of Style, quotation marks CLDR 48's.
var english = Language{
	Tag: "en", Name: "English", Dir: LTR, Digits: DigitsLatn,
	Regions: map[string]Digits{},
	Words: Words{
		Contents:     "Contents",
		Introduction: "Introduction",
		Chapter:      "Chapter",
		Appendix:     "Appendix",
		Sources:      "Sources",
		Colophon:     "Colophon",
		Notes:        "Notes",
		Note:         "Note",
		Page:         "Page",
		Author:       "Author",
		Table:        "Table",
		Figure:       "Figure",
		Cover:        "Cover",
		TitlePage:    "Title page",
		Return:       "Back to the text",
		Part:         "Part",
		Dedication:   "Dedication",
		Preface:      "Preface",
		Glossary:     "Glossary",
		Index:        "Index",
		Figures:      "List of figures",
		Tables:       "List of tables",
		See:          "see",
		SeeAlso:      "see also",
	},
	Boxes: Boxes{
		Note:      "Note",
		Warning:   "Warning",
		Example:   "Example",
		Summary:   "Summary",
		Tip:       "Tip",
		Important: "Important",
		Caution:   "Caution",
	},
	Quotes:      [2]Quotes{{"“", "”"}, {"‘", "’"}},
	Punctuation: Punctuation{Before: ", ", Comma: ", ", Semicolon: "; "},
	Articles:    none,
	Particles:   strings.Fields(`a an the of in on at to for from by with and or but nor as is`),
	Pages: Pages{
		Said: []Said{
			{"on the page", "in"}, {"on pages", "in"}, {"on page", "in"},
			{"on pp.", "in"}, {"on p.", "in"}, {"the page", ""},
			{"pages", ""}, {"page", ""}, {"pp.", ""},
			{"p.", ""},
		},
		Pointers: []string{"see"},
		Joined:   none,
	},
	Screen: Screen{
		Landmarks:  "Landmarks",
		Start:      "Start of the text",
		CoverOf:    "Cover:",
		Done:       "done",
		Open:       "to do",
		Summary:    "A book of text that adapts to the screen and to the size of type, with a table of contents, headings in order and a logical reading order, and without digital locks.",
		WithImages: "Every image has alternative text.",
		BareImages: "Some images have no alternative text.",
		WithNotes:  "Notes are linked to their calls both ways.",
		WithTables: "Header cells of tables are marked.",
		WithPages:  "Page numbers are those of the PDF made from the same manuscript.",
		Pages:      "Pages of the printed book",
	},
	Sheet: Sheet{
		Head:  "head of the page",
		Spine: "spine",
		Short: "short edge",
		Long:  "long edge",
		Turn:  "the sheet turns about it",
		Pages: [4][2]string{
			{
				"This is the first page. The spine is where the arrow points.",
				"The line below is 50 mm long. If it is not, the printer has changed the size: choose the actual size, 100 %.",
			},
			{
				"This page stands behind the first, their heads together.",
				"If it is upside down, the printer turns about the other edge: choose that in its dialogue, or build with DUPLEX.",
			},
			{
				"The frames are 3 to 10 mm from the edge of the sheet. The first that is whole on all four sides tells how wide a margin the printer leaves white.",
				"Write it in book.yaml: printer-margin.",
			},
			{
				"Hold the sheet against the light: the crosses in the middle of both sides should lie on each other. The small lines are a millimetre apart.",
				"If they are more than two apart, adjust the printer.",
			},
		},
	},
}
