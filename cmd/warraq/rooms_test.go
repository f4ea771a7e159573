package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A package is one idea: it has no more files, tests aside, and no more exported
// names, methods aside, than one can keep in mind.
const (
	mostFiles = 25
	mostNames = 130
)

// kept are the trees whose packages keep to that.
var kept = []string{"warraq/content/...", "warraq/layout/...", "warraq/fonts/..."}

// extent is how many files and exported names a package has, or may have.
type extent struct{ files, names int }

// crowded are packages that have not been parted yet: they get no larger. What is new
// there goes into a file of its kind, or the package is parted first.
var crowded = map[string]extent{
	"warraq/content":          {mostFiles, 158},
	"warraq/content/markdown": {37, mostNames},
}

// TestRooms counts the files and the exported names of packages.
func TestRooms(t *testing.T) {
	out, err := exec.Command("go", append([]string{"list", "-f", `{{.ImportPath}} {{.Dir}} {{join .GoFiles " "}}`}, kept...)...).CombinedOutput()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, out)
	}
	packages := strings.Split(strings.TrimSpace(string(out)), "\n")
	if len(packages) < 2*len(kept) {
		t.Fatalf("%d packages", len(packages))
	}
	for _, line := range packages {
		words := strings.Fields(line)
		path, dir, files := words[0], words[1], words[2:]
		most, ok := crowded[path]
		if !ok {
			most = extent{mostFiles, mostNames}
		}
		if len(files) > most.files {
			t.Errorf("%s has %d files, want %d at most: put it beside its kin, or part the room", path, len(files), most.files)
		}
		names, said := 0, false
		for _, name := range files {
			f, err := parser.ParseFile(token.NewFileSet(), filepath.Join(dir, name), nil, parser.ParseComments)
			if err != nil {
				t.Fatal(err)
			}
			names += exportedIn(f)
			said = said || f.Doc != nil
		}
		if names > most.names {
			t.Errorf("%s has %d exported names, want %d at most: put it beside its kin, or part the room", path, names, most.names)
		}
		if !said {
			t.Errorf("%s does not say what it is for", path)
		}
	}
}

// exportedIn counts the exported names that a file declares at its top.
func exportedIn(f *ast.File) (n int) {
	count := func(names ...*ast.Ident) {
		for _, name := range names {
			if name.IsExported() {
				n++
			}
		}
	}
	for _, d := range f.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Recv == nil {
				count(d.Name)
			}
		case *ast.GenDecl:
			for _, s := range d.Specs {
				switch s := s.(type) {
				case *ast.TypeSpec:
					count(s.Name)
				case *ast.ValueSpec:
					count(s.Names...)
				}
			}
		}
	}
	return n
}
