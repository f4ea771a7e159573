package book

import (
	"path"
	"slices"
	"strings"

	"warraq/content"
	"warraq/content/book/settings"
	"warraq/content/pattern"
	"warraq/content/stand"
)

// A picture that cannot be had does not keep a book from being made: what its author
// says of it, and where it lies, stand in its place.

// standInKind is the kind of the warning of each.
const standInKind = "a picture that is not in the manuscript's folder"

// pictures loads the pictures of the text, and puts words in the place of those that
// cannot be had. Marks that sites show of a project are no part of a book.
func (b *manuscript) pictures() {
	b.dropBadges()
	b.openers()
	content.EditBlocks(b.doc, func(block content.Block) []content.Block {
		fig, ok := block.(*content.Figure)
		if !ok {
			return []content.Block{block}
		}
		name, ok := b.picture(fig.Src, fig.Pos)
		if !ok {
			return []content.Block{standIn(fig)}
		}
		fig.Src = name
		return []content.Block{fig}
	})
	content.EditInlines(b.doc, func(in content.Inline, around *content.Link) []content.Inline {
		img, ok := in.(*content.Image)
		if !ok {
			return []content.Inline{in}
		}
		name, ok := b.picture(img.Src, img.Pos)
		if !ok {
			return wordsFor(img, around != nil)
		}
		img.Src = name
		return []content.Inline{img}
	})
}

// openers loads the pictures over the titles of chapters. One that cannot be had is left out.
func (b *manuscript) openers() {
	for _, c := range b.doc.Chapters {
		i := slices.IndexFunc(c.Keys, func(kv content.KeyValue) bool { return kv.Key == stand.OpenerKey })
		if i < 0 {
			continue
		}
		name, ok := b.picture(c.Keys[i].Value, c.Pos)
		if c.Keys = slices.Clone(c.Keys); !ok {
			c.Keys = slices.Delete(c.Keys, i, i+1)
			continue
		}
		c.Keys[i].Value = name
	}
}

// picture loads the image named in a chapter and gives its name among the assets.
// One that cannot be had is a warning.
func (b *manuscript) picture(src string, at content.Pos) (name string, ok bool) {
	look := *b // gathers problems of its own
	look.problems = nil
	if settings.IsRemote(src) {
		name = b.ownFile(src)
		if name == "" {
			b.lacking(at, remoteWhat(src), remoteHint(src))
			return "", false
		}
	} else {
		name = b.imageName(src, at)
	}
	if name, ok = look.inside(settings.Located{Value: name, Pos: at}); ok {
		look.loadAsset(name, at)
		b.advice = look.advice
	}
	for _, p := range look.problems {
		b.lacking(p.Pos, p.What, p.Hint)
	}
	return name, len(look.problems) == 0
}

// lacking tells of a picture that cannot be had.
func (b *manuscript) lacking(at content.Pos, what, hint string) {
	b.advise(content.Problem{Pos: at, Kind: standInKind, What: what + ": its description and address stand in its place", Hint: hint, Warns: true})
}

func remoteWhat(src string) string {
	if settings.IsData(src) {
		return "an image is written out in the text"
	}
	return "image " + src + " is not in the manuscript's folder"
}

// remoteHint says which file to put where.
func remoteHint(src string) string {
	name := FileName(baseOf(src))
	if name == "" || settings.IsData(src) {
		name = "picture.png"
	}
	return "save it as images/" + name + " in the manuscript's folder and write ![…](images/" + name + ")"
}

// baseOf is the last part of the path of an address.
func baseOf(src string) string {
	src, _, _ = strings.Cut(src, "?")
	src, _, _ = strings.Cut(src, "#")
	return path.Base(src)
}

// branch is what stands in the address of a file in a repository before its path.
var branch = pattern.Of(`^(?:https?:)?//(?:raw\.githubusercontent\.com/[^/]+/[^/]+/(?:refs/heads/)?[^/]+|(?:www\.)?github\.com/[^/]+/[^/]+/(?:blob|raw|tree)/[^/]+|gitlab\.com/.+?/-/(?:blob|raw|tree)/[^/]+)/`)

// ownFile is the file of the manuscript that an address names, since it lies in the
// same repository; "" for none.
func (b *manuscript) ownFile(address string) string {
	in := branch.FindString(address)
	if in == "" {
		return ""
	}
	name, _, _ := strings.Cut(address[len(in):], "?")
	if name = path.Clean(unescaped(name)); b.exists(name) {
		return name
	}
	return ""
}

// standIn is what stands in the place of a figure: a box with its words.
func standIn(fig *content.Figure) content.Block {
	box := &content.Div{Place: fig.Place}
	box.Classes = append([]string{"box"}, fig.Classes...)
	say := func(in ...content.Inline) {
		box.Blocks = append(box.Blocks, &content.Paragraph{Place: content.Place{Pos: fig.Pos}, Inlines: in})
	}
	if alt := strings.TrimSpace(fig.Alt); alt != "" && alt != content.PlainText(fig.Caption) {
		say(&content.Text{Pos: fig.Pos, Value: alt})
	}
	if len(fig.Caption) > 0 {
		say(fig.Caption...)
	}
	if address := addressOf(fig.Src, fig.Pos); address != nil {
		say(address)
	}
	if len(box.Blocks) == 0 {
		say(&content.Text{Pos: fig.Pos, Value: "…"})
	}
	return box
}

// addressOf is the address of a picture as text; nil for one that is written out.
func addressOf(src string, at content.Pos) content.Inline {
	switch {
	case settings.IsData(src) || src == "":
		return nil
	case strings.HasPrefix(src, "http://") || strings.HasPrefix(src, "https://"):
		return &content.Link{Pos: at, URL: src, Inlines: []content.Inline{&content.Text{Pos: at, Value: src}}}
	}
	return &content.Code{Pos: at, Value: src}
}

// wordsFor are what stands in the place of an image in running text: in a link,
// which leads elsewhere, its description alone.
func wordsFor(img *content.Image, linked bool) []content.Inline {
	var words []content.Inline
	say := func(text string) { words = append(words, &content.Text{Pos: img.Pos, Value: text}) }
	said := strings.TrimSpace(img.Alt)
	if title := strings.TrimSpace(img.Title); title != "" && title != said {
		said = strings.TrimSpace(said + " " + title)
	}
	address := addressOf(img.Src, img.Pos)
	switch {
	case said != "" && (linked || address == nil):
		say(said)
	case said != "":
		say(said + " (")
		words = append(words, address)
		say(")")
	case address != nil && linked:
		words = append(words, &content.Code{Pos: img.Pos, Value: img.Src})
	case address != nil:
		words = append(words, address)
	}
	return words
}

// A drawing in SVG may ask for what lies on the web: a stylesheet, most often of
// fonts, a program, a picture. Nothing is fetched for a book.

var (
	cssImport  = pattern.Of(`(?i)@import\s*(?:url\([^)]*\)|"[^"]*"|'[^']*')[^;<]*;?`)
	fontFace   = pattern.Of(`(?i)@font-face\s*\{[^{}]*\}`)
	cssAway    = pattern.Of(`(?i)url\(\s*["']?\s*([^"')\s]*)[^)]*\)`)
	styleSheet = pattern.Of(`(?i)<\?xml-stylesheet[^?]*\?>`)
	svgScript  = pattern.Of(`(?is)<script\b[^>]*/>|<script\b.*?</script\s*>`)
	svgTag     = pattern.Of(`<[a-zA-Z][^<>]*>`)
	svgEvent   = pattern.Of(`(?i)\son[a-z]+\s*=\s*(?:"[^"]*"|'[^']*')`)
	svgLoads   = pattern.Of(`(?i)<(?:image|use|feImage|pattern|linearGradient|radialGradient|textPath|tref|cursor)\b[^>]*\bhref\s*=\s*["']\s*([^"'#][^"']*)`)
)

// detached is a drawing without the styles and programs that it asks for from
// elsewhere, whether it lost any, and what else it loads, without which it is not
// what it is.
func detached(svg string) (drawing string, lost bool, loads string) {
	drawing = svg
	for _, of := range []*pattern.Pattern{cssImport, styleSheet, svgScript} {
		drawing = of.ReplaceAllString(drawing, "")
	}
	drawing = fontFace.ReplaceAllStringFunc(drawing, func(face string) string {
		if strings.Contains(face, "data:") {
			return face
		}
		return ""
	})
	drawing = cssAway.ReplaceAllStringFunc(drawing, func(asks string) string {
		if of := cssAway.FindStringSubmatch(asks)[1]; of == "" || of[0] == '#' || strings.HasPrefix(of, "data:") {
			return asks
		}
		return "none"
	})
	drawing = svgTag.ReplaceAllStringFunc(drawing, func(tag string) string { return svgEvent.ReplaceAllString(tag, "") })
	for _, m := range svgLoads.FindAllStringSubmatch(drawing, -1) {
		if !strings.HasPrefix(m[1], "data:") {
			return drawing, drawing != svg, m[1]
		}
	}
	return drawing, drawing != svg, ""
}
