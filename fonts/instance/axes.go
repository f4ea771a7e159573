package instance

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"warraq/fonts/internal/sfnt"

	"github.com/go-text/typesetting/font/opentype/tables"
)

// axis is a way in which a font varies (OpenType 1.9, "fvar").
type axis struct {
	tag                string
	least, usual, most float64
}

// named is a place on the axes that has a name.
type named struct {
	name, postScript string
	at               []float64
}

// space is all that a font can be.
type space struct {
	axes      []axis
	instances []named
}

// readSpace reads a table fvar. go-text 0.3.5 reads its instances by a wrong size.
func readSpace(fvar, name []byte) (*space, error) {
	s := &space{}
	if len(fvar) == 0 {
		return s, nil
	}
	word := func(at int) int {
		if at+2 > len(fvar) {
			return 0
		}
		return int(binary.BigEndian.Uint16(fvar[at:]))
	}
	fixed := func(at int) float64 { return float64(int32(word(at)<<16|word(at+2))) / (1 << 16) }
	first, axes, axisSize, instances, size := word(4), word(8), word(10), word(12), word(14)
	if axes == 0 || axes > 64 || axisSize < 20 || size < 4*axes+4 || first+axes*axisSize+instances*size > len(fvar) {
		return nil, fmt.Errorf("table fvar: %w", sfnt.ErrDamaged)
	}
	for i := range axes {
		at := first + i*axisSize
		a := axis{string(fvar[at : at+4]), fixed(at + 4), fixed(at + 8), fixed(at + 12)}
		if a.least > a.usual || a.usual > a.most {
			return nil, fmt.Errorf("table fvar: %w", sfnt.ErrDamaged)
		}
		s.axes = append(s.axes, a)
	}
	names, _, _ := tables.ParseName(name)
	for i := range instances {
		at := first + axes*axisSize + i*size
		n := named{name: names.Name(tables.NameID(word(at)))}
		if size >= 4*axes+6 {
			n.postScript = names.Name(tables.NameID(word(at + 4 + 4*axes)))
		}
		for k := range axes {
			n.at = append(n.at, fixed(at+4+4*k))
		}
		s.instances = append(s.instances, n)
	}
	return s, nil
}

// place is where on the axes a choice is, and what it is called.
func (s *space) place(c Choice) (at []float64, label string, err error) {
	if len(s.axes) == 0 && (c.Instance != "" || len(c.Axes) > 0) {
		return nil, "", errFixed
	}
	for _, a := range s.axes {
		at = append(at, a.usual)
	}
	s.role(at, c)
	if c.Instance != "" {
		i := slices.IndexFunc(s.instances, func(n named) bool { return plain(n.name) == plain(c.Instance) })
		if i < 0 {
			return nil, "", fmt.Errorf("it has no instance %s, but %s", c.Instance, list(s.instances, func(n named) string { return n.name }))
		}
		copy(at, s.instances[i].at)
	}
	for _, set := range c.Axes {
		i := slices.IndexFunc(s.axes, func(a axis) bool { return a.tag == set.Tag })
		if i < 0 && c.Near {
			continue
		}
		if i < 0 {
			return nil, "", fmt.Errorf("it has no axis %s, but %s", set.Tag, list(s.axes, axis.String))
		}
		if a := s.axes[i]; c.Near {
			set.Value = min(max(set.Value, a.least), a.most)
		} else if set.Value < a.least || set.Value > a.most {
			return nil, "", fmt.Errorf("it does not go to %s %s; its axis is %s", set.Tag, short(set.Value), a)
		}
		at[i] = set.Value
	}
	var said []string
	for i, a := range s.axes {
		if at[i] != a.usual {
			said = append(said, a.tag+"="+short(at[i]))
		}
	}
	return at, strings.Join(said, ","), nil
}

// role goes to what the part that the font plays asks for: its weight, and letters that
// lean where they are to.
func (s *space) role(at []float64, c Choice) {
	leans := slices.ContainsFunc(s.axes, func(a axis) bool { return a.tag == "ital" })
	for i, a := range s.axes {
		switch {
		case a.tag == "wght" && c.Weight > 0:
			at[i] = min(max(float64(c.Weight), a.least), a.most)
		case a.tag == "ital" && c.Italic:
			at[i] = a.most
		case a.tag == "slnt" && c.Italic && !leans:
			at[i] = a.least
		}
	}
}

// weight is the place on the axis of weight, 0 where there is none.
func (s *space) weight(at []float64) int {
	for i, a := range s.axes {
		if a.tag == "wght" {
			return int(at[i] + 0.5)
		}
	}
	return 0
}

// String is an axis as messages tell it: "wght 100–900".
func (a axis) String() string { return a.tag + " " + short(a.least) + "–" + short(a.most) }

func short(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// most are how many names a message lists.
const most = 12

func list[T any](all []T, name func(T) string) string {
	var names []string
	for _, v := range all {
		if n := name(v); n != "" && len(names) < most {
			names = append(names, n)
		}
	}
	if names == nil {
		return "none"
	}
	return strings.Join(names, ", ")
}

// plain is a name as people write it, with spaces and hyphens or without.
func plain(name string) string {
	return strings.ToLower(strings.NewReplacer(" ", "", "-", "").Replace(name))
}
