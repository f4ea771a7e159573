package pdf

import (
	"encoding/hex"
	"maps"
	"slices"

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
	var leads []byte
	for _, a := range anchors {
		leads = append(appendName(leads, a), j.dialect.address(j, spots[a], j.book.Spots[spots[a]])...)
	}
	limits := appendName(appendName([]byte("/Limits["), anchors[0]), anchors[len(anchors)-1])
	leaf := j.Add("<<" + string(limits) + "]/Names[" + string(leads) + "]>>")
	j.anchors = j.Add("<</Kids[" + leaf.String() + "]>>")
	return nil
}

// appendName writes a name as a string of bytes.
func appendName(out []byte, name string) []byte {
	return append(hex.AppendEncode(append(out, '<'), []byte(name)), '>')
}
