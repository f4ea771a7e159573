package docx

import (
	"fmt"
	"strings"

	"warraq/content/container"
	"warraq/content/intake"
)

// counts are what stayed away, counted over the document.
type counts struct {
	formats      []string // of lists, which Markdown has not
	toc          int      // words of contents
	tocHead      string   // the first of them
	presentation int      // paragraphs with presentation forms
	numbered     []string // labels of headings that the program numbers
}

func (r *reader) tellCounts() {
	report := &r.text.Report
	if n := r.counts.toc; n > 0 {
		report.Took(fmt.Sprintf("a table of contents of %d words stays away: the book makes its own", n), intake.FirstWords(r.counts.tocHead), "")
	}
	if n := r.counts.presentation; n > 0 {
		report.Took(fmt.Sprintf("letters of %d paragraphs were in presentation forms, and are letters again", n), "", "")
	}
	seen := make(map[string]bool)
	for _, format := range r.counts.formats {
		if !seen[format] {
			seen[format] = true
			report.Took("a list numbered by "+format+" has digits: Markdown has digits and Arabic letters", "", "")
		}
	}
	if n := len(r.counts.numbered); n > 0 {
		report.Took(fmt.Sprintf("the numbers of %d headings, which the program wrote, stay away", n), r.counts.numbered[0], "write `numbering: sections` into book.yaml, and the book numbers them")
	}
}

// contents counts the words of a table of contents.
func (r *reader) contents(words string) {
	if r.counts.tocHead == "" {
		r.counts.tocHead = strings.TrimSpace(words)
	}
	r.counts.toc += len(strings.Fields(words))
}

// commentWords are the words of a comment.
func (r *reader) commentWords(id string) string {
	if r.comments == nil {
		r.comments = make(map[string]*container.Element)
		if part := r.part("comments"); part != "" {
			if root, err := r.c.Tree(part, spaces); err == nil {
				for _, e := range root.All("w:comment") {
					r.comments[e.Get("w:id")] = e
				}
			}
		}
	}
	if e := r.comments[id]; e != nil {
		return strings.TrimSpace(texts(e))
	}
	return ""
}
