package paragraph

import (
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
)

// literal are the features of a face that sets code: "->" is two characters
// there, and "fi" too.
var literal = []harfbuzz.Feature{off("liga"), off("calt"), off("clig"), off("dlig"), off("rlig"), off("kern")}

func off(tag string) harfbuzz.Feature {
	return harfbuzz.Feature{Tag: opentype.MustNewTag(tag), Start: harfbuzz.FeatureGlobalStart, End: harfbuzz.FeatureGlobalEnd}
}

// features are those to shape with, beside those that every text has.
func (v *voice) features() []harfbuzz.Feature {
	switch {
	case v.face.Literal:
		return literal
	case v.caps == SmallCaps:
		return smallCaps
	}
	return nil
}
