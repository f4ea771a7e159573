package content

// boxes are the names of boxes beside "box" itself, and the title of each that
// has none of its author's.
var boxes = map[string]map[string]string{
	"note":    {"ar": "ملاحظة", "fa": "یادداشت", "ur": "نوٹ", "he": "לתשומת לב", "en": "Note", "fr": "Remarque", "es": "Nota", "de": "Hinweis", "tr": "Not"},
	"warning": {"ar": "تنبيه", "fa": "هشدار", "ur": "تنبیہ", "he": "אזהרה", "en": "Warning", "fr": "Attention", "es": "Advertencia", "de": "Warnung", "tr": "Uyarı"},
	"example": {"ar": "مثال", "fa": "مثال", "ur": "مثال", "he": "דוגמה", "en": "Example", "fr": "Exemple", "es": "Ejemplo", "de": "Beispiel", "tr": "Örnek"},
	"summary": {"ar": "خلاصة", "fa": "خلاصه", "ur": "خلاصہ", "he": "סיכום", "en": "Summary", "fr": "En résumé", "es": "Resumen", "de": "Zusammenfassung", "tr": "Özet"},
}

// Boxed is the kind of box that a division is set as: "box" (a fact box),
// "note", "warning", "example" or "summary", "" for none.
func (d *Div) Boxed() string {
	for _, class := range d.Classes {
		if _, ok := boxes[class]; ok || class == "box" {
			return class
		}
	}
	return ""
}

// boxTitle is the title of a kind of box in a language, English for one that
// is not known; none for a plain box.
func boxTitle(kind string, d *Div, lang string) []Inline {
	titles, ok := boxes[kind]
	if !ok {
		return nil
	}
	title, ok := titles[PrimaryLanguage(lang)]
	if !ok {
		title = titles["en"]
	}
	return []Inline{&Text{Pos: d.Pos, Value: title}}
}
