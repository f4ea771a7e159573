package packing

import (
	"bytes"
	"io"

	"github.com/andybalholm/brotli"
)

// Brotli unpacks a whole file that is packed by Brotli (RFC 7932). It knows no limit:
// it is for the faces of the program, not for those of strangers.
func Brotli(data []byte) ([]byte, error) {
	return io.ReadAll(brotli.NewReader(bytes.NewReader(data)))
}
