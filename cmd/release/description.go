package main

import (
	_ "embed"
	"strings"

	"go.yaml.in/yaml/v4"
)

//go:embed description.yaml
var descriptionFile []byte

// description is what all packages say of the program.
type description struct {
	Name, Summary, Description, Licence, Maintainer, Section string
}

func (r *release) describe() error { return yaml.Unmarshal(descriptionFile, &r.about) }

// debianVersion is a version as Debian orders them (Debian Policy 5.6.12): it begins with
// a digit, what goes before a release is behind ~, what is behind one behind +.
func debianVersion(version string) string {
	if version == "" || version[0] < '0' || version[0] > '9' || !strings.Contains(version, ".") {
		return "0~" + strings.ReplaceAll(version, "-", ".")
	}
	number, rest, more := strings.Cut(version, "-")
	switch {
	case !more:
		return version
	case strings.Contains(rest, "-g"): // commits behind a tag, as git describes them
		return number + "+" + strings.ReplaceAll(rest, "-", ".")
	}
	return number + "~" + strings.ReplaceAll(rest, "-", ".")
}

// npmVersion is a version as Semantic Versioning 2.0.0 writes them.
func npmVersion(version string) string {
	if version == "" || version[0] < '0' || version[0] > '9' || strings.Count(version, ".") < 2 {
		return "0.0.0-" + strings.ReplaceAll(version, ".", "-")
	}
	return version
}
