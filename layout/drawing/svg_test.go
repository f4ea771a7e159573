package drawing_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"warraq/layout/drawing"
)

// svg is a drawing of 100 by 50 points; its plane is as large in its own units.
func svg(body string) string {
	return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="100pt" height="50pt" viewBox="0 0 100 50">` + body + `</svg>`
}

// TestSVG: what elements become. What is before and behind is left out: the
// frame, and q and Q around each element.
func TestSVG(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"a rectangle", `<rect x="1" y="2" width="3" height="4"/>`, "0 g 1 2 3 4 re f"},
		{"an empty rectangle", `<rect width="0" height="4"/>`, ""},
		{"percentages", `<rect width="50%" height="50%" fill="#f00"/>`, "1 0 0 rg 0 0 50 25 re f"},
		{"a line", `<line x1="1" y1="2" x2="3" y2="4" stroke="red" stroke-width="2"/>`, "0 g 1 2 m 3 4 l f 1 0 0 RG 2 w 0 J 0 j 4 M 1 2 m 3 4 l S"},
		{"a polygon", `<polygon points="0,0 1,0 1-1" fill-rule="evenodd"/>`, "0 g 0 0 m 1 0 l 1 -1 l h f*"},
		{"a polyline", `<polyline points="0 0 1 0" fill="none" stroke="#888"/>`, "0.53333 G 1 w 0 J 0 j 4 M 0 0 m 1 0 l S"},
		{"a circle", `<circle cx="5" cy="5" r="2"/>`, "0 g 7 5 m 7 6.10457 6.10457 7 5 7 c 3.89543 7 3 6.10457 3 5 c 3 3.89543 3.89543 3 5 3 c 6.10457 3 7 3.89543 7 5 c h f"},
		{"path", `<path d="M1 2 3 4h1v-1l1 1z"/>`, "0 g 1 2 m 3 4 l 4 4 l 4 3 l 5 4 l h f"},
		{"relative, without blanks", `<path d="m.5.5 1-1.5e0L-1-1"/>`, "0 g 0.5 0.5 m 1.5 -1 l -1 -1 l f"},
		{"a part behind a closed one", `<path d="M1 1h2zl1 1"/>`, "0 g 1 1 m 3 1 l h 1 1 m 2 2 l f"},
		{"curves", `<path d="M0 0C1 1 2 1 3 0S5-1 6 0"/>`, "0 g 0 0 m 1 1 2 1 3 0 c 4 -1 5 -1 6 0 c f"},
		{"a smooth one behind a line", `<path d="M0 0L3 0S5-1 6 0"/>`, "0 g 0 0 m 3 0 l 3 0 5 -1 6 0 c f"},
		{"quadratic", `<path d="M0 0Q3 3 6 0T12 0"/>`, "0 g 0 0 m 2 2 4 2 6 0 c 8 -2 10 -2 12 0 c f"},
		{"an arc of a quarter, flags together", `<path d="M1 0a1 1 0 011 1"/>`, "0 g 1 0 m 1.55228 0 2 0.44772 2 1 c f"},
		{"an arc of no radius", `<path d="M1 0A0 5 0 0 1 3 3"/>`, "0 g 1 0 m 3 3 l f"},
		{"an arc to where it is", `<path d="M1 0A5 5 0 0 1 1 0"/>`, ""},
		{"nothing", `<path d=""/><path/><path d="M1 1"/>`, "Q q Q q"},
		{"a style before an attribute", `<rect width="1" height="1" fill="red" style="fill:#00f"/>`, "0 0 1 rg 0 0 1 1 re f"},
		{"inherited", `<g fill="lime"><rect width="1" height="1"/></g>`, "q 0 1 0 rg 0 0 1 1 re f Q"},
		{"the current colour", `<g color="#0f0"><rect width="1" height="1" fill="currentColor"/></g>`, "q 0 1 0 rg 0 0 1 1 re f Q"},
		{"the current colour of what is within", `<g fill="currentColor" color="red"><rect color="#0f0" width="1" height="1"/></g>`, "q 0 1 0 rg 0 0 1 1 re f Q"},
		{"in another order", `<rect width="1" height="1" stroke="red" paint-order="stroke"/>`, "1 0 0 RG 1 w 0 J 0 j 4 M 0 0 1 1 re S 0 g 0 0 1 1 re f"},
		{"as wide in any plane", `<g transform="scale(3 30)"><path vector-effect="non-scaling-stroke" d="M1 1h2" fill="none" stroke="red" stroke-width="3"/></g>`,
			"3 0 0 30 0 0 cm q 1 0 0 RG q 0.25 0 0 -0.025 0 1.66667 cm 3 w 0 J 0 j 4 M 4 26.66667 m 12 26.66667 l S Q Q"},
		{"in no order", `<rect width="1" height="1" stroke="red" paint-order="stroke first"/>`, "0 g 0 0 1 1 re f 1 0 0 RG 1 w 0 J 0 j 4 M 0 0 1 1 re S"},
		{"sizes of the root's letters", `<g font-size="3"><rect width="1rem" height="1em"/></g>`, "q 0 g 0 0 16 3 re f Q"},
		{"by class, name and id", `<style>/* x */ .a{fill:red} rect{fill:blue} #b,.c{fill:lime}</style><rect class="x a" width="1" height="1"/><rect id="b" class="a" width="2" height="1"/>`,
			"1 0 0 rg 0 0 1 1 re f Q q 0 1 0 rg 0 0 2 1 re f"},
		{"opacity", `<rect width="1" height="1" opacity=".5"/><rect width="2" height="1" opacity="50%"/><rect width="2" height="1" fill="#00000080"/>`,
			"/GS0 gs 0 g 0 0 1 1 re f Q q /GS0 gs 0 g 0 0 2 1 re f Q q /GS1 gs 0 g 0 0 2 1 re f"},
		{"dashes", `<path d="M0 0h9" fill="none" stroke="black" stroke-dasharray="3,1 2" stroke-dashoffset="1" stroke-linecap="round" stroke-linejoin="bevel" stroke-miterlimit="2"/>`,
			"0 G 1 w 1 J 2 j 2 M [ 3 1 2 ] 1 d 0 0 m 9 0 l S"},
		{"dashes of nothing", `<path d="M0 0h9" fill="none" stroke="black" stroke-dasharray="0 0"/>`, "0 G 1 w 0 J 0 j 4 M 0 0 m 9 0 l S"},
		{"transforms", `<rect transform="translate(1 2), scale(2) rotate(90) matrix(1,0,0,1,5,6)" width="1" height="1"/>`,
			"1 0 0 1 1 2 cm 2 0 0 2 0 0 cm 0 1 -1 0 0 0 cm 1 0 0 1 5 6 cm 0 g 0 0 1 1 re f"},
		{"turned about a place", `<rect transform="rotate(90 5 6)" width="1" height="1"/>`, "0 1 -1 0 11 1 cm 0 g 0 0 1 1 re f"},
		{"used again", `<defs><rect id="r" width="1" height="1"/></defs><use xlink:href="#r" x="3" fill="red"/>`, "1 0 0 1 3 0 cm q 1 0 0 rg 0 0 1 1 re f Q"},
		{"not seen", `<rect width="1" height="1" display="none"/><rect width="1" height="1" visibility="hidden"/><title>t</title><metadata><x/></metadata>`, ""},
		{"of another program", `<x:note xmlns:x="urn:x"><text>a</text></x:note>`, ""},
	} {
		p, err := drawing.Read([]byte(svg(c.body)), nil)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := inner(string(p.Operators)); got != c.want {
			t.Errorf("%s:\n%s, want\n%s", c.name, got, c.want)
		}
	}
}

// TestInitial: letters of which a drawing says nothing are as large as its reader says, and
// so are those that have sizes by name.
func TestInitial(t *testing.T) {
	d, err := drawing.ReadWith([]byte(svg(`<rect width="1em" height="1rem"/><rect font-size="xx-large" width="1em" height="1rem"/>`)), nil, drawing.Initial{Size: 12, Dir: 1})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := inner(string(d.Operators)), "0 g 0 0 12 12 re f Q q 0 g 0 0 24 12 re f"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestDesigns: what letters ask of a face that has several designs.
func TestDesigns(t *testing.T) {
	for _, c := range []struct {
		said string
		bold bool
		want drawing.Design
	}{
		{`font-weight="350"`, false, drawing.Design{Weight: 350}}, {`font-weight="bold"`, true, drawing.Design{}}, {`font-weight="900"`, true, drawing.Design{Weight: 900}},
		{`font-weight="bolder"`, true, drawing.Design{}}, {`font-weight="lighter"`, false, drawing.Design{Weight: 100}},
		{`font-weight="heavy"`, false, drawing.Design{}}, {`style="font-weight:300;font-stretch:condensed"`, false, drawing.Design{Weight: 300, Stretch: 75}},
		{`style="font-stretch:110%;font-style:oblique"`, false, drawing.Design{Stretch: 110, Leans: true}},
		{`style="font-optical-sizing:none;font-variation-settings:'wght' 650, &quot;GRAD&quot; -5.5"`, false, drawing.Design{Axes: "wght=650,GRAD=-5.5"}},
		{`style="font-variation-settings:'weight' 1"`, false, drawing.Design{}}, {`style="font:italic 300 10px serif"`, false, drawing.Design{Weight: 300, Leans: true}},
	} {
		d, err := drawing.Read([]byte(svg(`<text `+c.said+`>a</text>`)), nil)
		if err != nil || len(d.Labels) != 1 {
			t.Fatalf("%s: %v", c.said, err)
		}
		got := d.Labels[0].Runs[0]
		if fixed := strings.Contains(c.said, "sizing:none"); fixed != (got.Font.Size == 0) {
			t.Errorf("%s: for letters of %g pixels", c.said, got.Font.Size)
		}
		if got.Font.Size = 0; got.Font != c.want || got.Bold != c.bold {
			t.Errorf("%s: %+v, bold %t", c.said, got.Font, got.Bold)
		}
	}
	small, err := drawing.Read([]byte(`<svg xmlns="http://www.w3.org/2000/svg" width="30pt" viewBox="0 0 4 4"><g transform="scale(.5)"><text font-size="2">a</text></g></svg>`), nil)
	if err != nil || math.Abs(small.Labels[0].Runs[0].Font.Size-10) > 1e-9 {
		t.Errorf("%v, letters of %g pixels, want 10", err, small.Labels[0].Runs[0].Font.Size)
	}
	d, err := drawing.Read([]byte(svg(`<g font-weight="900"><text font-weight="lighter">a<tspan font-weight="lighter">b</tspan></text></g>`)), nil)
	if err != nil {
		t.Fatal(err)
	}
	if runs := d.Labels[0].Runs; !runs[0].Bold || runs[0].Font.Weight != 0 || runs[1].Bold || runs[1].Font.Weight != 0 {
		t.Errorf("lighter twice: %+v", runs)
	}
}

// inner is the operators behind the frame, in one line.
func inner(operators string) string {
	_, body, _ := strings.Cut(operators, "cm\n")
	s := strings.Join(strings.Fields(body), " ")
	s = strings.TrimSuffix(s, "Q")
	s = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(s), "q"), "Q")
	return strings.TrimSpace(s)
}

// TestGround: a drawing may have a ground of its own, which is all of the page's rectangle.
func TestGround(t *testing.T) {
	file := strings.Replace(svg(`<g style="background:lime"/>`), "<svg ", `<svg style="background-color:#ff000080" `, 1)
	d, err := drawing.Read([]byte(file), nil)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := inner(string(d.Operators)), "/GS0 gs 1 0 0 rg 0 0 100 50 re f Q q"; got != want || len(d.Omitted) > 0 {
		t.Errorf("%s, want %s; %v", got, want, d.Omitted)
	}
}

// TestSVGFrame: the size of a drawing, and where its plane lies in it.
func TestSVGFrame(t *testing.T) {
	for _, c := range []struct{ root, want string }{
		{`width="100pt" height="50pt" viewBox="0 0 100 50"`, "100×50 true: 1 0 0 -1 0 50"},
		{`width="40" height="20"`, "30×15 true: 0.75 0 0 -0.75 0 15"},
		{`viewBox="10 20 40 20"`, "30×15 false: 0.75 0 0 -0.75 -7.5 30"},
		{`width="100%" height="100%" viewBox="0 0 40 20"`, "30×15 false: 0.75 0 0 -0.75 0 15"},
		{``, "30×15 false: 0.75 0 0 -0.75 0 15"},
		{`width="1in" viewBox="0 0 40 20"`, "72×36 true: 1.8 0 0 -1.8 0 36"},
		{`width="100pt" height="100pt" viewBox="0 0 100 50"`, "100×100 true: 1 0 0 -1 0 75"},
		{`width="100pt" height="100pt" viewBox="0 0 100 50" preserveAspectRatio="none"`, "100×100 true: 1 0 0 -2 0 100"},
	} {
		p, err := drawing.Read([]byte(`<svg xmlns="http://www.w3.org/2000/svg" `+c.root+`><rect x="20" y="10" width="20" height="10"/></svg>`), nil)
		if err != nil {
			t.Errorf("%s: %v", c.root, err)
			continue
		}
		d := p
		_, matrix, _ := strings.Cut(string(d.Operators), "n\n")
		matrix, _, _ = strings.Cut(matrix, " cm")
		if got := fmt.Sprintf("%g×%g %v: %s", math.Round(d.Width*1e6)/1e6, math.Round(d.Height*1e6)/1e6, d.Sized, matrix); got != c.want {
			t.Errorf("%s: %s, want %s", c.root, got, c.want)
		}
	}
}

// TestOmitted: what pages cannot show is named, and the rest is drawn.
func TestOmitted(t *testing.T) {
	for body, want := range map[string]string{
		`<g><image href="a.png"/></g>`:                                "a picture, a.png",
		`<hatchpath/>`:                                                "an element hatchpath",
		`<rect width="1" height="1" filter="url(#m)"/>`:               "a filter of url(#m)",
		`<rect width="1" height="1" style="mix-blend-mode:somehow"/>`: "a mix-blend-mode of somehow",
		`<rect width="1furlong" height="1"/>`:                         "a width of 1furlong",
		`<use href="other.svg#x"/>`:                                   "a use of other.svg#x",
		`<g id="g"><use href="#g"/></g>`:                              "an element use that is in itself",
		`<path d="L1 1"/>`:                                            "the end of a path, which is broken",
		`<path d="M1 1 2"/>`:                                          "the end of a path, which is broken",
		`<path d="M1 1 k"/>`:                                          "the end of a path, which is broken",
		`<path d="M1e9 1"/>`:                                          "the end of a path, which is broken",
		`<polygon points="1 2 x"/>`:                                   "the end of a list of points, which is broken",
		`<rect transform="turn(3)"/>`:                                 "a transform of turn(3)",
		`<rect transform="rotate(3"/>`:                                "a transform of rotate(3",
		`<style>a:nth-child(2) { fill: red }</style>`:                 "a rule of style for a:nth-child(2)",
		`<style>@media (width > 3px) { a { fill: red } }</style>`:     "a rule of style, @media (width > 3px)",
		`<text><textPath href="#p">كلام</textPath></text>`:            "text along a path that is not there",
		`<text><altGlyph>كلام</altGlyph></text>`:                      "other forms of letters",
		`<text>ا<tspan textLength="9">ب</tspan></text>`:               "a textLength of a part of a line, or of several",
		`<rect width="1" height="1" fill="somehow"/>`:                 "a fill of somehow",
	} {
		d, err := drawing.Read([]byte(svg(body+"\n<path d='M0 0h9v9'/>")), nil)
		if err != nil || len(d.Omitted) != 1 || d.Omitted[0].What != want || d.Omitted[0].Line != 1 {
			t.Errorf("%s: %v, %v, want %q", body, d, err, want)
			continue
		}
		all := string(d.Operators)
		for _, f := range d.Forms {
			all += string(f.Operators)
		}
		if !strings.Contains(all, "0 0 m\n9 0 l\n9 9 l\nf\n") {
			t.Errorf("%s: the rest is not drawn", body)
		}
	}
}

// TestSVGRefused: what is broken or no drawing.
func TestSVGRefused(t *testing.T) {
	for _, file := range []string{`<svg`, svg(`<rect`), `<svg></svg><svg/>`, `<x><svg/></x>`, `<svg viewBox="0 0 0 1"/>`, `<svg viewBox="0 0 1"/>`, `<svg viewBox="a"/>`, `<svg/>`} {
		if p, err := drawing.Read([]byte(file), nil); err == nil {
			t.Errorf("%s is read: %+v", file, p)
		}
	}
}

// FuzzSVG: no drawing makes reading panic, and no operator is nonsense.
func FuzzSVG(f *testing.F) {
	f.Add(`<path d="M1 2 3 4h1v-1l1 1zM0 0C1 1 2 1 3 0S5-1 6 0Q3 3 6 0T12 0a1 1 0 011 1A5 5 30 1 0 9 9"/>`)
	f.Add(`<style>.a{fill:red}</style><g id="g" class="a" transform="rotate(90 5 6)scale(0)"><use href="#g"/></g>`)
	f.Add(`<circle r="2" stroke="#12345678" stroke-dasharray="3,1" opacity="2"/><rect rx="9" width="1" height="1e-9"/>`)
	f.Fuzz(func(t *testing.T, body string) {
		p, err := drawing.Read([]byte(svg(body)), nil)
		if err != nil {
			return
		}
		depth := 0
		for _, word := range strings.Fields(string(p.Operators)) {
			switch word {
			case "q":
				depth++
			case "Q":
				depth--
			case "NaN", "+Inf", "-Inf":
				t.Fatalf("%q among the operators", word)
			}
		}
		if depth != 0 {
			t.Fatalf("%d more q than Q", depth)
		}
	})
}
