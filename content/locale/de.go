package locale

import "strings"

// german has the usual terms of German publishers and the quotation marks of CLDR 48.
// No reader of German has gone over it yet.
var german = Language{
	Tag: "de", Name: "German", Dir: LTR, Digits: DigitsLatn,
	Regions: map[string]Digits{},
	Words: Words{
		Contents:     "Inhalt",
		Introduction: "Einleitung",
		Chapter:      "Kapitel",
		Appendix:     "Anhang",
		Sources:      "Quellen",
		Colophon:     "Impressum",
		Notes:        "Anmerkungen",
		Note:         "Anmerkung",
		Page:         "Seite",
		Author:       "Autor",
		Table:        "Tabelle",
		Figure:       "Abbildung",
		Cover:        "Umschlag",
		TitlePage:    "Titelseite",
		Return:       "Zurück zum Text",
		Part:         "Teil",
		Dedication:   "Widmung",
		Preface:      "Vorwort",
		Glossary:     "Glossar",
		Index:        "Register",
		Figures:      "Abbildungsverzeichnis",
		Tables:       "Tabellenverzeichnis",
		See:          "siehe",
		SeeAlso:      "siehe auch",
	},
	Boxes: Boxes{
		Note:      "Hinweis",
		Warning:   "Warnung",
		Example:   "Beispiel",
		Summary:   "Zusammenfassung",
		Tip:       "Tipp",
		Important: "Wichtig",
		Caution:   "Vorsicht",
	},
	Quotes:      [2]Quotes{{"„", "“"}, {"‚", "‘"}},
	Punctuation: Punctuation{Before: ", ", Comma: ", ", Semicolon: "; "},
	Articles:    none,
	Particles:   strings.Fields(`der die das des und von zu im am in an`),
	Pages: Pages{
		Said: []Said{
			{"auf Seite", "in"}, {"auf S.", "in"}, {"der Seite", ""},
			{"Seiten", ""}, {"Seite", ""}, {"S.", ""},
		},
		Pointers: []string{"siehe"},
		Joined:   none,
	},
	Screen: Screen{
		Landmarks:  "Orientierungspunkte",
		Start:      "Beginn des Textes",
		CoverOf:    "Umschlag:",
		Done:       "erledigt",
		Open:       "offen",
		Summary:    "Ein Buch aus Text, das sich dem Bildschirm und der Schriftgröße anpasst, mit Inhaltsverzeichnis, gegliederten Überschriften und sinnvoller Lesereihenfolge, ohne digitale Sperren.",
		WithImages: "Jedes Bild hat einen Alternativtext.",
		BareImages: "Einige Bilder haben keinen Alternativtext.",
		WithNotes:  "Anmerkungen sind mit ihren Stellen im Text in beiden Richtungen verknüpft.",
		WithTables: "Kopfzellen der Tabellen sind ausgezeichnet.",
		WithPages:  "Die Seitenzahlen sind die des PDF, das aus demselben Manuskript entstand.",
		Pages:      "Seiten des gedruckten Buches",
	},
	Sheet: Sheet{
		Head:  "Kopf der Seite",
		Spine: "Rücken",
		Short: "kurze Kante",
		Long:  "lange Kante",
		Turn:  "um sie wird der Bogen gewendet",
		Pages: [4][2]string{
			{
				"Dies ist die erste Seite. Der Rücken ist dort, wohin der Pfeil zeigt.",
				"Die Linie unten ist 50 mm lang. Wenn nicht, hat der Drucker die Größe verändert: Wählen Sie die tatsächliche Größe, 100 %.",
			},
			{
				"Diese Seite steht hinter der ersten, Kopf an Kopf.",
				"Steht sie auf dem Kopf, wendet der Drucker um die andere Kante: Wählen Sie diese im Druckdialog, oder bauen Sie das Buch mit DUPLEX.",
			},
			{
				"Die Rahmen liegen 3 bis 10 mm vom Rand des Bogens. Der erste, der an allen vier Seiten ganz ist, zeigt, wie breit der Rand ist, den der Drucker weiß lässt.",
				"Schreiben Sie ihn in book.yaml: printer-margin.",
			},
			{
				"Halten Sie den Bogen gegen das Licht: Die Kreuze in der Mitte beider Seiten sollen sich decken. Die kleinen Striche sind einen Millimeter auseinander.",
				"Sind es mehr als zwei, stellen Sie den Drucker nach.",
			},
		},
	},
}
