package locale

import "strings"

// spanish has the usual terms of Spanish publishers; the quotation marks are those that
// the Ortografía of the Real Academia Española prefers, «» and in them “”, where CLDR 48
// has “” and ‘’. No reader of Spanish has gone over it yet.
var spanish = Language{
	Tag: "es", Name: "Spanish", Dir: LTR, Digits: DigitsLatn,
	Regions: map[string]Digits{},
	Words: Words{
		Contents:     "Índice",
		Introduction: "Introducción",
		Chapter:      "Capítulo",
		Appendix:     "Apéndice",
		Sources:      "Fuentes",
		Colophon:     "Colofón",
		Notes:        "Notas",
		Note:         "Nota",
		Page:         "Página",
		Author:       "Autor",
		Table:        "Tabla",
		Figure:       "Figura",
		Cover:        "Cubierta",
		TitlePage:    "Portada",
		Return:       "Volver al texto",
		Part:         "Parte",
		Dedication:   "Dedicatoria",
		Preface:      "Prefacio",
		Glossary:     "Glosario",
		Index:        "Índice alfabético",
		Figures:      "Lista de figuras",
		Tables:       "Lista de tablas",
		See:          "véase",
		SeeAlso:      "véase también",
	},
	Boxes: Boxes{
		Note:      "Nota",
		Warning:   "Advertencia",
		Example:   "Ejemplo",
		Summary:   "Resumen",
		Tip:       "Consejo",
		Important: "Importante",
		Caution:   "Precaución",
	},
	Quotes:      [2]Quotes{{"«", "»"}, {"“", "”"}},
	Punctuation: Punctuation{Before: ", ", Comma: ", ", Semicolon: "; "},
	Articles:    none,
	Particles:   strings.Fields(`el la los las un de del al en y o`),
	Pages: Pages{
		Said: []Said{
			{"la página", ""}, {"páginas", ""}, {"página", ""},
			{"págs.", ""}, {"pág.", ""}, {"pp.", ""},
			{"p.", ""},
		},
		Pointers: []string{"véase"},
		Joined:   none,
	},
	Screen: Screen{
		Landmarks:  "Puntos de referencia",
		Start:      "Comienzo del texto",
		CoverOf:    "Cubierta:",
		Done:       "hecho",
		Open:       "pendiente",
		Summary:    "Libro textual que se adapta a la pantalla y al tamaño de la letra, con índice, títulos jerarquizados y un orden de lectura lógico, sin candados digitales.",
		WithImages: "Todas las imágenes tienen texto alternativo.",
		BareImages: "Algunas imágenes no tienen texto alternativo.",
		WithNotes:  "Las notas están enlazadas con sus llamadas en ambos sentidos.",
		WithTables: "Las celdas de encabezado de las tablas están identificadas.",
		WithPages:  "Los números de página son los del PDF hecho a partir del mismo manuscrito.",
		Pages:      "Páginas del libro impreso",
	},
	Site: Site{
		Skip:     "Ir al texto",
		Previous: "Anterior",
		Next:     "Siguiente",
		Sections: "En este capítulo",
		Search:   "Buscar en el libro",
		Found:    "Lugares:",
		Nothing:  "No se ha encontrado nada",
	},
	Sheet: Sheet{
		Head:  "cabeza de la página",
		Spine: "lomo",
		Short: "borde corto",
		Long:  "borde largo",
		Turn:  "la hoja se voltea sobre este borde",
		Pages: [4][2]string{
			{
				"Esta es la primera página. El lomo está hacia donde apunta la flecha.",
				"La línea de abajo mide 50 mm. Si no, la impresora ha cambiado el tamaño: elija el tamaño real, 100 %.",
			},
			{
				"Esta página está detrás de la primera, cabeza con cabeza.",
				"Si está invertida, la impresora voltea sobre el otro borde: elíjalo en su ventana, o componga con DUPLEX.",
			},
			{
				"Los marcos están a entre 3 y 10 mm del borde de la hoja. El primero que se vea entero por los cuatro lados indica el margen que la impresora deja en blanco.",
				"Escríbalo en book.yaml: printer-margin.",
			},
			{
				"Mire la hoja a contraluz: las cruces del centro de ambas caras deben coincidir. Las rayas pequeñas distan un milímetro.",
				"Si se separan más de dos, ajuste la impresora.",
			},
		},
	},
}
