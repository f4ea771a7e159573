package pdf

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
	"time"

	"warraq/content"
	"warraq/layout/pdf/cos"
)

// identify writes who made what and when, twice, as PDF 1.7 wants it (Info and
// XMP, ISO 32000-1 14.3), fills in the catalog, and names the file by a hash
// of everything in it.
func identify(j *job) error {
	if j.dialect.info {
		j.addInfo()
	}
	metadata := j.AddStream("/Type/Metadata/Subtype/XML", []byte(j.xmp()), false)
	j.Put(j.Root, "<</Type/Catalog/Pages "+j.tree.String()+"/Metadata "+metadata.String()+"/Lang"+cos.Text(j.doc.Meta.Lang)+j.dialect.catalog(j)+">>")
	j.ID = j.hash()
	return nil
}

// addInfo writes what Info says.
func (j *job) addInfo() {
	meta := &j.doc.Meta
	authors := authorsOf(meta)
	info := "<</Title" + cos.Text(meta.Title)
	if authors != "" {
		info += "/Author" + cos.Text(authors)
	}
	if meta.Description != "" {
		info += "/Subject" + cos.Text(meta.Description)
	}
	if j.opt.Producer != "" {
		info += "/Creator" + cos.Text(j.opt.Producer) + "/Producer" + cos.Text(j.opt.Producer)
	}
	if !j.date().IsZero() {
		date := j.date().UTC().Format("20060102150405")
		info += "/CreationDate(D:" + date + "+00'00')/ModDate(D:" + date + "+00'00')"
	}
	j.Info = j.Add(info + j.dialect.more + ">>")
}

// authorsOf are the authors in one string.
func authorsOf(meta *content.Meta) string { return strings.Join(meta.Authors, "; ") }

// hash is the file's ID: 16 bytes of a hash of all objects before they are
// compressed (ISO 32000-1 14.4).
func (j *job) hash() string {
	h := sha256.New()
	var head []byte
	for i, o := range j.Objects {
		head = strconv.AppendInt(head[:0], int64(i), 10)
		head = strconv.AppendInt(append(head, ' '), int64(len(o.Body)), 10)
		head = strconv.AppendInt(append(head, ' '), int64(len(o.Stream)), 10)
		head = append(append(head, '\n'), o.Body...)
		h.Write(head)
		h.Write(o.Stream)
	}
	return strings.ToUpper(hex.EncodeToString(h.Sum(nil)[:16]))
}

// xmp writes the metadata packet (ISO 16684-1).
func (j *job) xmp() string {
	meta := &j.doc.Meta
	var b strings.Builder
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n" +
		"<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"" + j.dialect.schemas + ">\n" +
		"<dc:format>application/pdf</dc:format>\n")
	property(&b, "dc:title", "Alt", `<rdf:li xml:lang="x-default">`, meta.Title)
	authors := meta.Authors
	if j.dialect.info {
		authors = []string{authorsOf(meta)} // in one, as Info has it: archives compare the two
	}
	property(&b, "dc:creator", "Seq", "<rdf:li>", authors...)
	property(&b, "dc:description", "Alt", `<rdf:li xml:lang="x-default">`, meta.Description)
	property(&b, "dc:rights", "Alt", `<rdf:li xml:lang="x-default">`, meta.Rights)
	property(&b, "dc:publisher", "Bag", "<rdf:li>", meta.Publisher)
	property(&b, "dc:language", "Bag", "<rdf:li>", meta.Lang)
	if !j.date().IsZero() {
		date := j.date().UTC().Format(time.RFC3339)
		fmt.Fprintf(&b, "<xmp:CreateDate>%s</xmp:CreateDate><xmp:ModifyDate>%s</xmp:ModifyDate>\n", date, date)
	}
	if j.opt.Producer != "" {
		fmt.Fprintf(&b, "<xmp:CreatorTool>%s</xmp:CreatorTool><pdf:Producer>%[1]s</pdf:Producer>\n", escape(j.opt.Producer))
	}
	b.WriteString(j.dialect.claims(j))
	b.WriteString("</rdf:Description>\n</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>")
	return b.String()
}

// property writes a property with a container of its values; none when all are
// empty.
func property(b *strings.Builder, name, container, open string, values ...string) {
	var items strings.Builder
	for _, v := range values {
		if v != "" {
			items.WriteString(open + escape(v) + "</rdf:li>")
		}
	}
	if items.Len() > 0 {
		fmt.Fprintf(b, "<%s><rdf:%s>%s</rdf:%s></%s>\n", name, container, items.String(), container, name)
	}
}

func escape(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a strings.Builder does not fail
	return b.String()
}
