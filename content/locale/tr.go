package locale

import "strings"

// turkish has the usual terms of Turkish publishers and the quotation marks of CLDR 48.
// No reader of Turkish has gone over it yet.
var turkish = Language{
	Tag: "tr", Name: "Turkish", Dir: LTR, Digits: DigitsLatn,
	Regions: map[string]Digits{},
	Words: Words{
		Contents:     "İçindekiler",
		Introduction: "Giriş",
		Chapter:      "Bölüm",
		Appendix:     "Ek",
		Sources:      "Kaynaklar",
		Colophon:     "Künye",
		Notes:        "Notlar",
		Note:         "Not",
		Page:         "Sayfa",
		Author:       "Yazar",
		Table:        "Tablo",
		Figure:       "Şekil",
		Cover:        "Kapak",
		TitlePage:    "Başlık sayfası",
		Return:       "Metne dön",
		Part:         "Kısım",
		Dedication:   "İthaf",
		Preface:      "Ön söz",
		Glossary:     "Terimler sözlüğü",
		Index:        "Dizin",
		Figures:      "Şekil listesi",
		Tables:       "Tablo listesi",
		See:          "bkz.",
		SeeAlso:      "ayrıca bkz.",
	},
	Boxes: Boxes{
		Note:      "Not",
		Warning:   "Uyarı",
		Example:   "Örnek",
		Summary:   "Özet",
		Tip:       "İpucu",
		Important: "Önemli",
		Caution:   "Dikkat",
	},
	Quotes:      [2]Quotes{{"“", "”"}, {"‘", "’"}},
	Punctuation: Punctuation{Before: ", ", Comma: ", ", Semicolon: "; "},
	Articles:    none,
	Particles:   strings.Fields(`ve veya ya bir bu her en`),
	Pages: Pages{
		Said: []Said{
			{"sayfa", ""}, {"s.", ""},
		},
		Pointers: []string{"bkz."},
		Joined:   none,
	},
	Screen: Screen{
		Landmarks:  "Yer işaretleri",
		Start:      "Metnin başı",
		CoverOf:    "Kapak:",
		Done:       "yapıldı",
		Open:       "yapılacak",
		Summary:    "Ekrana ve yazı boyutuna uyum sağlayan, metinden oluşan bir kitap; içindekiler listesi, düzeyli başlıkları ve mantıklı bir okuma sırası vardır, dijital kilidi yoktur.",
		WithImages: "Her görselin alternatif metni vardır.",
		BareImages: "Bazı görsellerin alternatif metni yoktur.",
		WithNotes:  "Notlar metindeki yerlerine iki yönlü bağlanmıştır.",
		WithTables: "Tabloların başlık hücreleri işaretlenmiştir.",
		WithPages:  "Sayfa numaraları, aynı metinden yapılan PDF’nin numaralarıdır.",
		Pages:      "Basılı kitabın sayfaları",
	},
	Site: Site{
		Skip:     "Metne geç",
		Previous: "Önceki",
		Next:     "Sonraki",
		Sections: "Bu bölümde",
		Search:   "Kitapta ara",
		Found:    "Bulunan:",
		Nothing:  "Bulunamadı",
	},
	Sheet: Sheet{
		Head:  "sayfanın başı",
		Spine: "sırt",
		Short: "kısa kenar",
		Long:  "uzun kenar",
		Turn:  "yaprak bu kenardan çevrilir",
		Pages: [4][2]string{
			{
				"Bu birinci sayfadır. Kitabın sırtı okun gösterdiği yandadır.",
				"Aşağıdaki çizgi 50 mm uzunluğundadır. Değilse yazıcı boyutu değiştirmiştir: gerçek boyutu seçin, %100.",
			},
			{
				"Bu sayfa birincinin arkasındadır, başları aynı yöndedir.",
				"Ters duruyorsa yazıcı öteki kenardan çeviriyordur: yazdırma penceresinde onu seçin ya da kitabı DUPLEX ile yapın.",
			},
			{
				"Çerçeveler yaprağın kenarından 3 ila 10 mm uzaktadır. Dört yanı tam görünen ilk çerçeve, yazıcının ne kadar kenarı beyaz bıraktığını gösterir.",
				"Bunu book.yaml içine yazın: printer-margin.",
			},
			{
				"Yaprağı ışığa tutun: iki yüzün ortasındaki artılar üst üste gelmelidir. Küçük çizgilerin arası bir milimetredir.",
				"İkiden fazla kaymışlarsa yazıcıyı ayarlayın.",
			},
		},
	},
}
