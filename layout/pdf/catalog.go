package pdf

import (
	"errors"
	"fmt"
	"strings"
)

// catalog reserves the root; identify fills it in when all it names is there.
func catalog(j *job) error {
	j.root = j.reserve()
	return nil
}

// fillCatalog writes the root: language, reading direction, labels, outline
// (ISO 32000-1 7.7.2).
func (j *job) fillCatalog(pageTree, metadata ref) {
	direction := "R2L"
	if j.book.Style.LTR {
		direction = "L2R"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "<</Type/Catalog/Pages %s/Metadata %s/Lang%s", pageTree, metadata, text(j.doc.Meta.Lang))
	fmt.Fprintf(&b, "/ViewerPreferences<</Direction/%s/DisplayDocTitle true>>", direction)
	fmt.Fprintf(&b, "/MarkInfo<</Marked true>>/StructTreeRoot %s/OutputIntents[%s]", j.structure, j.intent)
	if j.anchors != 0 {
		fmt.Fprintf(&b, "/Names<</Dests %s>>", j.anchors)
	}
	if j.outline != 0 {
		fmt.Fprintf(&b, "/Outlines %s/PageMode/UseOutlines", j.outline)
	}
	fmt.Fprintf(&b, "/PageLabels<</Nums[%s]>>>>", labels(j.book.Pages))
	j.put(j.root, b.String())
}

// kids bounds the width of the page tree, so that a reader finds any page of
// a long book in few steps (ISO 32000-1 7.7.3.3, note).
const kids = 64

// pages adds the pages and their contents. All share one dictionary of
// resources.
func pages(j *job) error {
	if len(j.contents) != len(j.book.Pages) || len(j.contents) == 0 {
		return errors.New("the draft has not the pages of the book")
	}
	trim := j.book.Style.Trim
	box := fmt.Sprintf("[0 0 %s %s]", num(trim.W), num(trim.H))
	tree := j.reserve()
	resources := j.reserve()
	j.resources, j.tree = resources, tree
	var nodes []string
	for from := 0; from < len(j.contents); from += kids {
		node := j.reserve()
		var members strings.Builder
		n := 0
		for i, stream := range j.contents[from:min(from+kids, len(j.contents))] {
			page := j.reserve()
			if stream == nil {
				stream = []byte("\n")
			}
			body := j.addStream("", stream, true)
			j.put(page, fmt.Sprintf("/Type/Page/Parent %s/MediaBox%s/TrimBox%s/Resources %s/Contents %s/StructParents %d/Tabs/S%s",
				node, box, box, resources, body, len(j.pages), j.group(j.book.Pages[from+i])))
			j.pages = append(j.pages, page)
			members.WriteString(page.String() + " ")
			n++
		}
		j.put(node, fmt.Sprintf("<</Type/Pages/Parent %s/Count %d/Kids[%s]>>", tree, n, members.String()))
		nodes = append(nodes, node.String())
	}
	j.put(tree, fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", len(j.pages), strings.Join(nodes, " ")))
	return nil
}
