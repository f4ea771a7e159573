package pdf_test

import (
	"bytes"
	"fmt"
	"testing"

	"warraq/content"
	"warraq/content/setup"
	"warraq/layout/display"
	"warraq/layout/format"
	"warraq/layout/pdf"
	"warraq/layout/picture"
)

// TestDrawingParts: gradients are patterns, what is blended is a group, and what fades
// lies behind a soft mask in grays.
func TestDrawingParts(t *testing.T) {
	p, err := picture.Read([]byte(`<svg xmlns="http://www.w3.org/2000/svg" width="10pt" height="10pt" viewBox="0 0 10 10">` +
		`<linearGradient id="l"><stop/><stop offset=".5" stop-color="red"/><stop offset=".5" stop-color="lime"/><stop offset="1" stop-opacity="0"/></linearGradient><rect width="9" height="9" fill="url(#l)"/></svg>`))
	if err != nil {
		t.Fatal(err)
	}
	book := &display.Book{Pages: []*display.Page{{Number: 1, Items: []display.Item{&display.Image{Rect: display.Rect{W: 30, H: 30}, Asset: "a"}}}},
		Pictures: map[string]*picture.Picture{"a": p}, Style: format.Style{Trim: setup.Size{W: 200, H: 400}}}
	var b bytes.Buffer
	if err := pdf.Write(&b, new(content.Document), book, pdf.Options{}); err != nil {
		t.Fatal(err)
	}
	file := read(t, b.Bytes())
	object := file.dict(file.dict(file.pages[0]["Resources"])["XObject"])["Im1"]
	resources := file.dict(file.dict(object)["Resources"])
	masked := file.dict(file.dict(resources["ExtGState"])["GS0"])
	mask := file.dict(file.dict(masked["SMask"])["G"])
	if group := file.dict(mask["Group"]); group["CS"] != name("DeviceGray") {
		t.Errorf("the mask is blended as %v", group)
	}
	patterns := file.dict(resources["Pattern"])
	for pattern, space := range map[string]name{"P0": "DeviceGray", "P1": "DeviceRGB"} {
		shading := file.dict(file.dict(patterns[pattern])["Shading"])
		if shading["ColorSpace"] != space || shading["ShadingType"] != 2.0 {
			t.Errorf("%s is %v", pattern, shading)
		}
		if bounds := fmt.Sprint(file.dict(shading["Function"])["Bounds"]); bounds != "[0.5 0.50001]" {
			t.Errorf("%s changes at %s", pattern, bounds)
		}
	}
	if file.dict(file.pages[0]["Group"])["CS"] != name("DeviceRGB") {
		t.Error("the page says not in what it is blended")
	}
}
