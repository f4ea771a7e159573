package fonts

import (
	"slices"

	"warraq/fonts/instance"
)

// File is a font file of the author's.
type File struct {
	Name string // what the author calls it, "fonts/kacst.ttf"
	Data []byte

	// Varying is the file of which Data is one design; nil where it has no others.
	Varying *Varying
}

// Varying is a font file of many designs, and which of them a book has.
type Varying struct {
	Whole  []byte
	Choice instance.Choice
}

// Files are the font files of a book. Those without data are not given: Regular
// is then Amiri, and Bold is Amiri's bold if Regular is Amiri too, else Regular,
// since another hand amid its words is worse than no bold; Italic and BoldItalic
// are the upright ones, as is the custom in Arabic, which is never slanted for
// emphasis. In a Hebrew book Noto Serif Hebrew is there in the place of Amiri.
type Files struct {
	Regular, Bold, Italic, BoldItalic File
	Mono                              File // for code; else IBM Plex Mono
	// Fallback are tried in order for what the face asked for lacks, before the
	// embedded Amiri; the book's faces of the other weight come last.
	Fallback []File
	Hebrew   bool // the book is in Hebrew letters
	Serifs   bool // the text's Latin letters have serifs, so that Crimson Text is an italic for them

	Headings, Quran, Latin, Numbers Family // without them: the text's
}

// Style chooses a face of a Set. Mono is that of code, which has one weight;
// what it lacks is set in the face that the rest of the Style chooses. Role is that of the
// text, of headings or of the Quran.
type Style struct {
	Bold, Italic, Mono bool
	Role               Role
}

func (s Style) weight() int {
	if s.Bold {
		return 1
	}
	return 0
}

// Set is the faces of a book. It is read-only and safe for concurrent use.
type Set struct {
	faces    [4]*Face // regular, bold, italic, bold italic
	fallback [2][]*Face
	mono     func() *Face
	spares   []spare
	slanted  func() slanted   // of emphasised Latin words
	families [roles]*[4]*Face // of the roles; nil: that of the text
	sources  map[*Face]*source
}

// NewSet reads the faces, side by side. Its error is of type [Faults] and tells
// of every file that no book can be set in.
func NewSet(files Files) (*Set, error) {
	reader, of := chosen(files)
	code := len(reader.files)
	if len(files.Mono.Data) > 0 {
		reader.files = append(reader.files, files.Mono) // read for itself: code is shaped otherwise
	}
	faces, err := reader.read()
	if err != nil {
		return nil, err
	}
	s := &Set{mono: embeddedMono(), spares: spares(), sources: sourcesOf(reader.files, faces)}
	for i, face := range of.text {
		s.faces[i] = faces[face]
	}
	if code < len(faces) {
		faces[code].Literal = true
		s.mono = func() *Face { return faces[code] }
	}
	for role, of := range of.families {
		if of != nil {
			s.families[role] = &[4]*Face{faces[of[0]], faces[of[1]], faces[of[2]], faces[of[3]]}
		}
	}
	regular, bold, italic := of.text[0], of.text[1], of.text[2]
	if files.Serifs && files.Latin.Regular.Data == nil && italic == regular {
		s.slanted = slantedFor(faces[regular])
	}
	// a character in another weight is better than none
	for _, i := range append(of.others, inRegular, bold, inBold) {
		s.fallback[0] = append(s.fallback[0], faces[i])
	}
	for _, i := range append(of.others, inBold, regular, inRegular) {
		s.fallback[1] = append(s.fallback[1], faces[i])
	}
	return s, nil
}

// Amiri lies first among the files of any book: in which of them its weights are.
const (
	inRegular = iota
	inBold
)

// choice is which of the files that are read each face of a book is.
type choice struct {
	text     [4]int // regular, bold, italic, bold italic
	others   []int  // asked before those that the program brings
	families [roles]*[4]int
}

// chosen gathers the files of a book, each once, and tells which of them is what.
func chosen(files Files) (faceReader, choice) {
	data, dataB := Amiri()
	reader := faceReader{files: []File{{Data: data}, {Data: dataB}}, ours: 2}
	own, bold := inRegular, inBold
	if files.Hebrew {
		data, dataB = NotoSerifHebrew()
		reader.files = append(reader.files, File{Data: data}, File{Data: dataB})
		reader.ours, own, bold = 4, 2, 3
	}
	regular := reader.or(files.Regular, own)
	if regular != own {
		bold = regular
	}
	bold = reader.or(files.Bold, bold)
	c := choice{text: [4]int{regular, bold, reader.or(files.Italic, regular), reader.or(files.BoldItalic, bold)}}
	for _, f := range files.Fallback {
		c.others = append(c.others, reader.add(f))
	}
	c.families = [roles]*[4]int{OfHeadings: reader.family(files.Headings), OfQuran: reader.family(files.Quran),
		OfLatin: reader.family(files.Latin), OfNumbers: reader.family(files.Numbers)}
	return reader, c
}

// Face gives the face of a style.
func (s *Set) Face(style Style) *Face {
	if style.Mono {
		if f := s.mono(); f != nil {
			return f
		}
	}
	if style.Role == OfSlanted && !style.Bold {
		if f, _ := s.Slanted(); f != nil {
			return f
		}
	}
	i := 0
	if style.Bold {
		i++
	}
	if style.Italic {
		i += 2
	}
	if f := s.families[style.Role]; f != nil {
		return f[i]
	}
	return s.faces[i]
}

// Own are the faces of text that the author brought, in the order of [Files], each
// once.
func (s *Set) Own() (own []*Face) {
	all := append(slices.Clone(s.faces[:]), s.fallback[0]...)
	for _, family := range s.families {
		if family != nil {
			all = append(all, family[:]...)
		}
	}
	for _, f := range all {
		if f.File != "" && !slices.Contains(own, f) {
			own = append(own, f)
		}
	}
	return own
}

// Cover gives the face that sets r in a style: the style's own, else the
// first fallback that has a glyph for r, then the embedded face of other letters,
// the face for code, and last the embedded faces of signs. When none has, it gives
// the style's own face and false; its .notdef glyph is the visible box.
func (s *Set) Cover(style Style, r rune) (*Face, bool) {
	own := s.Face(style)
	if own.Covers(r) {
		return own, true
	}
	if style.Mono {
		style.Mono = false
		if f, ok := s.Cover(style, r); ok {
			return f, true
		}
		return own, false
	}
	if style.Role == OfSlanted || style.Role != OfText && s.families[style.Role] != nil {
		style.Role = OfText
		if f, ok := s.Cover(style, r); ok {
			return f, true
		}
		return own, false
	}
	for _, f := range s.fallback[style.weight()] {
		if f.Covers(r) {
			return f, true
		}
	}
	if !isSign(r) {
		if f := s.spare(style, []rune{r}); f != nil {
			return f, true
		}
	}
	if f := s.mono(); f != nil && f.Covers(r) {
		return f, true
	}
	if f := s.spare(style, []rune{r}); f != nil {
		return f, true
	}
	return own, false
}

// spare gives the embedded face for other letters and signs that has all of some
// characters, one of them among those that it is there for; nil where none has.
func (s *Set) spare(style Style, text []rune) *Face {
	for _, spare := range s.spares {
		if !slices.ContainsFunc(text, spare.sets) {
			continue
		}
		if f := spare.face[style.weight()](); f != nil && f.CoversAll(text) {
			return f
		}
	}
	return nil
}

// CoverAll gives the first face of text that has all of some characters, in the
// order of [Set.Cover]; ok is false where none has.
func (s *Set) CoverAll(style Style, text []rune) (face *Face, ok bool) {
	if own := s.Face(style); own.CoversAll(text) {
		return own, true
	}
	if style.Mono {
		style.Mono = false
		return s.CoverAll(style, text)
	}
	if style.Role == OfSlanted || style.Role != OfText && s.families[style.Role] != nil {
		style.Role = OfText
		return s.CoverAll(style, text)
	}
	for _, f := range s.fallback[style.weight()] {
		if f.CoversAll(text) {
			return f, true
		}
	}
	if f := s.spare(style, text); f != nil {
		return f, true
	}
	return nil, false
}
