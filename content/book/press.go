package book

import (
	"io/fs"
	"strings"

	"warraq/content"
	"warraq/content/setup"
)

// loadPress loads the profile of the printing condition, and tells the author
// of a condition that nobody could know.
func (b *manuscript) loadPress() {
	p, at := &b.doc.Setup.Press, b.manifest.Press
	if at.Profile.Value != "" {
		if name, ok := b.inside(at.Profile); ok {
			if b.loadProfile(name, at.Profile.Pos) {
				p.Profile = name
			}
		}
	}
	if _, known := setup.ConditionOf(p.Condition); known || p.Profile != "" {
		return
	}
	var names []string
	for _, c := range setup.Conditions {
		names = append(names, c.Name)
	}
	hint := "write " + strings.Join(names, ", ") + ", or give the print shop's profile under `profile:`"
	if near := content.Nearest(p.Condition, names); near != "" {
		hint = "did you mean " + near + "? Else give the print shop's profile under `profile:`"
	}
	b.problem(at.Condition.Pos, "condition: "+p.Condition+" is no registered printing condition", hint)
}

func (b *manuscript) loadProfile(name string, at content.Pos) (ok bool) {
	data, err := fs.ReadFile(b.fsys, b.path(name))
	switch {
	case err != nil && b.refused(name, at, err):
	case err != nil:
		b.missingAsset(name, at)
	case !setup.IsPressProfile(data):
		b.problem(at, "profile "+name+" is not one of a press with four inks", "ask the print shop for its ICC profile (.icc), of class prtr and for CMYK")
	default:
		b.doc.Assets[name] = &content.Asset{Name: name, Media: "application/vnd.iccprofile", Data: data}
		return true
	}
	return false
}
