package main

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// ours is who may import whom: every package of the program and the packages
// of ours that it may import. A package that is not listed fails the test, so
// that a new one is given its place here and in ARCHITECTURE.md.
var ours = map[string]string{
	"cmd/warraq":               "cmd/warraq/lsp warraq cmd/warraq/preview cmd/internal/cache cmd/internal/report cmd/internal/tongue",
	"cmd/warraq/lsp":           "warraq",
	"warraq":                   "content content/book content/book/bounds content/book/settings content/catalogue content/folder content/guide content/locale content/mend content/notice content/samples content/setup layout layout/pdf layout/picture layout/publish layout/view",
	"cmd/warraq/preview":       "warraq",
	"content":                  "content/char content/design content/dress content/imprint content/locale content/locale/cldr content/roles content/setup content/stand content/pattern",
	"content/roles":            "content/locale",
	"content/dress":            "",
	"content/imprint":          "",
	"content/stand":            "",
	"content/charset":          "content/pattern",
	"content/chart":            "content content/design content/locale content/locale/cldr content/setup content/pattern",
	"content/supply":           "content content/char content/direct content/locale content/setup",
	"content/number":           "content content/char content/collation content/direct content/imprint content/locale content/roles content/setup content/pattern",
	"content/notice":           "content content/isolate content/locale content/pattern",
	"content/dump":             "content content/locale content/setup",
	"content/direct":           "content content/dress content/isolate content/locale",
	"content/setup":            "content/design content/locale content/locale/cldr content/pattern",
	"content/book/bounds":      "",
	"content/collation":        "",
	"content/pattern":          "",
	"content/book":             "content content/book/bounds content/book/guess content/book/settings content/char content/charset content/design content/docx content/epubfile content/facsimile content/folder content/inlay content/intake content/internal/twin content/locale content/locale/cldr content/markdown content/mend content/notice content/number content/odt content/openiti content/plain content/roles content/scan content/scribe content/setup content/supply content/textfile content/webpage fonts fonts/house fonts/instance content/chart content/stand content/pattern",
	"content/book/guess":       "content/char", // texts alone: it knows no book
	"content/book/settings":    "content content/charset content/design content/locale content/locale/cldr content/notice content/roles content/setup content/pattern",
	"content/catalogue":        "content content/book content/book/bounds content/book/settings content/epub/markup content/locale content/notice content/pattern",
	"content/char":             "",
	"content/char/ucd":         "",
	"content/design":           "content/locale",
	"content/folder":           "content content/char content/roles content/pattern",
	"content/guide":            "",
	"content/locale":           "",
	"content/locale/cldr":      "content/locale",
	"content/markdown":         "content content/char content/design content/locale content/markdown/forms content/markdown/slips content/markdown/source content/markdown/syntax content/markdown/tags content/mend content/roles content/setup content/stand content/pattern",
	"content/markdown/forms":   "content content/locale content/stand",
	"content/markdown/tags":    "content content/design content/locale content/markdown/forms content/markdown/slips content/markdown/source content/markdown/syntax content/pattern",
	"content/markdown/slips":   "content content/locale content/markdown/source content/markdown/syntax content/pattern",
	"content/markdown/source":  "content",
	"content/markdown/syntax":  "content content/locale content/pattern",
	"content/container":        "",
	"content/odt":              "content content/container content/intake content/locale content/scribe",
	"content/textfile":         "content content/charset content/intake content/plain content/roles content/scribe content/pattern",
	"content/inlay":            "content/charset content/pattern",
	"content/scan":             "",
	"content/facsimile":        "content/facsimile/glyph content/facsimile/object",
	"content/facsimile/glyph":  "content/facsimile/object fonts fonts/instance", // outlines of TrueType and CFF are read there
	"content/facsimile/object": "",
	"content/internal/held":    "content content/markdown content/samples", // for tests
	"content/internal/twin":    "content",
	"content/internal/written": "content/intake content/scribe content/pattern",
	"content/openiti":          "content content/intake content/scribe content/pattern",
	"content/epubfile":         "content/container content/intake content/scribe content/webpage",
	"content/webpage":          "content content/charset content/intake content/locale content/scribe content/pattern",
	"content/docx":             "content content/container content/dress content/intake content/locale content/scribe",
	"content/intake":           "content content/locale content/roles content/scribe content/pattern",
	"content/scribe":           "content content/locale content/roles content/pattern",
	"content/mend":             "content content/char content/dress content/locale content/roles content/setup content/stand content/pattern",
	"content/plain":            "content content/locale content/roles content/pattern",
	"content/samples":          "",
	"content/epub":             "content content/epub/compose content/epub/markup content/epub/ocf content/epub/pages content/epub/plan content/locale content/roles",
	"content/epub/compose":     "content content/epub/css content/epub/markup content/epub/ocf content/epub/pages content/epub/plan content/locale content/setup fonts fonts/house",
	"content/web":              "content content/epub/compose content/epub/markup content/epub/pages content/epub/plan content/locale",
	"content/epub/css":         "content content/design content/epub/markup content/locale",
	"content/epub/markup":      "",
	"content/epub/ocf":         "",
	"content/epub/pages":       "content content/char content/direct content/dress content/epub/css content/epub/markup content/epub/plan content/imprint content/isolate content/locale content/roles content/setup content/stand",
	"content/epub/plan":        "content content/dress content/epub/css content/epub/markup content/epub/ocf content/imprint content/locale content/roles content/setup fonts content/stand content/pattern",
	"content/isolate":          "content/char",
	"fonts":                    "content/char fonts/inert fonts/instance fonts/internal/glyphs fonts/internal/packing fonts/internal/sfnt",
	"fonts/house":              "",
	"fonts/instance":           "fonts/internal/sfnt",
	"fonts/internal/packing":   "fonts/internal/sfnt",
	"fonts/internal/sfnt":      "",
	"fonts/inert":              "content/char fonts/internal/glyphs",
	"fonts/internal/glyphs":    "",
	"layout/format":            "content content/design content/locale content/setup fonts layout/paragraph",
	"layout/display":           "content content/char content/setup fonts layout/format layout/paragraph layout/picture content/stand",
	"layout/vlist":             "content layout/display layout/paragraph",
	"layout/manuscript":        "content content/book/bounds content/design content/locale content/setup fonts layout/format layout/lettering layout/paragraph layout/picture content/stand",
	"layout/lines":             "content content/char content/direct content/dress content/isolate content/locale content/setup fonts layout/display layout/drawing layout/format layout/manuscript layout/paragraph layout/picture layout/vlist content/stand",
	"layout/blocks":            "content content/char content/design content/isolate content/locale content/setup fonts layout/blocks/widths layout/display layout/format layout/lines layout/manuscript layout/paragraph layout/picture layout/vlist content/stand content/chart",
	"layout/blocks/widths":     "",
	"layout/opening":           "content content/design content/locale content/roles fonts layout/blocks layout/display layout/format layout/lines layout/paragraph layout/vlist content/imprint content/stand",
	"layout/galley":            "content layout/display layout/format layout/vlist",
	"layout":                   "content content/book/bounds content/design content/direct content/locale content/roles content/setup content/stand fonts fonts/house fonts/instance layout/blocks layout/display layout/format layout/galley layout/lines layout/manuscript layout/opening layout/paragraph layout/vlist layout/picture",
	"layout/cover":             "content content/design content/direct content/locale content/setup fonts layout/display layout/drawing layout/format layout/lettering layout/lines layout/manuscript layout/paragraph layout/picture layout/raster",
	"layout/paragraph":         "content/char content/isolate fonts fonts/inert layout/paragraph/bidi layout/paragraph/hyphen layout/paragraph/segment",
	"layout/paragraph/bidi":    "",
	"layout/paragraph/hyphen":  "",
	"layout/paragraph/segment": "",
	"layout/picture":           "layout/drawing content/pattern",
	"layout/raster":            "",
	"layout/drawing":           "content/pattern",
	"layout/lettering":         "fonts layout/drawing layout/paragraph",
	"layout/svg":               "content fonts layout/display layout/drawing layout/paragraph layout/picture",
	"layout/view":              "content content/char layout/display layout/impose layout/svg",
	"layout/pixels":            "fonts layout/display layout/drawing layout/paragraph layout/picture layout/raster",
	"layout/impose":            "",
	"layout/trial":             "content content/locale content/setup fonts layout/display layout/format layout/impose layout/paragraph",
	"layout/publish":           "content content/design content/docx content/dump content/epub content/epub/compose content/mend content/setup content/web fonts layout layout/cover layout/display layout/format layout/impose layout/lettering layout/paragraph layout/pdf layout/pdf/press layout/picture layout/pixels layout/svg layout/trial layout/view content/locale",
	"layout/pdf/cos":           "",
	"layout/pdf/tag":           "content content/dress content/imprint content/locale content/roles content/setup content/stand layout/display layout/format layout/paragraph layout/pdf/cos layout/pdf/spell",
	"layout/pdf/spell":         "content/char content/dress fonts layout/display layout/paragraph",
	"layout/pdf":               "content content/design content/direct content/locale fonts layout/display layout/drawing layout/impose layout/paragraph layout/pdf/cos layout/pdf/press layout/pdf/spell layout/pdf/tag layout/picture",
	"layout/pdf/press":         "content/design content/setup layout/display layout/pdf/cos",

	// What holds tests, what makes tables, and what looks at the program from outside.
	"content/internal/golden": "",
	"cmd/bench":               "warraq cmd/internal/peak content content/book content/book/bounds content/epub content/samples content/setup fonts layout layout/cover layout/display layout/impose layout/pdf",
	"cmd/internal/cache":      "",
	"cmd/internal/peak":       "",
	"cmd/internal/report":     "",
	"cmd/internal/tongue":     "content/isolate content/locale content/notice",
	"cmd/alike":               "content content/inlay fonts fonts/instance layout/display layout/drawing layout/format layout/lettering layout/paragraph layout/pdf layout/picture layout/pixels",
	"cmd/hostile":             "cmd/internal/peak",
}

// homes is where each third-party module is at home; go-text has two: fonts
// reads with it, paragraph shapes.
var homes = map[string]string{
	"github.com/andybalholm/brotli":   "fonts/internal/packing",
	"github.com/boombuler/barcode":    "layout/cover",
	"github.com/creachadair/jrpc2":    "cmd/warraq/lsp",
	"github.com/fsnotify/fsnotify":    "cmd/warraq/preview",
	"github.com/go-shiori/go-epub":    "content/epub",
	"github.com/go-text/typesetting":  "fonts fonts/inert fonts/instance fonts/internal/glyphs fonts/internal/packing layout/paragraph",
	"github.com/klauspost/compress":   "content/epub/ocf content/char/ucd layout/cover layout/pdf layout/pdf/cos layout/picture",
	"github.com/pelletier/go-toml":    "content/folder",
	"github.com/rivo/uniseg":          "cmd/warraq/lsp",
	"github.com/rogpeppe/go-internal": "content/internal/golden",
	"github.com/schollz/progressbar":  "cmd/warraq",
	"github.com/signintech/gopdf":     "layout/pdf",
	"github.com/spf13/cobra":          "cmd/warraq",
	"github.com/spf13/pflag":          "cmd/warraq",
	"github.com/yuin/goldmark":        "content/markdown content/markdown/slips content/markdown/source content/markdown/syntax content/markdown/tags",
	"go.yaml.in/yaml":                 "content/book content/book/settings content/folder",
	"golang.org/x/image":              "content/facsimile content/facsimile/object content/scan layout/drawing layout/picture",
	"golang.org/x/net":                "content/markdown/tags content/webpage",
	"golang.org/x/sync":               "*",
	"golang.org/x/sys":                "cmd/warraq",
	"golang.org/x/term":               "cmd/warraq",
	"golang.org/x/text":               "*",
}

// TestImports keeps the direction of the imports and one home for each library.
func TestImports(t *testing.T) {
	for pkg, imports := range imports(t) {
		allowed, known := ours[pkg]
		if !known {
			t.Errorf("%s has no place among the packages: say what it may import", pkg)
		}
		for _, path := range imports {
			if own, ok := strings.CutPrefix(path, "warraq/"); ok || path == "warraq" {
				if !slices.Contains(strings.Fields(allowed), own) {
					t.Errorf("%s imports %s, which is not below it", pkg, own)
				}
			} else if strings.Contains(strings.SplitN(path, "/", 2)[0], ".") && !atHome(pkg, path) {
				t.Errorf("%s imports %s, which is not at home there", pkg, path)
			}
		}
	}
}

// imports asks go list for the imports of every package, tests aside.
func imports(t *testing.T) map[string][]string {
	t.Helper()
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "warraq/...").CombinedOutput()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, out)
	}
	list := make(map[string][]string)
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		words := strings.Fields(line)
		list[strings.TrimPrefix(words[0], "warraq/")] = words[1:]
	}
	return list
}

func atHome(pkg, path string) bool {
	for module, home := range homes {
		if path == module || strings.HasPrefix(path, module+"/") {
			return home == "*" || slices.Contains(strings.Fields(home), pkg)
		}
	}
	return false
}
