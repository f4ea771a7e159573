package content_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"warraq/content"
	"warraq/content/book"
	"warraq/content/guide"
	"warraq/content/number"
	"warraq/content/samples"
	"warraq/content/setup"
)

// wholeSwitches are the functions by which each kind of block and of inline is
// walked, printed, set, tagged and written: the file and the function.
var wholeSwitches = map[string][]string{
	"block": {
		"content/walk.go Block", "content/dump/dump.go block", "content/dump/json.go blockNode", "content/direct/direction.go directBlock",
		"layout/blocks/block.go construct", "layout/rhythm.go kindOf", "layout/pdf/tag/element.go block", "content/epub/pages/block.go block",
	},
	"inline": {
		"content/walk.go Inside", "content/dump/inline.go printInline", "content/dump/json.go inlineNode", "content/mend/mend.go gather", "content/listing.go Repeated",
		"layout/lines/inline.go inline", "content/epub/pages/inline.go inline", "content/epub/pages/direct.go gather",
	},
}

// TestKinds: a switch that names more than half of the kinds of block, or of inline,
// names all of them, and has no default that would swallow a new one; those that
// carry a book from its tree to the page and to the file are such. So a kind that is
// forgotten anywhere fails here.
func TestKinds(t *testing.T) {
	files := parseTree(t)
	for sealed, places := range wholeSwitches {
		kinds := kindsOf(files, sealed)
		if len(kinds) < 10 {
			t.Fatalf("kinds of %s: %v", sealed, kinds)
		}
		var whole []string
		for name, file := range files {
			for _, s := range typeSwitches(file) {
				if wrong := s.lacks(kinds); wrong != "" {
					t.Errorf("%s %s: %s", name, s.function, wrong)
				} else if s.named(kinds) == len(kinds) {
					whole = append(whole, name+" "+s.function)
				}
			}
		}
		for _, place := range places {
			if !slices.Contains(whole, place) {
				t.Errorf("%s has no switch over all kinds of %s", place, sealed)
			}
		}
	}
}

// parseTree parses the sources of content and layout, by their paths from the root.
func parseTree(t *testing.T) map[string]*ast.File {
	t.Helper()
	files := map[string]*ast.File{}
	for _, root := range []string{"content", "layout"} {
		err := filepath.WalkDir(filepath.Join("..", root), func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			files[strings.TrimPrefix(filepath.ToSlash(path), "../")] = file
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// kindsOf are the types of package content that have the method by which their set
// is sealed.
func kindsOf(files map[string]*ast.File, method string) (kinds []string) {
	for name, file := range files {
		for _, d := range file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok || f.Recv == nil || f.Name.Name != method || filepath.Dir(name) != "content" || f.Body == nil || len(f.Body.List) > 0 {
				continue
			}
			kinds = append(kinds, typeName(f.Recv.List[0].Type))
		}
	}
	slices.Sort(kinds)
	return kinds
}

// typeName is "Heading" of *Heading and of *content.Heading.
func typeName(e ast.Expr) string {
	star, ok := e.(*ast.StarExpr)
	if !ok {
		return ""
	}
	switch e := star.X.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return fmt.Sprint(e.X) + "." + e.Sel.Name
	}
	return ""
}

// typeSwitch is one switch over types.
type typeSwitch struct {
	function string
	types    []string
	open     bool // it has a default
}

func typeSwitches(file *ast.File) (all []typeSwitch) {
	for _, d := range file.Decls {
		f, ok := d.(*ast.FuncDecl)
		if !ok {
			continue
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if s, ok := n.(*ast.TypeSwitchStmt); ok {
				all = append(all, readSwitch(f.Name.Name, s))
			}
			return true
		})
	}
	return all
}

func readSwitch(function string, s *ast.TypeSwitchStmt) typeSwitch {
	read := typeSwitch{function: function}
	for _, c := range s.Body.List {
		clause := c.(*ast.CaseClause)
		read.open = read.open || clause.List == nil
		for _, e := range clause.List {
			read.types = append(read.types, strings.TrimPrefix(typeName(e), "content."))
		}
	}
	return read
}

// named counts the kinds that a switch names.
func (s *typeSwitch) named(kinds []string) (n int) {
	for _, k := range kinds {
		if slices.Contains(s.types, k) {
			n++
		}
	}
	return n
}

// lacks tells what a switch over most kinds forgets; "" for any other.
func (s *typeSwitch) lacks(kinds []string) string {
	if s.named(kinds) <= len(kinds)/2 {
		return ""
	}
	for _, k := range kinds {
		if !slices.Contains(s.types, k) {
			return "it forgets " + k
		}
	}
	if s.open {
		return "its default would swallow a new kind"
	}
	return ""
}

// TestKindsInSamples: the specimen and the guide, which goldens and judges look at, have
// every kind of block and of inline, so that none is walked,
// dumped, set and written untried.
func TestKindsInSamples(t *testing.T) {
	seen := map[string]bool{}
	see := func(kind any) { seen[strings.TrimPrefix(fmt.Sprintf("%T", kind), "*content.")] = true }
	for _, sample := range []struct {
		folder fs.FS
		name   string
	}{{samples.FS(), "specimen"}, {guide.FS(), "ar"}} {
		doc, _, err := book.Read(sample.folder, sample.name, book.Options{})
		if err != nil {
			t.Fatal(err)
		}
		doc.Setup.Notes = setup.NotesAtEnd
		number.Document(doc)
		content.Walk(doc, func(part any, _ *content.Place) { see(part) })
		content.Texts(doc, func(_ *content.Place, text []content.Inline) {
			content.Inlines(text, func(in content.Inline) { see(in) })
		})
	}
	files := parseTree(t)
	for _, kind := range slices.Concat(kindsOf(files, "block"), kindsOf(files, "inline")) {
		if !seen[kind] {
			t.Errorf("there is no %s", kind)
		}
	}
}
