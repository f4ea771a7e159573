package openiti_test

import (
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"warraq/content/intake"
	"warraq/content/internal/golden"
	"warraq/content/internal/written"
	"warraq/content/openiti"
)

// TestRead reads the texts of the cases, without their pages and with them.
func TestRead(t *testing.T) {
	golden.Run(t, func(files []txtar.File) (out string) {
		for _, pages := range []bool{false, true} {
			text, err := openiti.Read(files[0].Name, files[0].Data, openiti.Options{Pages: pages})
			if err != nil {
				return err.Error() + "\n"
			}
			out += written.Text(text, intake.Options{}) + "=====\n"
		}
		return out
	})
}

// TestNames tells the names of these files.
func TestNames(t *testing.T) {
	for name, want := range map[string]bool{
		"0310Tabari.Tarikh.Shamela0009783-ara1":             true,
		"0310Tabari.Tarikh.Shamela0009783-ara1.completed":   true,
		"0310Tabari.Tarikh.Shamela0009783BK1-per2.mARkdown": true,
		"0310Tabari.Tarikh.Shamela0009783-ara1.yml":         false,
		"book-1.docx": false, "book.md": false, "a-b1": false,
	} {
		if got := openiti.IsName(name); got != want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// TestLinear reads long lines of marks.
func TestLinear(t *testing.T) {
	const n = 20_000
	for _, s := range []string{"# ", "~~ب\n", "@QB@ ", "%~% ", "PageV01P001 ", "### $", "ms1 ", "<a", "@A", "### |"} {
		text, err := openiti.Read("f", []byte("######OpenITI#\n#META#Header#End#\n"+strings.Repeat(s, n)), openiti.Options{})
		if err == nil {
			written.Text(text, intake.Options{})
		}
	}
}

// FuzzRead reads any bytes.
func FuzzRead(f *testing.F) {
	for _, s := range golden.Seeds(f) {
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, data []byte, pages bool) {
		text, err := openiti.Read("f", data, openiti.Options{Pages: pages})
		if err == nil {
			written.Text(text, intake.Options{})
		}
	})
}
