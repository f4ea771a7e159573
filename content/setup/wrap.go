package setup

// Wrap is what the author asked about the cover that is wrapped around the book,
// beside its front (content.Meta.Cover). Lengths are in points.
type Wrap struct {
	// Page has the front as the first page of the file to read, and the cover as a sheet
	// of its own around a booklet.
	Page bool
	// Back is a picture of the back, Whole one of back, spine and front, as names
	// in Document.Assets; empty: they are designed.
	Back, Whole string
	// BackText stands on the back; empty: the description.
	BackText string
	// SpineText stands on the spine; empty: title and authors.
	SpineText string
	// SpineUp has the spine read from its foot to its head.
	SpineUp bool
	// Barcode is that of the ISBN.
	Barcode Toggle
	// Spine is its width as the print shop says it; 0: reckoned from the paper.
	Spine float64
}

// DefaultLeaf is a leaf of 80 grams a square metre and 1.25 cubic centimetres a
// gram, a tenth of a millimetre.
const DefaultLeaf = 0.1 * Millimetre

// LeafOf is how thick a leaf of paper is, points: of grams a square metre and
// cubic centimetres a gram.
func LeafOf(gsm, bulk float64) float64 { return gsm * bulk / 1000 * Millimetre }

// SpineWidth is that of a book of so many pages, two of them a leaf: as the print
// shop says it, else by the thickness of a leaf. The cover's own stock is not
// counted: it is folded around the leaves.
func (s *Book) SpineWidth(pages int) float64 {
	if s.Wrap.Spine > 0 {
		return s.Wrap.Spine
	}
	leaf := s.Leaf
	if leaf == 0 {
		leaf = DefaultLeaf
	}
	return float64((pages+1)/2) * leaf
}
