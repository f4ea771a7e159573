package display

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
)

// pageNode is a page as other programs read it. Lengths are in points from the top
// left corner of the trimmed page.
type pageNode struct {
	Page   int        `json:"page"`
	Folio  string     `json:"folio"`
	Width  float64    `json:"width"`
	Height float64    `json:"height"`
	Items  []itemNode `json:"items"`
}

// itemNode is what stands on a page: a line of text, whose y is its baseline, with its
// words; a rule, a picture or a link, whose x and y are its corner.
type itemNode struct {
	Kind    string     `json:"kind"`
	Element int        `json:"element,omitempty"` // the id of its part of the document; none: furniture
	X       float64    `json:"x"`
	Y       float64    `json:"y"`
	Width   float64    `json:"width"`
	Height  float64    `json:"height,omitempty"`
	Turn    int        `json:"turn,omitempty"` // quarters, of a line that is not upright
	Text    string     `json:"text,omitempty"`
	Words   []wordNode `json:"words,omitempty"`
	Color   string     `json:"color,omitempty"`
	Source  string     `json:"source,omitempty"`
	Target  string     `json:"target,omitempty"`
}

// wordNode is a word of a line.
type wordNode struct {
	X     float64 `json:"x"`
	Width float64 `json:"width"`
	Size  float64 `json:"size"`
	Text  string  `json:"text"`
}

// JSONPages writes the pages as JSON, an object a line. Names are added to the objects
// in later versions, none is taken away.
func (b *Book) JSONPages(w io.Writer) error {
	lines := json.NewEncoder(w)
	lines.SetEscapeHTML(false)
	for _, p := range b.Pages {
		n := pageNode{Page: p.Number, Folio: p.Folio, Width: fine(b.Style.Trim.W), Height: fine(b.Style.Trim.H), Items: []itemNode{}}
		for _, it := range p.Items {
			n.Items = append(n.Items, nodeOf(it))
		}
		if err := lines.Encode(n); err != nil {
			return err
		}
	}
	return nil
}

// fine is a length to a thousandth of a point.
func fine(v float64) float64 { return math.Round(v*1000) / 1000 }

func nodeOf(it Item) (n itemNode) {
	switch it := it.(type) {
	case *Text:
		n = itemNode{Kind: "text", Element: int(it.Elem), X: fine(it.X), Y: fine(it.Y), Width: fine(it.Line.Width), Turn: int(it.Turn), Text: it.Line.Text()}
		for i := range it.Line.Pieces {
			if piece := &it.Line.Pieces[i]; piece.Word != nil && piece.Style.Object == nil {
				n.Words = append(n.Words, wordNode{fine(it.X + float64(piece.X)), fine(float64(piece.Width)), piece.Style.Size, piece.Word.Text})
			}
		}
	case *Rule:
		n = itemNode{Kind: "rule", Element: int(it.Elem), Color: fmt.Sprint(it.Color)}.at(it.Rect)
		if it.Dotted {
			n.Kind = "leader"
		}
	case *Image:
		n = itemNode{Kind: "image", Element: int(it.Elem), Source: it.Asset, Text: it.Alt}.at(it.Rect)
	case *Link:
		target := it.URL
		if target == "" {
			target = fmt.Sprintf("#%d", it.Dest)
		}
		n = itemNode{Kind: "link", Element: int(it.Elem), Target: target, Text: it.Text}.at(it.Rect)
	}
	return n
}

// at is an item in its place.
func (n itemNode) at(r Rect) itemNode {
	n.X, n.Y, n.Width, n.Height = fine(r.X), fine(r.Y), fine(r.W), fine(r.H)
	return n
}
