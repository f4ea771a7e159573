package pattern

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestPatterns compiles every pattern of the program that is written out, and finds that
// none is compiled elsewhere before it is asked.
func TestPatterns(t *testing.T) {
	n := 0
	root := os.DirFS("../..")
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (name == "cmd" || name == "findings" || name != "." && strings.HasPrefix(d.Name(), ".")):
			return fs.SkipDir
		case d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || name == "content/pattern/pattern.go":
			return nil
		}
		text, err := fs.ReadFile(root, name)
		if err != nil || strings.Contains(string(text), "//go:build ignore") {
			return err
		}
		files := token.NewFileSet()
		tree, err := parser.ParseFile(files, name, text, 0)
		if err != nil {
			return err
		}
		ast.Inspect(tree, func(node ast.Node) bool {
			call, ok := node.(*ast.CallExpr)
			if !ok {
				return true
			}
			of, ok := call.Fun.(*ast.SelectorExpr)
			if !ok || len(call.Args) != 1 {
				return true
			}
			pkg, _ := of.X.(*ast.Ident)
			switch {
			case pkg == nil:
			case pkg.Name == "regexp" && of.Sel.Name == "MustCompile":
				t.Errorf("%s: regexp.MustCompile, use pattern.Of", files.Position(call.Pos()))
			case pkg.Name == "pattern" && of.Sel.Name == "Of":
				lit, ok := call.Args[0].(*ast.BasicLit)
				if !ok {
					return true
				}
				expr, err := strconv.Unquote(lit.Value)
				if err == nil {
					_, err = regexp.Compile(expr)
				}
				if n++; err != nil {
					t.Errorf("%s: %v", files.Position(call.Pos()), err)
				}
			}
			return true
		})
		return nil
	})
	if err != nil || n < 200 {
		t.Errorf("%d patterns, %v", n, err)
	}
}

// TestPattern: a pattern answers as what it is compiled to.
func TestPattern(t *testing.T) {
	p := Of(`(\d+)-(\d+)`)
	if p.re != nil {
		t.Error("it is compiled before it is asked")
	}
	if got := p.FindStringSubmatch("a 12-34"); len(got) != 3 || got[2] != "34" {
		t.Errorf("%q", got)
	}
	if p.String() != `(\d+)-(\d+)` || !p.MatchString("1-2") || p.ReplaceAllString("1-2", "$2-$1") != "2-1" {
		t.Error("it answers otherwise")
	}
}
