package book

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"warraq/content"
	"warraq/content/book/bounds"
	"warraq/content/book/settings"
	"warraq/content/scan"
	"warraq/content/setup"
)

// loadAssets loads the cover, the fonts and every picture of the text.
func (b *manuscript) loadAssets() {
	b.doc.Assets, b.varying = map[string]*content.Asset{}, map[string]bool{}
	wanted := slices.Clone(b.manifest.Assets)
	slices.SortStableFunc(wanted, func(a, b settings.Wanted) int { return cmp.Compare(a.Order(), b.Order()) })
	for i := range wanted {
		w := &wanted[i]
		name, ok := b.inside(w.Located)
		if !ok {
			continue
		}
		if w.Value = name; w.Font != nil {
			name = b.loadFont(*w)
		} else {
			b.loadAsset(name, w.Pos)
		}
		*w.Name = name
	}
	for _, w := range wanted {
		if w.Font != nil {
			b.boldOfAxis(w)
		}
	}
	b.doc.Meta.Cover, b.doc.Meta.Logo = b.manifest.Meta.Cover, b.manifest.Meta.Logo
	b.doc.Setup.Fonts, b.doc.Setup.Wrap = b.manifest.Setup.Fonts, b.manifest.Setup.Wrap
	if b.hear(); b.tooMuch {
		return
	}
	b.pictures()
	b.heard = nil
}

// imageName is the file that a chapter names as an image, relative to the chapter's
// folder or to the manuscript's, or from the top of a site that is made of the folder.
func (b *manuscript) imageName(src string, at content.Pos) string {
	folder := strings.TrimPrefix(strings.TrimPrefix(path.Dir(at.File), b.root), "/")
	if rest, ok := strings.CutPrefix(src, "/"); ok {
		for _, top := range siteTops {
			if name := path.Join(top, rest); b.exists(name) {
				return name
			}
		}
		return src
	}
	beside := path.Join(folder, src)
	for _, name := range []string{beside, path.Clean(src)} {
		if b.exists(b.fileOf(name)) {
			return name
		}
		if cut, _, ok := strings.Cut(name, "?"); ok && b.exists(cut) {
			return cut
		}
	}
	return beside
}

// siteTops are the folders whose files a site has at its top.
var siteTops = []string{"", "static", "public", "assets", "docs", "src", "source", "docs/.vuepress/public", ".vuepress/public", "docs/public"}

// loadAsset makes a picture an asset, once.
func (b *manuscript) loadAsset(name string, at content.Pos) {
	if b.doc.Assets[name] != nil {
		return
	}
	s, known := b.heard[name]
	if !known {
		s = b.sound(name)
	}
	if b.unsound(name, at, &s) {
		return
	}
	b.doc.Assets[name] = &content.Asset{Name: name, Media: s.mediaOf(name), Data: s.data, Pos: at}
	b.tellPage(name, at, &s)
	if s.pages > 0 {
		const kind = "a picture of several pages, of which the first is shown"
		b.advise(content.Problem{Pos: at, Kind: kind, What: fmt.Sprintf("%s: %s has %d", kind, name, s.pages), Hint: "name the page, " + name + "#page=2", Warns: true})
	}
	if s.lost {
		const kind = "a drawing that loads styles or a program, which are left out"
		b.advise(content.Problem{Pos: at, Kind: kind, What: kind + ": " + name, Hint: "put what it needs into the drawing itself", Warns: true})
	}
}

// unsound reports a picture that a book may not hold, and tells whether it is one.
func (b *manuscript) unsound(name string, at content.Pos, s *sound) bool {
	media := s.mediaOf(name)
	switch {
	case s.read != nil:
		if !b.refused(name, at, s.read) {
			b.missingAsset(name, at)
		}
	case s.loads != "":
		b.problem(at, "image "+name+" loads "+s.loads+", and nothing is fetched for a book", "put it into the drawing itself")
	case s.beyond != "":
		b.problem(at, "image "+name+" "+s.wrong.Error(), bounds.Hint("make it smaller", s.beyond))
	case s.only == 1:
		b.problem(at, "image "+name+" "+s.wrong.Error(), "take #page=… out, it has one page")
	case s.only > 1:
		b.problem(at, "image "+name+" "+s.wrong.Error(), fmt.Sprintf("name one from 1 to %d", s.only))
	case s.wrong != nil && s.media != "":
		b.problem(at, "image "+name+" "+s.wrong.Error(), "save the page anew, as a PDF without a password or as a PNG")
	case s.wrong != nil:
		b.problem(at, "image "+name+" "+s.wrong.Error(), "save it anew, as a PNG or JPEG")
	case media == "" || strings.HasPrefix(media, "font/"):
		b.problem(at, "image "+name+" is of no kind that books can have", "convert it to PNG, JPEG, GIF, WebP, TIFF, SVG or PDF")
	default:
		return false
	}
	return true
}

// tellPage tells what of a page of a PDF is not as it was.
func (b *manuscript) tellPage(name string, at content.Pos, s *sound) {
	file, page := scan.Named(name)
	for _, what := range s.left {
		b.advise(content.Problem{Pos: at, What: fmt.Sprintf("image %s, page %d: %s is left out, and the rest is drawn", file, page, what),
			Hint: "turn it into plain areas where it was made, or save the page as a PNG", Warns: true})
	}
	if len(s.faces) > 0 {
		b.advise(content.Problem{Pos: at, What: fmt.Sprintf("image %s, page %d: letters of %s are set in a face of the book, since the file has no such font", file, page, strings.Join(s.faces, ", ")),
			Hint: "embed the fonts where the PDF is made; in R, draw with cairo_pdf", Warns: true})
	}
}

// adviseAlternatives tells of images without an alternative text: who cannot
// see one knows nothing of it (WCAG 2.2, 1.1.1).
func (b *manuscript) adviseAlternatives() {
	if len(b.doc.Assets) == 0 {
		return
	}
	check := func(src, alt string, at content.Pos) {
		if strings.TrimSpace(alt) == "" {
			b.advise(content.Problem{Pos: at, What: "image " + src + " has no words for those who cannot see it",
				Hint: "say what it shows: ![…](" + src + ")", Warns: true, Kind: "image without words for those who cannot see it"})
		}
	}
	content.Walk(b.doc, func(part any, place *content.Place) {
		if fig, ok := part.(*content.Figure); ok {
			check(fig.Src, fig.Alt, place.Pos)
		}
	})
	content.Texts(b.doc, func(_ *content.Place, text []content.Inline) {
		content.Inlines(text, func(in content.Inline) {
			if img, ok := in.(*content.Image); ok {
				check(img.Src, img.Alt, img.Pos)
			}
		})
	})
}

// loadPress loads the profile of the printing condition, and tells the author
// of a condition that nobody could know.
func (b *manuscript) loadPress() {
	p, at := &b.doc.Setup.Press, b.manifest.Press
	if at.Profile.Value != "" {
		if name, ok := b.inside(at.Profile); ok {
			if b.loadProfile(name, at.Profile.Pos) {
				p.Profile = name
			}
		}
	}
	if _, known := setup.ConditionOf(p.Condition); known || p.Profile != "" {
		return
	}
	var names []string
	for _, c := range setup.Conditions {
		names = append(names, c.Name)
	}
	hint := "write " + strings.Join(names, ", ") + ", or give the print shop's profile under `profile:`"
	if near := content.Nearest(p.Condition, names); near != "" {
		hint = "did you mean " + near + "? Else give the print shop's profile under `profile:`"
	}
	b.problem(at.Condition.Pos, "condition: "+p.Condition+" is no registered printing condition", hint)
}

// loadProfile makes an ICC profile an asset, if it is one of a press.
func (b *manuscript) loadProfile(name string, at content.Pos) (ok bool) {
	data, err := fs.ReadFile(b.fsys, b.path(name))
	switch {
	case err != nil && b.refused(name, at, err):
	case err != nil:
		b.missingAsset(name, at)
	case !setup.IsPressProfile(data):
		b.problem(at, "profile "+name+" is not one of a press with four inks", "ask the print shop for its ICC profile (.icc), of class prtr and for CMYK")
	default:
		b.doc.Assets[name] = &content.Asset{Name: name, Media: "application/vnd.iccprofile", Data: data}
		return true
	}
	return false
}
