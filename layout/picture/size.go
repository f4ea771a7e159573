package picture

import (
	"bytes"
	"encoding/binary"

	"golang.org/x/image/webp"
)

// Size is what the head of a file says: how many pixels the picture has, and how many of
// them are in memory at once while it is read. Both are 0 for a drawing, and for what is no
// picture.
func Size(data []byte) (pixels, decoded int64) {
	switch {
	case len(data) > 29 && bytes.HasPrefix(data, []byte(pngSignature)):
		pixels = area(binary.BigEndian.Uint32(data[16:]), binary.BigEndian.Uint32(data[20:]))
		head, _, _ := bytes.Cut(data, []byte("IDAT"))
		if color, interlaced := data[25], data[28] != 0; color <= pngIndexed && !interlaced && !bytes.Contains(head, []byte("tRNS")) {
			return pixels, 0
		}
		return pixels, pixels
	case bytes.HasPrefix(data, []byte("\xFF\xD8")):
		var f jpegFile
		_, _ = f.segments(data) // an error is told when the picture is read
		return area(uint32(f.plane.Width), uint32(f.plane.Height)), 0
	case len(data) >= 10 && bytes.HasPrefix(data, []byte("GIF8")):
		pixels = area(uint32(binary.LittleEndian.Uint16(data[6:])), uint32(binary.LittleEndian.Uint16(data[8:])))
	case len(data) >= 12 && string(data[:4]) == "RIFF" && string(data[8:12]) == "WEBP":
		if config, err := webp.DecodeConfig(bytes.NewReader(data)); err == nil {
			pixels = area(uint32(config.Width), uint32(config.Height))
		}
	}
	return pixels, pixels
}

func area(width, height uint32) int64 { return int64(min(width, 1<<30)) * int64(min(height, 1<<30)) }
