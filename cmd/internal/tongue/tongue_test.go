package tongue

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"warraq/content/notice"
)

// TestWords reads the phrasebook without error.
func TestWords(t *testing.T) {
	if _, err := notice.ReadPhrases(files, "words"); err != nil {
		t.Fatal(err)
	}
}

// says are the calls that say something, and which of their arguments it is; -1 is the
// last.
var says = map[string]int{
	"usagef": 1, "withHint": 1, "Errorf": 0, "New": 0, "did": 0, "notef": 0, "tell": 0, "words": 0, "stage": 0,
	"Bool": -1, "String": -1, "BoolVar": -1, "BoolVarP": -1, "StringVar": -1, "StringVarP": -1, "StringSliceVar": -1, "DurationVar": -1, "IntVar": -1, "Var": -1,
}

// verb is what fmt fills.
var verb = regexp.MustCompile(`%[-+# 0-9.]*[a-zA-Z]`)

// wordy tells what has words of its own.
var wordy = regexp.MustCompile(`[a-zA-Z]{3}`)

// TestCommand finds in the phrasebook all that the command says.
func TestCommand(t *testing.T) {
	names, err := filepath.Glob("../../warraq/*.go")
	if err != nil || len(names) < 10 {
		t.Fatal(names, err)
	}
	said := 0
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		set := token.NewFileSet()
		f, err := parser.ParseFile(set, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			for _, line := range linesOf(n) {
				if line = verb.ReplaceAllString(strings.ReplaceAll(line, "%q", `"7"`), "7"); !wordy.MatchString(line) {
					continue
				}
				if said++; !Knows(line) {
					t.Errorf("%s: not in the phrasebook: %s", set.Position(n.Pos()), line)
				}
			}
			return true
		})
	}
	if said < 120 {
		t.Errorf("%d lines", said)
	}
}

// linesOf are the lines that a node says.
func linesOf(n ast.Node) []string {
	switch n := n.(type) {
	case *ast.CallExpr:
		name := ""
		switch f := n.Fun.(type) {
		case *ast.Ident:
			name = f.Name
		case *ast.SelectorExpr:
			name = f.Sel.Name
		}
		if name == "count" && len(n.Args) == 3 {
			return []string{"1 " + text(n.Args[1]), "7 " + text(n.Args[2])}
		}
		at, ok := says[name]
		if at < 0 {
			at += len(n.Args)
		}
		if !ok || at < 0 || len(n.Args) <= at {
			return nil
		}
		if call, ok := n.Args[at].(*ast.CallExpr); ok && len(call.Args) > 0 {
			return []string{text(call.Args[0])}
		}
		return []string{text(n.Args[at])}
	case *ast.KeyValueExpr:
		if key, ok := n.Key.(*ast.Ident); ok && key.Name == "Short" {
			return []string{text(n.Value)}
		}
		if _, ok := n.Key.(*ast.SelectorExpr); ok { // phrases of steps
			return []string{text(n.Value)}
		}
	case *ast.AssignStmt:
		for i, left := range n.Lhs {
			name := ""
			switch l := left.(type) {
			case *ast.Ident:
				name = l.Name
			case *ast.SelectorExpr:
				name = l.Sel.Name
			}
			if slices.Contains([]string{"told", "hint"}, name) && len(n.Rhs) == len(n.Lhs) {
				return []string{text(n.Rhs[i])}
			}
		}
	}
	return nil
}

// text is what an expression says, 7 for what is not known of it.
func text(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.BasicLit:
		if s, err := strconv.Unquote(e.Value); err == nil {
			return s
		}
	case *ast.BinaryExpr:
		if e.Op == token.ADD {
			return text(e.X) + text(e.Y)
		}
	}
	return "7"
}

// TestChosen follows the environment as POSIX has it.
func TestChosen(t *testing.T) {
	for _, of := range []struct {
		asked string
		env   []string
		want  string
	}{
		{"", nil, "en"}, {"ar", []string{"fr_FR.UTF-8"}, "ar"}, {"", []string{"", "", "fr_FR.UTF-8"}, "fr"},
		{"", []string{"C", "", "ar_MA"}, "en"}, {"", []string{"", "ar_MA.utf8@x", "fr"}, "ar"}, {"", []string{"de_DE.UTF-8"}, "en"}, {"AR-eg", nil, "ar"},
		{"", []string{"POSIX"}, "en"}, {"", []string{"arz_EG"}, "en"},
	} {
		if got := Chosen(of.asked, of.env...); got != of.want {
			t.Errorf("%q %q: %s, want %s", of.asked, of.env, got, of.want)
		}
	}
}

// TestIsolates: what turns the direction is ended on its line.
func TestIsolates(t *testing.T) {
	for _, line := range []string{"x\u2067.md is not there", "two\nlines", "1 chapter"} {
		for _, said := range strings.Split(Turned(Say(line, "ar"), "ar"), "\n") {
			depth := 0
			for _, r := range said {
				switch r {
				case '\u2066', '\u2067', '\u2068':
					depth++
				case '\u2069':
					depth--
				}
				if depth < 0 {
					break
				}
			}
			if depth != 0 {
				t.Errorf("%q leaves %d isolates open", said, depth)
			}
		}
	}
}
