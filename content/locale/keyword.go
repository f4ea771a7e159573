package locale

// keyword is what authors may write in their own language in the place of the
// program's English words: keys of book.yaml and of front matter, classes, and names of
// divisions. Each has one English word; of an English word the first here is the one
// that a new book is written with.
type keyword struct{ own, english string }

// keywords are those of Arabic.
var keywords = []keyword{
	// What a book is.
	{"العنوان", "title"}, {"عنوان", "title"}, {"العنوان-الفرعي", "subtitle"}, {"المؤلف", "author"}, {"الكاتب", "author"}, {"المؤلفون", "authors"},
	{"المعاونون", "contributors"}, {"السلسلة", "series"}, {"اللغة", "language"}, {"الاتجاه", "direction"}, {"التاريخ", "date"},
	{"الناشر", "publisher"}, {"الحقوق", "rights"}, {"الوصف", "description"}, {"المعرف", "identifier"}, {"الرقم-الدولي", "isbn"},
	{"الغلاف", "cover"}, {"وصف-الغلاف", "cover-alt"}, {"الاسم", "name"}, {"اسم-الملف", "name"},
	// Its parts and how it looks.
	{"الفصول", "chapters"}, {"ملف", "file"}, {"دور", "role"}, {"أقسام", "sections"}, {"باب", "part"},
	{"علامة-الفصل", "chapter-mark"}, {"المحتويات", "contents"}, {"صفحة-العنوان", "title-page"}, {"الافتتاح", "opening"}, {"الترقيم", "numbering"},
	{"الحواشي", "notes"}, {"الصفحة", "page"}, {"المقاس", "size"}, {"الخارجي", "outer"}, {"الداخلي", "inner"}, {"العلوي", "top"}, {"السفلي", "bottom"}, {"طول-السطر", "measure"}, {"التصميم", "theme"}, {"النمط", "theme"}, {"الأرقام", "digits"}, {"الخطوط", "fonts"},
	{"العادي", "regular"}, {"الغليظ", "bold"}, {"المائل", "italic"}, {"الشفرة", "mono"}, {"البديل", "fallback"},
	{"التصحيح", "normalize"}, {"الضبط", "justification"}, {"الكشيدة", "kashida"}, {"الفهرس", "index"}, {"الكراسة", "booklet"}, {"الورق", "paper"},
	{"العائمة", "floats"}, {"الصفحة-الأولى", "first-page"}, {"مسودة", "draft"}, {"الشعار", "logo"}, {"بيانات-النشر", "imprint"}, {"الطبعة", "edition"}, {"الإصدار", "printing"}, {"مكان-النشر", "place"}, {"المطبعة", "printer"},
	{"الإيداع-القانوني", "legal-deposit"}, {"الداعمون", "funders"}, {"الرخصة", "licence"}, {"أرقام-الأقسام", "section-numbers"}, {"عمق-المحتويات", "contents-depth"}, {"رؤوس-الصفحات", "running-heads"},
	{"الزوجية", "even"}, {"الفردية", "odd"}, {"الفصل", "chapter"}, {"الرقم", "number"}, {"القسم", "section"}, {"الأول", "first"}, {"الأخير", "last"},
	{"عنوان-قصير", "short"}, {"الطبع", "press"}, {"النصائح", "advice"}, {"الأخطاء", "mistakes"}, {"الترميز", "encoding"}, {"العناوين", "headings"},
	// Classes and divisions.
	{"ملاحظة", "note"}, {"تنبيه", "warning"}, {"مثال", "example"}, {"خلاصة", "summary"}, {"نصيحة", "tip"}, {"مهم", "important"}, {"تحذير", "caution"},
	{"إطار", "box"}, {"شعر", "verse"}, {"اقتباس", "quote"}, {"قرآن", "quran"}, {"استهلال", "epigraph"}, {"مقتطف", "pull"},
	{"فهرس", "index"}, {"مصطلح", "term"}, {"مسرد", "glossary"}, {"مقدمة", "introduction"}, {"تقديم", "preface"}, {"إهداء", "dedication"},
	{"ملحق", "appendix"}, {"مصادر", "sources"}, {"خاتمة", "colophon"}, {"أشكال", "figures"}, {"جداول", "tables"}, {"بلا-رقم", "unnumbered"},
	{"شبكة", "grid"}, {"مخطط", "striped"}, {"رؤوس-الأسطر", "row-headers"}, {"عرضي", "landscape"}, {"صفحة-جديدة", "page-break"},
	{"أبجد", "abjad"}, {"أبجد-مغربي", "abjad-maghribi"}, {"ألف-باء", "alif-ba"}, {"مشطوب", "strike"}, {"مظلل", "mark"}, {"مسطر", "underline"},
	{"مرتفع", "sup"}, {"نازل", "sub"}, {"موسط", "centred"}, {"مرتب", "sorted"},
	{"بداية", "start"}, {"وسط", "center"}, {"نهاية", "end"}, {"يمين", "right"}, {"يسار", "left"}, {"مضبوط", "justify"},
	{"توقيع", "signature"}, {"تاريخ", "date"}, {"مع-التالي", "keep"}, {"عائم", "float"}, {"أعمدة", "columns"}, {"العدد", "count"}, {"هنا", "here"}, {"نقاط", "leader"}, {"بلا-كسر", "no-break"}, {"هامش", "side"}, {"متجاورة", "abreast"}, {"صورة-الافتتاح", "opener"}, {"وصف-الصورة", "opener-alt"}, {"ملء-الصفحة", "full-bleed"}, {"على-صفحتين", "spread"}, {"حولها-بداية", "wrap-start"}, {"حولها-نهاية", "wrap-end"},
}

// meanings are the English words, by those of authors.
var meanings = func() map[string]string {
	of := make(map[string]string, len(keywords))
	for _, k := range keywords {
		of[k.own] = k.english
	}
	return of
}()

// English is the program's word for one that an author may write in another language,
// itself where it is none.
func English(word string) string {
	if e, ok := meanings[word]; ok {
		return e
	}
	return word
}

// Own is the word of a language for one of the program's; empty for none. Arabic has
// some.
func Own(word, lang string) string {
	if PrimaryLanguage(lang) != "ar" {
		return ""
	}
	for _, k := range keywords {
		if k.english == word {
			return k.own
		}
	}
	return ""
}
