package pdf

import (
	"encoding/hex"
	"maps"
	"slices"
	"strings"

	"warraq/content"
)

// names gives every anchor of the manuscript a destination of its name, so that
// an address can lead into the file: book.pdf#ch-3 (ISO 32000-1 12.3.2.3). Names
// are strings of bytes, UTF-8 here, and stand in the order of these.
func names(j *job) error {
	spots := make(map[string]content.ID)
	add := func(anchor string, id content.ID) {
		if _, on := j.book.Spots[id]; anchor != "" && on && spots[anchor] == 0 {
			spots[anchor] = id
		}
	}
	content.Walk(j.doc, func(_ any, place *content.Place) { add(place.Anchor, place.ID) })
	content.Texts(j.doc, func(_ *content.Place, text []content.Inline) {
		content.Inlines(text, func(in content.Inline) {
			if span, ok := in.(*content.Span); ok {
				add(span.Anchor, span.ID)
			}
		})
	})
	if len(spots) == 0 {
		return nil
	}
	anchors := slices.Sorted(maps.Keys(spots))
	var b strings.Builder
	for _, a := range anchors {
		b.WriteString("<" + hex.EncodeToString([]byte(a)) + ">" + j.edition.address(j, spots[a], j.book.Spots[spots[a]]))
	}
	limits := "/Limits[<" + hex.EncodeToString([]byte(anchors[0])) + "><" + hex.EncodeToString([]byte(anchors[len(anchors)-1])) + ">]"
	leaf := j.Add("<<" + limits + "/Names[" + b.String() + "]>>")
	j.anchors = j.Add("<</Kids[" + leaf.String() + "]>>")
	return nil
}
