package main

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"warraq/cmd/judge/internal/search"
)

// hand is a face of Arabic or Hebrew letters, as package and file.
type hand struct {
	pkg, file string
	version   string // of an npm package; Debian's are those of the system
	hebrew    bool
	often     bool // judged by make check too
}

// handsList names faces of all kinds: of old and new make, TrueType, CFF, with axes, as
// web fonts, for Arabic, Persian, Urdu, Uyghur and Hebrew, with and without the signs of
// the Quran.
//
//go:embed faces.txt
var handsList string

// readHands reads the list: a line a face, "+ package@version file he".
func readHands() (hands []hand) {
	for line := range strings.Lines(handsList) {
		line, often := strings.CutPrefix(strings.TrimSpace(line), "+ ")
		pkg, file, ok := strings.Cut(line, " ")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		h := hand{often: often}
		h.file, h.hebrew = strings.CutSuffix(file, " he")
		h.pkg = pkg
		if at := strings.LastIndex(pkg, "@"); at > 0 {
			h.pkg, h.version = pkg[:at], pkg[at+1:]
		}
		hands = append(hands, h)
	}
	return hands
}

// handsText is vocalised text with the letters and marks that older faces lack.
//
//go:embed hands.txt
var handsText []byte

// trial is what became of a text set in a face.
type trial struct {
	hand
	version string            // of the package
	shares  map[string]string // of the words, by reader
	told    []string          // of the face, by the program
	refused bool
	least   float64 // of the shares

	form         string // of its outlines, and whether they vary
	equal, words int    // words that hb-shape shapes alike with the file and with what the EPUB has of it
	whole        bool   // the EPUB has the face whole
}

// fewHands judges those of make check.
func (c *court) fewHands() error {
	return c.tryHands(slices.DeleteFunc(readHands(), func(h hand) bool { return !h.often }), "")
}

// tryHands sets the text in each face and asks readers for its words; where they
// do not find them the program must have said what the face lacks. A table of it
// goes into a file, if one is named.
func (c *court) tryHands(list []hand, table string) error {
	prose, err := proseOf(table)
	if err != nil {
		return err
	}
	var rows []string
	for _, h := range list {
		t, err := c.try(h)
		if err != nil {
			return fmt.Errorf("%s: %w", h.file, err)
		}
		c.judgeTrial(t)
		if rows = append(rows, t.row()); table == "" {
			continue
		}
		// each time, so that what ends early has the faces that were tried
		if err := os.WriteFile(table, []byte(prose+tableHead+"|---|---|---|---|---|---|---|---|\n"+strings.Join(rows, "")), 0o666); err != nil {
			return err
		}
	}
	return nil
}

// proseOf is what stands before the table of a file, if one is named.
func proseOf(table string) (string, error) {
	if table == "" {
		return "", nil
	}
	head, err := os.ReadFile(table)
	if err != nil {
		return "", err
	}
	prose, _, ok := strings.Cut(string(head), tableHead)
	if !ok {
		return "", fmt.Errorf("%s has no table that begins with %q", table, tableHead)
	}
	return prose, nil
}

const tableHead = "| face | package | form | words as HarfBuzz has them | in the EPUB | poppler | pdf.js | what the program says |\n"

// row is a line of the table.
func (t *trial) row() string {
	equal, epub := "–", "–"
	if !t.refused {
		equal, epub = fmt.Sprintf("%d of %d", t.equal, t.words), "in part"
		if t.whole {
			epub = "whole"
		}
	}
	return fmt.Sprintf("| %s | %s %s | %s | %s | %s | %s | %s | %s |\n", path.Base(t.file), t.pkg, t.version, t.form, equal, epub,
		t.shares["poppler"], t.shares["pdf.js"], strings.Join(t.told, "; "))
}

// judgeTrial finds what is wrong without a word.
func (c *court) judgeTrial(t *trial) {
	says := c.pass
	lacks := slices.ContainsFunc(t.told, func(s string) bool { return strings.HasPrefix(s, "lacks ") })
	if t.refused && len(t.told) == 0 || !t.refused && (t.least < enough && !lacks || t.equal < t.words || t.words == 0) {
		says = c.fail
	}
	if t.refused {
		says("hands "+t.file, "refused: %s", strings.Join(t.told, "; "))
		return
	}
	says("hands "+t.file, "%d of %d words as hb-shape has them, poppler finds %s, pdf.js %s; told: %s", t.equal, t.words, t.shares["poppler"], t.shares["pdf.js"], strings.Join(t.told, "; "))
}

// ofFace is a message about the face, with its place in book.yaml.
var ofFace = regexp.MustCompile(`(?m)^.*book\.yaml:\d+: (?:advice: |warning: )?(?:font )?face\.\w+:?\S* (.*)$`)

// try sets the text in a face.
func (c *court) try(h hand) (*trial, error) {
	dir := filepath.Join(c.work, "hands", strings.NewReplacer("/", "-", "[", "-", "]", "-").Replace(h.pkg+"-"+h.file))
	t := &trial{hand: h, shares: map[string]string{"poppler": "–", "pdf.js": "–"}, least: 1}
	file, version, err := c.faceFile(h)
	if err != nil {
		return nil, err
	}
	t.version = version
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, err
	}
	face, lang := "face"+filepath.Ext(file), "ar"
	text, err := os.ReadFile(filepath.Join(c.root, "content/samples/vocalised.txt"))
	if text = append(text, handsText...); h.hebrew {
		lang = "he"
		text, err = os.ReadFile(filepath.Join(c.root, "content/samples/languages/he.md"))
		if _, body, ok := bytes.Cut(text, []byte("\n---\n")); ok {
			text = body
		}
	}
	if err == nil {
		err = copyFiles(dir, map[string]string{face: file})
	}
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "text.txt"), text, 0o666)
	}
	if err != nil {
		return nil, err
	}
	manifest := "title: face\nlanguage: " + lang + "\nname: face\nbooklet: none\nchapters: [text.txt]\nfonts: {regular: " + face + "}\n"
	if err := os.WriteFile(filepath.Join(dir, "book.yaml"), []byte(manifest), 0o666); err != nil {
		return nil, err
	}
	_, said, err := c.commandSays(c.warraq, "build", "-v", "-o", dir, dir)
	for _, m := range ofFace.FindAllStringSubmatch(said, -1) {
		t.told = append(t.told, m[1])
	}
	if t.refused = err != nil; t.refused {
		var failed *exec.ExitError
		if !errors.As(err, &failed) {
			return nil, err
		}
		return t, nil
	}
	if err := c.compareShapes(t, filepath.Join(dir, face), filepath.Join(dir, "face.epub"), lang); err != nil {
		return nil, err
	}
	source, err := filepath.Rel(c.root, dir)
	if err != nil {
		return nil, err
	}
	return t, c.askReaders(t, &book{source: source, pdf: filepath.Join(dir, "face.pdf")})
}

// askReaders has poppler and pdf.js find the words.
func (c *court) askReaders(t *trial, b *book) error {
	texts, err := c.sourceTexts(b)
	if err != nil {
		return err
	}
	want := search.Words(strings.Join(texts, "\n"))
	for _, r := range c.readers()[:2] {
		text, err := r.taken(b.pdf)
		if err != nil {
			return err
		}
		share, _ := search.Found(want, search.Words(search.Body(text)))
		t.least = min(t.least, share)
		t.shares[r.name] = fmt.Sprintf("%.3f", share)
	}
	return nil
}

// faceFile is the file of a face and the version of its package, which is
// brought but not installed: the system's own faces stay as they are.
func (c *court) faceFile(h hand) (file, version string, err error) {
	if h.version != "" {
		dir := filepath.Join(c.home, "hands", "npm")
		file := filepath.Join(dir, "node_modules", h.pkg, h.file)
		if !there(file) {
			if err := c.bringNPM(dir); err != nil {
				return "", "", err
			}
		}
		return file, h.version, nil
	}
	dir := filepath.Join(c.home, "hands", h.pkg)
	if _, err := os.Stat(dir); err != nil {
		if err := c.bring(h.pkg, dir); err != nil {
			return "", "", err
		}
	}
	var found []string
	filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err == nil && d.Name() == h.file {
			found = append(found, path)
		}
		return nil
	})
	v, err := os.ReadFile(filepath.Join(dir, "version"))
	if err != nil || len(found) == 0 {
		return "", "", fmt.Errorf("package %s has no file %s: %v", h.pkg, h.file, err)
	}
	return found[0], strings.TrimSpace(string(v)), nil
}

// bring unpacks a package into a folder.
func (c *court) bring(pkg, dir string) error {
	temp, err := os.MkdirTemp("", "warraq-hand-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	script := `cd "$1" && chmod 755 . && apt-get download -qq "$2" && mkdir out && dpkg-deb -x ./*.deb out && dpkg-deb -f ./*.deb Version >out/version && mkdir -p "$(dirname "$3")" && cp -r out "$3"`
	_, err = c.command("sh", "-c", script, "sh", temp, pkg, dir)
	return err
}

// bringNPM installs all npm packages of the list into a folder.
func (c *court) bringNPM(dir string) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	args := []string{"npm", "install", "--prefix", dir, "--ignore-scripts", "--no-audit", "--no-fund", "--silent"}
	for _, h := range readHands() {
		if name := h.pkg + "@" + h.version; h.version != "" && !slices.Contains(args, name) {
			args = append(args, name)
		}
	}
	_, err := c.command(args...)
	return err
}
