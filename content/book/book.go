// Package book reads a manuscript into a [content.Document]: a folder with
// book.yaml and chapters, a single Markdown file with front matter, or a single
// plain text. It reads themes too, the built-in ones as an author's own. It
// finds all an author can mend in one go.
package book

import (
	"fmt"
	"io/fs"
	"path"
	"slices"

	"warraq/content"
	"warraq/content/book/bounds"
	"warraq/content/book/settings"
	"warraq/content/chart"
	"warraq/content/folder"
	"warraq/content/mend"
	"warraq/content/notice"
	"warraq/content/number"
	"warraq/content/supply"
)

// Read reads the manuscript at name in fsys: a folder ("." too) that holds
// book.yaml and chapters, a .md or .txt file, or a file that [Import] takes. Names in
// positions are paths in fsys; names of assets are relative to the manuscript's folder.
//
// Advice is what could be better and is no error. When the author has something
// to mend, err is a [content.Problems] that lists it all; when the manuscript
// cannot be had at all, err is the file system's, wrapped.
func Read(fsys fs.FS, name string, opt Options) (doc *content.Document, advice []content.Problem, err error) {
	if info, err := fs.Stat(fsys, name); err == nil && !info.IsDir() && IsForeign(name) {
		return readForeign(fsys, name, opt)
	}
	b, err := open(fsys, name, opt)
	if err != nil {
		return nil, nil, err
	}
	b.readManifest()
	b.listChapters()
	b.loadChapters()
	b.dropBlank()
	b.readShared()
	b.overrule()
	b.loadTheme()
	b.settleAdopted()
	b.settle()
	b.settings.AdviseForeign(b.manifest.Keys())
	if b.glance(); b.tooMuch {
		return b.result()
	}
	b.readChapters()
	if b.count(); b.tooMuch {
		return b.result()
	}
	b.adviseVain()
	if b.loadAssets(); b.tooMuch {
		return b.result()
	}
	b.problems = append(b.problems, chart.Document(b.doc)...)
	b.loadPress()
	b.adviseAlternatives()
	b.mend()
	b.expand()
	if b.tooMuch {
		return b.result()
	}
	supply.Document(b.doc)
	b.dropTwinAnchors()
	number.Document(b.doc)
	b.adviseLanguages()
	b.adviseEmpty()
	b.checkLinks()
	b.forgive()
	return b.result()
}

// mend mends the text. A sign that was lost is told of once, where the line could
// not be read at all.
func (b *manuscript) mend() {
	told := make(map[content.Pos]bool, len(b.problems))
	for _, p := range b.problems {
		told[p.Pos] = true
	}
	for _, a := range mend.Document(b.doc, b.doc.Setup.Normalize, b.opt.Memory.seen()) {
		if !a.Warns || !told[a.Pos] {
			b.advise(a)
		}
	}
}

// expand finds the abbreviations that the manuscript defines.
func (b *manuscript) expand() {
	advice, problems := supply.Expand(b.doc)
	b.advise(advice...)
	b.problems = append(b.problems, problems...)
	b.countExpanded()
}

// adviseLanguages tells where English words stand in a book in another language.
func (b *manuscript) adviseLanguages() {
	for _, a := range mend.Unspoken(b.doc) {
		if a.Pos == (content.Pos{}) {
			at, ok := b.settings.Written["language"]
			if !ok {
				at = content.Pos{File: b.manifest.File}
			}
			a.Pos = at
		}
		if slices.ContainsFunc(b.problems, func(p content.Problem) bool { return p.Pos == a.Pos }) {
			continue // it is no language
		}
		b.advise(a)
	}
}

// manuscript is a book being read.
type manuscript struct {
	fsys   bounds.Regular
	root   string // the folder that names are relative to
	name   string // of the manuscript itself
	single bool   // one file is the whole book
	opt    Options

	doc      *content.Document
	manifest settings.Manifest
	settings *settings.Reader
	chapters []*source

	plan  *folder.Plan      // of a folder without manifest
	stops map[string]bool   // files that cannot be read at all
	names map[string]string // of files that have no heading, as a list beside the manifest has them

	tooMuch    bool // there is more of something than the limits allow
	appendices bool // what follows is one, as bookdown says it

	heard   map[string]sound // pictures that are read already
	varying map[string]bool  // fonts that have other designs than the one that is an asset

	advice, problems []content.Problem
}

// begin makes a manuscript that its settings can be read into.
func begin(b manuscript) *manuscript {
	b.settings = settings.NewReader(b.tell, b.advise, bounds.IsText)
	return &b
}

func open(fsys fs.FS, name string, opt Options) (*manuscript, error) {
	name = path.Clean(name)
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("the manuscript cannot be read: %w", err)
	}
	b := begin(manuscript{fsys: bounds.Files(fsys, opt.Limits), root: name, name: name, opt: opt, doc: &content.Document{}})
	if info.IsDir() {
		return b, nil
	}
	b.single, b.root = true, path.Dir(name)
	if bounds.IsText(name) {
		return b, nil
	}
	return nil, fmt.Errorf("%s: a manuscript is a folder with book.yaml, a .md, a .txt, or a file to import such as a .docx or an .epub", name)
}

func (b *manuscript) advise(advice ...content.Problem) { b.advice = append(b.advice, advice...) }

func (b *manuscript) problem(at content.Pos, what, hint string) {
	b.tell(content.Problem{Pos: at, What: what, Hint: hint})
}

func (b *manuscript) tell(p content.Problem) { b.problems = append(b.problems, p) }

// path is where a file of the manuscript lies in fsys.
func (b *manuscript) path(name string) string { return path.Join(b.root, name) }

// result gives what was read, with problems and advice in the order of the
// book: by file as listed, then by line.
func (b *manuscript) result() (*content.Document, []content.Problem, error) {
	rank := map[string]int{b.manifest.File: 0, b.path(b.manifest.Theme.Value): 1}
	for i, s := range b.chapters {
		rank[s.file] = i + 2
	}
	order := func(p, q content.Problem) int {
		if c := rank[p.Pos.File] - rank[q.Pos.File]; c != 0 {
			return c
		}
		return p.Pos.Line - q.Pos.Line
	}
	b.advice = notice.Without(b.advice, b.manifest.Setup.Unsaid)
	slices.SortStableFunc(b.advice, order)
	slices.SortStableFunc(b.problems, order)
	if len(b.problems) > 0 {
		return nil, b.advice, content.Problems(b.problems)
	}
	return b.doc, b.advice, nil
}
