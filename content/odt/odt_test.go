package odt_test

import (
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"warraq/content/intake"
	"warraq/content/internal/golden"
	"warraq/content/internal/written"
	"warraq/content/odt"
)

// TestRead reads the texts of the cases, and prints the manuscript and the report.
func TestRead(t *testing.T) {
	golden.Run(t, func(parts []txtar.File) string {
		text, err := odt.Read("f.odt", golden.Zip(parts), odt.Options{})
		if err != nil {
			return err.Error() + "\n"
		}
		return written.Text(text, intake.Options{})
	})
}

const (
	head = `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"><office:body><office:text>`
	foot = `</office:text></office:body></office:document-content>`
)

// TestHostile gives texts that are made to take time or memory.
func TestHostile(t *testing.T) {
	for name, body := range map[string]string{
		"deep spans":  "<text:p>" + strings.Repeat("<text:span>ب", 180) + strings.Repeat("</text:span>", 180) + "</text:p>",
		"too deep":    strings.Repeat("<text:section>", 5000),
		"deep lists":  strings.Repeat("<text:list><text:list-item><text:p>ب</text:p>", 60) + strings.Repeat("</text:list-item></text:list>", 60),
		"deep tables": strings.Repeat("<table:table><table:table-row><table:table-cell>ب", 60) + strings.Repeat("</table:table-cell></table:table-row></table:table>", 60),
		"deep boxes":  "<text:p>" + strings.Repeat("<draw:text-box><text:p>ب", 60) + strings.Repeat("</text:p></draw:text-box>", 60) + "</text:p>",
		"spaces":      `<text:p>ب<text:s text:c="2000000000"/>ب</text:p>`,
	} {
		text, err := odt.Read("f.odt", golden.Zip([]txtar.File{{Name: "content.xml", Data: []byte(head + body + foot)}}), odt.Options{})
		if err != nil {
			continue
		}
		if out := written.Text(text, intake.Options{}); len(out) > 100*len(body)+10_000 {
			t.Errorf("%s: %d bytes give %d", name, len(body), len(out))
		}
	}
}

// FuzzRead reads a text with any body and any styles.
func FuzzRead(f *testing.F) {
	for _, s := range golden.Seeds(f) {
		f.Add(s, []byte("<text:p>ب</text:p>"))
		f.Add([]byte("<a/>"), s)
	}
	f.Fuzz(func(t *testing.T, styles, body []byte) {
		for _, data := range [][]byte{body, []byte(head + string(body) + foot)} {
			text, err := odt.Read("f.odt", golden.Zip([]txtar.File{{Name: "styles.xml", Data: styles}, {Name: "content.xml", Data: data}}), odt.Options{})
			if err == nil {
				written.Text(text, intake.Options{Guess: true})
			}
		}
	})
}
