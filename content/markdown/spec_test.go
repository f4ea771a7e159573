package markdown_test

import (
	"fmt"
	"html"
	"io"
	"net/url"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/klauspost/compress/zstd"

	"warraq/content/mend"
)

// The specifications' own examples; testdata/spec/README.md says where they
// come from. The number is how many each has.
var specifications = map[string]int{"commonmark-0.31.2": 652, "gfm-0.29": 673}

// example is one example of a specification: Markdown and the HTML it wants.
type example struct {
	number         int
	markdown, html string
}

// source is the Markdown as a reader of files gives it.
func (e example) source() string {
	text, _, _ := mend.Source("f", []byte(e.markdown))
	return text
}

func (e example) String() string { return fmt.Sprintf("example %d\n%s", e.number, e.markdown) }

// examplesOf reads the examples out of a specification, where each stands
// between fences of 32 backticks, → for a tab and a dot between its parts.
func examplesOf(t testing.TB, name string) (examples []example) {
	t.Helper()
	f, err := os.Open("testdata/spec/" + name + ".txt.zst")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := zstd.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	data, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	fence := strings.Repeat("`", 32)
	for rest := string(data); ; {
		_, after, ok := strings.Cut(rest, "\n"+fence+" example")
		if !ok {
			break
		}
		_, after, _ = strings.Cut(after, "\n")
		body, after, ok := strings.Cut(after, fence+"\n")
		source, want, found := strings.Cut("\n"+body, "\n.\n")
		if !ok || !found {
			t.Fatalf("%s: example %d has no end", name, len(examples)+1)
		}
		tabs := strings.NewReplacer("→", "\t")
		examples = append(examples, example{len(examples) + 1, tabs.Replace(source[1:]) + "\n", tabs.Replace(want)})
		rest = "\n" + after
	}
	if len(examples) != specifications[name] {
		t.Errorf("%s has %d examples, want %d", name, len(examples), specifications[name])
	}
	return examples
}

// lossy are the examples of which something is not in the dump, and why that
// is as it should be.
var lossy = map[string]map[int]string{
	"commonmark-0.31.2": {
		21: wordless, 31: wordless, 617: wordless, 630: wordless, 631: wordless, 642: wordless, 643: wordless,
		153: htmlClasses, 154: htmlClasses, 164: htmlClasses,
		170: unread, 172: unread, 176: unread, 178: unread,
		191: htmlTables, 590: embedded,
	},
	"gfm-0.29": {
		123: htmlClasses, 124: htmlClasses, 134: htmlClasses,
		140: unread, 141: unread, 145: unread, 147: unread, 653: unread,
		160: htmlTables, 598: embedded,
		317: wordless, 327: wordless, 636: wordless, 650: wordless, 651: wordless, 663: wordless, 664: wordless,
		621: bareAddress, 622: bareAddress, 623: bareAddress, 624: bareAddress, 625: bareAddress,
		626: bareAddress, 627: bareAddress, 629: bareAddress, 630: bareAddress, 631: bareAddress,
		645: otherComments, 646: otherComments,
	},
}

const (
	bareAddress   = "a bare www.… or mail address is text, a link is asked for by <…>"
	htmlTables    = "a table in HTML is a table, from its first tag to its last"
	wordless      = "a link in HTML without words prints nothing, and is told of"
	htmlClasses   = "a class in HTML says nothing to a book"
	embedded      = "![[x]] shows a page within another, of which the name stays, and is told of"
	unread        = "scripts and styles are no text, and are told of"
	otherComments = "CommonMark 0.31 takes for a comment what this version does not"
)

// TestSpecifications reads every example of CommonMark and GFM. All text
// characters of its HTML, white space aside, are in the dump of what was read,
// in their order; so is what its attributes say to a reader: addresses, titles,
// alternative texts, and the language of code.
func TestSpecifications(t *testing.T) {
	for name := range specifications {
		for _, e := range examplesOf(t, name) {
			lost := lostText(e)
			switch why, known := lossy[name][e.number]; {
			case lost != "" && !known:
				t.Errorf("%s, %s\nHTML\n%s\nlost: %s\ndump\n%s", name, e, e.html, lost, dumpOf("f", e.markdown))
			case lost == "" && known:
				t.Errorf("%s, example %d loses nothing any more, yet the table says: %s", name, e.number, why)
			}
		}
	}
}

// lostText tells what of an example's HTML its dump lacks; "" is nothing.
func lostText(e example) string {
	// As a whole book, so that text before the first title stays before it.
	dumped, _, _ := strings.Cut(dumpOf("book.md", e.source()), "\nproblem ")
	if want, got := htmlText(e.html), dumpText(dumped); !within(want, got) {
		return "text: " + want + " is not in " + got
	}
	said := resolved(dumped) + resolved(unquoted.Replace(dumped))
	for _, value := range htmlValues(e.html) {
		if !strings.Contains(said, resolved(value)) {
			return "attribute: " + value
		}
	}
	return ""
}

// unquoted undoes what a dump does to a text between quotes.
var unquoted = strings.NewReplacer(`\n`, "\n", `\t`, "\t", `\"`, `"`, `\\`, `\`)

// percent is a byte of an address written in hexadecimal digits.
var percent = regexp.MustCompile(`%[0-9A-Fa-f]{2}`)

// resolved is a text with its character references and percent signs resolved
// and without white space: one address can be written in several ways.
func resolved(s string) string {
	return unspaced(percent.ReplaceAllStringFunc(html.UnescapeString(s), func(s string) string {
		plain, _ := url.PathUnescape(s)
		return plain
	}))
}

// tag is a tag, a comment or anything else of HTML that is no text (CommonMark
// §6.6).
var tag = regexp.MustCompile(`(?s)<!-->|<!--->|<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>|<![A-Za-z][^>]*>` +
	`|</?[A-Za-z][A-Za-z0-9-]*(\s+[A-Za-z_:][A-Za-z0-9_.:-]*(\s*=\s*([^\s"'=<>` + "`" + `]+|'[^']*'|"[^"]*"))?)*\s*/?>`)

// htmlText is the text of HTML without white space: all that is no tag.
func htmlText(s string) string { return unspaced(html.UnescapeString(tag.ReplaceAllString(s, ""))) }

// spoken are the attributes that say something to a reader.
var spoken = regexp.MustCompile(`\s(href|src|title|alt|class)="([^"]*)"`)

func htmlValues(s string) (values []string) {
	for _, markup := range tag.FindAllString(s, -1) {
		for _, m := range spoken.FindAllStringSubmatch(markup, -1) {
			values = append(values, strings.TrimPrefix(html.UnescapeString(m[2]), "language-"))
		}
	}
	return values
}

// addressEnd is where the address of a link in a dump ends.
var addressEnd = regexp.MustCompile(`>[("]`)

// dumpText is the text between quotes in a dump, without white space.
func dumpText(s string) string {
	var b strings.Builder
	for s != "" {
		if strings.HasPrefix(s, "link<") || strings.HasPrefix(s, "image<") {
			// An address may hold a quotation mark and is no text.
			s = s[addressEnd.FindStringIndex(s)[1]-1:]
			continue
		}
		if s[0] != '"' {
			s = s[1:]
			continue
		}
		quoted, err := strconv.QuotedPrefix(s)
		if err != nil {
			return "the dump cannot be read: " + err.Error()
		}
		text, _ := strconv.Unquote(quoted)
		b.WriteString(text)
		s = s[len(quoted):]
	}
	return unspaced(b.String())
}

func unspaced(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// within tells whether all characters of part stand in whole in their order.
func within(part, whole string) bool {
	rest := []rune(part)
	for _, r := range whole {
		if len(rest) > 0 && rest[0] == r {
			rest = rest[1:]
		}
	}
	return len(rest) == 0
}
