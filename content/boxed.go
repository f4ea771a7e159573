package content

import "warraq/content/locale"

// boxName is a name of boxes that has a title of its own.
type boxName struct {
	kind   string            // that it is set as
	titles map[string]string // by language
}

// boxes are the names of boxes beside "box" itself, and the title of each that
// has none of its author's. The last three are what other programs call theirs.
var boxes = map[string]boxName{
	"note":      {"note", map[string]string{"ar": "ملاحظة", "fa": "یادداشت", "ur": "نوٹ", "he": "לתשומת לב", "en": "Note", "fr": "Remarque", "es": "Nota", "de": "Hinweis", "tr": "Not"}},
	"warning":   {"warning", map[string]string{"ar": "تنبيه", "fa": "هشدار", "ur": "تنبیہ", "he": "אזהרה", "en": "Warning", "fr": "Attention", "es": "Advertencia", "de": "Warnung", "tr": "Uyarı"}},
	"example":   {"example", map[string]string{"ar": "مثال", "fa": "مثال", "ur": "مثال", "he": "דוגמה", "en": "Example", "fr": "Exemple", "es": "Ejemplo", "de": "Beispiel", "tr": "Örnek"}},
	"summary":   {"summary", map[string]string{"ar": "خلاصة", "fa": "خلاصه", "ur": "خلاصہ", "he": "סיכום", "en": "Summary", "fr": "En résumé", "es": "Resumen", "de": "Zusammenfassung", "tr": "Özet"}},
	"tip":       {"note", map[string]string{"ar": "نصيحة", "fa": "نکته", "ur": "مشورہ", "he": "טיפ", "en": "Tip", "fr": "Conseil", "es": "Consejo", "de": "Tipp", "tr": "İpucu"}},
	"important": {"warning", map[string]string{"ar": "مهم", "fa": "مهم", "ur": "اہم", "he": "חשוב", "en": "Important", "fr": "Important", "es": "Importante", "de": "Wichtig", "tr": "Önemli"}},
	"caution":   {"warning", map[string]string{"ar": "تحذير", "fa": "احتیاط", "ur": "احتیاط", "he": "זהירות", "en": "Caution", "fr": "Prudence", "es": "Precaución", "de": "Vorsicht", "tr": "Dikkat"}},
}

// BoxNames are the names that make a box of a division.
func BoxNames() []string {
	return []string{"box", "note", "warning", "example", "summary", "tip", "important", "caution"}
}

// Boxed is the kind of box that a division is set as: "box" (a fact box),
// "note", "warning", "example" or "summary", "" for none.
func (d *Div) Boxed() string {
	kind, _ := d.boxName()
	return kind
}

// boxName is the kind of box, and the class that says so.
func (d *Div) boxName() (kind, class string) {
	for _, class := range d.Classes {
		if class == "box" {
			return class, class
		}
		if name, ok := boxes[class]; ok {
			return name.kind, class
		}
	}
	return "", ""
}

// boxTitle is the title of a box in a language, English for one that is not
// known; none for a plain box.
func boxTitle(d *Div, lang string) []Inline {
	_, class := d.boxName()
	name, ok := boxes[class]
	if !ok {
		return nil
	}
	title, ok := name.titles[locale.PrimaryLanguage(lang)]
	if !ok {
		title = name.titles["en"]
	}
	return []Inline{&Text{Pos: d.Pos, Value: title}}
}
