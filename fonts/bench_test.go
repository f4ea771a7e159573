package fonts

import "testing"

// twoThousand is an encoding as a long vocalised book has it: letters, kerned
// ones, and marks on letters.
func twoThousand(b *testing.B) *Encoding {
	b.Helper()
	regular, _ := Amiri()
	f := readFace(b, regular)
	fatha, shadda := gidOf(b, f, 'َ'), gidOf(b, f, 'ّ')
	e := NewEncoding(f)
	for i := 0; len(e.Sorts) < 2000; i++ {
		gid := uint16(1000 + i)
		s := Sort{Parts: []Part{{GID: gid}}, Advance: uint16(f.Advance(int(gid))), Text: "ب"}
		switch i % 4 {
		case 1:
			s.Parts[0].GID--
			s.Advance += 20
		case 2:
			s.Parts = append(s.Parts, Part{fatha, 120, 40})
		case 3:
			s.Parts = append(s.Parts, Part{shadda, 120, 40}, Part{fatha, 120, 240})
		}
		e.Code(s)
	}
	return e
}

func BenchmarkProgram(b *testing.B) {
	e := twoThousand(b)
	b.ReportAllocs()
	for b.Loop() {
		e.Program()
	}
}

func BenchmarkBounds(b *testing.B) {
	e := twoThousand(b)
	b.ReportAllocs()
	for b.Loop() {
		e.inked = 0
		e.Bounds()
	}
}

func BenchmarkCode(b *testing.B) {
	e := twoThousand(b)
	b.ReportAllocs()
	for b.Loop() {
		for i := range e.Sorts {
			e.Code(e.Sorts[i])
		}
	}
}

func BenchmarkReadFace(b *testing.B) {
	regular, _ := Amiri()
	b.ReportAllocs()
	for b.Loop() {
		readFace(b, regular)
	}
}
