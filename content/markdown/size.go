package markdown

import (
	"warraq/content"
	"warraq/content/design"
	"warraq/content/markdown/source"
)

// checkSize reports a width or height of a picture that is no length.
func (f *file) checkSize(a *content.Attr, at content.Pos) {
	for _, key := range [...]string{"width", "height"} {
		value := a.Get(key)
		if value == "" {
			continue
		}
		l, ok := design.ParseLength(value)
		if ok && l.Value > 1 && l.Unit == design.Parts {
			const kind = "a picture of more than the room that there is"
			f.AdviseAt(at, source.Slip{Kind: kind, What: kind + ": " + key + "=" + value, Hint: "write 100% at most: " + key + "=100%"})
		}
		if !ok {
			f.Problems = append(f.Problems, content.Problem{Pos: at,
				What: key + "=" + value + " is no length", Hint: "write a number and %, cm, mm, in, pt or px: " + key + "=60%"})
		}
	}
}
