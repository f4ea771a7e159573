package warraq

import (
	"io/fs"

	"warraq/content/book/settings"
	"warraq/content/catalogue"
)

// A catalogue is many books, made as one: its list says which, its record what was made,
// so that only what has changed is made again, and machines can share the work.

type (
	// Catalogue is a list of titles, and what it says of itself.
	Catalogue = catalogue.List
	// CatalogueTitle is one of them.
	CatalogueTitle = catalogue.Title
	// CatalogueEntry is the record of a title that was made.
	CatalogueEntry = catalogue.Entry
	// CatalogueOutput is that of one of its files.
	CatalogueOutput = catalogue.Output
	// CatalogueFailure is a title of which no book was made.
	CatalogueFailure = catalogue.Failure
	// CatalogueManifest is the record of a catalogue, or of one machine's part of it.
	CatalogueManifest = catalogue.Manifest
	// CatalogueFault is what keeps the parts from being one catalogue.
	CatalogueFault = catalogue.Fault
	// Layer are keys of book.yaml that stand in another file.
	Layer = settings.Layer
)

// The names of a catalogue's files.
const (
	CatalogueName     = catalogue.File
	CatalogueRecord   = catalogue.ManifestName
	CatalogueEntryOf  = catalogue.EntryName
	CatalogueShardsIn = catalogue.ShardsFolder
)

// OpenCatalogue reads the catalogue.yaml of a folder. The error is as in [Open]; positions
// are in the folder.
func OpenCatalogue(fsys fs.FS) (*Catalogue, []Problem, error) {
	var formats []string
	for _, p := range allFormats {
		formats = append(formats, string(p))
	}
	return catalogue.Read(fsys, catalogue.File, formats)
}

// allFormats are what a catalogue may ask for.
var allFormats = []Product{PDF, EPUB, Booklet, Press, Cover, Word, SVG, PNG, Web}

// FolderCatalogue takes a folder of books, each a folder with book.yaml, for a catalogue;
// ok is false for one that is something else. left are its folders that are no title.
func FolderCatalogue(fsys fs.FS) (c *Catalogue, left []string, ok bool) {
	return catalogue.Folder(fsys)
}

// CatalogueOf is a catalogue of manuscripts, each with the name of its source and how
// large it is. Two of a name are an error.
func CatalogueOf(titles []CatalogueTitle) (*Catalogue, error) { return catalogue.Of(titles) }

// ManuscriptBytes is how large a manuscript is, bytes.
func ManuscriptBytes(fsys fs.FS, name string) int64 { return catalogue.BytesOf(fsys, name) }

// CatalogueFaults are all kinds of faults.
var CatalogueFaults = catalogue.Kinds

// CatalogueDigest is the digest of texts, in hexadecimal digits; where one ends and the
// next begins counts.
func CatalogueDigest(parts ...string) string { return catalogue.DigestOf(parts...) }

// Shards divides titles among n machines: the titles of each, by their indexes. Each
// machine comes to the same division by itself.
func Shards(titles []CatalogueTitle, n int) [][]int { return catalogue.Shards(titles, n) }

// NewCatalogueManifest begins the record of a catalogue, made by a program of a version.
func NewCatalogueManifest(c *Catalogue, version string) *CatalogueManifest {
	return catalogue.NewManifest(c, version)
}

// ReadCatalogueEntry reads the record of a title.
func ReadCatalogueEntry(data []byte) (*CatalogueEntry, error) { return catalogue.ReadEntry(data) }

// FailureOf is a title of which no book was made, with what its author has to mend.
func FailureOf(name string, err error) CatalogueFailure { return catalogue.FailureOf(name, err) }

// CatalogueJSON is a record as it is written.
func CatalogueJSON(record any) ([]byte, error) { return catalogue.JSON(record) }

// JoinCatalogue proves that all parts of a catalogue lie in a folder with every file that
// they made, and gives the record of the whole; it is nil where nothing is there.
func JoinCatalogue(fsys fs.FS) (*CatalogueManifest, []CatalogueFault, error) {
	return catalogue.Join(fsys)
}

// CatalogueFiles are what is told of a catalogue: its record, a page of HTML, and the
// feeds OPDS 2.0 and ONIX 3.0 where there is something in them.
func CatalogueFiles(m *CatalogueManifest) ([]Part, error) {
	var files []Part
	for _, f := range []struct {
		name  string
		write func(*CatalogueManifest) ([]byte, error)
	}{
		{catalogue.ManifestName, func(m *CatalogueManifest) ([]byte, error) { return catalogue.JSON(m) }},
		{catalogue.PageName, catalogue.Page},
		{catalogue.OPDSName, catalogue.OPDS},
		{catalogue.ONIXName, catalogue.ONIX},
	} {
		data, err := f.write(m)
		if err != nil {
			return nil, err
		}
		if data != nil {
			files = append(files, Part{Name: f.name, Data: data})
		}
	}
	return files, nil
}

// coverName is the file of a title's small picture.
const coverName = "cover.png"

// Entry is the record of the book with the files that were made of it, and the picture of
// its cover, which is one of them. Name, Program, Asked and Input are yet to be filled.
func (b *Book) Entry(files []File) (*CatalogueEntry, []File, error) {
	if b.edition == nil {
		return nil, nil, errUnread
	}
	small, err := b.edition.Thumbnail()
	if err != nil {
		return nil, nil, err
	}
	e := &CatalogueEntry{Facts: catalogue.FactsOf(b.edition.Meta()), Pages: b.edition.Pages()}
	for _, f := range files {
		e.Files = append(e.Files, catalogue.OutputOf(f.Name, string(f.Product), f.Data))
	}
	thumbnail := catalogue.OutputOf(coverName, catalogue.Cover, small.Data)
	thumbnail.Width, thumbnail.Height = small.Width, small.Height
	e.Files = append(e.Files, thumbnail)
	return e, append(files[:len(files):len(files)], File{Product: catalogue.Cover, Name: coverName, Data: small.Data}), nil
}
