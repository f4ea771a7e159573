package main

import (
	_ "embed"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"warraq/cmd/judge/internal/search"
)

// hand is an Arabic face that Debian ships, as package and file.
type hand struct {
	pkg, file string
	often     bool // judged by make check too
}

// hands are faces of all kinds: of old and new make, for Arabic, Persian, Urdu and
// Uyghur, with and without the signs of the Quran.
var hands = []hand{
	{pkg: "fonts-hosny-amiri", file: "Amiri-Regular.ttf", often: true},
	{pkg: "fonts-hosny-amiri", file: "AmiriQuran.ttf"},
	{pkg: "fonts-hosny-thabit", file: "Thabit.ttf"},
	{pkg: "fonts-kacst", file: "KacstBook.ttf", often: true},
	{pkg: "fonts-kacst", file: "KacstNaskh.ttf"},
	{pkg: "fonts-kacst", file: "KacstOffice.ttf"},
	{pkg: "fonts-kacst", file: "KacstQurn.ttf"},
	{pkg: "fonts-kacst", file: "KacstFarsi.ttf"},
	{pkg: "fonts-kacst", file: "mry_KacstQurn.ttf"},
	{pkg: "fonts-kacst-one", file: "KacstOne.ttf"},
	{pkg: "fonts-arabeyes", file: "ae_AlArabiya.ttf"},
	{pkg: "fonts-arabeyes", file: "ae_AlYarmook.ttf"},
	{pkg: "fonts-arabeyes", file: "ae_Cortoba.ttf"},
	{pkg: "fonts-arabeyes", file: "ae_Furat.ttf"},
	{pkg: "fonts-arabeyes", file: "ae_Salem.ttf"},
	{pkg: "fonts-arabeyes", file: "ae_Tholoth.ttf"},
	{pkg: "fonts-farsiweb", file: "nazli.ttf", often: true},
	{pkg: "fonts-farsiweb", file: "homa.ttf"},
	{pkg: "fonts-farsiweb", file: "titr.ttf"},
	{pkg: "fonts-nafees", file: "NafeesWeb.ttf"},
	{pkg: "fonts-paktype", file: "PakType Naskh Basic.ttf"},
	{pkg: "fonts-paktype", file: "PakType Naqsh.ttf"},
	{pkg: "fonts-paktype", file: "PakType Tehreer.ttf"},
	{pkg: "fonts-sil-scheherazade", file: "Scheherazade-Regular.ttf", often: true},
	{pkg: "fonts-sil-lateef", file: "Lateef-Regular.ttf"},
	{pkg: "fonts-sil-harmattan", file: "Harmattan-Regular.ttf"},
	{pkg: "fonts-sil-alkalami", file: "Alkalami-Regular.ttf"},
	{pkg: "fonts-sil-awami-nastaliq", file: "AwamiNastaliq-Regular.ttf", often: true},
	{pkg: "fonts-noto-core", file: "NotoNaskhArabic-Regular.ttf"},
	{pkg: "fonts-noto-core", file: "NotoSansArabic-Regular.ttf"},
	{pkg: "fonts-noto-core", file: "NotoKufiArabic-Regular.ttf"},
	{pkg: "fonts-noto-core", file: "NotoNastaliqUrdu-Regular.ttf"},
	{pkg: "fonts-noto-ui-core", file: "NotoNaskhArabicUI-Regular.ttf"},
	{pkg: "fonts-freefarsi", file: "FreeFarsi.ttf"},
	{pkg: "fonts-freefont-ttf", file: "FreeSerif.ttf"},
	{pkg: "fonts-freefont-ttf", file: "FreeMono.ttf"},
	{pkg: "fonts-dejavu-core", file: "DejaVuSans.ttf"},
	{pkg: "fonts-dejavu-core", file: "DejaVuSansMono.ttf"},
	{pkg: "fonts-ukij-uyghur", file: "UKIJTuz.ttf"},
	{pkg: "fonts-ukij-uyghur", file: "UKIJTor.ttf"},
	{pkg: "fonts-ukij-uyghur", file: "UKIJQolyazma.ttf"},
	{pkg: "fonts-unikurdweb", file: "Unikuweb.ttf"},
	{pkg: "fonts-lemonada", file: "Lemonada-Regular.otf"},
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
}

// fewHands judges those of make check.
func (c *court) fewHands() error {
	return c.tryHands(slices.DeleteFunc(slices.Clone(hands), func(h hand) bool { return !h.often }), "")
}

// tryHands sets the text in each face and asks readers for its words; where they
// do not find them the program must have said what the face lacks. A table of it
// goes into a file, if one is named.
func (c *court) tryHands(list []hand, table string) error {
	var rows []string
	for _, h := range list {
		t, err := c.try(h)
		if err != nil {
			return fmt.Errorf("%s: %w", h.file, err)
		}
		c.judgeTrial(t)
		rows = append(rows, t.row())
	}
	if table == "" {
		return nil
	}
	head, err := os.ReadFile(table)
	if err != nil {
		return err
	}
	prose, _, ok := strings.Cut(string(head), tableHead)
	if !ok {
		return fmt.Errorf("%s has no table that begins with %q", table, tableHead)
	}
	return os.WriteFile(table, []byte(prose+tableHead+"|---|---|---|---|---|\n"+strings.Join(rows, "")), 0o666)
}

const tableHead = "| face | package | poppler | pdf.js | what the program says |\n"

// row is a line of the table.
func (t *trial) row() string {
	return fmt.Sprintf("| %s | %s %s | %s | %s | %s |\n", strings.TrimSuffix(t.file, filepath.Ext(t.file)), t.pkg, t.version,
		t.shares["poppler"], t.shares["pdf.js"], strings.Join(t.told, "; "))
}

// judgeTrial finds what is wrong without a word.
func (c *court) judgeTrial(t *trial) {
	says := c.pass
	lacks := slices.ContainsFunc(t.told, func(s string) bool { return strings.HasPrefix(s, "lacks ") })
	if t.refused && len(t.told) == 0 || !t.refused && t.least < enough && !lacks {
		says = c.fail
	}
	if t.refused {
		says("hands "+t.file, "refused: %s", strings.Join(t.told, "; "))
		return
	}
	says("hands "+t.file, "poppler finds %s, pdf.js %s; told: %s", t.shares["poppler"], t.shares["pdf.js"], strings.Join(t.told, "; "))
}

// ofFace is a message about the face, with its place in book.yaml.
var ofFace = regexp.MustCompile(`(?m)^.*book\.yaml:\d+: (?:advice: |warning: )?(?:font )?face\.ttf:? (.*)$`)

// try sets the text in a face.
func (c *court) try(h hand) (*trial, error) {
	dir := filepath.Join(c.work, "hands", h.file)
	t := &trial{hand: h, shares: map[string]string{"poppler": "–", "pdf.js": "–"}, least: 1}
	file, version, err := c.debianFace(h)
	if err != nil {
		return nil, err
	}
	t.version = version
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, err
	}
	if err := copyFiles(dir, map[string]string{"face.ttf": file, "vocalised.txt": filepath.Join(c.root, "content/samples/vocalised.txt")}); err != nil {
		return nil, err
	}
	if err := os.WriteFile(filepath.Join(dir, "more.txt"), handsText, 0o666); err != nil {
		return nil, err
	}
	manifest := "title: وجه\nlanguage: ar\nname: face\nbooklet: none\nchapters: [vocalised.txt, more.txt]\nfonts: {regular: face.ttf, bold: face.ttf}\n"
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

// debianFace is the file of a face and the version of its package, which is
// brought but not installed: the system's own faces stay as they are.
func (c *court) debianFace(h hand) (file, version string, err error) {
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
