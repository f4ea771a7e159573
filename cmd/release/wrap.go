package main

import (
	"bytes"
	"embed"
	"encoding/json"
	"strings"
	"text/template"
)

//go:embed templates
var templates embed.FS

// fill fills a template.
func fill(name string, with any) ([]byte, error) {
	t, err := template.ParseFS(templates, "templates/"+name)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = t.Execute(&out, with)
	return out.Bytes(), err
}

// wrap writes the formula of Homebrew and the manifest of Scoop, which name the archives.
func (r *release) wrap() error {
	formula, err := r.formula()
	if err != nil {
		return err
	}
	if err := r.write("warraq.rb", formula); err != nil {
		return err
	}
	manifest, err := r.scoop()
	if err != nil {
		return err
	}
	return r.write("warraq.json", manifest)
}

// url is where an archive can be fetched; beside gives it where that is not known.
func (r *release) url(name, beside string) string {
	if r.base == "" {
		return beside + name
	}
	return strings.TrimSuffix(r.base, "/") + "/" + name
}

func (r *release) formula() ([]byte, error) {
	type download struct{ CPU, URL, Sum string }
	type system struct {
		Name      string
		Artifacts []download
	}
	systems := []system{{Name: "macos"}, {Name: "linux"}}
	for _, a := range r.archives {
		cpu := map[string]string{"amd64": "intel", "arm64": "arm"}[a.Arch]
		for i, of := range []string{"darwin", "linux"} {
			if a.OS == of {
				systems[i].Artifacts = append(systems[i].Artifacts, download{cpu, r.url(a.name, "file://#{__dir__}/"), a.sum})
			}
		}
	}
	title := strings.ToUpper(r.about.Summary[:1]) + r.about.Summary[1:]
	return fill("warraq.rb", struct {
		Title, Version, Licence string
		Systems                 []system
	}{title, r.version, r.about.Licence, systems})
}

func (r *release) scoop() ([]byte, error) {
	type download struct {
		URL     string `json:"url"`
		Hash    string `json:"hash"`
		Extract string `json:"extract_dir"`
	}
	builds := make(map[string]download)
	for _, a := range r.archives {
		if a.OS == "windows" {
			name := map[string]string{"amd64": "64bit", "arm64": "arm64"}[a.Arch]
			builds[name] = download{r.url(a.name, ""), a.sum, strings.TrimSuffix(a.name, ".zip")}
		}
	}
	return written(struct {
		Version      string              `json:"version"`
		Description  string              `json:"description"`
		Licence      string              `json:"license"`
		Notes        string              `json:"notes"`
		Architecture map[string]download `json:"architecture"`
		Program      string              `json:"bin"`
	}{r.version, r.about.Summary, r.about.Licence,
		"Completions for PowerShell: add \". $dir\\completions\\warraq.ps1\" to your $PROFILE.", builds, "warraq.exe"})
}

// written is a value as JSON for people.
func written(v any) ([]byte, error) {
	data, err := json.MarshalIndent(v, "", "  ")
	return append(data, '\n'), err
}
