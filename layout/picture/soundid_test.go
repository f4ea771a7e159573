package picture

import (
	"strings"
	"testing"
)

// TestSoundIDs gives ids of drawings the form that EPUBCheck asks for.
func TestSoundIDs(t *testing.T) {
	const head = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">`
	for inside, want := range map[string]string{
		`<g id="a"/><use href="#a"/>`:  `<g id="a"/><use href="#a"/>`,
		`<g id="a"/><g id='a' x="1"/>`: `<g id="a"></g><g x="1"></g>`,
		`<use xlink:href="#Oval + 1"/><g id="Oval + 1"/><g id="id-1"/><path fill="url(#Oval + 1)"/>`: `<use xlink:href="#Oval_20__2b__20_1"></use><g id="Oval_20__2b__20_1"></g><g id="id-1"></g><path fill="url(#Oval_20__2b__20_1)"></path>`,
		`<g id="&lt;a&gt;"/><g id="7"/><style>x{fill:url('#7')}</style><text> id="7"</text>`:         `<g id="_3c_a_3e_"></g><g id="_37_"></g><style>x{fill:url(&#39;#_37_&#39;)}</style><text> id=&#34;7&#34;</text>`,
		`<g id="طبقة"/><g id=""/><!-- <g id="a:b"/> -->`:                                             `<g id="طبقة"></g><g id="_"></g>`,
	} {
		got, err := Sound([]byte(head + inside + `</svg>`))
		if i := strings.Index(string(got), head); err != nil || i < 0 || string(got[i:]) != head+want+`</svg>` {
			t.Errorf("%s\nis   %s, %v\nwant %s", inside, got, err, want)
		}
	}
}
