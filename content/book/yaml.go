package book

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"warraq/content"
	"warraq/content/setup"
)

// key is one key of a YAML mapping and what to do with its value.
type key struct {
	name string
	read func(value)
}

// value is the value of a key, where it stands, and where problems go.
type value struct {
	b    *manuscript
	file string
	line int // of the file, on which the YAML begins
	name string
	node *yaml.Node
}

var yamlLine = regexp.MustCompile(`^yaml: line (\d+): `)

// readYAML reads a mapping whose first line is the given line of file.
func (b *manuscript) readYAML(text, file string, line int, keys []key) {
	var root yaml.Node
	err := yaml.Unmarshal([]byte(text), &root)
	if err != nil || len(root.Content) > 0 && root.Content[0].Kind == yaml.ScalarNode {
		b.unread = true
		if b.tellYAML(text, file, line) {
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
		b.problem(at, "this is no YAML: "+strings.TrimPrefix(what, "yaml: "), "look for a missing quote, colon or blank")
		return
	}
	if len(root.Content) == 0 {
		return
	}
	value{b, file, line, "", root.Content[0]}.mapping(keys)
}

func (v value) pos() content.Pos {
	return content.Pos{File: v.file, Line: v.line + v.node.Line - 1}
}

func (v value) problem(what, hint string) { v.b.problem(v.pos(), what, hint) }

// resolve gives what an alias stands for.
func (v value) resolve() value {
	if v.node.Kind == yaml.AliasNode && v.node.Alias != nil {
		v.node = v.node.Alias
	}
	return v
}

// mapping reads the keys of a mapping; one it does not know is a problem.
func (v value) mapping(keys []key) {
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
		inner := value{v.b, v.file, v.line, name.Value, v.node.Content[i+1]}
		at := value{v.b, v.file, v.line, name.Value, name}
		switch k := findKey(keys, name.Value); {
		case seen[name.Value]:
			at.problem("key "+name.Value+" is there twice", "delete one of them")
		case k == nil && v.inFront() && isForeign(keys, name.Value):
			v.b.foreign = append(v.b.foreign, foreignKey{name.Value, at.pos()})
		case k == nil:
			v.b.unread = true
			at.problem("unknown key "+name.Value, suggestion(keys, name.Value))
		default:
			v.b.keep(v.name, at)
			inner.cut()
			k.read(inner.resolve())
		}
		seen[name.Value] = true
	}
}

// inFront tells a mapping that is the front matter of a file, where other programs
// have their keys too.
func (v value) inFront() bool { return v.name == "" && IsText(v.file) }

func (v value) subject() string {
	if v.name == "" {
		return "this "
	}
	return v.name + " "
}

func findKey(keys []key, name string) *key {
	for i := range keys {
		if keys[i].name == name {
			return &keys[i]
		}
	}
	return nil
}

// arabicKeys are words that Arabic authors write for keys.
var arabicKeys = map[string]string{"العنوان": "title", "عنوان": "title", "المؤلف": "author", "الكاتب": "author", "اللغة": "language",
	"التاريخ": "date", "الناشر": "publisher", "الغلاف": "cover", "الفصول": "chapters", "النمط": "theme"}

func suggestion(keys []key, name string) string {
	if meant := arabicKeys[name]; findKey(keys, meant) != nil {
		return "write " + meant
	}
	names := make([]string, len(keys))
	for i, k := range keys {
		names[i] = k.name
	}
	if near := content.Nearest(name, names); near != "" {
		return "did you mean " + near + "?"
	}
	return "the keys are " + strings.Join(names, ", ")
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
func (v value) list() []located {
	if v.node.Kind != yaml.SequenceNode {
		if text := v.text(); text != "" {
			return []located{{text, v.pos()}}
		}
		return nil
	}
	list := make([]located, 0, len(v.node.Content))
	for _, n := range v.node.Content {
		item := value{v.b, v.file, v.line, v.name, n}.resolve()
		if text := item.text(); text != "" {
			list = append(list, located{text, item.pos()})
		}
	}
	return list
}

func (v value) texts() []string {
	var texts []string
	for _, l := range v.list() {
		texts = append(texts, l.value)
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
