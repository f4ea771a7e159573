package locale

import "strings"

// malay is that of Malaysia, in Latin letters, with the terms of babel's captions for
// Malay, but rajah for a figure, which is what Malaysian books say; quotation marks are
// CLDR 48's. No reader of Malay has gone over it yet.
var malay = Language{
	Tag: "ms", Name: "Malay", Dir: LTR, Digits: DigitsLatn,
	Regions: map[string]Digits{},
	Words: Words{
		Contents:     "Kandungan",
		Introduction: "Pendahuluan",
		Chapter:      "Bab",
		Appendix:     "Lampiran",
		Sources:      "Sumber",
		Colophon:     "Kolofon",
		Notes:        "Nota",
		Note:         "Nota",
		Page:         "Halaman",
		Author:       "Penulis",
		Table:        "Jadual",
		Figure:       "Rajah",
		Cover:        "Kulit",
		TitlePage:    "Halaman judul",
		Return:       "Kembali ke teks",
		Part:         "Bahagian",
		Dedication:   "Dedikasi",
		Preface:      "Prakata",
		Glossary:     "Glosari",
		Index:        "Indeks",
		Figures:      "Senarai rajah",
		Tables:       "Senarai jadual",
		See:          "lihat",
		SeeAlso:      "lihat juga",
	},
	Boxes: Boxes{
		Note:      "Nota",
		Warning:   "Amaran",
		Example:   "Contoh",
		Summary:   "Rumusan",
		Tip:       "Petua",
		Important: "Penting",
		Caution:   "Awas",
	},
	Quotes:      [2]Quotes{{"“", "”"}, {"‘", "’"}},
	Punctuation: Punctuation{Before: ", ", Comma: ", ", Semicolon: "; "},
	Articles:    none,
	Particles:   strings.Fields(`di ke dari daripada dan atau yang untuk pada dalam oleh dengan bagi kepada`),
	Pages: Pages{
		Said: []Said{
			{"di halaman", "di"}, {"pada halaman", "pada"}, {"halaman", ""},
			{"hlm.", ""}, {"ms.", ""},
		},
		Pointers: []string{"lihat"},
		Joined:   none,
	},
	Screen: Screen{
		Landmarks:  "Penanda",
		Start:      "Permulaan teks",
		CoverOf:    "Kulit:",
		Done:       "selesai",
		Open:       "belum selesai",
		Summary:    "Buku berteks yang menyesuaikan diri dengan skrin dan saiz huruf, dengan senarai kandungan, tajuk bertingkat dan urutan bacaan yang logik, tanpa kunci digital.",
		WithImages: "Setiap imej mempunyai teks alternatif.",
		BareImages: "Sesetengah imej tidak mempunyai teks alternatif.",
		WithNotes:  "Nota dipautkan dengan tempatnya dalam teks dalam dua hala.",
		WithTables: "Sel pengepala jadual ditandai.",
		WithPages:  "Nombor halaman sama dengan PDF yang dibuat daripada manuskrip yang sama.",
		Pages:      "Halaman buku bercetak",
	},
	Site: Site{
		Skip:     "Langkau ke teks",
		Previous: "Sebelumnya",
		Next:     "Seterusnya",
		Sections: "Dalam bab ini",
		Search:   "Cari dalam buku",
		Found:    "Ditemui:",
		Nothing:  "Tidak ditemui",
	},
	Sheet: Sheet{
		Head:  "kepala halaman",
		Spine: "tulang belakang buku",
		Short: "tepi pendek",
		Long:  "tepi panjang",
		Turn:  "helaian dibalikkan pada tepi ini",
		Pages: [4][2]string{
			{
				"Ini halaman pertama. Tulang belakang buku berada di arah anak panah.",
				"Garis di bawah ini panjangnya 50 mm. Jika tidak, pencetak telah mengubah saiz: pilih saiz sebenar, 100 %.",
			},
			{
				"Halaman ini berada di belakang halaman pertama, kepala bertemu kepala.",
				"Jika terbalik, pencetak membalikkan pada tepi yang lain: pilih tepi itu dalam dialog cetak, atau bina buku dengan DUPLEX.",
			},
			{
				"Bingkai berjarak 3 hingga 10 mm dari tepi helaian. Bingkai pertama yang lengkap pada keempat-empat sisinya menunjukkan selebar mana jidar yang dibiarkan putih oleh pencetak.",
				"Tuliskannya dalam book.yaml: printer-margin.",
			},
			{
				"Halakan helaian ke cahaya: palang di tengah kedua-dua muka mesti bertindih. Garis kecil berjarak satu milimeter.",
				"Jika bezanya lebih daripada dua, laraskan pencetak.",
			},
		},
	},
}
