package main

import (
	"fmt"
	"strings"
)

// npm writes the package that runs the program, and one with the program for each
// platform, of which npm installs the one that fits: no script runs at the installation,
// and nothing is fetched but packages.
func (r *release) npm() error {
	version := npmVersion(r.version)
	about := func(name, summary string) map[string]any {
		return map[string]any{"name": name, "version": version, "description": summary, "license": r.about.Licence}
	}
	optional := make(map[string]string)
	var names []string
	for _, p := range platforms {
		system, cpu := npmNames(p)
		name := fmt.Sprintf("%s-%s-%s", r.about.Name, system, cpu)
		optional[name] = version
		names = append(names, system+"-"+cpu)
		files, err := r.contents(p)
		if err != nil {
			return err
		}
		said := about(name, r.about.Summary+": the program for "+system+" on "+cpu)
		said["os"], said["cpu"], said["preferUnplugged"] = []string{system}, []string{cpu}, true
		if err := r.npmPackage(name, said, files[:2]); err != nil { // the program and the licences
			return err
		}
	}
	script, err := fill("warraq.js", struct{ Name, List string }{r.about.Name, strings.Join(names, ", ")})
	if err != nil {
		return err
	}
	said := about(r.about.Name, r.about.Summary)
	said["bin"], said["optionalDependencies"] = map[string]string{"warraq": "warraq.js"}, optional
	said["engines"] = map[string]string{"node": ">=18"}
	return r.npmPackage(r.about.Name, said, []file{{"warraq.js", script, 0o755}, {"LICENCES.txt", r.licences, 0o644}})
}

// npmNames are what Node calls a platform.
func npmNames(p platform) (system, cpu string) {
	system, cpu = p.OS, p.Arch
	if system == "windows" {
		system = "win32"
	}
	if cpu == "amd64" {
		cpu = "x64"
	}
	return system, cpu
}

func (r *release) npmPackage(name string, said map[string]any, files []file) error {
	manifest, err := written(said)
	if err != nil {
		return err
	}
	files = append([]file{{"package.json", manifest, 0o644}}, files...)
	for i := range files {
		files[i].name = "package/" + files[i].name
	}
	data, err := tarball(files, r.time)
	if err != nil {
		return err
	}
	return r.write(fmt.Sprintf("%s-npm-%s.tgz", name, npmVersion(r.version)), data)
}
