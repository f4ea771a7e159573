package locale

// Words are the few words that the book itself sets, in its language.
type Words struct {
	Contents     string // heading of the contents page
	Introduction string // title of the text before the first chapter
	Chapter      string
	Appendix     string
	Sources      string
	Colophon     string
	Notes        string // name of the notes that stand at the end of a chapter or of the book
	Note         string // one note, for readers of the screen
	Page         string
	Author       string
	Table        string
	Figure       string
	Cover        string
	TitlePage    string
	Return       string // the way back from a note to its text
	Part         string // a part of several chapters
	Dedication   string
	Preface      string
	Glossary     string
	Index        string
	Figures      string // heading of the list of figures
	Tables       string // heading of the list of tables
	See          string // from an entry of the index to another
	SeeAlso      string
}

var words = map[string]Words{
	"ar": {"المحتويات", "مقدمة", "الفصل", "ملحق", "المصادر", "بيانات الكتاب", "هوامش", "هامش", "صفحة", "المؤلف", "جدول", "شكل", "الغلاف", "صفحة العنوان", "عودة إلى النص", "القسم", "إهداء", "تقديم", "مسرد المصطلحات", "الفهرس", "قائمة الأشكال", "قائمة الجداول", "انظر", "انظر أيضا"},
	"fa": {"فهرست", "پیش‌گفتار", "فصل", "پیوست", "منابع", "شناسنامهٔ کتاب", "پانوشت‌ها", "پانوشت", "صفحه", "نویسنده", "جدول", "شکل", "جلد", "صفحهٔ عنوان", "بازگشت به متن", "بخش", "تقدیم", "پیشگفتار", "واژه‌نامه", "نمایه", "فهرست شکل‌ها", "فهرست جدول‌ها", "نگاه کنید به", "نیز نگاه کنید به"},
	"ur": {"فہرست", "تعارف", "باب", "ضمیمہ", "مآخذ", "کتاب کی تفصیل", "حواشی", "حاشیہ", "صفحہ", "مصنف", "جدول", "شکل", "سرورق", "صفحۂ عنوان", "متن پر واپس", "حصہ", "انتساب", "پیش لفظ", "فرہنگ", "اشاریہ", "فہرستِ اشکال", "فہرستِ جداول", "دیکھیے", "مزید دیکھیے"},
	"he": {"תוכן העניינים", "מבוא", "פרק", "נספח", "מקורות", "קולופון", "הערות", "הערה", "עמוד", "מאת", "טבלה", "איור", "כריכה", "עמוד השער", "חזרה לטקסט", "חלק", "הקדשה", "הקדמה", "מילון מונחים", "מפתח", "רשימת איורים", "רשימת טבלאות", "ראו", "ראו גם"},
	"en": {"Contents", "Introduction", "Chapter", "Appendix", "Sources", "Colophon", "Notes", "Note", "Page", "Author", "Table", "Figure", "Cover", "Title page", "Back to the text", "Part", "Dedication", "Preface", "Glossary", "Index", "List of figures", "List of tables", "see", "see also"},
	"fr": {"Table des matières", "Introduction", "Chapitre", "Annexe", "Sources", "Colophon", "Notes", "Note", "Page", "Auteur", "Tableau", "Figure", "Couverture", "Page de titre", "Retour au texte", "Partie", "Dédicace", "Préface", "Glossaire", "Index", "Liste des figures", "Liste des tableaux", "voir", "voir aussi"},
	"es": {"Índice", "Introducción", "Capítulo", "Apéndice", "Fuentes", "Colofón", "Notas", "Nota", "Página", "Autor", "Tabla", "Figura", "Cubierta", "Portada", "Volver al texto", "Parte", "Dedicatoria", "Prefacio", "Glosario", "Índice alfabético", "Lista de figuras", "Lista de tablas", "véase", "véase también"},
	"de": {"Inhalt", "Einleitung", "Kapitel", "Anhang", "Quellen", "Impressum", "Anmerkungen", "Anmerkung", "Seite", "Autor", "Tabelle", "Abbildung", "Umschlag", "Titelseite", "Zurück zum Text", "Teil", "Widmung", "Vorwort", "Glossar", "Register", "Abbildungsverzeichnis", "Tabellenverzeichnis", "siehe", "siehe auch"},
	"tr": {"İçindekiler", "Giriş", "Bölüm", "Ek", "Kaynaklar", "Künye", "Notlar", "Not", "Sayfa", "Yazar", "Tablo", "Şekil", "Kapak", "Başlık sayfası", "Metne dön", "Kısım", "İthaf", "Ön söz", "Terimler sözlüğü", "Dizin", "Şekil listesi", "Tablo listesi", "bkz.", "ayrıca bkz."},
}

// WordsFor gives the words in the language of a tag, by its first subtag;
// English where there are none.
func WordsFor(lang string) Words {
	if w, ok := words[PrimaryLanguage(lang)]; ok {
		return w
	}
	return words["en"]
}
