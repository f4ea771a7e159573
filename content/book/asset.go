package book

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"path"
	"slices"
	"strconv"
	"strings"

	"warraq/content"
	"warraq/content/book/bounds"
	"warraq/content/book/settings"
	"warraq/content/locale"
	"warraq/content/mend"
	"warraq/content/scan"
	"warraq/content/setup"
	"warraq/fonts"
	"warraq/fonts/house"
	"warraq/fonts/instance"
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

func (b *manuscript) exists(name string) bool {
	p := b.path(name)
	if !fs.ValidPath(p) {
		return false
	}
	info, err := fs.Stat(b.fsys, p)
	return err == nil && !info.IsDir()
}

// inside cleans a name of a file and makes sure that it leads nowhere outside
// the manuscript's folder.
func (b *manuscript) inside(l settings.Located) (name string, ok bool) {
	name = path.Clean(l.Value)
	said := l.Value
	if l.Pos.File == "" && said == b.opt.Theme.Name {
		said = "--theme " + said // it stands in no file
	}
	switch {
	case strings.Contains(name, "\\"):
		b.problem(l.Pos, said+" has a backslash", "part folders with /")
	case path.IsAbs(name) || strings.Contains(name, ":"):
		b.problem(l.Pos, said+" is not in the manuscript's folder", "put the file there and name it from there")
	case name == ".." || strings.HasPrefix(name, "../"):
		b.problem(l.Pos, said+" is outside the manuscript's folder", "put the file inside")
	case name == "." || !fs.ValidPath(b.path(name)):
		b.problem(l.Pos, "“"+said+"” names no file", "name one in the manuscript's folder")
	default:
		return name, true
	}
	return name, false
}

func (b *manuscript) loadAsset(name string, at content.Pos) {
	if b.doc.Assets[name] != nil {
		return
	}
	s, known := b.heard[name]
	if !known {
		s = b.sound(name)
	}
	data := s.data
	switch {
	case s.read != nil:
		if !b.refused(name, at, s.read) {
			b.missingAsset(name, at)
		}
		return
	case s.loads != "":
		b.problem(at, "image "+name+" loads "+s.loads+", and nothing is fetched for a book", "put it into the drawing itself")
		return
	case s.beyond != "":
		b.problem(at, "image "+name+" "+s.wrong.Error(), bounds.Hint("make it smaller", s.beyond))
		return
	case s.wrong != nil && s.media != "":
		b.problem(at, "image "+name+" "+s.wrong.Error(), "save the page anew, as a PDF without a password or as a PNG")
		return
	case s.wrong != nil:
		b.problem(at, "image "+name+" "+s.wrong.Error(), "save it anew, as a PNG or JPEG")
		return
	}
	media := s.mediaOf(name)
	if media == "" || strings.HasPrefix(media, "font/") {
		b.problem(at, "image "+name+" is of no kind that books can have", "convert it to PNG, JPEG, GIF, WebP, TIFF, SVG or PDF")
		return
	}
	b.doc.Assets[name] = &content.Asset{Name: name, Media: media, Data: data, Pos: at}
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

// loadFont loads the design of a font file that is meant, as the TrueType file that all
// that follows reads, and gives its name among the assets: that of the file, and behind
// colons, which no file's has, which design it is where a file has several, and its scale.
func (b *manuscript) loadFont(w settings.Wanted) string {
	name, at, c := w.Value, w.Pos, w.Font
	data, bold, own := ownFont(name)
	heavy := bold != nil && c.Weight >= settings.BoldWeight
	switch {
	case heavy:
		data = bold
	case !own:
		var err error
		if data, err = b.fsys.ReadFile(b.path(name)); err != nil {
			if !b.refused(name, at, err) {
				b.missingFont(name, at)
			}
			return name
		}
	}
	if !strings.HasPrefix(mediaType(name, data), "font/") {
		b.problem(at, "font "+name+" is neither TrueType nor OpenType", "use a .ttf, .otf, .ttc, .woff or .woff2 file")
		return name
	}
	choice := instance.Choice{Face: c.Face, Instance: c.Instance, Weight: c.Weight, Italic: c.Italic, Scale: c.Scale}
	for _, a := range c.Axes {
		choice.Axes = append(choice.Axes, instance.Setting(a))
	}
	design, err := b.opt.Memory.static(data, choice)
	if err == nil && c.Scale == 0 && c.Role != setup.TextFont {
		if choice.Scale = b.matched(design.Data, c.Role); choice.Scale != 1 {
			design, err = b.opt.Memory.static(data, choice)
		}
	}
	if err != nil {
		b.problem(at, "font "+name+": "+err.Error(), "")
		return name
	}
	if heavy {
		name += ":Bold"
	}
	for _, more := range []string{c.Face, design.Label} {
		if more != "" {
			name += ":" + more
		}
	}
	if choice.Scale != 0 && choice.Scale != 1 {
		name += ":" + strconv.FormatFloat(choice.Scale, 'f', -1, 64)
	}
	if b.doc.Assets[name] == nil {
		asset := &content.Asset{Name: name, Media: "font/ttf", Data: design.Data, Pos: at}
		if design.Varies {
			chosen := *c
			chosen.Scale = choice.Scale
			asset.Whole, asset.Design = data, &chosen
		}
		b.doc.Assets[name] = asset
	}
	b.varying[name] = design.Varies || bold != nil
	return name
}

// ownFont is a font that the program brings, in two weights or, without bold, in one: a
// book names it by a word, `reem-kufi`, where others are files.
func ownFont(name string) (regular, bold []byte, ok bool) {
	if name == house.Amiri {
		regular, bold = fonts.Amiri()
		return regular, bold, true
	}
	family, ok := house.Named(name)
	return family.Data(false), family.Data(true), ok
}

// missingFont is missingAsset of a font, which may be meant for one of the program's.
func (b *manuscript) missingFont(name string, at content.Pos) {
	if path.Ext(name) != "" || strings.Contains(name, "/") {
		b.missingAsset(name, at)
		return
	}
	keys := []string{house.Amiri}
	for _, f := range house.Families() {
		keys = append(keys, f.Key)
	}
	hint := "name a font file, or a font of the program: " + strings.Join(keys, ", ")
	if near := content.Nearest(name, keys); near != "" {
		hint = "did you mean " + near + "?"
	}
	b.problem(at, "font "+name+" is neither a file nor a font of the program", hint)
}

// boldOfAxis takes the bold face of a part, where none is named, from the font of its
// regular one, as far as that goes to such a weight.
func (b *manuscript) boldOfAxis(w settings.Wanted) {
	f := b.manifest.Setup.Fonts.Family(w.Font.Role)
	if w.Name != &f.Regular || f.Bold != "" || !b.varying[f.Regular] {
		return
	}
	c := *w.Font
	c.Instance, c.Weight = "", settings.BoldWeight
	c.Axes = slices.DeleteFunc(slices.Clone(c.Axes), func(a setup.FontAxis) bool { return a.Tag == "wght" })
	w.Font = &c
	if name := b.loadFont(w); name != f.Regular {
		f.Bold = name
	}
}

// matched is the scale by which the letters of a font are as high as those of the text,
// in hundredths; what they differ by less is not seen.
func (b *manuscript) matched(data []byte, role setup.FontRole) float64 {
	const least = 0.02
	text := b.doc.Data(b.manifest.Setup.Fonts.Regular)
	if text == nil {
		if text, _ = fonts.Amiri(); locale.InHebrew(b.doc.Meta.Lang) {
			text, _ = fonts.NotoSerifHebrew()
		}
	}
	own, err := fonts.ReadFace(data)
	if err != nil {
		return 1 // who sets the book tells of it
	}
	of, err := fonts.ReadFace(text)
	if err != nil {
		return 1
	}
	scale := math.Round(100*fonts.Match(of, own, fontRoles[role])) / 100
	if math.Abs(scale-1) <= least {
		return 1
	}
	return scale
}

// fontRoles are the roles of fonts by the parts of a book.
var fontRoles = [...]fonts.Role{setup.TextFont: fonts.OfText, setup.HeadingFont: fonts.OfHeadings, setup.QuranFont: fonts.OfQuran,
	setup.LatinFont: fonts.OfLatin, setup.NumberFont: fonts.OfNumbers}

// leadsOutside reports a file that could not be read since it, or a folder on
// the way to it, is a link out of the manuscript's folder.
func (b *manuscript) leadsOutside(name string, at content.Pos, err error) bool {
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission) {
		return false
	}
	for part := name; part != "."; part = path.Dir(part) {
		if info, err := fs.Lstat(b.fsys, b.path(part)); err == nil && info.Mode()&fs.ModeSymlink != 0 {
			b.problem(at, part+" is a link that leads outside the manuscript's folder", "put the file itself there")
			return true
		}
	}
	return false
}

func (b *manuscript) missingAsset(name string, at content.Pos) {
	hint := "put the file there or correct its name"
	if entries, err := fs.ReadDir(b.fsys, b.path(path.Dir(name))); err == nil {
		var names []string
		for _, e := range entries {
			names = append(names, e.Name())
		}
		if near := content.Nearest(path.Base(name), names); near != "" {
			hint = "did you mean " + path.Join(path.Dir(name), near) + "?"
		}
	}
	b.problem(at, "file "+name+" is not there", hint)
}

// magic is how files of each kind begin.
var magic = []struct{ start, media string }{
	{"\x89PNG\r\n\x1a\n", "image/png"},
	{"\xff\xd8\xff", "image/jpeg"},
	{"GIF87a", "image/gif"},
	{"GIF89a", "image/gif"},
	{"\x00\x01\x00\x00", "font/ttf"},
	{"true", "font/ttf"},
	{"OTTO", "font/otf"},
	{"ttcf", "font/collection"},
	{"wOFF", "font/woff"},
	{"wOF2", "font/woff2"},
}

// mediaType tells the kind of a file by its first bytes; "" for one that a book
// cannot hold.
func mediaType(name string, data []byte) string {
	for _, m := range magic {
		if bytes.HasPrefix(data, []byte(m.start)) {
			return m.media
		}
	}
	switch {
	case len(data) > 12 && string(data[:4]) == "RIFF" && string(data[8:12]) == "WEBP":
		return "image/webp"
	case strings.EqualFold(path.Ext(name), ".svg") && bytes.Contains(data, []byte("<svg")):
		return "image/svg+xml"
	}
	return ""
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

// dataFile reads the file that a table is made of, which a chapter names relative to
// its own folder or to the manuscript's, as it does images. File is its place in the
// folder that was read. Chapters are read side by side: it changes nothing of b.
func (b *manuscript) dataFile(name string, at content.Pos) (text, file string, problems []content.Problem) {
	look := *b // gathers problems of its own
	look.problems = nil
	folder := strings.TrimPrefix(path.Dir(at.File), b.root)
	beside := path.Join(strings.TrimPrefix(folder, "/"), name)
	if !look.exists(beside) && look.exists(name) || path.IsAbs(name) {
		beside = name
	}
	clean, ok := look.inside(settings.Located{Value: beside, Pos: at})
	if !ok {
		return "", "", look.problems
	}
	file = look.path(clean)
	data, err := fs.ReadFile(b.fsys, file)
	if err != nil {
		if !look.refused(clean, at, err) {
			look.missingAsset(clean, at)
		}
		return "", "", look.problems
	}
	if data, ok = look.decoded(file, data); ok {
		text, _, problems = mend.Source(file, data)
	}
	return text, file, append(problems, look.problems...)
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

// refused reports a file that is there and cannot be read, and why. It tells whether
// it was that; else the file is not there.
func (b *manuscript) refused(name string, at content.Pos, err error) bool {
	if at == (content.Pos{}) {
		at.File = b.path(name) // it is not named anywhere
	}
	var size bounds.SizeError
	switch {
	case errors.Is(err, bounds.ErrIrregular):
		b.problem(at, name+" is no file that can be read: a folder, a pipe or a device", "put a file there")
	case errors.As(err, &size):
		b.problem(at, name+" "+size.Error(), "divide it or make it smaller; who runs the program may allow more with --limits")
	case errors.Is(err, fs.ErrPermission):
		b.problem(at, name+" may not be read", "let the program read it (chmod +r)")
	default:
		return b.leadsOutside(name, at, err)
	}
	return true
}
