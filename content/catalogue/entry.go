package catalogue

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/notice"
)

// The names of what is told of a catalogue, in the folder of its files.
const (
	ManifestName = "catalogue.json"
	PageName     = "index.html"
	OPDSName     = "opds.json"
	ONIXName     = "onix.xml"
	ShardsFolder = "shards"     // of the manifests of each machine
	EntryName    = "title.json" // in the folder of each title
)

// format names the form of a manifest, and its version.
const format = "warraq-catalogue-1"

// Entry is the record of a title that was made. Its JSON is stable: names are added, none
// is taken away or changes its meaning.
type Entry struct {
	Name    string `json:"name"`    // of its folder
	Program string `json:"program"` // that made it, with its version
	Asked   string `json:"asked"`   // digest of the options
	Input   string `json:"input"`   // digest of the files that it was made of
	Facts
	Pages    int      `json:"pages,omitempty"`
	Warnings int      `json:"warnings"`
	Advice   int      `json:"advice"`
	Files    []Output `json:"files"` // in the order in which they were made
}

// Output is a file of a title.
type Output struct {
	Name    string `json:"name"` // in the title's folder
	Product string `json:"product"`
	Size    int64  `json:"size"` // bytes
	SHA256  string `json:"sha256"`
	Width   int    `json:"width,omitempty"` // of the cover's picture, pixels
	Height  int    `json:"height,omitempty"`
}

// Cover is the product that is the picture of a title in a list.
const Cover = "thumbnail"

// Facts are what a book says of itself to those who list it.
type Facts struct {
	Title        string   `json:"title"`
	Subtitle     string   `json:"subtitle,omitempty"`
	Filed        string   `json:"filed,omitempty"` // the title as it is filed
	Language     string   `json:"language,omitempty"`
	Direction    string   `json:"direction,omitempty"` // rtl or ltr
	Authors      []Person `json:"authors,omitempty"`
	Contributors []Person `json:"contributors,omitempty"`
	Publisher    string   `json:"publisher,omitempty"`
	Date         string   `json:"date,omitempty"` // to the year, month or day
	ISBN         string   `json:"isbn,omitempty"` // digits alone
	Identifier   string   `json:"identifier,omitempty"`
	Description  string   `json:"description,omitempty"`
	Rights       string   `json:"rights,omitempty"`
	Series       string   `json:"series,omitempty"`
	Volume       string   `json:"volume,omitempty"` // in the series
}

// Person made the book or had a part in it.
type Person struct {
	Name  string `json:"name"`
	Filed string `json:"filed,omitempty"`
	Role  string `json:"role,omitempty"` // MARC relator; of an author none
}

// FactsOf are those of a book.
func FactsOf(m *content.Meta) Facts {
	f := Facts{Title: m.Title, Subtitle: m.Subtitle, Filed: m.TitleSort, Language: m.Lang, Direction: m.Dir.String(),
		Publisher: m.Publisher, Date: m.Date, ISBN: digits(m.ISBN), Identifier: m.Identifier,
		Description: m.Description, Rights: m.Rights, Series: m.Series.Name, Volume: m.Series.Number}
	for _, a := range m.Authors {
		f.Authors = append(f.Authors, Person{Name: a, Filed: m.Sorts[a]})
	}
	for _, c := range m.Contributors {
		f.Contributors = append(f.Contributors, Person{Name: c.Name, Filed: m.Sorts[c.Name], Role: c.Relator()})
	}
	return f
}

// digits are those of an ISBN.
func digits(isbn string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == 'X' {
			return r
		}
		return -1
	}, strings.ToUpper(isbn))
}

// OutputOf is the record of a file.
func OutputOf(name, product string, data []byte) Output {
	return Output{Name: name, Product: product, Size: int64(len(data)), SHA256: fmt.Sprintf("%x", sha256.Sum256(data))}
}

// Failure is a title of which no book was made.
type Failure struct {
	Name     string `json:"name"`
	Problems int    `json:"problems"` // errors, of which the first is
	At       string `json:"at,omitempty"`
	What     string `json:"what"` // in English
	Hint     string `json:"hint,omitempty"`
}

// FailureOf is a title with what its author has to mend, or another error.
func FailureOf(name string, err error) Failure {
	f := Failure{Name: name, Problems: 1, What: err.Error()}
	var problems content.Problems
	if errors.As(err, &problems) && len(problems) > 0 {
		p := &problems[0]
		f.Problems, f.At, f.What, f.Hint = len(problems), p.Pos.String(), p.What, p.Hint
	}
	return f
}

// Said is what the first error says, in a language.
func (f Failure) Said(lang string) string {
	what, hint := notice.Say(&content.Problem{What: f.What, Hint: f.Hint}, lang)
	if hint == "" {
		return what
	}
	return what + locale.PunctuationFor(lang).Comma + hint
}

// Manifest is the record of a catalogue, or of one machine's part of it.
type Manifest struct {
	Format    string    `json:"format"`
	Program   string    `json:"program"`
	Title     string    `json:"title,omitempty"`
	Language  string    `json:"language,omitempty"`
	Publisher string    `json:"publisher,omitempty"`
	Shard     int       `json:"shard,omitempty"` // from 1; 0: the whole catalogue
	Shards    int       `json:"shards,omitempty"`
	Plan      []string  `json:"plan,omitempty"` // of a shard: the titles of the whole catalogue
	Part      []string  `json:"part,omitempty"` // and those that are its own
	Asked     string    `json:"asked"`          // digest of what was asked of all titles
	Date      string    `json:"date,omitempty"` // that was asked for, YYYYMMDD
	Titles    []Entry   `json:"titles"`         // in the order of their names
	Failed    []Failure `json:"failed,omitempty"`
}

// NewManifest begins the record of a catalogue.
func NewManifest(l *List, program string) *Manifest {
	return &Manifest{Format: format, Program: program, Title: l.Title, Language: l.Lang, Publisher: l.Publisher, Titles: []Entry{}}
}

// Sort puts the titles in the order of their names.
func (m *Manifest) Sort() {
	slices.SortFunc(m.Titles, func(a, b Entry) int { return strings.Compare(a.Name, b.Name) })
	slices.SortFunc(m.Failed, func(a, b Failure) int { return strings.Compare(a.Name, b.Name) })
}

// JSON is a record as it is written.
func JSON(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "\t")
	err := e.Encode(v)
	return b.Bytes(), err
}

// ReadEntry reads the record of a title.
func ReadEntry(data []byte) (*Entry, error) {
	e := new(Entry)
	return e, json.Unmarshal(data, e)
}

// ReadManifest reads the record of a catalogue or of a part.
func ReadManifest(data []byte) (*Manifest, error) {
	m := new(Manifest)
	if err := json.Unmarshal(data, m); err != nil {
		return nil, err
	}
	if m.Format != format {
		return nil, fmt.Errorf("its format is %q, not %s", m.Format, format)
	}
	return m, nil
}

// ShardName is the file of a part's manifest: by its content too, so that two runs that
// made something else both stand there.
func (m *Manifest) ShardName(data []byte) string {
	return fmt.Sprintf("%s/%d-of-%d-%.6x.json", ShardsFolder, m.Shard, m.Shards, sha256.Sum256(data))
}

// DigestOf is the digest of texts; where one ends and the next begins counts.
func DigestOf(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		fmt.Fprintf(h, "%d:%s", len(p), p)
	}
	return fmt.Sprintf("%x", h.Sum(nil))
}
