package facsimile

import "warraq/content/facsimile/object"

// overprinting is whether inks leave those below as they are on plates that they are not
// on (ISO 32000-1, 8.6.7); a screen does not show it, and a drawing has no word for it.
type overprinting struct {
	fill, stroke bool
	zeros        bool // plates with nothing of an ink of four are such too
}

// overprint takes what an external state says of overprinting.
func (in *painter) overprint(d object.Dict) {
	f, o := in.file, &in.state.over
	if on, said := f.Get(d["OP"]).(bool); said {
		o.stroke, o.fill = on, on
	}
	if on, said := f.Get(d["op"]).(bool); said {
		o.fill = on
	}
	if d["OPM"] != nil {
		o.zeros = f.Int(d["OPM"], 0) == 1
	}
}

// overprinted names an ink that is to be printed over others, where that is seen: black
// covers what lies below in any case, and over bare paper nothing does.
func (in *painter) overprinted(k *ink) {
	o := &in.state.over
	if on := k == &in.state.fill && o.fill || k == &in.state.stroke && o.stroke; !on || !in.painted || in.unseen > 0 {
		return
	}
	color := k.color()
	if color == [3]float64{} {
		return
	}
	if k.space.kind == tintKind || k.space.kind == cmykKind && o.zeros && someZero(k.values) {
		in.leave("that inks are printed over others")
	}
}

func someZero(v []float64) bool {
	for _, n := range v {
		if n == 0 {
			return true
		}
	}
	return false
}
