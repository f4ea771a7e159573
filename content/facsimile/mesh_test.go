package facsimile_test

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image/color"
	"image/png"
	"strings"
	"testing"

	"warraq/content/facsimile"
)

// TestMeshes: shadings that no drawing has are pixels, whatever they are made of.
func TestMeshes(t *testing.T) {
	const shape = "/ColorSpace /DeviceRGB /BitsPerCoordinate 8 /BitsPerComponent 8 /BitsPerFlag 8 /Decode [0 255 0 255 0 1 0 1 0 1]"
	corner := func(x, y byte) []byte { return []byte{x, y, 255, 0, 0} }
	join := func(parts ...[]byte) []byte { return bytes.Join(parts, nil) }
	edge := []byte{0, 0, 0, 30, 0, 60, 0, 90, 30, 90, 60, 90, 90, 90, 90, 60, 90, 30, 90, 0, 60, 0, 30, 0}
	colors := bytes.Repeat([]byte{255, 0, 0}, 4)
	for name, shading := range map[string]string{
		"a function": stream("/ShadingType 1 /ColorSpace /DeviceRGB /Matrix [90 0 0 90 0 0] /Function << /FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1] >>", nil),
		"triangles":  stream("/ShadingType 4 "+shape, join([]byte{0}, corner(0, 0), []byte{0}, corner(90, 0), []byte{0}, corner(0, 90), []byte{1}, corner(90, 90))),
		"a lattice":  stream("/ShadingType 5 /VerticesPerRow 2 "+shape, join(corner(0, 0), corner(90, 0), corner(0, 90), corner(90, 90))),
		"a patch":    stream("/ShadingType 6 "+shape, join([]byte{0}, edge, colors)),
		"a tensor":   stream("/ShadingType 7 "+shape, join([]byte{0}, edge, []byte{30, 30, 30, 60, 60, 60, 60, 30}, colors)),
		"beside":     stream("/ShadingType 6 "+shape, join([]byte{0}, edge, colors, []byte{2, 120, 0, 150, 0, 180, 0, 180, 30, 180, 60, 180, 90, 150, 90, 120, 90}, colors[:6])),
	} {
		if name == "a function" {
			shading = strings.Replace(shading, "<< /FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1] >>", "6 0 R", 1)
		}
		d, err := facsimile.Page(sheet("/S sh", "/Shading << /S 5 0 R >>", shading, stream("/FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1]", []byte("{ pop pop 1 0 0 }"))), 1, usual)
		if err != nil || len(d.Left) > 0 {
			t.Errorf("%s: %v, %v", name, err, d.Left)
			continue
		}
		_, rest, _ := strings.Cut(string(d.SVG), "base64,")
		file, _, _ := strings.Cut(rest, "\"")
		data, _ := base64.StdEncoding.DecodeString(file)
		m, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Errorf("%s: %v\n%s", name, err, d.SVG)
			continue
		}
		at := func(x, y int) string {
			return fmt.Sprint(color.NRGBAModel.Convert(m.At(x*m.Bounds().Dx()/100, y*m.Bounds().Dy()/100)))
		}
		if at(45, 55) != "{255 0 0 255}" || at(80, 20) != "{255 0 0 255}" || at(50, 5) != "{0 0 0 0}" {
			t.Errorf("%s: %s, %s, %s", name, at(45, 55), at(80, 20), at(50, 5))
		}
	}
}
