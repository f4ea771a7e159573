package fonts

import (
	_ "embed"
	"sync"
)

//go:embed plexmono/IBMPlexMono-Regular.ttf
var plexMono []byte

//go:embed plexmono/OFL.txt
var plexMonoLicence string

// PlexMono gives the embedded face for code, IBM Plex Mono regular, as a
// TrueType file. It must not be written to.
func PlexMono() []byte { return plexMono }

// PlexMonoLicence is the text of the SIL Open Font License under which IBM
// Plex Mono comes; whoever embeds the whole font file ships it too.
func PlexMonoLicence() string { return plexMonoLicence }

// embeddedMono reads the embedded face for code. Most books have no use for
// it, so it is read when it is first asked for, by each Set once.
func embeddedMono() func() *Face {
	read := lazily(PlexMono)
	return sync.OnceValue(func() *Face {
		f := read()
		if f != nil {
			f.Literal = true
		}
		return f
	})
}
