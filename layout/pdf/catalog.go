package pdf

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"warraq/layout/pdf/cos"
)

// catalog reserves the root; identify fills it in when all it names is there.
func catalog(j *job) error {
	j.Root = j.Reserve()
	return nil
}

// readingCatalog is what the root says of a file to read, beside its pages and
// its language: reading direction, structure, labels, outline (ISO 32000-1
// 7.7.2).
func (j *job) readingCatalog() string {
	direction := "R2L"
	if j.book.Style.LTR {
		direction = "L2R"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "/ViewerPreferences<</Direction/%s/DisplayDocTitle true>>", direction)
	fmt.Fprintf(&b, "/MarkInfo<</Marked true>>/StructTreeRoot %s/OutputIntents[%s]", j.structure, j.intent)
	if j.anchors != 0 {
		fmt.Fprintf(&b, "/Names<</Dests %s>>", j.anchors)
	}
	if j.outline != 0 {
		fmt.Fprintf(&b, "/Outlines %s/PageMode/UseOutlines", j.outline)
	}
	fmt.Fprintf(&b, "/PageLabels<</Nums[%s]>>", labels(j.book.Pages))
	return b.String()
}

// kids bounds the width of the page tree, so that a reader finds any page of
// a long book in few steps (ISO 32000-1 7.7.3.3, note).
const kids = 64

// pages adds the pages and their contents. All share one dictionary of
// resources.
func pages(j *job) error {
	if err := j.drafted(); err != nil {
		return err
	}
	trim := j.book.Style.Trim
	box := fmt.Sprintf("[0 0 %s %s]", cos.Num(trim.W), cos.Num(trim.H))
	j.resources = j.Reserve()
	same := "/MediaBox" + box + "/TrimBox" + box + "/Resources " + j.resources.String() + "/Contents "
	j.addPages(len(j.contents), func(i int) string {
		stream := j.contents[i]
		if stream == nil {
			stream = []byte("\n")
		}
		return same + j.AddStream("", stream, true).String() + "/StructParents " + strconv.Itoa(i) + "/Tabs/S" + j.group(j.book.Pages[i])
	})
	return nil
}

// drafted tells a draft that has not the pages of the book.
func (j *job) drafted() error {
	if len(j.contents) != len(j.book.Pages) || len(j.contents) == 0 {
		return errors.New("the draft has not the pages of the book")
	}
	return nil
}

// addPages adds the tree of the pages; entries are those of a page beside its
// type and parent.
func (j *job) addPages(n int, entries func(i int) string) {
	j.tree = j.Reserve()
	var nodes []string
	for from := 0; from < n; from += kids {
		node := j.Reserve()
		opening := "<</Type/Page/Parent " + node.String()
		var members []byte
		to := min(from+kids, n)
		for i := from; i < to; i++ {
			page := j.Reserve()
			j.Put(page, opening+entries(i)+">>")
			j.pages = append(j.pages, page)
			members = append(page.AppendTo(members), ' ')
		}
		j.Put(node, fmt.Sprintf("<</Type/Pages/Parent %s/Count %d/Kids[%s]>>", j.tree, to-from, members))
		nodes = append(nodes, node.String())
	}
	j.Put(j.tree, fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", n, strings.Join(nodes, " ")))
}
