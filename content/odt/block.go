package odt

import (
	"bytes"
	"image"
	_ "image/gif"  // sizes
	_ "image/jpeg" // sizes
	_ "image/png"  // sizes
	"path"
	"strconv"
	"strings"
	"unicode/utf8"

	"warraq/content"
	"warraq/content/container"
	"warraq/content/intake"
	"warraq/content/locale"
	"warraq/content/scribe"
)

// list reads a list, whose items may hold others.
func (f *flow) list(e *container.Element, at place) {
	f.flush()
	if at.level == 0 {
		f.listings++
		at.name = "list " + strconv.Itoa(f.listings)
	}
	if s := e.Get("text:style-name"); s != "" {
		at.style = s
	}
	id := at.style + "/" + strconv.Itoa(at.level)
	goesOn := e.Get("text:continue-numbering") == "true" || e.Get("text:continue-list") != ""
	number := 1
	if goesOn {
		number = f.numbers[id] + 1
	}
	style := f.listStyle(at)
	for _, k := range e.Kids {
		switch k.Name {
		case "text:list-header":
			f.blocks(k, place{})
		case "text:list-item":
			if n, err := strconv.Atoi(k.Get("text:start-value")); err == nil && n >= 0 && n < 1_000_000 {
				number = n
			}
			f.item(k, at, style, number)
			number++
		}
	}
	f.numbers[id] = number - 1
}

// listStyle is how the items of a level are counted. Letters that Markdown has not are
// numbers.
func (f *flow) listStyle(at place) locale.ListStyle {
	formats := f.lists[at.style]
	if formats == nil || at.level >= levels {
		return locale.Bullet
	}
	switch format := strings.TrimSpace(formats[at.level]); {
	case formats[at.level] == "bullet", formats[at.level] == "", format == "":
		return locale.Bullet
	case strings.HasPrefix(format, "أ, ب, ت"), strings.HasPrefix(format, "ا, ب, ت"):
		return locale.AlifBa
	case strings.HasPrefix(format, "ا, ب, ج"), strings.HasPrefix(format, "أ, ب, ج"):
		return locale.Abjad
	case format != "1":
		f.say("lists by letters that a manuscript has not count by numbers", format, "", false)
	}
	return locale.Decimal
}

// item reads an item: a paragraph, or several blocks. A heading that is numbered as an
// item is a heading.
func (f *flow) item(e *container.Element, at place, style locale.ListStyle, number int) {
	first := true
	var rest []intake.Piece
	more := func() {
		if rest != nil {
			f.pieces = append(f.pieces, rest...)
		}
		rest = nil
	}
	for _, k := range e.Kids {
		switch {
		case k.Name == "text:list":
			more()
			inner := at
			inner.level++
			if f.depth+inner.level > mostNested {
				inner.level = at.level
			}
			f.list(k, inner)
		case k.Name == "text:h":
			f.block(k, place{})
			first = false
		case k.Name == "text:p" && first:
			f.block(k, place{item: &intake.Item{List: at.name, Level: at.level, Style: style, Number: number}})
			first = false
		case k.Name == "text:p":
			f.continued(k)
		default:
			f.block(k, place{})
		}
	}
	more()
}

// continued puts a further paragraph of an item into it, as lines below the first.
func (f *flow) continued(e *container.Element) {
	f.flush()
	last := len(f.pieces) - 1
	p, ok := f.pieces[last].(*intake.Paragraph)
	if !ok || p.Item == nil {
		f.block(e, place{})
		return
	}
	f.block(e, place{})
	f.flush()
	if more, ok := f.pieces[last+1].(*intake.Paragraph); ok {
		if !more.Line.Empty() {
			p.Line.Break()
			p.Line.Add(&more.Line)
		}
		f.pieces = append(f.pieces[:last+1], f.pieces[last+2:]...)
	}
}

// Bounds of a table.
const (
	mostColumns = 64
	mostCells   = 200_000
)

// grid is a table being read.
type grid struct {
	rows          [][]gridCell
	heads         int
	columns       int
	toLeft, latin int // letters
	solid         bool
	first         string
}

type gridCell struct {
	pieces     []intake.Piece
	rows, cols int
}

// table reads a table. One of one column is a box or a frame around text.
func (f *flow) table(e *container.Element) {
	f.flush()
	if f.depth > mostNested {
		f.say("tables too deep in each other are their words", e.Words(), "", false)
		f.begin(&style{})
		f.open.Line.Text(strings.Join(strings.Fields(e.Words()), " "), scribe.Look{})
		f.flush()
		return
	}
	var g grid
	f.gridRows(&g, e, false)
	cells := 0
	for _, row := range g.rows {
		width := 0
		for _, c := range row {
			width += c.cols
		}
		cells += len(row)
		g.columns = max(g.columns, width)
	}
	if cells == 0 {
		return
	}
	if g.columns == 1 || g.solid || g.columns > mostColumns || g.columns*len(g.rows) > mostCells || g.columns*len(g.rows) > 20*cells+1000 {
		f.boxed(&g)
		return
	}
	f.pieces = append(f.pieces, &intake.Solid{Block: f.made(&g)})
}

// mostBoxed is how many paragraphs are a box; more are a frame about a page.
const mostBoxed = 12

// boxed reads a table that only places text.
func (f *flow) boxed(g *grid) {
	var pieces []intake.Piece
	lines := 0
	for _, row := range g.rows {
		for _, c := range row {
			for _, piece := range c.pieces {
				if p, ok := piece.(*intake.Paragraph); !ok || !p.Line.Empty() {
					lines++
				}
			}
			pieces = append(pieces, c.pieces...)
		}
	}
	switch {
	case lines == 0:
	case lines > mostBoxed || g.solid || g.columns > 1:
		f.say("tables that only place text are their text", g.first, "", false)
		f.pieces = append(f.pieces, pieces...)
	default:
		div := &content.Div{Blocks: intake.Within(pieces, &f.reader.text.Report)}
		div.Classes = []string{"box"}
		f.pieces = append(f.pieces, &intake.Solid{Block: div})
	}
}

// gridRows reads the rows of a table; those that are said to be headers first.
func (f *flow) gridRows(g *grid, e *container.Element, head bool) {
	for _, k := range e.Kids {
		switch k.Name {
		case "table:table-header-rows":
			f.gridRows(g, k, true)
		case "table:table-rows", "table:table-row-group":
			f.gridRows(g, k, head)
		case "table:table-row":
			var row []gridCell
			for _, c := range k.Kids {
				if c.Name == "table:table-cell" && len(row) < mostColumns {
					row = append(row, f.gridCell(g, c))
				}
			}
			if len(row) == 0 {
				continue
			}
			if head {
				g.heads++
			}
			g.rows = append(g.rows, row)
		}
	}
}

func (f *flow) gridCell(g *grid, e *container.Element) gridCell {
	c := gridCell{pieces: f.inner(e), rows: span(e, "table:number-rows-spanned"), cols: span(e, "table:number-columns-spanned")}
	n := 0
	for _, piece := range c.pieces {
		switch p := piece.(type) {
		case *intake.Paragraph:
			if p.Line.Empty() {
				continue
			}
			plain := p.Line.Plain()
			if g.first == "" {
				g.first = plain
			}
			g.solid = g.solid || p.Level > 0
			for _, r := range plain {
				switch {
				case isComplex(r):
					g.toLeft++
				case isLetter(r):
					g.latin++
				}
			}
		case *intake.Solid:
			switch p.Block.(type) {
			case *content.Table, *content.Div:
				g.solid = true
			}
		}
		n++
	}
	const page = 6 // paragraphs and blocks in one cell
	g.solid = g.solid || n > page
	return c
}

func span(e *container.Element, name string) int {
	if n, ok := content.ParseSpan(e.Get(name)); ok {
		return min(n, mostColumns)
	}
	return 1
}

// made makes the table. Its first row is its header where none is said to be.
func (f *flow) made(g *grid) *content.Table {
	t := &content.Table{Columns: make([]content.Align, g.columns)}
	heads := min(max(g.heads, 1), len(g.rows)-1)
	for i, row := range g.rows {
		r := &content.Row{}
		for _, c := range row {
			cell := &content.Cell{Inlines: f.cell(c.pieces)}
			if c.cols > 1 {
				cell.Keys = append(cell.Keys, content.KeyValue{Key: "colspan", Value: strconv.Itoa(c.cols)})
			}
			if c.rows > 1 {
				cell.Keys = append(cell.Keys, content.KeyValue{Key: "rowspan", Value: strconv.Itoa(c.rows)})
			}
			r.Cells = append(r.Cells, cell)
		}
		if i == 0 && heads > 0 {
			t.Header = r
			unbold(r)
		} else {
			t.Rows = append(t.Rows, r)
		}
	}
	t.Heads = max(heads-1, 0)
	if !intake.Spans(t) {
		f.say("cells of a table lie over one another: each has one place", g.first, "", false)
	}
	return t
}

// unbold takes away what makes a header bold: it is anyway.
func unbold(r *content.Row) {
	for _, c := range r.Cells {
		if len(c.Inlines) == 1 {
			if s, ok := c.Inlines[0].(*content.Strong); ok {
				c.Inlines = s.Inlines
			}
		}
	}
}

// cell puts the paragraphs of a cell into lines.
func (f *flow) cell(pieces []intake.Piece) []content.Inline {
	var l scribe.Line
	add := func(line *scribe.Line) {
		if !l.Empty() {
			l.Break()
		}
		l.Add(line)
	}
	for _, piece := range pieces {
		switch p := piece.(type) {
		case *intake.Paragraph:
			if p.Line.Empty() {
				continue
			}
			if item := p.Item; item != nil {
				var marked scribe.Line
				sign := "•"
				if item.Style != locale.Bullet {
					sign = strings.TrimSuffix(item.Style.Number(item.Number, locale.DigitsAuto), "\u200d") + "."
				}
				marked.Text(sign+" ", scribe.Look{})
				marked.Add(&p.Line)
				add(&marked)
				continue
			}
			add(&p.Line)
		case *intake.Solid:
			if fig, ok := p.Block.(*content.Figure); ok {
				var img scribe.Line
				img.Put(&content.Image{Src: fig.Src, Alt: fig.Alt}, scribe.Look{})
				if len(fig.Caption) > 0 {
					img.Text(" ", scribe.Look{})
					img.Add(scribe.Flat(fig.Caption))
				}
				add(&img)
			}
		}
	}
	return l.Inlines()
}

// drawing reads a picture, or a box with text, in what is drawn. In is the line that it
// stands in, nil for none.
func (f *flow) drawing(e *container.Element, in *inline) {
	switch e.Name {
	case "draw:frame":
		alt := strings.Join(strings.Fields(e.Child("svg:desc").Words()), " ")
		for _, k := range e.Kids {
			switch k.Name {
			case "draw:image":
				f.picture(k, alt, e.Get("text:anchor-type") == "as-char" && small(e))
				return // others show the same
			case "draw:text-box":
				f.textBox(k)
			case "draw:object", "draw:object-ole":
				f.object(k, in)
			case "table:table":
				f.table(k)
			}
		}
	case "draw:text-box":
		f.textBox(e)
	case "draw:g", "draw:a":
		for _, k := range e.Kids {
			f.drawing(k, in)
		}
	default:
		if words := strings.TrimSpace(e.Words()); words != "" {
			f.textBox(e)
		} else {
			f.say("drawings stay away", e.Get("draw:name"), "export them as pictures, and put them into the folder of images", true)
		}
	}
}

// small tells a frame no higher than a line.
func small(e *container.Element) bool {
	h := e.Get("svg:height")
	for _, u := range []struct {
		unit   string
		points float64
	}{{"cm", 28.35}, {"in", 72}, {"mm", 2.835}, {"pt", 1}} {
		if number, ok := strings.CutSuffix(h, u.unit); ok {
			n, err := strconv.ParseFloat(number, 64)
			return err == nil && n*u.points <= 30
		}
	}
	return false
}

// textBox puts the text of a box behind its paragraph; a picture with a caption is one.
func (f *flow) textBox(e *container.Element) {
	if f.depth > mostNested {
		return
	}
	pieces := f.inner(e)
	for i, piece := range pieces {
		s, ok := piece.(*intake.Solid)
		if !ok {
			continue
		}
		fig, ok := s.Block.(*content.Figure)
		if ok && fig.Caption == nil {
			for _, j := range []int{i - 1, i + 1} {
				if j >= 0 && j < len(pieces) {
					if p, ok := pieces[j].(*intake.Paragraph); ok && p.Role == intake.Body && p.Item == nil && !p.Line.Empty() && p.Line.OnlyText() && utf8.RuneCountInString(p.Line.Plain()) < 200 {
						p.Role = intake.Caption
					}
				}
			}
		}
	}
	f.after = append(f.after, pieces...)
}

// object reads a formula; other objects show their picture, where there is one.
func (f *flow) object(e *container.Element, in *inline) {
	name := strings.TrimPrefix(e.Get("xlink:href"), "./")
	if m := e.Child("math:math"); m != nil {
		f.formula(m, in)
		return
	}
	part := path.Join(name, "content.xml")
	if !f.c.Has(part) {
		f.say("objects of other programs stay away", name, "export them as pictures, and put them into the folder of images", true)
		return
	}
	root, err := f.c.Tree(part, spaces)
	if err != nil || root.Name != "math:math" {
		f.say("charts and other objects stay away", name, "export them as pictures, and put them into the folder of images", true)
		return
	}
	f.formula(root, in)
}

// formula puts a formula into code.
func (f *flow) formula(e *container.Element, in *inline) {
	said := strings.TrimSpace(annotation(e))
	if said == "" {
		said = strings.Join(strings.Fields(e.Words()), " ")
	}
	if said == "" {
		return
	}
	f.say("formulas stand as they were typed, in code", said, "", false)
	if f.open == nil {
		f.begin(&style{})
	}
	f.open.Line.Put(&content.Code{Value: said}, scribe.Look{})
}

// annotation is what was typed for a formula.
func annotation(e *container.Element) string {
	if e.Name == "math:annotation" {
		return e.Words()
	}
	for _, k := range e.Kids {
		if s := annotation(k); s != "" {
			return s
		}
	}
	return ""
}

// picture takes a picture: in the line, or as a figure behind its paragraph.
func (f *flow) picture(e *container.Element, alt string, inLine bool) {
	href := strings.TrimPrefix(e.Get("xlink:href"), "./")
	name, why := f.pictureName(href)
	if name == "" {
		f.say("pictures that are not there or that no book can hold stay away"+why, path.Base(href)+" "+alt, "convert them to PNG, put them into the folder of images, and write ![description](images/name.png)", true)
		return
	}
	if inLine && f.open != nil {
		f.open.Line.Put(&content.Image{Src: "images/" + name, Alt: alt}, scribe.Look{})
		return
	}
	f.after = append(f.after, &intake.Solid{Block: &content.Figure{Src: "images/" + name, Alt: alt}})
}

// pictureName takes a picture into the text, and gives its name there.
func (r *reader) pictureName(part string) (name, why string) {
	if name := r.pictures[part]; name != "" {
		return name, ""
	}
	if strings.Contains(part, "://") {
		return "", " (they lie in the web)"
	}
	data, err := r.c.Data(part)
	if err != nil || len(data) == 0 {
		return "", ""
	}
	ext := extension(data)
	if ext == "" {
		return "", " (" + strings.ToLower(path.Ext(part)) + ")"
	}
	if ext != ".svg" && ext != ".webp" {
		if _, _, err := image.DecodeConfig(bytes.NewReader(data)); err != nil {
			return "", " (damaged)"
		}
	}
	stem := r.anchor(strings.TrimSuffix(path.Base(part), path.Ext(part)))
	if len(stem) > 24 {
		stem = r.prefix + "picture-" + strconv.Itoa(len(r.pictures)+1)
	}
	name = stem + ext
	for n := 2; r.used[name]; n++ {
		name = stem + "-" + strconv.Itoa(n) + ext
	}
	r.used[name], r.pictures[part] = true, name
	r.text.Pictures = append(r.text.Pictures, intake.Picture{Name: name, Data: data})
	return name, ""
}

// extension is that of a picture by its first bytes, "" for what no book can hold.
func extension(data []byte) string {
	for _, m := range []struct{ start, ext string }{{"\x89PNG\r\n\x1a\n", ".png"}, {"\xff\xd8\xff", ".jpg"}, {"GIF8", ".gif"}} {
		if bytes.HasPrefix(data, []byte(m.start)) {
			return m.ext
		}
	}
	switch {
	case bytes.HasPrefix(data, []byte("RIFF")) && len(data) > 12 && string(data[8:12]) == "WEBP":
		return ".webp"
	case bytes.Contains(data[:min(len(data), 1000)], []byte("<svg")):
		return ".svg"
	}
	return ""
}
