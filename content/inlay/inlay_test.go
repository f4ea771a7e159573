package inlay_test

import (
	"io/fs"
	"testing"

	"warraq/content/inlay"
)

// TestText: a drawing in other letters becomes UTF-8, and says no longer what it was.
func TestText(t *testing.T) {
	for from, want := range map[string]string{
		`<?xml version="1.0" encoding="UTF-8"?><svg>é</svg>`: `<?xml version="1.0" encoding="UTF-8"?><svg>é</svg>`,
		`<svg>é</svg>`: `<svg>é</svg>`,
		"<?xml version='1.0' encoding='iso-8859-1' standalone='no'?><svg>caf\xe9</svg>": "<?xml version='1.0' standalone='no'?><svg>café</svg>",
		`<?xml version="1.0" encoding="us-ascii"?><svg>a</svg>`:                         `<?xml version="1.0"?><svg>a</svg>`,
		"<?xml version=\"1.0\" encoding=\"windows-1256\"?><svg>\xdf\xe1\xc7\xe3</svg>":  `<?xml version="1.0"?><svg>كلام</svg>`,
	} {
		if got := inlay.Text([]byte(from)); got != want {
			t.Errorf("%q becomes %q", from, got)
		}
	}
}

// TestPictures: a picture beside a drawing is put into it; what is elsewhere, missing or no
// picture stays as it was written.
func TestPictures(t *testing.T) {
	files := map[string]string{"a b.png": "\x89PNG\r\n\x1a\n", "c/d.svg": "<svg/>", "e.txt": "text"}
	read := func(name string) ([]byte, error) {
		if data, ok := files[name]; ok {
			return []byte(data), nil
		}
		return nil, fs.ErrNotExist
	}
	const png = "data:image/png;base64,iVBORw0KGgo="
	for from, want := range map[string]string{
		`<image x="1" href="a%20b.png"/>`:         `<image x="1" href="` + png + `"/>`,
		`<image xlink:href='a b.png'></image>`:    `<image xlink:href="` + png + `"></image>`,
		"<svg:image\n href = \"./c/../a b.png\">": "<svg:image\n href = \"./c/../a b.png\">",
		`<image href="c/d.svg"/>`:                 `<image href="data:image/svg+xml;base64,PHN2Zy8+"/>`,
		`<image href="e.txt"/>`:                   `<image href="e.txt"/>`,
		`<image href="none.png"/>`:                `<image href="none.png"/>`,
		`<image href="#a"/><image href=""/>`:      `<image href="#a"/><image href=""/>`,
		`<image href="data:image/png,x"/>`:        `<image href="data:image/png,x"/>`,
		`<image href="file:///a%20b.png"/>`:       `<image href="file:///a%20b.png"/>`,
		`<use href="a b.png"/>image`:              `<use href="a b.png"/>image`,
	} {
		if got := inlay.Pictures(from, read); got != want {
			t.Errorf("%s becomes %s", from, got)
		}
	}
}
