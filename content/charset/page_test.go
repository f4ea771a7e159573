package charset

import "testing"

// TestCharset knows the names that pages give encodings of one byte a letter.
func TestCharset(t *testing.T) {
	for _, name := range []string{"windows-1256", "cp1256", "x-cp1255", "iso-8859-6", "iso8859-8", "koi8-r", "windows-1252"} {
		if single(name) == nil {
			t.Errorf("%s is not known", name)
		}
	}
	for _, name := range []string{"", "big5", "utf-8", "windows"} {
		if single(name) != nil {
			t.Errorf("%q is taken for one", name)
		}
	}
}
