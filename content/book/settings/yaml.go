// Package settings reads what is written as YAML: the keys of book.yaml, of front matter
// and of themes, each with where it stands, and says what is wrong with them.
package settings

import (
	"fmt"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/pattern"
	"warraq/content/setup"
)

// Key is one key of a YAML mapping and what to do with its value.
type Key struct {
	name string
	read func(value)
}

// Reader reads YAML, and keeps what it finds there that is none of the settings.
type Reader struct {
	tell   func(content.Problem)
	advise func(...content.Problem)
	front  func(file string) bool // has front matter, where other programs have keys too

	File    string                 // of the manifest, whose keys are kept
	Written map[string]content.Pos // those keys, by their names, "cover.back"
	Unread  bool                   // some of the keys could not be read
	Foreign []foreignKey           // keys of other programs
}

// NewReader makes a reader that tells of problems and advice as it finds them.
func NewReader(tell func(content.Problem), advise func(...content.Problem), front func(file string) bool) *Reader {
	return &Reader{tell: tell, advise: advise, front: front}
}

// ReadNode reads a mapping that is no text any more.
func (r *Reader) ReadNode(node *yaml.Node, file string, line int, keys []Key) {
	value{r, file, line, "", node}.mapping(keys)
}

// flag is the value of a key as the command line gives it: it stands nowhere.
func (r *Reader) flag(key, text string) value {
	return value{r: r, name: "--" + key, node: &yaml.Node{Kind: yaml.ScalarNode, Value: text, Line: 1}}
}

// Set reads a text as the value of one of the keys, which the command line gives.
func (r *Reader) Set(keys []Key, key, text string) { findKey(keys, key).read(r.flag(key, text)) }

// Has tells whether one of the keys has a name.
func Has(keys []Key, name string) bool { return findKey(keys, name) != nil }

// Meant tells whether a name is that of one of the keys, or nearly so.
func Meant(keys []Key, name string) bool {
	return findKey(keys, locale.English(name)) != nil || content.Nearest(name, namesOf(keys)) != "" && len(name) > 3
}

// value is the value of a key, where it stands, and where problems go.
type value struct {
	r    *Reader
	file string
	line int // of the file, on which the YAML begins
	name string
	node *yaml.Node
}

var yamlLine = pattern.Of(`^yaml: line (\d+): `)

// ReadYAML reads a mapping whose first line is the given line of file.
func (r *Reader) ReadYAML(text, file string, line int, keys []Key) {
	var root yaml.Node
	err := yaml.Unmarshal([]byte(text), &root)
	if err != nil || len(root.Content) > 0 && root.Content[0].Kind == yaml.ScalarNode {
		r.Unread = true
		if r.tellYAML(text, file, line) {
			return
		}
	}
	if err != nil {
		what := err.Error()
		at := content.Pos{File: file, Line: line}
		if m := yamlLine.FindStringSubmatch(what); m != nil {
			n, _ := strconv.Atoi(m[1])
			at.Line += n - 1
			what = what[len(m[0]):]
		}
		r.problem(at, "this is no YAML: "+strings.TrimPrefix(what, "yaml: "), "look for a missing quote, colon or blank")
		return
	}
	if len(root.Content) == 0 {
		return
	}
	value{r, file, line, "", root.Content[0]}.mapping(keys)
}

func (v value) pos() content.Pos {
	return content.Pos{File: v.file, Line: v.line + v.node.Line - 1}
}

func (v value) problem(what, hint string) {
	v.r.tell(content.Problem{Pos: v.pos(), Column: v.node.Column, What: what, Hint: hint})
}

func (r *Reader) problem(at content.Pos, what, hint string) {
	r.tell(content.Problem{Pos: at, What: what, Hint: hint})
}

// resolve gives what an alias stands for.
func (v value) resolve() value {
	if v.node.Kind == yaml.AliasNode && v.node.Alias != nil {
		v.node = v.node.Alias
	}
	return v
}

// mapping reads the keys of a mapping; one it does not know is a problem.
func (v value) mapping(keys []Key) {
	v = v.resolve()
	if v.isNull() {
		return
	}
	if v.node.Kind != yaml.MappingNode {
		v.problem(v.subject()+"is not a list of keys", "write lines such as `"+keys[0].name+": …`")
		return
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(v.node.Content); i += 2 {
		name := v.node.Content[i]
		word := name.Value // the program's, for one of the author's language
		if meant := locale.English(word); findKey(keys, meant) != nil {
			word = meant
		}
		inner := value{v.r, v.file, v.line, word, v.node.Content[i+1]}
		at := value{v.r, v.file, v.line, word, name}
		switch k := findKey(keys, word); {
		case seen[word]:
			at.problem("key "+name.Value+" is there twice", "delete one of them")
		case k == nil && v.inFront() && isForeign(keys, name.Value):
			v.r.Foreign = append(v.r.Foreign, foreignKey{name.Value, at.pos()})
		case k == nil:
			v.r.Unread = true
			at.problem("unknown key "+name.Value, suggestion(keys, name.Value))
		default:
			v.r.keep(v.name, at)
			inner.cut()
			k.read(inner.resolve())
		}
		seen[word] = true
	}
}

// inFront tells a mapping that is the front matter of a file, where other programs
// have their keys too.
func (v value) inFront() bool { return v.name == "" && v.r.front(v.file) }

func (v value) subject() string {
	if v.name == "" {
		return "this "
	}
	return v.name + " "
}

func findKey(keys []Key, name string) *Key {
	for i := range keys {
		if keys[i].name == name {
			return &keys[i]
		}
	}
	return nil
}

// suggestion is what an unknown key was most likely meant to be.
func suggestion(keys []Key, name string) string {
	names := namesOf(keys)
	if near := nearest(name, names); near != "" {
		return "did you mean " + near + "?"
	}
	return "the keys are " + strings.Join(names, ", ")
}

// nearest is the word that one was most likely meant to be: one of names, or a word for
// one in the author's language; empty for none.
func nearest(word string, names []string) string {
	if near := content.Nearest(word, names); near != "" {
		return near
	}
	var own []string
	for _, n := range names {
		if word := locale.Own(n, "ar"); word != "" {
			own = append(own, word)
		}
	}
	return content.Nearest(word, own)
}

func namesOf(keys []Key) []string {
	names := make([]string, len(keys))
	for i, k := range keys {
		names[i] = k.name
	}
	return names
}

func (v value) isNull() bool { return v.node.Kind == yaml.ScalarNode && v.node.Tag == "!!null" }

func (v value) isScalar() bool { return v.node.Kind == yaml.ScalarNode && !v.isNull() }

func (v value) isText(s string) bool { return v.node.Kind == yaml.ScalarNode && v.node.Value == s }

// text is a scalar as it was written; a missing one is empty.
func (v value) text() string {
	switch {
	case v.isNull():
		return ""
	case v.node.Kind != yaml.ScalarNode:
		v.problem(v.subject()+"is not a text", "write it on one line, in quotes if it holds `: `")
		return ""
	}
	return strings.TrimSpace(v.node.Value)
}

// list is a list of texts, or one text.
func (v value) list() []Located {
	if v.node.Kind != yaml.SequenceNode {
		if text := v.text(); text != "" {
			return []Located{{text, v.pos()}}
		}
		return nil
	}
	list := make([]Located, 0, len(v.node.Content))
	for _, n := range v.node.Content {
		item := value{v.r, v.file, v.line, v.name, n}.resolve()
		if text := item.text(); text != "" {
			list = append(list, Located{text, item.pos()})
		}
	}
	return list
}

func (v value) texts() []string {
	var texts []string
	for _, l := range v.list() {
		texts = append(texts, l.Value)
	}
	return texts
}

// flag is true or false.
func (v value) flag() bool {
	switch v.text() {
	case "true":
		return true
	case "false", "":
	default:
		v.problem(fmt.Sprintf("%s: %s is neither true nor false", v.name, v.node.Value), "write true or false")
	}
	return false
}

func (v value) toggle() setup.Toggle {
	if v.isNull() || v.flag() {
		return setup.On
	}
	return setup.Off
}

// choice gives the index of the value among the names it may have, 0 where it
// is none of them.
func choice(v value, names ...string) int {
	text := v.text()
	for i, name := range names {
		if text == name {
			return i
		}
	}
	if text != "" {
		hint := "write " + strings.Join(names[:len(names)-1], ", ") + " or " + names[len(names)-1]
		if near := content.Nearest(text, names); near != "" && len(names) > 6 {
			hint = "did you mean " + near + "?"
		}
		v.problem(v.name+": "+text+" is not known", hint)
	}
	return 0
}

// keep remembers where a key of the manifest stands, below the key above it.
func (r *Reader) keep(above string, key value) {
	if key.file != r.File {
		return
	}
	if r.Written == nil {
		r.Written = map[string]content.Pos{}
	}
	name := key.name
	if above != "" {
		name = above + "." + name
	}
	r.Written[name] = key.pos()
}

// cut tells of a value whose end YAML takes for a comment.
func (v value) cut() {
	nodes := []*yaml.Node{v.node}
	if v.node.Kind == yaml.SequenceNode {
		nodes = v.node.Content
	}
	for _, n := range nodes {
		at := content.Pos{File: v.file, Line: v.line + n.Line - 1}
		text := n.Value
		switch rest, ok := strings.CutPrefix(n.LineComment, "#"); {
		case n.Kind != yaml.ScalarNode:
		case ok && n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) == 0 && rest != "" && !strings.ContainsAny(rest[:1], " \t#!"):
			v.r.advise(content.Problem{Pos: at, Kind: "a value that YAML cuts at its #", What: v.name + ": YAML cuts “" + text + " " + n.LineComment + "” at the #",
				Hint: "put it in quotes: " + v.name + `: "` + text + " " + n.LineComment + `"`, Warns: true})
		case len(text) > 6 && (strings.HasPrefix(text, "“") && strings.HasSuffix(text, "”") || strings.HasPrefix(text, "”") && strings.HasSuffix(text, "“")):
			v.r.advise(content.Problem{Pos: at, Kind: "curved quotation marks in YAML", What: v.name + ": the marks of " + text + " are a part of it",
				Hint: `write straight ones, "…", or none`})
		}
	}
}
