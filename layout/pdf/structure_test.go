package pdf_test

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"github.com/rogpeppe/go-internal/txtar"

	"warraq/content"
	"warraq/content/book"
)

var update = flag.Bool("update", false, "rewrite what the case of testdata wants")

// TestStructure dumps the structure of a book that has one of everything, as it
// is read from the file, of PDF 1.7 and of PDF 2.0.
func TestStructure(t *testing.T) {
	const path = "testdata/structure.txtar"
	a, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	last := len(a.Files) - 2
	p := lay(t, readFolder(t, a.Files))
	same := true
	for i, d := range []*document{read(t, p.file), two(t, p)} {
		got := []byte(d.structure())
		if want := &a.Files[last+i].Data; !bytes.Equal(got, *want) {
			if same = false; !*update {
				t.Errorf("got:\n%s\nwant:\n%s", got, *want)
			}
			*want = got
		}
	}
	if same || !*update {
		return
	}
	if err := os.WriteFile(path, txtar.Format(a), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestLineEnds: between the words of a left-to-right paragraph stands a space
// wherever its lines and pages end (ISO 32000-1 14.8.2.5), and none is put where
// a word goes on.
func TestLineEnds(t *testing.T) {
	for _, c := range []struct{ name, text string }{
		{"left to right", strings.Repeat("he wrote it all and then he slept ", 200)},
		{"joined", strings.Repeat("one/two/three/four/", 60)},
	} {
		c.text = strings.TrimSpace(c.text)
		dump := read(t, lay(t, readFolder(t, []txtar.File{{Name: "a.md", Data: []byte(c.text + "\n")}})).file).structure()
		said := ""
		for line := range strings.Lines(dump) {
			if line = strings.TrimSpace(line); strings.HasPrefix(line, `"`) {
				line, err := strconv.Unquote(line)
				if err != nil {
					t.Fatal(err)
				}
				said += line
			}
		}
		if got, want := strings.Count(said, " "), strings.Count(c.text, " "); got != want {
			t.Errorf("%s: %d spaces, want %d", c.name, got, want)
		}
	}
}

// readFolder reads the manuscript of a case: its texts, and pictures without any
// particular content.
func readFolder(t testing.TB, files []txtar.File) *content.Document {
	t.Helper()
	folder, name, texts := fstest.MapFS{}, ".", 0
	for _, f := range files {
		data := f.Data
		if strings.HasSuffix(f.Name, ".png") {
			data = grayPNG(t)
		} else if !strings.HasPrefix(f.Name, "want") {
			name = f.Name
			texts++
		}
		folder[f.Name] = &fstest.MapFile{Data: data}
	}
	if texts > 1 {
		name = "."
	}
	doc, _, err := book.Read(folder, name, book.Options{Opening: "odd"}) // as a book, though it is short
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func grayPNG(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 40, 20))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// structure dumps the elements of a file: their types, what is said of them, and
// their text.
func (d *document) structure() string {
	var out strings.Builder
	root := d.dict(d.catalog()["StructTreeRoot"])
	texts := make([]map[int]string, len(d.pages))
	for i := range d.pages {
		texts[i] = d.marked(i)
	}
	var dump func(e dict, depth int)
	dump = func(e dict, depth int) {
		indent := strings.Repeat("  ", depth)
		fmt.Fprintf(&out, "%s%s%s\n", indent, e["S"], d.said(e))
		kids, _ := e["K"].([]any)
		for _, kid := range kids {
			page := e["Pg"]
			if mcid, ok := kid.(float64); ok {
				kid = dict{"Type": name("MCR"), "Pg": page, "MCID": mcid}
			}
			switch k := d.dict(kid); k["Type"] {
			case name("StructElem"):
				dump(k, depth+1)
			case name("MCR"):
				fmt.Fprintf(&out, "%s  %q\n", indent, texts[slices.Index(d.refs, k["Pg"].(ref))][int(k["MCID"].(float64))])
			case name("OBJR"):
				note := d.dict(k["Obj"])
				fmt.Fprintf(&out, "%s  → %s\n", indent, text(note["Contents"]))
			}
		}
	}
	dump(d.dict(root["K"]), 0)
	return out.String()
}

// said is what an element says beside its type.
func (d *document) said(e dict) string {
	var b strings.Builder
	for _, key := range []string{"Lang", "ID", "Alt", "ActualText", "E"} {
		if v, ok := e[key]; ok {
			fmt.Fprintf(&b, " %s=%s", key, text(v))
		}
	}
	for _, a := range d.attributes(e) {
		for _, key := range []string{"WritingMode", "ListNumbering", "NoteType", "Scope", "Headers", "RowSpan", "ColSpan", "Placement",
			"TextDecorationType", "BaselineShift", "TextPosition", "BackgroundColor"} {
			if v, ok := a[key]; ok {
				fmt.Fprintf(&b, " %s=%v", key, v)
			}
		}
	}
	refs, _ := e["Ref"].([]any)
	for _, r := range refs {
		fmt.Fprintf(&b, " Ref=%s", d.dict(r)["S"])
	}
	return b.String()
}

// attributes are the dictionaries of an element's attributes.
func (d *document) attributes(e dict) (all []dict) {
	list, ok := e["A"].([]any)
	if !ok && e["A"] != nil {
		list = []any{e["A"]}
	}
	for _, a := range list {
		all = append(all, d.dict(a))
	}
	return all
}

// marked gives the text of a page's marked content by its number, the letters of
// each show in the order of reading where they are Arabic.
func (d *document) marked(page int) map[int]string {
	fonts := d.fonts(page)
	texts := make(map[int]string)
	for _, s := range d.shows(page) {
		var runes []rune
		for _, code := range s.codes {
			runes = append(runes, []rune(fonts[s.font].unicode[code])...)
		}
		if slices.ContainsFunc(runes, func(r rune) bool { return unicode.Is(unicode.Arabic, r) }) {
			slices.Reverse(runes)
		}
		texts[s.mcid] += string(runes)
	}
	return texts
}

// TestTags: of the manuscripts that the layout is tested with, all that is drawn
// is tagged or an artifact, every stretch of marked content is one member of one
// element, and the way back from it leads there; so for links. As PDF 2.0 they
// keep the rules of that too.
func TestTags(t *testing.T) {
	cases, err := filepath.Glob("../testdata/*.txtar")
	if err != nil || len(cases) < 50 {
		t.Fatalf("%d cases: %v", len(cases), err)
	}
	for _, c := range append(cases, "testdata/structure.txtar", "testdata/nested.txtar") {
		t.Run(strings.TrimSuffix(filepath.Base(c), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(c)
			if err != nil {
				t.Fatal(err)
			}
			lay(t, readFolder(t, a.Files)).tagged(t)
		})
	}
	for _, s := range []string{"booklet", "specimen", "vocalised.txt", "mixed.md"} {
		t.Run(s, func(t *testing.T) { lay(t, sample(t, s)).tagged(t) })
	}
}

func (p print) tagged(t *testing.T) {
	t.Helper()
	read(t, p.file).tagged(t)
	d := two(t, p)
	d.tagged(t)
	d.rules(t)
}

// tagged checks the marked content of a file against its structure.
func (d *document) tagged(t *testing.T) {
	t.Helper()
	parents := d.parents()
	listed := make(map[[2]int]ref) // page and MCID → element
	notes := make(map[ref]ref)     // annotation → element
	var walk func(at, above ref)
	walk = func(at, above ref) {
		e := d.dict(at)
		if e["P"] != above {
			t.Errorf("element %d says that it is in %v, not %d", at, e["P"], above)
		}
		kids, _ := e["K"].([]any)
		if empty := len(kids) == 0; empty && e["S"] != name("TD") && e["S"] != name("TH") && e["S"] != name("Document") {
			t.Errorf("element %d, %s, is empty", at, e["S"])
		}
		for _, kid := range kids {
			page, k := e["Pg"], dict{}
			switch v := kid.(type) {
			case float64:
				k["MCID"] = v
			case ref:
				walk(v, at)
				continue
			case dict:
				k, page = v, v["Pg"]
			}
			if k["Type"] == name("OBJR") {
				notes[k["Obj"].(ref)] = at
				continue
			}
			key := [2]int{slices.Index(d.refs, page.(ref)), int(k["MCID"].(float64))}
			if listed[key] != 0 {
				t.Errorf("page %d: %d is in elements %d and %d", key[0]+1, key[1], listed[key], at)
			}
			listed[key] = at
		}
	}
	root := d.catalog()["StructTreeRoot"].(ref)
	links := []name{"Link"}
	if d.dict(root)["Namespaces"] != nil {
		links = append(links, "Reference")
	}
	walk(d.dict(root)["K"].(ref), root)
	for i, page := range d.pages {
		n := d.marks(t, i)
		back := d.objects[parents[int(page["StructParents"].(float64))].(ref)].([]any)
		if len(back) != n {
			t.Errorf("page %d: %d stretches, %d in the parent tree", i+1, n, len(back))
		}
		for mcid, e := range back {
			if listed[[2]int{i, mcid}] != e {
				t.Errorf("page %d: %d is in element %d, the parent tree says %v", i+1, mcid, listed[[2]int{i, mcid}], e)
			}
		}
		annots, _ := page["Annots"].([]any)
		for _, a := range annots {
			key := int(d.dict(a)["StructParent"].(float64))
			if e, ok := notes[a.(ref)]; !ok || parents[key] != e || !slices.Contains(links, d.dict(e)["S"].(name)) {
				t.Errorf("page %d: annotation %v is in element %d, the parent tree says %v", i+1, a, e, parents[key])
			}
		}
		listedOn := 0
		for key := range listed {
			if key[0] == i {
				listedOn++
			}
		}
		if listedOn != n {
			t.Errorf("page %d: elements list %d of %d stretches", i+1, listedOn, n)
		}
	}
}

// parents reads the parent tree.
func (d *document) parents() map[int]any {
	nums := d.dict(d.dict(d.catalog()["StructTreeRoot"])["ParentTree"])["Nums"].([]any)
	parents := make(map[int]any)
	for i := 0; i+1 < len(nums); i += 2 {
		parents[int(nums[i].(float64))] = nums[i+1]
	}
	return parents
}

// marks checks that a page's marked content is flat, is numbered in the order of
// drawing and holds all that is drawn; it counts what is no artifact.
func (d *document) marks(t *testing.T, page int) int {
	t.Helper()
	open, inText, n := false, false, 0
	for op, stack := range d.operators(page) {
		switch op {
		case "BDC":
			if open {
				t.Errorf("page %d: a stretch within another", page+1)
			}
			open = true
			mcid, ok := stack[1].(dict)["MCID"].(float64)
			if ok != (stack[0] != name("Artifact")) || ok && int(mcid) != n {
				t.Errorf("page %d: stretch %v, want %d", page+1, stack, n)
			}
			if ok {
				n++
			}
		case "EMC":
			if !open {
				t.Errorf("page %d: the end of no stretch", page+1)
			}
			open = false
		case "BT", "ET":
			inText = op == "BT"
		case "TJ", "f", "S", "s", "Do", "re":
			if !open {
				t.Errorf("page %d: %s is neither tagged nor an artifact", page+1, op)
			}
		}
	}
	if open || inText {
		t.Errorf("page %d: a stretch does not end", page+1)
	}
	return n
}
