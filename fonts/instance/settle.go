package instance

import (
	"encoding/binary"
	"strings"

	"warraq/fonts/internal/sfnt"

	"github.com/go-text/typesetting/font/opentype/tables"
)

// settle gives the tables that vary the numbers, features and names of the design.
func (m *maker) settle() (err error) {
	gdef, _, gdefErr := tables.ParseGDEF(m.parts["GDEF"])
	for _, tag := range []string{"GSUB", "GPOS"} {
		if m.parts[tag] == nil {
			continue
		}
		if m.parts[tag], err = settleFeatures(m.parts[tag], m.coords); err != nil {
			return err
		}
	}
	if gdefErr == nil && m.parts["GPOS"] != nil {
		if m.parts["GPOS"], err = settleGPOS(m.parts["GPOS"], gdef.ItemVarStore, m.coords); err != nil {
			return err
		}
	}
	if gdef := m.edit("GDEF"); len(gdef) >= 18 && binary.BigEndian.Uint16(gdef[2:]) == 3 {
		copy(gdef[2:], sfnt.Words(2)) // the version without a store of deltas
	} else if len(gdef) == 0 {
		delete(m.parts, "GDEF")
	}
	m.metrics()
	m.name()
	return nil
}

// measures are where the numbers lie that a table MVAR varies (OpenType 1.9, "MVAR").
var measures = map[string]struct {
	table string
	at    int
}{
	"hasc": {"OS/2", 68}, "hdsc": {"OS/2", 70}, "hlgp": {"OS/2", 72}, "hcla": {"OS/2", 74}, "hcld": {"OS/2", 76},
	"xhgt": {"OS/2", 86}, "cpht": {"OS/2", 88}, "strs": {"OS/2", 26}, "stro": {"OS/2", 28},
	"undo": {"post", 8}, "unds": {"post", 10}, "hcrs": {"hhea", 18}, "hcrn": {"hhea", 20}, "hcof": {"hhea", 22},
}

// metrics writes the measures of the design, and its weight.
func (m *maker) metrics() {
	for _, tag := range []string{"OS/2", "post", "hhea"} {
		if m.parts[tag] != nil {
			m.edit(tag)
		}
	}
	if mvar, _, err := tables.ParseMVAR(m.parts["MVAR"]); err == nil {
		for _, v := range mvar.ValueRecords {
			where, known := measures[v.ValueTag.String()]
			table := m.parts[where.table]
			if !known || len(table) < where.at+2 {
				continue
			}
			old := int(int16(binary.BigEndian.Uint16(table[where.at:])))
			copy(table[where.at:], sfnt.Words(old+whole(float64(mvar.ItemVariationStore.GetDelta(v.Index, m.coords)))))
		}
	}
	if w := m.space.weight(m.at); w > 0 && len(m.parts["OS/2"]) >= 6 {
		copy(m.parts["OS/2"][4:], sfnt.Words(min(w, 1000)))
	}
}

// name gives the design the name of its instance, or one made of its place.
func (m *maker) name() {
	names, _, _ := tables.ParseName(m.parts["name"])
	name := m.instanceName()
	if name == "" {
		var said []string
		for i, a := range m.space.axes {
			if m.at[i] != a.usual {
				said = append(said, strings.TrimSpace(a.tag)+short(m.at[i]))
			}
		}
		if said == nil {
			return
		}
		stem, _, _ := strings.Cut(names.Name(6), "-")
		name = stem + "-" + strings.Join(said, "")
	}
	m.parts["name"] = sfnt.Rename(m.parts["name"], func(id int) (string, bool, bool) { return name, id == 6, false })
}

// instanceName is the PostScript name of the instance at the place, if it has one.
func (m *maker) instanceName() string {
	for _, n := range m.space.instances {
		same := true
		for i := range m.at {
			same = same && n.at[i] == m.at[i]
		}
		if same && n.postScript != "" {
			return n.postScript
		}
	}
	return ""
}

// scale makes the letters larger by having fewer units make an em, so that all measures
// are as they were drawn (OpenType 1.9, "head": from 16 to 16384).
func (m *maker) scale(by float64) {
	if by == 0 || by == 1 {
		return
	}
	head := m.edit("head")
	units := float64(binary.BigEndian.Uint16(head[18:]))
	copy(head[18:], sfnt.Words(min(max(whole(units/by), 16), 16384)))
	for _, tag := range hinting {
		if tag != "cvt " && tag != "fpgm" && tag != "prep" && tag != "gasp" {
			delete(m.parts, tag) // advances at sizes in pixels
		}
	}
}
