package facsimile_test

import (
	"fmt"
	"strings"
	"testing"

	"warraq/content/facsimile"
)

// TestNamed: what changes a page and is not drawn is named, and nothing else is.
func TestNamed(t *testing.T) {
	const under, area = "0 1 0 0 k 0 0 50 50 re f ", "9 9 50 50 re f "
	states := "/ExtGState << /O << /OP true /OPM 1 >> /Off << /OP false >> /H << /ca .5 >> /M << /BM /Multiply >> /T << /TR /Default >> /U << /TR << /FunctionType 2 /Domain [0 1] /N 2 >> >> >> "
	form := func(group string) string {
		return stream("/Subtype /Form /BBox [0 0 99 99] /Resources << "+states+" >> /Group << /S /Transparency "+group+" >>", []byte("/M gs 1 0 0 rg "+area+"0 0 1 rg 0 0 20 20 re f"))
	}
	shows := "/XObject << /F 5 0 R >> "
	for _, c := range []struct{ contents, resources, more, left string }{
		{under + "/O gs 1 0 0 0 k " + area, states, "", "that inks are printed over others"},
		{under + "/O gs 0 0 0 1 k " + area, states, "", ""},
		{under + "/O gs 1 1 1 1 k " + area, states, "", ""},
		{under + "/O gs 0 0 1 rg " + area, states, "", ""},
		{under + "/O gs /Off gs 1 0 0 0 k " + area, states, "", ""},
		{"/O gs 1 0 0 0 k " + area, states, "", ""},
		{"/T gs " + area, states, "", ""},
		{"/U gs " + area, states, "", "a function that changes colours (TR)"},
		{under + "/F Do", states + shows, form("/K true"), "that parts of a group knock each other out"},
		{under + "/F Do", states + shows, form(""), ""},
		{under + "/H gs /F Do", states + shows, form(""), "that parts of a group make colours with what lies below the group"},
		{under + "/H gs /F Do", states + shows, form("/I true"), ""},
		{area + "/X Do", "", "", "XObject X that is not in the file"},
		{"BT /X 9 Tf (a) Tj ET " + area, "", "", "Font X that is not in the file"},
		{area + "nan", "", "", "an operator nan that is not known"},
		{area + "BX nan EX", "", "", ""},
		{area + strings.Repeat("[", 99), "", "", "what lies too deep within brackets, and all behind it"},
	} {
		d, err := facsimile.Page(sheet(c.contents, c.resources, c.more), 1, usual)
		if got := strings.Join(d.Left, "; "); err != nil || got != c.left {
			t.Errorf("%.80s: %v, %q, want %q", c.contents, err, got, c.left)
		}
	}
}

// TestIsolated: a group apart makes no colours with what lies below it.
func TestIsolated(t *testing.T) {
	for _, apart := range []bool{false, true} {
		form := stream(fmt.Sprintf("/Subtype /Form /BBox [0 0 99 99] /Resources << /ExtGState << /M << /BM /Multiply >> >> >> /Group << /S /Transparency /I %v >>", apart), []byte("/M gs 1 0 0 rg 9 9 50 50 re f"))
		d, err := facsimile.Page(sheet("0 0 1 rg 0 0 50 50 re f /F Do", "/XObject << /F 5 0 R >>", form), 1, usual)
		if got := strings.Contains(string(d.SVG), "isolation:isolate"); err != nil || got != apart || len(d.Left) > 0 {
			t.Errorf("%v: %v, %v, %v", apart, got, err, d.Left)
		}
	}
}
