package fonts

import (
	"fmt"
	"slices"

	"golang.org/x/sync/errgroup"
)

// Files are the font files of a book. An empty Regular or Bold is Amiri's;
// an empty Italic or BoldItalic is the upright one, as is the custom in
// Arabic, which is never slanted for emphasis.
type Files struct {
	Regular, Bold, Italic, BoldItalic []byte
	Mono                              []byte // for code; empty: IBM Plex Mono
	// Fallback are tried in order for characters that the face asked for
	// lacks, before the embedded Amiri; the book's faces of the other weight
	// come last.
	Fallback [][]byte
}

// Style chooses a face of a Set. Mono is that of code, which has one weight;
// what it lacks is set in the face that the rest of the Style chooses.
type Style struct{ Bold, Italic, Mono bool }

// Set is the faces of a book. It is read-only and safe for concurrent use.
type Set struct {
	faces    [4]*Face // regular, bold, italic, bold italic
	fallback [2][]*Face
	mono     func() *Face
}

// NewSet reads the faces, side by side.
func NewSet(files Files) (*Set, error) {
	reader := faceReader{}
	regular := reader.add("regular", or(files.Regular, amiriRegular))
	bold := reader.add("bold", or(files.Bold, amiriBold))
	italic, boldItalic := regular, bold
	if len(files.Italic) > 0 {
		italic = reader.add("italic", files.Italic)
	}
	if len(files.BoldItalic) > 0 {
		boldItalic = reader.add("bold italic", files.BoldItalic)
	}
	first := len(reader.files)
	for i, data := range files.Fallback {
		reader.add(fmt.Sprintf("fallback %d", i+1), data)
	}
	last := len(reader.files)
	amiri, amiriB := regular, bold
	if len(files.Regular) > 0 {
		amiri = reader.add("amiri", amiriRegular)
	}
	if len(files.Bold) > 0 {
		amiriB = reader.add("amiri bold", amiriBold)
	}
	mono := len(reader.files)
	if len(files.Mono) > 0 {
		reader.add("mono", files.Mono)
	}
	faces, err := reader.read()
	if err != nil {
		return nil, err
	}
	s := &Set{faces: [4]*Face{faces[regular], faces[bold], faces[italic], faces[boldItalic]}, mono: embeddedMono()}
	if len(files.Mono) > 0 {
		faces[mono].Literal = true
		s.mono = func() *Face { return faces[mono] }
	}
	// a character in another weight is better than none
	s.fallback[0] = slices.Concat(faces[first:last], []*Face{faces[amiri], faces[bold], faces[amiriB]})
	s.fallback[1] = slices.Concat(faces[first:last], []*Face{faces[amiriB], faces[regular], faces[amiri]})
	return s, nil
}

// Face gives the face of a style.
func (s *Set) Face(style Style) *Face {
	if style.Mono {
		if f := s.mono(); f != nil {
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
	return s.faces[i]
}

// Cover gives the face that sets r in a style: the style's own, else the
// first fallback that has a glyph for r, and last the face for code. When none
// has, it gives the style's own face and false; its .notdef glyph is the
// visible box.
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
	weight := 0
	if style.Bold {
		weight = 1
	}
	for _, f := range s.fallback[weight] {
		if f.Covers(r) {
			return f, true
		}
	}
	if f := s.mono(); f != nil && f.Covers(r) {
		return f, true
	}
	return own, false
}

// faceReader reads several font files at once.
type faceReader struct {
	names []string
	files [][]byte
}

func (r *faceReader) add(name string, data []byte) int {
	r.names = append(r.names, name)
	r.files = append(r.files, data)
	return len(r.files) - 1
}

func (r *faceReader) read() ([]*Face, error) {
	faces := make([]*Face, len(r.files))
	var group errgroup.Group
	for i, data := range r.files {
		group.Go(func() error {
			var err error
			if faces[i], err = ReadFace(data); err != nil {
				return fmt.Errorf("%s font: %w", r.names[i], err)
			}
			return nil
		})
	}
	return faces, group.Wait()
}

func or(data, otherwise []byte) []byte {
	if len(data) > 0 {
		return data
	}
	return otherwise
}
