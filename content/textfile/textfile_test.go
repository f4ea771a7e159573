package textfile_test

import (
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/encoding/charmap"

	"warraq/content/intake"
	"warraq/content/internal/golden"
	"warraq/content/internal/written"
	"warraq/content/textfile"
)

// TestRead reads the texts of the cases, and counts their words.
func TestRead(t *testing.T) {
	golden.Run(t, func(files []txtar.File) string {
		text, err := textfile.Read(files[0].Name, files[0].Data)
		if err != nil {
			return err.Error() + "\n"
		}
		out := written.Text(text, intake.Options{})
		written.Whole(t, strings.NewReplacer("title:", "", "author:", "").Replace(string(files[0].Data)), out)
		return out
	})
}

// TestEncodings reads a text in the letters of Windows, with form feeds.
func TestEncodings(t *testing.T) {
	const text = "أول الكلام.\f\nآخر الكلام."
	data, err := charmap.Windows1256.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	read, err := textfile.Read("f.txt", []byte(data))
	if err != nil {
		t.Fatal(err)
	}
	if out := written.Text(read, intake.Options{}); !strings.Contains(out, "أول الكلام.\n\nآخر الكلام.\n") {
		t.Error(out)
	}
}

// FuzzRead reads any bytes.
func FuzzRead(f *testing.F) {
	for _, s := range golden.Seeds(f) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if text, err := textfile.Read("f.txt", data); err == nil {
			written.Text(text, intake.Options{})
		}
	})
}
