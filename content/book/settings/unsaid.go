package settings

import (
	"go.yaml.in/yaml/v4"

	"warraq/content/notice"
)

// unsaid reads which messages are switched off: `W101: off`, by code or by name.
func (m *Manifest) unsaid(v value) {
	if v.isNull() {
		return
	}
	if v.node.Kind != yaml.MappingNode {
		v.problem(v.subject()+"is not a list of keys", "write lines such as `W101: off`")
		return
	}
	for i := 0; i+1 < len(v.node.Content); i += 2 {
		name := v.node.Content[i].Value
		at := value{v.r, v.file, v.line, v.name, v.node.Content[i]}
		e := notice.Named(name)
		switch {
		case e == nil:
			hint := "`warraq explain` lists them"
			if near := notice.Nearest(name); near != "" {
				hint = "did you mean " + near + "?"
			}
			at.problem("advice: "+name+" is no notice", hint)
			continue
		case e.IsError():
			at.problem("advice: "+name+" is an error, which cannot be switched off", "delete the line")
			continue
		}
		inner := value{v.r, v.file, v.line, name, v.node.Content[i+1]}.resolve()
		if text := inner.text(); text == "false" || text != "true" && choice(inner, "on", "off") == 1 {
			m.Setup.Unsaid = append(m.Setup.Unsaid, e.Code)
		}
	}
}
