package epub

import (
	"warraq/content"
	"warraq/content/locale"
	"warraq/content/number"
	"warraq/content/roles"
)

// A few words of one letter make documents by hand readable.
func text(s string) content.Inline             { return &content.Text{Value: s} }
func texts(s string) []content.Inline          { return []content.Inline{text(s)} }
func para(ins ...content.Inline) content.Block { return &content.Paragraph{Inlines: ins} }
func line(s string) content.Block              { return para(text(s)) }
func head(level int, s string) content.Block {
	return &content.Heading{Level: level, Inlines: texts(s)}
}

// book is a numbered document of the chapters.
func book(chapters ...*content.Chapter) *content.Document {
	doc := &content.Document{
		Meta: content.Meta{
			Title: "كتاب التجربة", Authors: []string{"مؤلف الكتاب"}, Lang: "ar-MA", Dir: locale.RTL, Date: "2024-05",
		},
		Chapters: chapters,
	}
	number.Document(doc)
	return doc
}

// chapter is an ordinary chapter.
func chapter(title string, bs ...content.Block) *content.Chapter {
	return &content.Chapter{Title: texts(title), Blocks: bs}
}

// pixel is a PNG of one grey pixel.
var pixel = []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\b\x00\x00\x00\x00:~\x9bU\x00\x00\x00\nIDATx\x9cch\x00\x00\x00\x82\x00\x81\xddC\xb5\x92\x00\x00\x00\x00IEND\xaeB`\x82")

// everything is a book with every construct of the document model.
func everything() *content.Document {
	note := &content.Note{Label: "1", Blocks: []content.Block{
		para(text("هامش فيه "), &content.Emphasis{Inlines: texts("توكيد")}, text("، ومثله "), &content.Link{URL: "https://example.org/كتاب?س=1&ص=2", Inlines: texts("رابط")}, text(".")),
		line("فقرة ثانية من الهامش نفسه."),
	}}
	second := &content.Note{Label: "ب", Blocks: []content.Block{line("هامش ثانٍ قصير.")}}
	box := &content.Div{Title: texts("بطاقة تعريف"), Blocks: []content.Block{
		&content.Definitions{Entries: []*content.Definition{
			{Term: texts("ما هي"), Bodies: [][]content.Block{{line("منصة تجريبية لعرض أجزاء الكتاب.")}}},
			{Term: texts("منذ متى"), Bodies: [][]content.Block{{line("سنة 2019.")}, {line("وفي قول آخر سنة 2020.")}}},
		}},
	}}
	box.Classes = []string{"box"}
	epigraph := &content.Quote{Blocks: []content.Block{line("من جدّ وجد.")}}
	epigraph.Classes = []string{"epigraph"}
	french := &content.Span{Inlines: texts("carte nationale d’identité")}
	french.Lang = "fr"
	other := &content.Div{Title: texts("قسم"), Blocks: []content.Block{line("قسم لا يعرفه هذا الإصدار.")}}
	other.Classes = []string{"aside-note"}
	first := chapter("الفصل الأول: ما في الكتاب",
		epigraph, box,
		para(text("فقرة أولى فيها "), &content.Strong{Inlines: texts("خط ثقيل")}, text(" و"), &content.Emphasis{Inlines: texts("توكيد")}, text(" و"), &content.Span{Attr: content.Attr{Classes: []string{"strike"}}, Inlines: texts("مشطوب")},
			text("، وكلام فرنسي "), french, text(" وشيفرة "), &content.Code{Value: "if a < b && c"}, text("، وكان ذلك سنة 2023"), &content.NoteRef{Note: note},
			text(" وبعدها"), &content.NoteRef{Note: second}, text(" ثم مرة أخرى"), &content.NoteRef{Note: note}, text(".")),
		line("فقرة ثانية طويلة بعض الشيء ليظهر كيف تنساب الأسطر وتُضبط حوافها في الصفحة، وفيها أرقام مثل 1,250 و30% وتواريخ مثل 16 ماي 1956، ثم تنتهي عند هذا الحد من القول."),
		head(2, "قوائم"),
		&content.List{Tight: true, Items: []*content.Item{
			{Blocks: []content.Block{line("بند أول")}},
			{Blocks: []content.Block{line("بند ثانٍ"), &content.List{Style: locale.Decimal, Start: 3, Tight: true, Items: []*content.Item{{Blocks: []content.Block{line("ثالث")}}, {Blocks: []content.Block{line("رابع")}}}}}},
		}},
		&content.List{Style: locale.Abjad, Start: 1, Items: []*content.Item{{Blocks: []content.Block{line("ألف")}}, {Blocks: []content.Block{line("باء")}}}},
		&content.List{Tight: true, Items: []*content.Item{{Task: true, Done: true, Blocks: []content.Block{line("تمّ")}}, {Task: true, Blocks: []content.Block{line("لم يتم")}}}},
		head(3, "جدول"),
		&content.Table{
			Columns: []content.Align{content.AlignStart, content.AlignCenter, content.AlignRight, content.AlignLeft},
			Header:  row("السنة", "العدد", "النسبة", "ملاحظة"),
			Rows:    []*content.Row{row("2022", "15", "1,5%", "بداية"), row("2023", "27", "2,7%", "توسع")},
			Caption: texts("جدول 1: أعداد للتجربة"),
		},
		head(2, "شواهد"),
		&content.Quote{Blocks: []content.Block{line("كلام مقتبس يُعرض على حدة."), line("وفقرة ثانية منه.")}, Attribution: texts("صاحب القول")},
		&content.Quote{Blocks: []content.Block{line("اقتباس بلا نسبة.")}},
		&content.Verse{Stanzas: [][]content.VerseLine{{
			{Halves: [][]content.Inline{texts("أَلا لَيْتَ شِعْري هَلْ أَبيتَنَّ لَيْلَةً"), texts("وَحَوْلي كِتابٌ ناطِقٌ وَسُكونُ")}},
			{Halves: [][]content.Inline{texts("وَهَلْ أَقْرَأَنْ سَطْرًا جَديدًا مُنَسَّقًا"), texts("تَراهُ فَتَحْلو في العُيونِ فُنونُ")}},
			{Halves: [][]content.Inline{texts("سطر حر")}},
		}}},
		&content.Break{},
		&content.CodeBlock{Language: "go", Text: "if a < b {\n\treturn \"x\" // قول\n}\n"},
		&content.Figure{Src: "figs/a.png", Alt: "مربع رمادي", Caption: texts("شكل 1: مربع")},
		other,
		para(text("صورة في السطر "), &content.Image{Src: "figs/a.png", Alt: "مربع"}, &content.LineBreak{}, text("وسطر بعدها، وانظر "),
			&content.Link{URL: "#خاتمة", Inlines: texts("الخاتمة")}, text(".")),
	)
	last := chapter("خاتمة & <ختام>", para(text("رجوع إلى "), &content.Link{URL: "#ch-1", Title: "أول", Inlines: texts("الأول")}, text(".")), head(2, "تذييل"))
	last.Anchor = "خاتمة"
	last.Role = roles.Colophon
	intro := chapter("مقدمة", line("نص المقدمة قبل الفصول."))
	intro.Role = roles.Introduction
	doc := book(intro, first, last)
	doc.Meta.Subtitle, doc.Meta.Publisher, doc.Meta.Rights = "في أجزاء الكتاب كلها", "دار التجربة", "حقوق النشر حرة"
	doc.Assets = map[string]*content.Asset{"figs/a.png": {Name: "figs/a.png", Media: "image/png", Data: pixel}}
	return doc
}

func row(cells ...string) *content.Row {
	r := &content.Row{}
	for _, c := range cells {
		r.Cells = append(r.Cells, &content.Cell{Inlines: texts(c)})
	}
	return r
}
