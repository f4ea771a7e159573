package intake

import "bytes"

// Picture is a file that a figure or an image of the text names.
type Picture struct {
	Name string // as Src has it, without a folder
	Data []byte
}

// PictureExtension is the ending of a picture that a book can hold, by its bytes: ".png";
// empty for any other.
func PictureExtension(data []byte) string {
	for _, m := range []struct{ start, ext string }{{"\x89PNG\r\n\x1a\n", ".png"}, {"\xff\xd8\xff", ".jpg"}, {"GIF8", ".gif"}, {"%PDF-", ".pdf"}} {
		if bytes.HasPrefix(data, []byte(m.start)) {
			return m.ext
		}
	}
	switch {
	case bytes.HasPrefix(data, []byte("RIFF")) && len(data) > 12 && string(data[8:12]) == "WEBP":
		return ".webp"
	case bytes.Contains(data[:min(len(data), 1000)], []byte("<svg")):
		return ".svg"
	}
	return ""
}
