package content_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// What a room holds at most: files that are no tests, and names that it exports, where the
// values of a type count with the type.
const mostFiles, mostNames = 25, 130

// crowded are rooms that have not been parted yet, and the files that they may not get
// more than.
var crowded = map[string]int{"content/markdown": 56, "content/epub": 41}

// TestRooms: no package of content is larger than a reader can keep in mind.
func TestRooms(t *testing.T) {
	files, names := map[string]int{}, map[string]int{}
	err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		room := filepath.ToSlash(filepath.Join("content", filepath.Dir(path)))
		files[room]++
		names[room] += exported(file)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for room := range files {
		if files[room] > max(mostFiles, crowded[room]) || names[room] > mostNames {
			t.Errorf("%s has %d files and exports %d names, of %d and %d at most: put it beside its kin, or part the room", room, files[room], names[room], max(mostFiles, crowded[room]), mostNames)
		}
	}
}

// exported counts the names that a file exports, methods, fields and constants aside.
func exported(file *ast.File) (n int) {
	count := func(id *ast.Ident) {
		if id.IsExported() {
			n++
		}
	}
	for _, d := range file.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Recv == nil {
				count(d.Name)
			}
		case *ast.GenDecl:
			if d.Tok == token.CONST {
				continue
			}
			for _, s := range d.Specs {
				switch s := s.(type) {
				case *ast.TypeSpec:
					count(s.Name)
				case *ast.ValueSpec:
					for _, id := range s.Names {
						count(id)
					}
				}
			}
		}
	}
	return n
}
