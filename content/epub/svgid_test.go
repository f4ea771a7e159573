package epub

import "testing"

// TestSoundIDs gives ids of drawings the form that EPUBCheck asks for.
func TestSoundIDs(t *testing.T) {
	for drawing, want := range map[string]string{
		`<svg><g id="a"/><use href="#a"/></svg>`:                                                             `<svg><g id="a"/><use href="#a"/></svg>`,
		`<svg><g id="a"/><g id='a' x="1"/></svg>`:                                                            `<svg><g id="a"/><g x="1"/></svg>`,
		`<svg><g id="Oval + 1"/><g id="id-1"/><use xlink:href="#Oval + 1"/><b fill="url(#Oval + 1)"/></svg>`: `<svg><g id="id-2"/><g id="id-1"/><use xlink:href="#id-2"/><b fill="url(#id-2)"/></svg>`,
		`<svg><g id="&lt;a&gt;"/><g id="7"/><style>x{fill:url('#7')}</style><text> id="7"</text></svg>`:      `<svg><g id="id-1"/><g id="id-2"/><style>x{fill:url('#id-2')}</style><text> id="7"</text></svg>`,
		`<svg><g id="طبقة"/><g id=""/><!-- <g id="a:b"/> --></svg>`:                                          `<svg><g id="طبقة"/><g id="id-1"/><!-- <g id="a:b"/> --></svg>`,
	} {
		if got := string(soundIDs([]byte(drawing))); got != want {
			t.Errorf("%s\nis   %s\nwant %s", drawing, got, want)
		}
	}
}
