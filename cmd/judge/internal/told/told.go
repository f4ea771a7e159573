// Package told finds, by the types of a program's source, every text that it may tell an
// author: what flows into What, Hint and Kind of a content.Problem, through parameters,
// variables and fields.
package told

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/types"
	"regexp"
	"strings"

	"golang.org/x/tools/go/packages"
)

// Text is one of them; what is not known until the program runs is "7" in it.
type Text struct {
	Role string // "What", "Hint" or "Kind"
	Says string
	At   string // file:line
}

// Find looks through the packages of the module that lies in a folder.
func Find(dir string) ([]Text, error) {
	loaded, err := packages.Load(&packages.Config{Mode: packages.LoadSyntax | packages.NeedModule, Dir: dir}, "./...")
	if err != nil {
		return nil, err
	}
	f := finder{roles: make(map[types.Object]string), seen: make(map[Text]bool)}
	for _, p := range loaded {
		if len(p.Errors) > 0 {
			return nil, p.Errors[0]
		}
		if p.PkgPath == "warraq/content" {
			f.seed(p)
		}
	}
	if len(f.roles) != 3 {
		return nil, fmt.Errorf("content.Problem has %d of the fields What, Hint and Kind", len(f.roles))
	}
	for f.grown = true; f.grown; {
		f.grown = false
		f.all(loaded)
	}
	f.keep = true
	f.all(loaded)
	return f.texts, nil
}

// finder follows texts backwards, from the fields that tell to what is written there.
type finder struct {
	roles map[types.Object]string // of parameters, variables and fields
	grown bool                    // one more was found
	keep  bool                    // all are found: the texts are kept
	texts []Text
	seen  map[Text]bool

	p *packages.Package // in hand
}

// seed begins with the fields of content.Problem. Those of one name in different
// packages' views are one field, by its place.
func (f *finder) seed(p *packages.Package) {
	of := p.Types.Scope().Lookup("Problem").Type().Underlying().(*types.Struct)
	for field := range of.Fields() {
		switch name := field.Name(); name {
		case "What", "Hint", "Kind":
			f.roles[field] = name
		}
	}
}

func (f *finder) all(loaded []*packages.Package) {
	for _, f.p = range loaded {
		for _, file := range f.p.Syntax {
			ast.Inspect(file, func(n ast.Node) bool {
				f.node(n)
				return true
			})
		}
	}
}

// node follows what a node puts into a place that is told.
func (f *finder) node(n ast.Node) {
	info := f.p.TypesInfo
	switch n := n.(type) {
	case *ast.CompositeLit:
		of, ok := info.Types[n].Type.Underlying().(*types.Struct)
		if !ok {
			return
		}
		for i, element := range n.Elts {
			if kv, ok := element.(*ast.KeyValueExpr); ok {
				f.flow(info.Uses[kv.Key.(*ast.Ident)], kv.Value)
			} else if i < of.NumFields() {
				f.flow(of.Field(i), element)
			}
		}
	case *ast.CallExpr:
		called, ok := objectOf(info, n.Fun).(*types.Func)
		if !ok {
			return
		}
		parameters := called.Type().(*types.Signature).Params()
		for i, argument := range n.Args {
			if i < parameters.Len() {
				f.flow(parameters.At(i), argument)
			}
		}
	case *ast.AssignStmt:
		for i := range n.Lhs {
			if len(n.Rhs) == len(n.Lhs) {
				f.flow(objectOf(info, n.Lhs[i]), n.Rhs[i])
			}
		}
	case *ast.ValueSpec:
		for i := range n.Names {
			if i < len(n.Values) {
				f.flow(info.Defs[n.Names[i]], n.Values[i])
			}
		}
	}
}

// flow says that an expression goes into a place.
func (f *finder) flow(into types.Object, e ast.Expr) {
	role, ok := f.roles[into]
	if !ok {
		return
	}
	f.back(role, e)
	if !f.keep {
		return
	}
	at := f.p.Fset.Position(e.Pos())
	for _, says := range f.said(e) {
		t := Text{role, says, ""}
		if says != "" && !f.seen[t] {
			f.seen[t] = true
			t.At = fmt.Sprintf("%s:%d", at.Filename, at.Line)
			f.texts = append(f.texts, t)
		}
	}
}

// back finds the places of which an expression is made whole, or with which it begins.
func (f *finder) back(role string, e ast.Expr) {
	switch e := e.(type) {
	case *ast.ParenExpr:
		f.back(role, e.X)
	case *ast.BinaryExpr:
		f.back(role, e.X)
	case *ast.CallExpr:
		if isOf(e, "Or") {
			for _, argument := range e.Args {
				f.back(role, argument)
			}
		}
	case *ast.Ident, *ast.SelectorExpr:
		v, ok := objectOf(f.p.TypesInfo, e).(*types.Var)
		if !ok || v.Type().String() != "string" || v.Pkg() == nil || !strings.HasPrefix(v.Pkg().Path(), "warraq") || f.roles[v] != "" {
			return
		}
		if !v.IsField() || tells[strings.ToLower(v.Name())] {
			f.roles[v], f.grown = role, true
		}
	}
}

// tells are the names of fields that hold such texts: another field that flows there is
// of the manuscript.
var tells = map[string]bool{"what": true, "hint": true, "kind": true, "why": true}

// said are the texts that an expression may be.
func (f *finder) said(e ast.Expr) []string {
	if v := f.p.TypesInfo.Types[e].Value; v != nil && v.Kind() == constant.String {
		return []string{constant.StringVal(v)}
	}
	switch e := e.(type) {
	case *ast.ParenExpr:
		return f.said(e.X)
	case *ast.BinaryExpr:
		var all []string
		for _, a := range f.said(e.X) {
			for _, b := range f.said(e.Y) {
				all = append(all, a+b)
			}
		}
		return all
	case *ast.CallExpr:
		if v := f.p.TypesInfo.Types[first(e)].Value; isOf(e, "Sprintf") && v != nil {
			return []string{strings.ReplaceAll(verb.ReplaceAllString(constant.StringVal(v), "7"), "%%", "%")}
		}
		if isOf(e, "Or") {
			var all []string
			for _, argument := range e.Args {
				all = append(all, f.said(argument)...)
			}
			return all
		}
	}
	return []string{"7"}
}

// verb is what fmt fills.
var verb = regexp.MustCompile(`%[-+# 0-9.]*[a-zA-Z]`)

func first(e *ast.CallExpr) ast.Expr {
	if len(e.Args) == 0 {
		return nil
	}
	return e.Args[0]
}

// isOf tells a call of a function of another package by its name.
func isOf(e *ast.CallExpr, name string) bool {
	s, ok := e.Fun.(*ast.SelectorExpr)
	return ok && s.Sel.Name == name
}

// objectOf is what a name stands for.
func objectOf(info *types.Info, e ast.Expr) types.Object {
	switch e := e.(type) {
	case *ast.Ident:
		if o := info.Defs[e]; o != nil {
			return o
		}
		return info.Uses[e]
	case *ast.SelectorExpr:
		return info.Uses[e.Sel]
	}
	return nil
}
