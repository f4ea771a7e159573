package fonts

import (
	"crypto/sha256"
	"encoding/binary"
)

// Sum is a digest of the outlines of the face, and of how large its em is: glyphs of one
// number are drawn alike in faces of one sum. It is the same in every run.
func (f *Face) Sum() uint64 {
	h := sha256.New()
	h.Write(f.glyf)
	h.Write(f.hmtx)
	offsets := make([]byte, 0, 4*len(f.loca)+8)
	for _, at := range f.loca {
		offsets = binary.LittleEndian.AppendUint32(offsets, at)
	}
	h.Write(binary.LittleEndian.AppendUint64(offsets, uint64(f.UnitsPerEm)))
	return binary.LittleEndian.Uint64(h.Sum(nil))
}
