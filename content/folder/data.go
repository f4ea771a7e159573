package folder

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"go.yaml.in/yaml/v4"
)

// table is what a file of plain data says by its keys.
type table map[string]any

// yamlTable reads YAML; tags of programs are passed over. Nil for what is none.
func yamlTable(data []byte) table {
	var root yaml.Node
	if yaml.Unmarshal(data, &root) != nil || len(root.Content) == 0 {
		return nil
	}
	r := yamlReader{within: map[*yaml.Node]bool{}}
	t, _ := r.value(root.Content[0], 0).(map[string]any)
	return t
}

// yamlReader makes maps, lists and texts of nodes. Aliases are followed as far as the
// whole stays within bounds, and not within what they stand for.
type yamlReader struct {
	nodes  int
	within map[*yaml.Node]bool // that aliases in hand stand for
}

// maxNodes and maxNesting bound what is read of a file of YAML.
const maxNodes, maxNesting = 50000, 40

func (r *yamlReader) value(n *yaml.Node, depth int) any {
	if r.nodes++; depth > maxNesting || r.nodes > maxNodes {
		return nil
	}
	switch n.Kind {
	case yaml.MappingNode:
		m := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			m[n.Content[i].Value] = r.value(n.Content[i+1], depth+1)
		}
		return m
	case yaml.SequenceNode:
		list := make([]any, 0, len(n.Content))
		for _, c := range n.Content {
			list = append(list, r.value(c, depth+1))
		}
		return list
	case yaml.AliasNode:
		if n.Alias == nil || r.within[n.Alias] {
			return nil
		}
		r.within[n.Alias] = true
		defer delete(r.within, n.Alias)
		return r.value(n.Alias, depth+1)
	case yaml.ScalarNode:
		if n.Tag == "!!null" {
			return nil
		}
		return n.Value
	}
	return nil
}

func tomlTable(data []byte) table {
	var t map[string]any
	if toml.Unmarshal(data, &t) != nil {
		return nil
	}
	return t
}

func jsonTable(data []byte) table {
	var t map[string]any
	if json.Unmarshal(data, &t) != nil {
		return nil
	}
	return t
}

// anyTable reads data by the ending of its file's name.
func anyTable(name string, data []byte) table {
	switch {
	case strings.HasSuffix(name, ".toml"):
		return tomlTable(data)
	case strings.HasSuffix(name, ".json"):
		return jsonTable(data)
	}
	return yamlTable(data)
}

// text is what stands under keys, one within another, as text; "" for nothing.
func (t table) text(keys ...string) string {
	var v any = map[string]any(t)
	for _, k := range keys {
		m, ok := v.(map[string]any)
		if !ok {
			return ""
		}
		v = m[k]
	}
	return textOf(v)
}

func textOf(v any) string {
	switch v := v.(type) {
	case string:
		return strings.Join(strings.Fields(v), " ")
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case bool:
		return strconv.FormatBool(v)
	case interface{ String() string }: // a date of TOML
		return v.String()
	}
	return ""
}

func (t table) in(key string) table {
	m, _ := t[key].(map[string]any)
	return m
}

// names are people under a key: a text, a list, or mappings with a name.
func (t table) names(key string) (names []string) { return namesOf(t[key]) }

func namesOf(v any) (names []string) {
	switch v := v.(type) {
	case []any:
		for _, one := range v {
			names = append(names, namesOf(one)...)
		}
	case map[string]any:
		if name := textOf(v["name"]); name != "" {
			return []string{name}
		}
		if name, ok := v["name"].(map[string]any); ok {
			return namesOf(strings.TrimSpace(textOf(name["given"]) + " " + textOf(name["family"])))
		}
	default:
		if name := textOf(v); name != "" && !strings.HasPrefix(name, "`") {
			names = append(names, name)
		}
	}
	return names
}

// number is a number under a key.
func (t table) number(key string) (n float64, ok bool) {
	text := textOf(t[key])
	n, err := strconv.ParseFloat(text, 64)
	return n, err == nil && n == n
}
