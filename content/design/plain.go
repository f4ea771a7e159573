package design

// Plain is the design of a book that names no theme: black on white, Amiri 12
// on 20 points, on A5 a measure of 115 mm and 24 lines. It is what
// content/book/settings/themes/plain.yaml says, which the tests compare with it.
func Plain() *Theme {
	pt := func(v float64) Length { return Length{Value: v} }
	lines := func(v float64) Length { return Length{v, Lines} }
	part := func(v float64) Length { return Length{v, Parts} }
	accent, tint, rule, none := Ink{Tone: Accent}, Ink{Tone: Tint}, Ink{Tone: Hair}, Ink{Tone: NoInk}

	t := &Theme{Name: "plain", Colors: Palette{Tint: Color{241, 241, 241}, Rule: Color{89, 89, 89}}}
	t.Page.Inner, t.Page.Outer = part(99.0/925), part(429.0/3700)
	t.Page.Top, t.Page.Bottom = part(0.102), part(0.088)
	t.Page.Measure = part(1)
	t.Body.Size, t.Body.Leading, t.Body.Indent = pt(12), pt(20), pt(24)
	t.Chapter.Look = Look{Size: pt(22), Bold: true, Ink: accent}
	t.Chapter.Sink, t.Chapter.Below = lines(3), lines(2)
	t.Chapter.Ornament, t.Chapter.OrnamentInk = RuleOrnament, rule
	t.Chapter.Rule, t.Chapter.Weight = pt(64), pt(0.7)
	t.Section.Look = Look{Size: pt(15), Bold: true, Align: AtStart, Ink: accent}
	t.Section.Above = lines(1)
	t.Subsection.Look = Look{Size: pt(12.5), Bold: true, Align: AtStart, Ink: accent}
	t.Subsection.Above = lines(1)
	t.Chapter.Ground = none
	t.Small.Size, t.Small.Leading = pt(10.5), pt(16)
	t.Notes.Size, t.Notes.Leading, t.Notes.Gap, t.Notes.Rule = pt(9.5), pt(14), pt(12), part(0.26)
	t.Heads.Even, t.Heads.Odd, t.Heads.Size = BookHead, ChapterHead, pt(9.5)
	t.Heads.Ink, t.Heads.Rule = Ink{Color: Color{64, 64, 64}}, none
	t.Folio.Size = pt(10)
	t.TitlePage.Size, t.TitlePage.Ink = pt(30), accent
	t.Cover.Ground, t.Cover.Ink = Ink{Color: Color{244, 239, 227}}, Ink{Color: Color{29, 29, 29}}
	t.Cover.Ornament = Ink{Color: Color{125, 43, 34}}
	t.Cover.Press.Ground, t.Cover.Press.Ornament = &CMYK{0.04, 0.05, 0.12, 0}, &CMYK{0.2, 0.92, 0.85, 0.45}
	t.Cover.Press.Ink = &CMYK{K: 1} // black whole: less of it has rough edges
	t.Contents.Dots = true
	t.Quote.Size, t.Quote.Inset, t.Quote.Bar = pt(11.5), pt(20), none
	t.Box.Ground, t.Box.Bar, t.Box.Frame, t.Box.Title, t.Box.Pad = tint, rule, none, accent, pt(9)
	t.Table.Header, t.Table.Zebra = none, none
	t.Table.Lines = Ink{Color: Color{115, 115, 115}}
	t.Captions.Bold = true
	t.Code.Ground = none
	t.Break.Ornament = StarsOrnament
	t.Verse.Gap = pt(20)
	t.Epigraph.Size, t.Epigraph.Inset = pt(11.5), part(0.25)
	t.Pull.Size, t.Pull.Ink, t.Pull.Rule = pt(15), accent, rule
	return t
}
