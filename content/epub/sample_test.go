package epub

import (
	"warraq/content"
)

// A few words of one letter make documents by hand readable.
func t(s string) content.Inline             { return &content.Text{Value: s} }
func ts(s string) []content.Inline          { return []content.Inline{t(s)} }
func p(ins ...content.Inline) content.Block { return &content.Paragraph{Inlines: ins} }
func pt(s string) content.Block             { return p(t(s)) }
func h(level int, s string) content.Block {
	return &content.Heading{Level: level, Inlines: ts(s)}
}

// book is a numbered document of the chapters.
func book(chapters ...*content.Chapter) *content.Document {
	doc := &content.Document{
		Meta: content.Meta{
			Title: "كتاب التجربة", Authors: []string{"مؤلف الكتاب"}, Lang: "ar-MA", Dir: content.RTL, Date: "2024-05",
		},
		Chapters: chapters,
	}
	content.Number(doc)
	return doc
}

// chapter is an ordinary chapter.
func chapter(title string, bs ...content.Block) *content.Chapter {
	return &content.Chapter{Title: ts(title), Blocks: bs}
}

// pixel is a PNG of one grey pixel.
var pixel = []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\b\x00\x00\x00\x00:~\x9bU\x00\x00\x00\nIDATx\x9cch\x00\x00\x00\x82\x00\x81\xddC\xb5\x92\x00\x00\x00\x00IEND\xaeB`\x82")

// everything is a book with every construct of the document model.
func everything() *content.Document {
	note := &content.Note{Label: "1", Blocks: []content.Block{
		p(t("هامش فيه "), &content.Emphasis{Inlines: ts("توكيد")}, t("، ومثله "), &content.Link{URL: "https://example.org/كتاب?س=1&ص=2", Inlines: ts("رابط")}, t(".")),
		pt("فقرة ثانية من الهامش نفسه."),
	}}
	second := &content.Note{Label: "ب", Blocks: []content.Block{pt("هامش ثانٍ قصير.")}}
	box := &content.Div{Title: ts("بطاقة تعريف"), Blocks: []content.Block{
		&content.Definitions{Entries: []*content.Definition{
			{Term: ts("ما هي"), Bodies: [][]content.Block{{pt("منصة تجريبية لعرض أجزاء الكتاب.")}}},
			{Term: ts("منذ متى"), Bodies: [][]content.Block{{pt("سنة 2019.")}, {pt("وفي قول آخر سنة 2020.")}}},
		}},
	}}
	box.Classes = []string{"box"}
	epigraph := &content.Div{Blocks: []content.Block{pt("من جدّ وجد.")}}
	epigraph.Classes = []string{"epigraph"}
	french := &content.Span{Inlines: ts("carte nationale d’identité")}
	french.Lang = "fr"
	other := &content.Div{Title: ts("قسم"), Blocks: []content.Block{pt("قسم لا يعرفه هذا الإصدار.")}}
	other.Classes = []string{"aside-note"}
	first := chapter("الفصل الأول: ما في الكتاب",
		epigraph, box,
		p(t("فقرة أولى فيها "), &content.Strong{Inlines: ts("خط ثقيل")}, t(" و"), &content.Emphasis{Inlines: ts("توكيد")}, t(" و"), &content.Strike{Inlines: ts("مشطوب")},
			t("، وكلام فرنسي "), french, t(" وشيفرة "), &content.Code{Value: "if a < b && c"}, t("، وكان ذلك سنة 2023"), &content.NoteRef{Note: note},
			t(" وبعدها"), &content.NoteRef{Note: second}, t(" ثم مرة أخرى"), &content.NoteRef{Note: note}, t(".")),
		pt("فقرة ثانية طويلة بعض الشيء ليظهر كيف تنساب الأسطر وتُضبط حوافها في الصفحة، وفيها أرقام مثل 1,250 و30% وتواريخ مثل 16 ماي 1956، ثم تنتهي عند هذا الحد من القول."),
		h(2, "قوائم"),
		&content.List{Tight: true, Items: []*content.Item{
			{Blocks: []content.Block{pt("بند أول")}},
			{Blocks: []content.Block{pt("بند ثانٍ"), &content.List{Style: content.Decimal, Start: 3, Tight: true, Items: []*content.Item{{Blocks: []content.Block{pt("ثالث")}}, {Blocks: []content.Block{pt("رابع")}}}}}},
		}},
		&content.List{Style: content.Abjad, Start: 1, Items: []*content.Item{{Blocks: []content.Block{pt("ألف")}}, {Blocks: []content.Block{pt("باء")}}}},
		&content.List{Tight: true, Items: []*content.Item{{Task: true, Done: true, Blocks: []content.Block{pt("تمّ")}}, {Task: true, Blocks: []content.Block{pt("لم يتم")}}}},
		h(3, "جدول"),
		&content.Table{
			Columns: []content.Align{content.AlignStart, content.AlignCenter, content.AlignRight, content.AlignLeft},
			Header:  row("السنة", "العدد", "النسبة", "ملاحظة"),
			Rows:    []*content.Row{row("2022", "15", "1,5%", "بداية"), row("2023", "27", "2,7%", "توسع")},
			Caption: ts("جدول 1: أعداد للتجربة"),
		},
		h(2, "شواهد"),
		&content.Quote{Blocks: []content.Block{pt("كلام مقتبس يُعرض على حدة."), pt("وفقرة ثانية منه.")}, Attribution: ts("صاحب القول")},
		&content.Quote{Blocks: []content.Block{pt("اقتباس بلا نسبة.")}},
		&content.Verse{Lines: []content.VerseLine{
			{Halves: [][]content.Inline{ts("أَلا لَيْتَ شِعْري هَلْ أَبيتَنَّ لَيْلَةً"), ts("وَحَوْلي كِتابٌ ناطِقٌ وَسُكونُ")}},
			{Halves: [][]content.Inline{ts("وَهَلْ أَقْرَأَنْ سَطْرًا جَديدًا مُنَسَّقًا"), ts("تَراهُ فَتَحْلو في العُيونِ فُنونُ")}},
			{Halves: [][]content.Inline{ts("سطر حر")}},
		}},
		&content.Break{},
		&content.CodeBlock{Language: "go", Text: "if a < b {\n\treturn \"x\" // قول\n}\n"},
		&content.Figure{Src: "figs/a.png", Alt: "مربع رمادي", Caption: ts("شكل 1: مربع")},
		other,
		p(t("صورة في السطر "), &content.Image{Src: "figs/a.png", Alt: "مربع"}, &content.LineBreak{}, t("وسطر بعدها، وانظر "),
			&content.Link{URL: "#خاتمة", Inlines: ts("الخاتمة")}, t(".")),
	)
	last := chapter("خاتمة & <ختام>", p(t("رجوع إلى "), &content.Link{URL: "#ch-1", Title: "أول", Inlines: ts("الأول")}, t(".")), h(2, "تذييل"))
	last.Anchor = "خاتمة"
	last.Role = content.Colophon
	intro := chapter("مقدمة", pt("نص المقدمة قبل الفصول."))
	intro.Role = content.Introduction
	doc := book(intro, first, last)
	doc.Meta.Subtitle, doc.Meta.Publisher, doc.Meta.Rights = "في أجزاء الكتاب كلها", "دار التجربة", "حقوق النشر حرة"
	doc.Assets = map[string]*content.Asset{"figs/a.png": {Name: "figs/a.png", Media: "image/png", Data: pixel}}
	return doc
}

func row(cells ...string) *content.Row {
	r := &content.Row{}
	for _, c := range cells {
		r.Cells = append(r.Cells, &content.Cell{Inlines: ts(c)})
	}
	return r
}
