package locale

import "strings"

// french has the terms of the Lexique des règles typographiques en usage à l'Imprimerie
// nationale and the outer quotation marks of CLDR 48, with the inner ones of that book.
var french = Language{
	Tag: "fr", Name: "French", Dir: LTR, Digits: DigitsLatn,
	Regions: map[string]Digits{},
	Words: Words{
		Contents:     "Table des matières",
		Introduction: "Introduction",
		Chapter:      "Chapitre",
		Appendix:     "Annexe",
		Sources:      "Sources",
		Colophon:     "Colophon",
		Notes:        "Notes",
		Note:         "Note",
		Page:         "Page",
		Author:       "Auteur",
		Table:        "Tableau",
		Figure:       "Figure",
		Cover:        "Couverture",
		TitlePage:    "Page de titre",
		Return:       "Retour au texte",
		Part:         "Partie",
		Dedication:   "Dédicace",
		Preface:      "Préface",
		Glossary:     "Glossaire",
		Index:        "Index",
		Figures:      "Liste des figures",
		Tables:       "Liste des tableaux",
		See:          "voir",
		SeeAlso:      "voir aussi",
	},
	Boxes: Boxes{
		Note:      "Remarque",
		Warning:   "Attention",
		Example:   "Exemple",
		Summary:   "En résumé",
		Tip:       "Conseil",
		Important: "Important",
		Caution:   "Prudence",
	},
	Quotes:      [2]Quotes{{"«\u00a0", "\u00a0»"}, {"“", "”"}},
	Punctuation: Punctuation{Before: ", ", Comma: ", ", Semicolon: "; "},
	Articles:    none,
	Particles:   strings.Fields(`le la les un une des du de d’ en et ou à au aux sur dans par pour avec sans sous`),
	Pages: Pages{
		Said: []Said{
			{"à la page", "dans"}, {"aux pages", "dans"}, {"la page", ""},
			{"pages", ""}, {"page", ""}, {"pp.", ""},
			{"p.", ""},
		},
		Pointers: []string{"voir"},
		Joined:   none,
	},
	Screen: Screen{
		Landmarks:  "Repères",
		Start:      "Début du texte",
		CoverOf:    "Couverture :",
		Done:       "fait",
		Open:       "à faire",
		Summary:    "Livre textuel qui s’adapte à l’écran et à la taille des caractères, avec table des matières, titres hiérarchisés et ordre de lecture logique, sans verrou numérique.",
		WithImages: "Chaque image a un texte de remplacement.",
		BareImages: "Certaines images n’ont pas de texte de remplacement.",
		WithNotes:  "Les notes sont liées à leurs appels dans les deux sens.",
		WithTables: "Les cellules d’en-tête des tableaux sont identifiées.",
		WithPages:  "Les numéros de page sont ceux du PDF tiré du même manuscrit.",
		Pages:      "Pages du livre imprimé",
	},
	Sheet: Sheet{
		Head:  "tête de la page",
		Spine: "dos",
		Short: "bord court",
		Long:  "bord long",
		Turn:  "la feuille se retourne ici",
		Pages: [4][2]string{
			{
				"Voici la première page. Le dos est du côté de la flèche.",
				"Le trait ci-dessous mesure 50 mm. Sinon l’imprimante a changé la taille : choisissez la taille réelle, 100 %.",
			},
			{
				"Cette page est derrière la première, tête contre tête.",
				"Si elle est renversée, l’imprimante retourne sur l’autre bord : choisissez-le dans sa fenêtre, ou composez avec DUPLEX.",
			},
			{
				"Les cadres sont à 3 à 10 mm du bord de la feuille. Le premier qui soit entier des quatre côtés donne la marge que l’imprimante laisse blanche.",
				"Écrivez-la dans book.yaml : printer-margin.",
			},
			{
				"Tenez la feuille devant la lumière : les croix au milieu des deux faces doivent se recouvrir. Les petits traits sont à un millimètre.",
				"Au-delà de deux, réglez l’imprimante.",
			},
		},
	},
}
