package markdown

import (
	"fmt"

	"warraq/content/markdown/syntax"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
)

// reportExcess tells what was left as text.
func (f *file) reportExcess(pc parser.Context) {
	for _, e := range syntax.ExcessOf(pc) {
		f.Problem(e.Offset, e.What, e.Hint)
	}
}

// address is the address or the title of a link, its escapes resolved. By
// reference one definition, as long as it likes, is used any number of times;
// what is long counts then, up to maxRepeated bytes in a file.
func (f *file) address(written []byte, by *ast.ReferenceLink, at int) string {
	if by == nil || len(written) <= syntax.MaxAddress {
		return syntax.Unescape(string(written))
	}
	if f.repeated += len(written); f.repeated <= syntax.MaxRepeated {
		return syntax.Unescape(string(written))
	}
	if !f.tooOften { // once is enough
		f.Problem(at, fmt.Sprintf("a definition of a link, longer than %d bytes, is used too often", syntax.MaxAddress), "shorten its address and title")
	}
	f.tooOften = true
	return ""
}
