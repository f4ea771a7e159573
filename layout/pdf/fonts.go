package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf16"

	"golang.org/x/sync/errgroup"

	"warraq/fonts"
	"warraq/layout/pdf/cos"
)

// codeFonts puts behind the codes of the contents what they mean: a Type 0
// font with the code font's ink, its widths, and a map to Unicode
// (ISO 32000-1 9.7, 9.10). What gopdf drafted of fonts had no ink and is left
// behind.
func codeFonts(j *job) error {
	names, err := j.fontsOf(j.Draft, 0)
	if err != nil {
		return err
	}
	j.Put(j.resources, "<</Font<<"+names+">>"+j.xobjects+">>")
	return nil
}

// fontsOf adds the fonts of a draft and names them as its contents do. Before
// them the file has some others.
func (j *job) fontsOf(d *Draft, others int) (names string, err error) {
	programs, err := d.programs()
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for i, enc := range d.set.Fonts {
		fmt.Fprintf(&b, "/F%d %s", i+1, j.font(enc, programs[i], others+i))
	}
	return b.String(), nil
}

// programs makes the TrueType programs of the code fonts.
func programs(all []*fonts.Encoding, workers int) ([][]byte, error) {
	programs := make([][]byte, len(all))
	var group errgroup.Group
	group.SetLimit(workers)
	for i, enc := range all {
		group.Go(func() error {
			if len(enc.Sorts) == 0 {
				return errors.New("a font without codes")
			}
			programs[i] = enc.Program()
			return nil
		})
	}
	return programs, group.Wait()
}

// font adds the objects of one font and gives its reference.
func (j *job) font(enc *fonts.Encoding, program []byte, i int) cos.Ref {
	face := enc.Face
	name := fmt.Sprintf("%s+%s", subsetTag(i), face.Name)
	scale := func(units int) string { return cos.Num(float64(units) * 1000 / float64(face.UnitsPerEm)) }
	file := j.AddStream(fmt.Sprintf("/Length1 %d", len(program)), program, true)
	box := enc.Bounds()
	descriptor := j.Add(fmt.Sprintf("<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[%s %s %s %s]/ItalicAngle 0/Ascent %s/Descent %s/CapHeight %s/StemV %d/FontFile2 %s>>",
		name, scale(box[0]), scale(box[1]), scale(box[2]), scale(box[3]),
		scale(face.Ascent), scale(face.Descent), scale(face.Ascent), stem(face), file))
	descendant := j.Add(fmt.Sprintf("<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %s/CIDToGIDMap/Identity/DW 0/W[%s]>>",
		name, descriptor, widths(enc)))
	unicode := j.AddStream("", toUnicode(enc), true)
	return j.Add(fmt.Sprintf("<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%s]/ToUnicode %s>>",
		name, descendant, unicode))
}

// subsetTag is the six letters that mark a subset (ISO 32000-1 9.6.4), one a font.
func subsetTag(i int) string {
	b := []byte("WARRAA")
	b[5] += byte(i % 26)
	b[4] += byte(i / 26 % 26)
	return string(b)
}

// stem is a face's usual stem width, for viewers that stand in another font.
func stem(face *fonts.Face) int {
	if face.Weight >= 600 {
		return 140
	}
	return 80
}

// widths writes the advances of codes 1… in thousandths of an em, one after
// the other (ISO 32000-1 9.7.4.3).
func widths(enc *fonts.Encoding) string {
	var b strings.Builder
	b.WriteString("1[")
	for i, s := range enc.Sorts {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(cos.Num(float64(s.Advance) * 1000 / float64(enc.Face.UnitsPerEm)))
	}
	b.WriteByte(']')
	return b.String()
}

// toUnicode writes the map from codes to text (ISO 32000-1 9.10.3), in blocks
// of at most 100.
func toUnicode(enc *fonts.Encoding) []byte {
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	const block = 100
	for from := 0; from < len(enc.Sorts); from += block {
		part := enc.Sorts[from:min(from+block, len(enc.Sorts))]
		fmt.Fprintf(&b, "%d beginbfchar\n", len(part))
		for i, s := range part {
			fmt.Fprintf(&b, "<%04X> <", from+i+1)
			for _, u := range utf16.Encode([]rune(s.Text)) {
				fmt.Fprintf(&b, "%04X", u)
			}
			b.WriteString(">\n")
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.Bytes()
}
