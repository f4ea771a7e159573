package epub

import "warraq/content/locale"

// phrases are what only an EPUB says to its reader, beside [locale.Words].
type phrases struct {
	landmarks  string // heading of the landmarks
	start      string // the first chapter, among the landmarks
	coverOf    string // before the title: what the cover shows
	done, open string // the state of a task
	// The accessibility summary: first what is true of every book, then what
	// may be true of this one.
	summary                string
	withImages, bareImages string
	withNotes, withTables  string
	withPages              string
	pages                  string // heading of the page list
}

// phrasesOf by the first subtag of the language.
var phrasesOf = map[string]phrases{
	"ar": {
		landmarks: "معالم الكتاب", start: "بداية النص", coverOf: "غلاف الكتاب:", done: "أُنجز", open: "لم يُنجز",
		summary:    "كتاب نصي ينساب مع حجم الشاشة والخط، له فهرس وعناوين متدرجة وترتيب قراءة منطقي، ولا قيود رقمية عليه.",
		withImages: "لكل صورة نص بديل.", bareImages: "في الكتاب صور بلا نص بديل.",
		withNotes: "الهوامش موصولة بمواضعها ذهابًا وإيابًا.", withTables: "خلايا العناوين في الجداول معرَّفة.",
		withPages: "صفحاته مرقمة كصفحات ملف PDF المصنوع من الأصل نفسه.", pages: "صفحات الكتاب المطبوع",
	},
	"fr": {
		landmarks: "Repères", start: "Début du texte", coverOf: "Couverture :", done: "fait", open: "à faire",
		summary:    "Livre textuel qui s’adapte à l’écran et à la taille des caractères, avec table des matières, titres hiérarchisés et ordre de lecture logique, sans verrou numérique.",
		withImages: "Chaque image a un texte de remplacement.", bareImages: "Certaines images n’ont pas de texte de remplacement.",
		withNotes: "Les notes sont liées à leurs appels dans les deux sens.", withTables: "Les cellules d’en-tête des tableaux sont identifiées.",
		withPages: "Les numéros de page sont ceux du PDF tiré du même manuscrit.", pages: "Pages du livre imprimé",
	},
	"en": {
		landmarks: "Landmarks", start: "Start of the text", coverOf: "Cover:", done: "done", open: "to do",
		summary:    "A book of text that adapts to the screen and to the size of type, with a table of contents, headings in order and a logical reading order, and without digital locks.",
		withImages: "Every image has alternative text.", bareImages: "Some images have no alternative text.",
		withNotes: "Notes are linked to their calls both ways.", withTables: "Header cells of tables are marked.",
		withPages: "Page numbers are those of the PDF made from the same manuscript.", pages: "Pages of the printed book",
	},
}

// phrasesFor is what to say in a book of the language lang; English where
// there are no phrases of its own.
func phrasesFor(lang string) phrases {
	if p, ok := phrasesOf[locale.PrimaryLanguage(lang)]; ok {
		return p
	}
	return phrasesOf["en"]
}

// numeral is n in the book's digits.
func (e *edition) numeral(n int) string { return locale.FormatInt(n, e.digits) }
