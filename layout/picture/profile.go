package picture

import (
	"bytes"
	"encoding/binary"
	"io"

	"github.com/klauspost/compress/zlib"
)

// mostProfile bounds the profile of a picture, bytes: those of presses have two million.
const mostProfile = 4 << 20

// profileOf is a profile as it is embedded (ICC.1:2022 7.2), if it can tell what the
// colours of a space mean; nil for one that cannot, and for sRGB, which is meant where
// nothing is said.
func profileOf(icc []byte, space Space) []byte {
	const least = 132 // the header, and how many tags there are
	if len(icc) < least || len(icc) > mostProfile || int(binary.BigEndian.Uint32(icc)) != len(icc) || string(icc[36:40]) != "acsp" || icc[8] > 4 {
		return nil
	}
	class, colors := string(icc[12:16]), string(icc[16:20])
	switch space {
	case RGB, Indexed:
		if colors != "RGB " || class != "mntr" && class != "scnr" && class != "spac" || isSRGB(icc) {
			return nil
		}
	case CMYK:
		if colors != "CMYK" || class != "prtr" && class != "spac" {
			return nil
		}
	default:
		return nil
	}
	return icc
}

// isSRGB tells whether a profile says that it is of sRGB, in its description (9.2.41).
func isSRGB(icc []byte) bool {
	for at := 132; at+12 <= len(icc) && (at-132)/12 < int(binary.BigEndian.Uint32(icc[128:])); at += 12 {
		if string(icc[at:at+4]) != "desc" {
			continue
		}
		from, size := uint64(binary.BigEndian.Uint32(icc[at+4:])), uint64(binary.BigEndian.Uint32(icc[at+8:]))
		if from+size > uint64(len(icc)) {
			return false
		}
		return bytes.Contains(bytes.ReplaceAll(icc[from:from+size], []byte{0}, nil), []byte("sRGB"))
	}
	return false
}

// iccChunks are the parts of a profile in the segments of a JPEG, by their numbers from 1
// (ICC.1:2022 B.4).
type iccChunks map[byte][]byte

// add takes a segment that says that it is of a profile.
func (c *iccChunks) add(body []byte) {
	const name = "ICC_PROFILE\x00"
	if len(body) < len(name)+2 || string(body[:len(name)]) != name {
		return
	}
	if *c == nil {
		*c = make(iccChunks)
	}
	(*c)[body[len(name)]] = body[len(name)+2:]
}

// whole is the profile of all parts.
func (c iccChunks) whole() (icc []byte) {
	for n := 1; n <= len(c); n++ {
		icc = append(icc, c[byte(n)]...)
	}
	return icc
}

// iccOfPNG is the profile in an iCCP chunk (PNG 1.2, 4.2.2.4): a name, how it is
// compressed, and it.
func iccOfPNG(body []byte) []byte {
	name, packed, ok := bytes.Cut(body, []byte{0})
	if !ok || len(name) > 79 || len(packed) < 1 || packed[0] != 0 {
		return nil
	}
	z, err := zlib.NewReader(bytes.NewReader(packed[1:]))
	if err != nil {
		return nil
	}
	icc, err := io.ReadAll(io.LimitReader(z, mostProfile+1))
	if err != nil {
		return nil
	}
	return icc
}
