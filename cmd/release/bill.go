package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/CycloneDX/cyclonedx-go"
	"github.com/google/uuid"
)

// faces are the components of the program that are no modules: the fonts in it.
var faces = []struct{ name, version, folder string }{
	{"Amiri", "1.002", "amiri"}, {"Crimson Text", "", "crimsontext"}, {"IBM Plex Mono", "", "plexmono"}, {"Noto Serif Hebrew", "", "notoserifhebrew"},
	{"Noto Serif", "", "notoserif"}, {"Noto Emoji", "", "notoemoji"}, {"Noto Sans Math", "", "notosansmath"},
	{"Noto Sans Symbols", "", "notosanssymbols"}, {"Noto Sans Symbols 2", "", "notosanssymbols2"},
	{"Aref Ruqaa", "", "house/aref-ruqaa"}, {"Markazi Text", "", "house/markazi-text"}, {"Noto Naskh Arabic", "", "house/noto-naskh-arabic"},
	{"Noto Nastaliq Urdu", "", "house/noto-nastaliq-urdu"}, {"Reem Kufi", "", "house/reem-kufi"}, {"Vazirmatn", "", "house/vazirmatn"},
}

// bill writes, for each platform, what its program is made of, as CycloneDX.
func (r *release) bill() error {
	for _, p := range platforms {
		data, err := r.billOf(p)
		if err != nil {
			return fmt.Errorf("bill of materials of %s-%s: %w", p.OS, p.Arch, err)
		}
		if err := r.write(fmt.Sprintf("%s-%s-%s-%s.cdx.json", r.about.Name, r.version, p.OS, p.Arch), data); err != nil {
			return err
		}
	}
	return nil
}

// billOf asks cyclonedx-gomod for the modules of a program, and adds what it cannot
// know. Its time is that of the release, and its serial number is of what it says.
func (r *release) billOf(p platform) ([]byte, error) {
	cmd := exec.Command(filepath.Join(r.built, "tools", "cyclonedx-gomod"), "bin", "-json", "-licenses", "-assert-licenses", "-std", "-noserial",
		"-version", "v"+npmVersion(r.version), r.program(p))
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%w: %s", err, complaint.String())
	}
	bom := new(cyclonedx.BOM)
	if err := cyclonedx.NewBOMDecoder(bytes.NewReader(out), cyclonedx.BOMFileFormatJSON).Decode(bom); err != nil {
		return nil, err
	}
	bom.Metadata.Timestamp = r.time.Format(time.RFC3339)
	forgetTool(bom)
	bom.Metadata.Component.Licenses = licence(r.about.Licence)
	for i, c := range *bom.Components {
		if c.Name == "std" {
			(*bom.Components)[i].Licenses = licence("BSD-3-Clause")
		}
	}
	for _, f := range faces {
		if _, err := os.Stat(filepath.Join("fonts", f.folder, "OFL.txt")); err != nil {
			return nil, err
		}
		*bom.Components = append(*bom.Components, cyclonedx.Component{BOMRef: "font:" + f.folder, Type: cyclonedx.ComponentTypeData,
			Name: f.name, Version: f.version, Licenses: licence("OFL-1.1")})
	}
	said, err := encode(bom)
	if err != nil {
		return nil, err
	}
	bom.SerialNumber = "urn:uuid:" + uuid.NewSHA1(uuid.Nil, said).String()
	return encode(bom)
}

// forgetTool leaves out the digests of cyclonedx-gomod, which are of the machine it was
// built on.
func forgetTool(bom *cyclonedx.BOM) {
	if bom.Metadata.Tools == nil || bom.Metadata.Tools.Tools == nil {
		return
	}
	for i := range *bom.Metadata.Tools.Tools {
		(*bom.Metadata.Tools.Tools)[i].Hashes = nil
	}
}

func licence(id string) *cyclonedx.Licenses {
	return &cyclonedx.Licenses{{License: &cyclonedx.License{ID: id}}}
}

func encode(bom *cyclonedx.BOM) ([]byte, error) {
	var out strings.Builder
	err := cyclonedx.NewBOMEncoder(&out, cyclonedx.BOMFileFormatJSON).SetPretty(true).Encode(bom)
	return []byte(out.String()), err
}
