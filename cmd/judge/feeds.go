package main

import (
	"embed"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// readium has the schemas of the manifest of web publications of the Readium Foundation,
// with their licence: what OPDS 2.0 says of links and of metadata. Those of OPDS itself
// come with no licence and in no package, so that opds.schema.json says in words of ours
// what its text asks of a feed (OPDS 2.0, 2 to 5).
//
//go:embed readium opds.schema.json
var readium embed.FS

// The addresses by which schemas name each other.
const (
	readiumSchemas = "https://readium.org/webpub-manifest/schema/"
	opdsSchemas    = "https://drafts.opds.io/schema/"
)

// schemas finds schemas by their addresses.
type schemas struct{}

func (schemas) Load(url string) (any, error) {
	name := "opds.schema.json"
	if rest, ok := strings.CutPrefix(url, readiumSchemas); ok {
		name = path.Join("readium", rest)
	} else if strings.HasPrefix(url, opdsSchemas) && !strings.HasSuffix(url, "/feed.schema.json") {
		return true, nil // which we do not have
	}
	data, err := readium.ReadFile(name)
	if err != nil {
		return nil, err
	}
	text := strings.ReplaceAll(string(data), "(?<", "(?P<") // as Go names groups
	return jsonschema.UnmarshalJSON(strings.NewReader(text))
}

// feeds asks whether the feeds of a catalogue are what they are to be, and lead to files
// that are there.
func (c *court) feeds(dir string) error {
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	compiler.UseLoader(schemas{})
	schema, err := compiler.Compile(opdsSchemas + "feed.schema.json")
	if err != nil {
		return err
	}
	data, err := os.ReadFile(filepath.Join(dir, "opds.json"))
	if err != nil {
		return err
	}
	feed, err := jsonschema.UnmarshalJSON(strings.NewReader(string(data)))
	if err == nil {
		err = schema.Validate(feed)
	}
	links := 0
	for _, m := range regexp.MustCompile(`"href": "([^"]+)"`).FindAllStringSubmatch(string(data), -1) {
		if _, missing := os.Stat(filepath.Join(dir, filepath.FromSlash(m[1]))); missing != nil {
			err = errors.Join(err, missing)
		}
		links++
	}
	if err != nil || links < 50 {
		c.fail("opds", "%d links: %v", links, err)
	} else {
		c.pass("opds", "the feed keeps to OPDS 2.0 and to Readium's schemas; %d links lead to files", links)
	}
	if err := c.recorded(dir); err != nil {
		return err
	}
	message, err := os.ReadFile(filepath.Join(dir, "onix.xml"))
	if err != nil {
		return err
	}
	if n, err := onixFaults(message); err != nil {
		c.fail("onix", "%v", err)
	} else {
		c.pass("onix", "%d elements are in the order and of the form that ONIX 3.0 asks", n)
	}
	return nil
}

// recorded asks our own schema about the record of a catalogue.
func (c *court) recorded(dir string) error {
	schema, err := jsonschema.NewCompiler().Compile(filepath.Join(c.root, "content/catalogue/manifest.schema.json"))
	if err != nil {
		return err
	}
	data, err := os.ReadFile(filepath.Join(dir, "catalogue.json"))
	if err != nil {
		return err
	}
	record, err := jsonschema.UnmarshalJSON(strings.NewReader(string(data)))
	if err == nil {
		err = schema.Validate(record)
	}
	if err != nil {
		c.fail("catalogue.json", "%v", err)
	} else {
		c.pass("catalogue.json", "the record keeps to its schema")
	}
	return nil
}

// onixOrder is what stands in elements of an ONIX 3.0 message, in its order, as far as the
// message has it: ? may be missing, * may be there often, + at least once. What holds text
// alone has an expression of it.
var onixOrder = map[string]string{
	"ONIXMessage": "Header Product+", "Header": "Sender SentDateTime", "Sender": "SenderName",
	"SenderName": `/.{1,50}`, "SentDateTime": `/\d{8}`,
	"Product":         "RecordReference NotificationType ProductIdentifier+ DescriptiveDetail CollateralDetail? PublishingDetail?",
	"RecordReference": `/.{1,100}`, "NotificationType": `/03`,
	"ProductIdentifier": "ProductIDType IDTypeName? IDValue", "ProductIDType": `/01|02|15`, "IDTypeName": `/.{1,50}`, "IDValue": `/.{1,100}`,
	"DescriptiveDetail":  "ProductComposition ProductForm ProductFormDetail* Collection* TitleDetail Contributor* Language* Extent*",
	"ProductComposition": `/00`, "ProductForm": `/ED`, "ProductFormDetail": `/E\d{3}`,
	"Collection": "CollectionType CollectionSequence* TitleDetail", "CollectionType": `/10`,
	"CollectionSequence": "CollectionSequenceType CollectionSequenceNumber", "CollectionSequenceType": `/0\d`, "CollectionSequenceNumber": `/[1-9]\d*(\.[1-9]\d*)*`,
	"TitleDetail": "TitleType TitleElement+", "TitleType": `/01`,
	"TitleElement": "TitleElementLevel TitleText Subtitle?", "TitleElementLevel": `/0[12]`, "TitleText": `/.+`, "Subtitle": `/.+`,
	"Contributor": "SequenceNumber ContributorRole PersonName PersonNameInverted?", "SequenceNumber": `/[1-9]\d*`, "ContributorRole": `/[ABCDEFZ]\d\d`,
	"PersonName": `/.+`, "PersonNameInverted": `/.+`,
	"Language": "LanguageRole LanguageCode", "LanguageRole": `/01`, "LanguageCode": `/[a-z]{3}`,
	"Extent": "ExtentType ExtentValue ExtentUnit", "ExtentType": `/08`, "ExtentValue": `/[1-9]\d*`, "ExtentUnit": `/03`,
	"CollateralDetail": "TextContent*", "TextContent": "TextType ContentAudience Text", "TextType": `/03`, "ContentAudience": `/00`, "Text": `/(?s).+`,
	"PublishingDetail": "Publisher PublishingDate*", "Publisher": "PublishingRole PublisherName", "PublishingRole": `/01`, "PublisherName": `/.+`,
	"PublishingDate": "PublishingDateRole Date", "PublishingDateRole": `/01`, "Date": `/\d{4}(\d\d){0,2}`,
}

// onixElement is an element as it is read.
type onixElement struct {
	name     string
	children []string
	text     strings.Builder
}

// onixFaults finds what an ONIX message has in another form than it is to have, and
// counts its elements.
func onixFaults(message []byte) (n int, err error) {
	d := xml.NewDecoder(strings.NewReader(string(message)))
	open := []*onixElement{{name: "the message"}}
	for {
		token, failed := d.Token()
		if failed == io.EOF {
			return n, err
		}
		if failed != nil {
			return n, failed
		}
		at := open[len(open)-1]
		switch token := token.(type) {
		case xml.StartElement:
			if token.Name.Space != "http://ns.editeur.org/onix/3.0/reference" {
				return n, fmt.Errorf("%s is of %q", token.Name.Local, token.Name.Space)
			}
			n++
			at.children = append(at.children, token.Name.Local)
			open = append(open, &onixElement{name: token.Name.Local})
		case xml.CharData:
			at.text.Write(token)
		case xml.EndElement:
			err = errors.Join(err, at.fault())
			open = open[:len(open)-1]
		}
	}
}

// fault is what is wrong with an element.
func (e *onixElement) fault() error {
	want, known := onixOrder[e.name]
	if !known {
		return fmt.Errorf("%s is not known", e.name)
	}
	if text, ok := strings.CutPrefix(want, "/"); ok {
		if !regexp.MustCompile(`^(?:`+text+`)$`).MatchString(e.text.String()) || len(e.children) > 0 {
			return fmt.Errorf("%s is %q", e.name, e.text.String())
		}
		return nil
	}
	var order strings.Builder
	order.WriteString("^")
	for _, child := range strings.Fields(want) {
		name := strings.TrimRight(child, "?*+")
		order.WriteString("(?:" + name + " )" + child[len(name):])
	}
	order.WriteString("$")
	if !regexp.MustCompile(order.String()).MatchString(strings.Join(append(slices.Clone(e.children), ""), " ")) {
		return fmt.Errorf("%s has %v, not %s", e.name, e.children, want)
	}
	return nil
}
