package catalogue

import (
	"net/url"
	"path"
	"strconv"
	"strings"
)

// OPDSType is the media type of the feed for libraries (OPDS 2.0, 1).
const OPDSType = "application/opds+json"

// feed is a feed of OPDS 2.0: a collection of publications as Readium's manifest of
// web publications describes them.
type feed struct {
	Metadata     feedMetadata  `json:"metadata"`
	Links        []link        `json:"links"`
	Publications []publication `json:"publications"`
}

type feedMetadata struct {
	Title  string `json:"title"`
	Number int    `json:"numberOfItems"`
}

type link struct {
	Rel    string `json:"rel,omitempty"`
	Href   string `json:"href"`
	Type   string `json:"type"`
	Size   int64  `json:"size,omitempty"`
	Width  int    `json:"width,omitempty"`
	Height int    `json:"height,omitempty"`
}

type publication struct {
	Metadata publicationMetadata `json:"metadata"`
	Links    []link              `json:"links"`
	Images   []link              `json:"images,omitempty"`
}

type publicationMetadata struct {
	Type        string        `json:"@type"`
	Title       string        `json:"title"`
	SortAs      string        `json:"sortAs,omitempty"`
	Subtitle    string        `json:"subtitle,omitempty"`
	Identifier  string        `json:"identifier,omitempty"`
	Author      []contributor `json:"author,omitempty"`
	Translator  []contributor `json:"translator,omitempty"`
	Editor      []contributor `json:"editor,omitempty"`
	Illustrator []contributor `json:"illustrator,omitempty"`
	Contributor []contributor `json:"contributor,omitempty"`
	Language    string        `json:"language,omitempty"`
	Publisher   string        `json:"publisher,omitempty"`
	Published   string        `json:"published,omitempty"`
	Description string        `json:"description,omitempty"`
	Pages       int           `json:"numberOfPages,omitempty"`
	Progression string        `json:"readingProgression,omitempty"`
	BelongsTo   *belongsTo    `json:"belongsTo,omitempty"`
}

type contributor struct {
	Name   string `json:"name"`
	SortAs string `json:"sortAs,omitempty"`
	Role   string `json:"role,omitempty"`
}

type belongsTo struct {
	Series []series `json:"series"`
}

type series struct {
	Name     string  `json:"name"`
	Position float64 `json:"position,omitempty"`
}

// acquired are the products that readers take away, with their media types. A book to
// fold, and the files of a print shop, are none of them.
var acquired = []struct{ product, media string }{
	{"epub", "application/epub+zip"},
	{"pdf", "application/pdf"},
}

// acquisition says that a link leads to the book itself (OPDS 2.0, 3.2); of what it
// costs nothing is known.
const acquisition = "http://opds-spec.org/acquisition"

// OPDS is the feed of a catalogue for libraries and readers; nil where no title has a
// file for them, since a feed must lead somewhere.
func OPDS(m *Manifest) ([]byte, error) {
	f := feed{Links: []link{{Rel: "self", Href: OPDSName, Type: OPDSType}}}
	for i := range m.Titles {
		if p := publicationOf(&m.Titles[i]); len(p.Links) > 0 {
			f.Publications = append(f.Publications, p)
		}
	}
	if len(f.Publications) == 0 {
		return nil, nil
	}
	f.Metadata = feedMetadata{m.called(), len(f.Publications)}
	return JSON(f)
}

// publicationOf is a title as the feed has it.
func publicationOf(t *Entry) (p publication) {
	for _, a := range acquired {
		for _, f := range t.Files {
			if f.Product == a.product {
				p.Links = append(p.Links, link{Rel: acquisition, Href: href(t.Name, f.Name), Type: a.media, Size: f.Size})
			}
		}
	}
	if c := t.cover(); c != nil {
		p.Images = []link{{Href: href(t.Name, c.Name), Type: mediaOf(c.Name), Width: c.Width, Height: c.Height}}
	}
	p.Metadata = publicationMetadata{Type: "http://schema.org/Book", Title: t.Title, SortAs: t.Filed, Subtitle: t.Subtitle,
		Identifier: t.urn(), Author: contributors(t.Authors, ""), Language: t.Language, Publisher: t.Publisher,
		Description: t.Description, Pages: t.Pages, Progression: t.Direction}
	p.Metadata.contributors(t.Contributors)
	if len(t.Date) == len("2006-01-02") { // a month or a year is no date there
		p.Metadata.Published = t.Date
	}
	if t.Series != "" {
		position, _ := strconv.ParseFloat(t.Volume, 64)
		p.Metadata.BelongsTo = &belongsTo{[]series{{t.Series, max(position, 0)}}}
	}
	return p
}

// contributors gives those of people who have a role; "" is that of all.
func contributors(people []Person, role string) (all []contributor) {
	for _, p := range people {
		if role == "" || p.Role == role {
			all = append(all, contributor{Name: p.Name, SortAs: p.Filed})
		}
	}
	return all
}

// contributors puts people where their roles are, the others with the code of theirs.
func (m *publicationMetadata) contributors(people []Person) {
	m.Translator, m.Editor, m.Illustrator = contributors(people, "trl"), contributors(people, "edt"), contributors(people, "ill")
	for _, p := range people {
		if !strings.Contains("trl edt ill", p.Role) {
			m.Contributor = append(m.Contributor, contributor{p.Name, p.Filed, p.Role})
		}
	}
}

// urn names a title for machines: by its ISBN, or what its author wrote where that is a
// URI.
func (t *Entry) urn() string {
	if t.ISBN != "" {
		return "urn:isbn:" + t.ISBN
	}
	if u, err := url.Parse(t.Identifier); err == nil && u.IsAbs() {
		return t.Identifier
	}
	return ""
}

// cover is the picture of a title; nil for none.
func (t *Entry) cover() *Output {
	for i := range t.Files {
		if t.Files[i].Product == Cover {
			return &t.Files[i]
		}
	}
	return nil
}

// mediaOf is the media type of a picture, by its name.
func mediaOf(name string) string {
	switch ext := strings.ToLower(strings.TrimPrefix(path.Ext(name), ".")); ext {
	case "jpg", "jpeg":
		return "image/jpeg"
	case "svg":
		return "image/svg+xml"
	default:
		return "image/" + ext
	}
}

// href is where a file of a title lies, from the feed.
func href(title, name string) string {
	return (&url.URL{Path: path.Join(title, name)}).EscapedPath()
}

// called is what the catalogue is called.
func (m *Manifest) called() string {
	switch {
	case m.Title != "":
		return m.Title
	case m.Publisher != "":
		return m.Publisher
	}
	return wordsOf(m.speaks()).Catalogue
}
