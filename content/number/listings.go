package number

import (
	"warraq/content"
	"warraq/content/roles"
)

// generated tells a chapter that ends with a listing, and of what.
func generated(c *content.Chapter) (kind content.ListingKind, ok bool) {
	switch c.Role {
	case roles.Index:
		return content.IndexListing, true
	case roles.Figures:
		return content.FigureListing, true
	case roles.Tables:
		return content.TableListing, true
	}
	return 0, false
}

// placeListings gives each chapter of figures, tables or terms an empty listing
// behind its own blocks, in the place of one of an earlier numbering.
func placeListings(doc *content.Document) (listings []*content.Listing) {
	for _, c := range doc.Chapters {
		kind, ok := generated(c)
		if !ok {
			continue
		}
		if n := len(c.Blocks); n > 0 {
			if _, old := c.Blocks[n-1].(*content.Listing); old {
				c.Blocks = c.Blocks[:n-1]
			}
		}
		l := &content.Listing{Place: content.Place{Pos: c.Pos}, Kind: kind}
		c.Blocks = append(c.Blocks[:len(c.Blocks):len(c.Blocks)], l)
		listings = append(listings, l)
	}
	return listings
}
