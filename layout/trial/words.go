package trial

import "warraq/content/locale"

// words are what stands on the sheet.
type words struct {
	head, spine string // beside the arrows
	short, long string // names of edges
	turn        string // at the edge about which the printer turns
	pages       [4][]string
}

// languages are those that the words are in. DUPLEX stands for the flag with the
// other edge.
var languages = map[string]words{
	"ar": {
		"رأس الصفحة", "الكعب", "الحافة القصيرة", "الحافة الطويلة", "تُقلب الورقة عليها",
		[4][]string{
			{"هذه الصفحة الأولى، وكعب الكتاب حيث يشير السهم.", "الخط الآتي طوله 50 مم. فإن لم يكن كذلك فقد غيّرت الطابعة المقاس: اختر المقاس الفعلي 100 %."},
			{"تقع هذه الصفحة خلف الأولى، ورأسها عند رأسها.", "فإن كانت مقلوبة فالطابعة تقلب على الحافة الأخرى: اخترها في نافذة الطباعة، أو ابن الكتاب مع DUPLEX."},
			{"الإطارات على بُعد 3 إلى 10 مم من حافة الورقة. وأول إطار يظهر تاما من جهاته الأربع يدل على الهامش الذي تتركه الطابعة.", "اكتبه في book.yaml: \u2066printer-margin\u2069."},
			{"ارفع الورقة إلى الضوء: الصليبان في وسط الوجهين ينبغي أن ينطبقا. وبين كل خطين صغيرين مليمتر.", "وما زاد على مليمترين أصلحه في ضبط الطابعة."},
		},
	},
	"en": {
		"head of the page", "spine", "short edge", "long edge", "the sheet turns about it",
		[4][]string{
			{"This is the first page. The spine is where the arrow points.", "The line below is 50 mm long. If it is not, the printer has changed the size: choose the actual size, 100 %."},
			{"This page stands behind the first, their heads together.", "If it is upside down, the printer turns about the other edge: choose that in its dialogue, or build with DUPLEX."},
			{"The frames are 3 to 10 mm from the edge of the sheet. The first that is whole on all four sides tells how wide a margin the printer leaves white.", "Write it in book.yaml: printer-margin."},
			{"Hold the sheet against the light: the crosses in the middle of both sides should lie on each other. The small lines are a millimetre apart.", "If they are more than two apart, adjust the printer."},
		},
	},
	"fr": {
		"tête de la page", "dos", "bord court", "bord long", "la feuille se retourne ici",
		[4][]string{
			{"Voici la première page. Le dos est du côté de la flèche.", "Le trait ci-dessous mesure 50 mm. Sinon l’imprimante a changé la taille : choisissez la taille réelle, 100 %."},
			{"Cette page est derrière la première, tête contre tête.", "Si elle est renversée, l’imprimante retourne sur l’autre bord : choisissez-le dans sa fenêtre, ou composez avec DUPLEX."},
			{"Les cadres sont à 3 à 10 mm du bord de la feuille. Le premier qui soit entier des quatre côtés donne la marge que l’imprimante laisse blanche.", "Écrivez-la dans book.yaml : printer-margin."},
			{"Tenez la feuille devant la lumière : les croix au milieu des deux faces doivent se recouvrir. Les petits traits sont à un millimètre.", "Au-delà de deux, réglez l’imprimante."},
		},
	},
}

// wordsFor gives the words for the language of a book, and the language that they
// are in: English where there are none.
func wordsFor(tag string) (words, string) {
	lang := locale.PrimaryLanguage(tag)
	if w, ok := languages[lang]; ok {
		return w, tag
	}
	return languages["en"], "en"
}
