package fonts

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"warraq/fonts/instance"
	"warraq/fonts/internal/packing"
)

// Wish is what letters ask of a face whose file has other designs (CSS Fonts 4, 6 and 8).
type Wish struct {
	Weight  int     // 1 to 1000; 0: that of the style
	Stretch float64 // percent; 0: as wide as in the book
	Leans   bool
	Size    float64 // for which they are drawn, where the book says nothing of it; 0: any
	Axes    string  // places on axes over all that, as labels have them: "GRAD=-200,wdth=75"
}

// mostDesigns bounds the designs that are made of one file.
const mostDesigns = 32

// source makes designs of a font file.
type source struct {
	name string
	of   *Varying

	mu    sync.Mutex
	parts map[string][]byte // unpacked; nil before they are asked for
	made  map[string]*Face  // by the places on axes
}

// sourcesOf are the files of faces that have other designs.
func sourcesOf(files []File, faces []*Face) map[*Face]*source {
	sources := make(map[*Face]*source)
	for i, f := range files {
		if f.Varying != nil && sources[faces[i]] == nil {
			sources[faces[i]] = &source{name: f.Name, of: f.Varying}
		}
	}
	return sources
}

// Varies tells whether a face of the set has other designs, which [Set.At] gives.
func (s *Set) Varies() bool { return len(s.sources) > 0 }

// At is the set with the designs that letters ask for in the place of faces that have
// them, as far as they go; the set itself where none has.
func (s *Set) At(w Wish) *Set {
	if !s.Varies() {
		return s
	}
	other, changed := *s, false
	replace := func(faces *[4]*Face) {
		for i, f := range faces {
			if from := s.sources[f]; from != nil {
				faces[i] = from.at(w, f)
				changed = changed || faces[i] != f
			}
		}
	}
	replace(&other.faces)
	for role, of := range s.families {
		if of != nil {
			faces := *of
			replace(&faces)
			other.families[role] = &faces
		}
	}
	if !changed {
		return s
	}
	return &other
}

// at is the design for a wish; own, that of the book, where no other can be made.
func (s *source) at(w Wish, own *Face) *Face {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.parts == nil {
		parts, _, err := packing.Open(s.of.Whole, s.of.Choice.Face)
		if err != nil {
			return own
		}
		s.parts, s.made = parts, make(map[string]*Face)
		if label, err := instance.Label(parts, s.of.Choice); err == nil {
			s.made[label] = own
		}
	}
	choice := w.choice(s.of.Choice)
	label, err := instance.Label(s.parts, choice)
	known := s.made[label]
	if err != nil || known == nil && len(s.made) > mostDesigns {
		return own
	}
	if known == nil {
		if known, err = s.make(choice); err != nil {
			known = own
		}
		s.made[label] = known
	}
	return known
}

// make reads a design.
func (s *source) make(choice instance.Choice) (*Face, error) {
	design, err := Static(s.of.Whole, choice)
	if err != nil {
		return nil, err
	}
	f, err := ReadFace(design.Data)
	if err != nil {
		return nil, err
	}
	f.File = s.name
	if err := f.bearable(usualFont); err != nil {
		return nil, err
	}
	return f, f.prove()
}

// choice is a design of the book's as a wish changes it.
func (w Wish) choice(c instance.Choice) instance.Choice {
	c.Near, c.Italic = true, c.Italic || w.Leans
	own := c.Axes
	c.Axes = nil
	if w.Size > 0 && c.Instance == "" {
		c.Axes = append(c.Axes, instance.Setting{Tag: "opsz", Value: math.Round(w.Size)})
	}
	c.Axes = append(c.Axes, own...)
	if w.Weight > 0 {
		c.Axes = append(c.Axes, instance.Setting{Tag: "wght", Value: float64(w.Weight)})
	}
	if w.Stretch > 0 {
		c.Axes = append(c.Axes, instance.Setting{Tag: "wdth", Value: w.Stretch})
	}
	for one := range strings.SplitSeq(w.Axes, ",") {
		tag, place, _ := strings.Cut(one, "=")
		if v, err := strconv.ParseFloat(place, 64); err == nil {
			c.Axes = append(c.Axes, instance.Setting{Tag: tag, Value: v})
		}
	}
	c.Axes = slices.Clip(c.Axes)
	return c
}
