package locale

import "strings"

// indonesian has the usual terms of Indonesian publishers, those of the Pedoman Umum Ejaan
// Bahasa Indonesia among them, and the quotation marks of CLDR 48.
// No reader of Indonesian has gone over it yet.
var indonesian = Language{
	Tag: "id", Name: "Indonesian", Dir: LTR, Digits: DigitsLatn,
	Regions: map[string]Digits{},
	Words: Words{
		Contents:     "Daftar isi",
		Introduction: "Pendahuluan",
		Chapter:      "Bab",
		Appendix:     "Lampiran",
		Sources:      "Sumber",
		Colophon:     "Kolofon",
		Notes:        "Catatan",
		Note:         "Catatan",
		Page:         "Halaman",
		Author:       "Penulis",
		Table:        "Tabel",
		Figure:       "Gambar",
		Cover:        "Sampul",
		TitlePage:    "Halaman judul",
		Return:       "Kembali ke teks",
		Part:         "Bagian",
		Dedication:   "Persembahan",
		Preface:      "Prakata",
		Glossary:     "Glosarium",
		Index:        "Indeks",
		Figures:      "Daftar gambar",
		Tables:       "Daftar tabel",
		See:          "lihat",
		SeeAlso:      "lihat juga",
	},
	Boxes: Boxes{
		Note:      "Catatan",
		Warning:   "Peringatan",
		Example:   "Contoh",
		Summary:   "Ringkasan",
		Tip:       "Kiat",
		Important: "Penting",
		Caution:   "Hati-hati",
	},
	Quotes:      [2]Quotes{{"“", "”"}, {"‘", "’"}},
	Punctuation: Punctuation{Before: ", ", Comma: ", ", Semicolon: "; "},
	Articles:    none,
	Particles:   strings.Fields(`di ke dari dan atau yang untuk pada dalam oleh dengan bagi`),
	Pages: Pages{
		Said: []Said{
			{"di halaman", "di"}, {"pada halaman", "pada"}, {"halaman", ""},
			{"hlm.", ""}, {"hal.", ""},
		},
		Pointers: []string{"lihat"},
		Joined:   none,
	},
	Screen: Screen{
		Landmarks:  "Penanda",
		Start:      "Awal teks",
		CoverOf:    "Sampul:",
		Done:       "selesai",
		Open:       "belum selesai",
		Summary:    "Buku berisi teks yang menyesuaikan diri dengan layar dan ukuran huruf, dengan daftar isi, judul bertingkat, dan urutan baca yang logis, tanpa kunci digital.",
		WithImages: "Setiap gambar memiliki teks alternatif.",
		BareImages: "Beberapa gambar tidak memiliki teks alternatif.",
		WithNotes:  "Catatan ditautkan dengan tempatnya dalam teks dalam dua arah.",
		WithTables: "Sel tajuk pada tabel ditandai.",
		WithPages:  "Nomor halaman sama dengan PDF yang dibuat dari naskah yang sama.",
		Pages:      "Halaman buku cetak",
	},
	Site: Site{
		Skip:     "Langsung ke teks",
		Previous: "Sebelumnya",
		Next:     "Berikutnya",
		Sections: "Dalam bab ini",
		Search:   "Cari dalam buku",
		Found:    "Ditemukan:",
		Nothing:  "Tidak ditemukan",
	},
	Sheet: Sheet{
		Head:  "kepala halaman",
		Spine: "punggung buku",
		Short: "tepi pendek",
		Long:  "tepi panjang",
		Turn:  "lembar dibalik pada tepi ini",
		Pages: [4][2]string{
			{
				"Ini halaman pertama. Punggung buku berada di arah panah.",
				"Garis di bawah ini panjangnya 50 mm. Jika tidak, pencetak telah mengubah ukuran: pilih ukuran sebenarnya, 100 %.",
			},
			{
				"Halaman ini berada di balik halaman pertama, kepala bertemu kepala.",
				"Jika terbalik, pencetak membalik pada tepi yang lain: pilih itu dalam dialog cetak, atau buat buku dengan DUPLEX.",
			},
			{
				"Bingkai berjarak 3 sampai 10 mm dari tepi lembar. Bingkai pertama yang utuh pada keempat sisinya menunjukkan seberapa lebar tepi yang dibiarkan putih oleh pencetak.",
				"Tuliskan dalam book.yaml: printer-margin.",
			},
			{
				"Arahkan lembar ke cahaya: tanda silang di tengah kedua muka harus berimpit. Garis kecil berjarak satu milimeter.",
				"Jika selisihnya lebih dari dua, setel pencetak.",
			},
		},
	},
}
