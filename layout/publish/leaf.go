package publish

import (
	"maps"

	"warraq/content"
	"warraq/content/locale"
	"warraq/layout/cover"
	"warraq/layout/display"
	"warraq/layout/impose"
)

// leaf is how many pages the cover has before the book, and as many behind it: its
// outer side, and the inner one, which is blank.
const leaf = 2

// covered is the pages with the cover around them, where the book asks for that: all else
// stays where it is, an odd page on an odd one.
func (e *Edition) covered(pages *display.Book) (*display.Book, error) {
	if !e.doc.Setup.Wrap.Page {
		return pages, nil
	}
	set, err := e.faces()
	if err != nil {
		return nil, err
	}
	l := cover.LeafOf(e.doc, set)
	e.tell(Leaf, warned(l.Warnings))
	l.Front.Folio = locale.WordsFor(e.doc.Meta.Lang).Cover
	all := *pages
	all.Before, all.Behind = leaf, leaf
	all.Pages = append([]*display.Page{l.Front, {}}, pages.Pages...)
	all.Pages = append(all.Pages, &display.Page{}, l.Back)
	all.Spots = make(map[content.ID]display.Spot, len(pages.Spots))
	for id, s := range pages.Spots {
		s.Page += leaf
		all.Spots[id] = s
	}
	all.Pictures = maps.Clone(l.Pictures)
	maps.Copy(all.Pictures, pages.Pictures)
	return &all, nil
}

// coverSheet puts the cover as a sheet of its own before the others of a plan for so many
// pages, folded or cut as they are.
func coverSheet(plan *impose.Plan, opt impose.Options, pages int) error {
	opt.Signature, opt.Blanks, opt.BeforeLast = 0, nil, false
	outer, err := impose.Impose(2*leaf, opt)
	if err != nil {
		return err
	}
	at := [...]int{0, 1, leaf + pages, leaf + pages + 1}
	turn := func(sides []impose.Sheet, of func(int) int) {
		for _, s := range sides {
			for _, side := range [...]impose.Side{s.Front, s.Back} {
				for i := range side {
					if side[i].Page >= 0 {
						side[i].Page = of(side[i].Page)
					}
				}
			}
		}
	}
	turn(outer.Sheets, func(p int) int { return at[p] })
	turn(plan.Sheets, func(p int) int { return p + leaf })
	plan.Sheets = append(outer.Sheets, plan.Sheets...)
	return nil
}
