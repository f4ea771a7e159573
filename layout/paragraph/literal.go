package paragraph

import (
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"

	"warraq/fonts"
)

// literal are the features of a face that sets code: "->" is two characters
// there, and "fi" too.
var literal = []harfbuzz.Feature{off("liga"), off("calt"), off("clig"), off("dlig"), off("rlig"), off("kern")}

func off(tag string) harfbuzz.Feature {
	return harfbuzz.Feature{Tag: opentype.MustNewTag(tag), Start: harfbuzz.FeatureGlobalStart, End: harfbuzz.FeatureGlobalEnd}
}

// featuresOf are the features to shape with in a face, beside those that every
// text has.
func featuresOf(face *fonts.Face) []harfbuzz.Feature {
	if face.Literal {
		return literal
	}
	return nil
}
