package catalogue

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"warraq/content/pattern"
)

// What follows are elements of an ONIX 3.0 message, by their reference names, in the
// order of its schema. Numbers are values of its code lists.

type onixMessage struct {
	XMLName xml.Name      `xml:"http://ns.editeur.org/onix/3.0/reference ONIXMessage"`
	Release string        `xml:"release,attr"`
	Sender  string        `xml:"Header>Sender>SenderName"`
	Sent    string        `xml:"Header>SentDateTime"`
	Product []onixProduct `xml:"Product"`
}

type onixProduct struct {
	Record       string           `xml:"RecordReference"`
	Notification string           `xml:"NotificationType"` // list 1
	Identifier   []onixIdentifier `xml:"ProductIdentifier"`
	Descriptive  onixDescriptive  `xml:"DescriptiveDetail"`
	Text         *onixText        `xml:"CollateralDetail>TextContent,omitempty"`
	Publishing   *onixPublishing  `xml:"PublishingDetail,omitempty"`
}

type onixIdentifier struct {
	Type     string `xml:"ProductIDType"` // list 5
	TypeName string `xml:"IDTypeName,omitempty"`
	Value    string `xml:"IDValue"`
}

type onixDescriptive struct {
	Composition string            `xml:"ProductComposition"` // list 2
	Form        string            `xml:"ProductForm"`        // list 150
	Detail      []string          `xml:"ProductFormDetail"`  // list 175
	Collection  *onixCollection   `xml:"Collection,omitempty"`
	Title       onixTitle         `xml:"TitleDetail"`
	Contributor []onixContributor `xml:"Contributor"`
	Language    *onixLanguage     `xml:"Language,omitempty"`
	Extent      *onixExtent       `xml:"Extent,omitempty"`
}

type onixCollection struct {
	Type     string        `xml:"CollectionType"` // list 148
	Sequence *onixSequence `xml:"CollectionSequence,omitempty"`
	Title    onixTitle     `xml:"TitleDetail"`
}

type onixSequence struct {
	Type   string `xml:"CollectionSequenceType"` // list 197
	Number string `xml:"CollectionSequenceNumber"`
}

type onixTitle struct {
	Type     string `xml:"TitleType"`                      // list 15
	Level    string `xml:"TitleElement>TitleElementLevel"` // list 149
	Text     string `xml:"TitleElement>TitleText"`
	Subtitle string `xml:"TitleElement>Subtitle,omitempty"`
}

type onixContributor struct {
	Sequence int    `xml:"SequenceNumber"`
	Role     string `xml:"ContributorRole"` // list 17
	Name     string `xml:"PersonName"`
	Inverted string `xml:"PersonNameInverted,omitempty"`
}

type onixLanguage struct {
	Role string `xml:"LanguageRole"` // list 22
	Code string `xml:"LanguageCode"` // list 74, ISO 639-2/B
}

type onixExtent struct {
	Type  string `xml:"ExtentType"` // list 23
	Value int    `xml:"ExtentValue"`
	Unit  string `xml:"ExtentUnit"` // list 24
}

type onixText struct {
	Type     string `xml:"TextType"`        // list 153
	Audience string `xml:"ContentAudience"` // list 154
	Text     string `xml:"Text"`
}

type onixPublishing struct {
	Publisher *onixPublisher `xml:"Publisher,omitempty"`
	Date      *onixDate      `xml:"PublishingDate,omitempty"`
}

type onixPublisher struct {
	Role string `xml:"PublishingRole"` // list 45
	Name string `xml:"PublisherName"`
}

type onixDate struct {
	Role string `xml:"PublishingDateRole"` // list 163
	Date struct {
		Format string `xml:"dateformat,attr"` // list 55
		Value  string `xml:",chardata"`
	} `xml:"Date"`
}

// details are what digital products are (list 175).
var details = []struct{ product, code string }{{"epub", "E101"}, {"pdf", "E107"}, {"web", "E105"}}

// roles are what people did (list 17), by their MARC relators.
var roles = map[string]string{"": "A01", "trl": "B06", "edt": "B01", "ill": "A12", "pht": "A13", "ann": "A20", "com": "C01", "wpr": "A15", "win": "A24", "bkd": "A11", "cov": "A36"}

// otherRole is what someone did for whom the list has no word.
const otherRole = "Z99"

// ONIX is a message of ONIX for Books 3.0 for booksellers: each title with a digital
// file as one product. Nil where there is none, since a message must have one.
func ONIX(m *Manifest) ([]byte, error) {
	message := onixMessage{Release: "3.0", Sender: m.sender(), Sent: m.sent()}
	for i := range m.Titles {
		if p, ok := productOf(&m.Titles[i], m); ok {
			message.Product = append(message.Product, p)
		}
	}
	if len(message.Product) == 0 {
		return nil, nil
	}
	var b bytes.Buffer
	b.WriteString(xml.Header)
	e := xml.NewEncoder(&b)
	e.Indent("", "\t")
	if err := e.Encode(message); err != nil {
		return nil, fmt.Errorf("writing ONIX: %w", err)
	}
	b.WriteByte('\n')
	return b.Bytes(), nil
}

// productOf is a title as booksellers know it.
func productOf(t *Entry, m *Manifest) (p onixProduct, ok bool) {
	d := &p.Descriptive
	for _, detail := range details {
		for _, f := range t.Files {
			if f.Product == detail.product {
				d.Detail = append(d.Detail, detail.code)
				break
			}
		}
	}
	if len(d.Detail) == 0 {
		return p, false
	}
	p.Record, p.Notification = cut(t.Name, 100), "03" // confirmed
	p.Identifier = identifiersOf(t, m)
	d.Composition, d.Form = "00", "ED" // one item, digital download
	d.Title = onixTitle{Type: "01", Level: "01", Text: t.Title, Subtitle: t.Subtitle}
	d.Collection, d.Language = collectionOf(t), languageOf(t)
	for _, person := range append(t.Authors[:len(t.Authors):len(t.Authors)], t.Contributors...) {
		role, known := roles[person.Role]
		if !known {
			role = otherRole
		}
		d.Contributor = append(d.Contributor, onixContributor{len(d.Contributor) + 1, role, person.Name, person.Filed})
	}
	if t.Pages > 0 {
		d.Extent = &onixExtent{"08", t.Pages, "03"} // pages of the print counterpart
	}
	if t.Description != "" {
		p.Text = &onixText{"03", "00", t.Description}
	}
	p.Publishing = publishingOf(t, m)
	return p, true
}

// identifiersOf are those of a title: the name of its folder where it has no ISBN.
func identifiersOf(t *Entry, m *Manifest) (ids []onixIdentifier) {
	switch len(t.ISBN) {
	case 13:
		return []onixIdentifier{{Type: "15", Value: t.ISBN}}
	case 10:
		return []onixIdentifier{{Type: "02", Value: t.ISBN}, {Type: "15", Value: thirteen(t.ISBN)}}
	}
	return []onixIdentifier{{Type: "01", TypeName: cut(m.sender(), 50), Value: cut(t.Name, 100)}}
}

// thirteen is an ISBN of 13 digits for one of 10 (ISO 2108, Annex A).
func thirteen(isbn string) string {
	digits, sum := "978"+isbn[:9], 0
	for i := range len(digits) {
		sum += int(digits[i]-'0') * (1 + 2*(i%2))
	}
	return digits + strconv.Itoa((10-sum%10)%10)
}

// collectionOf is the series that a title is of.
func collectionOf(t *Entry) *onixCollection {
	if t.Series == "" {
		return nil
	}
	c := &onixCollection{Type: "10", Title: onixTitle{Type: "01", Level: "02", Text: t.Series}}
	if sequence.MatchString(t.Volume) {
		c.Sequence = &onixSequence{"02", t.Volume} // in the order of the titles
	}
	return c
}

// sequence is a number in a series as ONIX takes it.
var sequence = pattern.Of(`^[1-9][0-9]*(\.[1-9][0-9]*)*$`)

// languageOf is the language of a text.
func languageOf(t *Entry) *onixLanguage {
	tag, err := language.Parse(t.Language)
	if err != nil {
		return nil
	}
	base, _ := tag.Base()
	code := base.ISO3()
	if b, ok := bibliographic[code]; ok {
		code = b
	}
	return &onixLanguage{"01", code}
}

// bibliographic are the codes of ISO 639-2 that libraries had before they followed the
// languages' own names, by those that do.
var bibliographic = map[string]string{"sqi": "alb", "hye": "arm", "eus": "baq", "mya": "bur", "zho": "chi", "ces": "cze", "nld": "dut",
	"fra": "fre", "kat": "geo", "deu": "ger", "ell": "gre", "isl": "ice", "mkd": "mac", "mri": "mao", "msa": "may", "fas": "per",
	"ron": "rum", "slk": "slo", "bod": "tib", "cym": "wel"}

// publishingOf is who published a title, and when; nil where nobody is named, since a
// date alone cannot be said.
func publishingOf(t *Entry, m *Manifest) *onixPublishing {
	name := cmp.Or(t.Publisher, m.Publisher)
	if name == "" {
		return nil
	}
	p := &onixPublishing{Publisher: &onixPublisher{"01", name}}
	if format, ok := dateFormats[len(t.Date)]; ok {
		p.Date = &onixDate{Role: "01"}
		p.Date.Date.Format, p.Date.Date.Value = format, strings.ReplaceAll(t.Date, "-", "")
	}
	return p
}

// dateFormats are how dates are written (list 55), by their lengths with hyphens.
var dateFormats = map[int]string{len("2006-01-02"): "00", len("2006-01"): "01", len("2006"): "05"}

// sender is who sends the message.
func (m *Manifest) sender() string {
	if m.Publisher != "" {
		return cut(m.Publisher, 50)
	}
	return cut(m.called(), 50)
}

// sent is when: the date that was asked for, or else of the youngest title; never the
// present time, so that the same titles give the same bytes.
func (m *Manifest) sent() string {
	sent := m.Date
	if sent == "" {
		for i := range m.Titles {
			if d := m.Titles[i].Date; len(d) == len("2006-01-02") {
				sent = max(sent, strings.ReplaceAll(d, "-", ""))
			}
		}
	}
	return max(sent, "19800101")
}

// cut is a text of so many letters at most.
func cut(s string, most int) string {
	if r := []rune(s); len(r) > most {
		return string(r[:most])
	}
	return s
}
