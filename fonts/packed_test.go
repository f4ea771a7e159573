package fonts

import (
	"bytes"
	"os"
	"testing"
)

var hebrewRegular, _ = NotoSerifHebrew()

// TestPackedWhole: what is embedded of the faces that are there whole is the file beside
// it, packed.
func TestPackedWhole(t *testing.T) {
	_, hebrewBold := NotoSerifHebrew()
	for file, data := range map[string][]byte{
		"plexmono/IBMPlexMono-Regular.ttf":            PlexMono(),
		"notoserifhebrew/NotoSerifHebrew-Regular.ttf": hebrewRegular,
		"notoserifhebrew/NotoSerifHebrew-Bold.ttf":    hebrewBold,
	} {
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(data, want) {
			t.Errorf("%s.br is not %s: go generate ./fonts", file, file)
		}
	}
}
