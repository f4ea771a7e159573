// Package packing takes a font out of the file that it is packed in: a collection
// (OpenType 1.9, "Font Collections"), WOFF 1.0 or WOFF 2.0, as the W3C recommends them.
package packing

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"warraq/fonts/internal/sfnt"

	"github.com/go-text/typesetting/font/opentype/tables"
)

// most is how many bytes a font may have when it is unpacked, so that a small file of a
// stranger does not fill the memory: three times the largest faces there are.
const most = 64 << 20

var (
	errLarge  = fmt.Errorf("it unpacks to more than %d MB; use a smaller font", most>>20)
	errSingle = errors.New("it is a single face, of which none can be chosen; take face away")
)

// Open gives the tables of a font by tag, and whether the file was packed. Of several
// faces it is the one that is named, by its number from 1 or by its name, or else the first.
func Open(data []byte, face string) (parts map[string][]byte, packed bool, err error) {
	var all []map[string][]byte
	switch string(data[:min(4, len(data))]) {
	case "ttcf":
		all, err = collection(data)
	case "wOFF":
		parts, err = woff(data)
		all = []map[string][]byte{parts}
	case "wOF2":
		all, err = woff2(data)
	default:
		parts, err = sfnt.Tables(data)
		if err == nil && face != "" {
			err = errSingle
		}
		return parts, false, err
	}
	if err != nil {
		return nil, true, err
	}
	parts, err = choose(all, face)
	return parts, true, err
}

// choose finds a face among those of a collection.
func choose(all []map[string][]byte, face string) (map[string][]byte, error) {
	if len(all) == 0 {
		return nil, sfnt.ErrDamaged
	}
	if face == "" {
		return all[0], nil
	}
	if len(all) == 1 {
		return nil, errSingle
	}
	if n, err := strconv.Atoi(face); err == nil && n >= 1 && n <= len(all) {
		return all[n-1], nil
	}
	var names []string
	for i, parts := range all {
		table, _, _ := tables.ParseName(parts["name"])
		full := table.Name(4)
		for _, id := range []tables.NameID{4, 6, 1} {
			if name := table.Name(id); name != "" && plain(name) == plain(face) {
				return parts, nil
			}
		}
		names = append(names, fmt.Sprintf("%d %s", i+1, full))
	}
	return nil, fmt.Errorf("it has no face %s, but %s", face, strings.Join(names, ", "))
}

// plain is a name as people write it, with spaces and hyphens or without.
func plain(name string) string {
	return strings.ToLower(strings.NewReplacer(" ", "", "-", "").Replace(name))
}

// mostFaces is how many faces a collection may have; the largest have some seventy.
const mostFaces = 512

// collection gives the tables of each face of a collection.
func collection(data []byte) (all []map[string][]byte, err error) {
	if len(data) < 12 {
		return nil, sfnt.ErrDamaged
	}
	n := binary.BigEndian.Uint32(data[8:])
	if n > mostFaces || len(data) < 12+4*int(n) {
		return nil, sfnt.ErrDamaged
	}
	for i := range int(n) {
		parts, err := sfnt.TablesAt(data, binary.BigEndian.Uint32(data[12+4*i:]))
		if err != nil {
			return nil, err
		}
		all = append(all, parts)
	}
	return all, nil
}

// woff gives the tables of a file of WOFF 1.0, each packed for itself (§4, 5).
func woff(data []byte) (map[string][]byte, error) {
	const head, entry = 44, 20
	if len(data) < head {
		return nil, sfnt.ErrDamaged
	}
	n := int(binary.BigEndian.Uint16(data[12:]))
	if len(data) < head+n*entry {
		return nil, sfnt.ErrDamaged
	}
	parts, size := make(map[string][]byte, n), uint64(0)
	for i := range n {
		e := data[head+i*entry:]
		from, packed, whole := uint64(binary.BigEndian.Uint32(e[4:])), uint64(binary.BigEndian.Uint32(e[8:])), uint64(binary.BigEndian.Uint32(e[12:]))
		if from+packed > uint64(len(data)) || packed > whole {
			return nil, sfnt.ErrDamaged
		}
		if size += whole; size > most {
			return nil, errLarge
		}
		table := data[from : from+packed]
		if packed < whole {
			z, err := zlib.NewReader(bytes.NewReader(table))
			if err != nil {
				return nil, sfnt.ErrDamaged
			}
			if table, err = readAll(z, int(whole)); err != nil {
				return nil, err
			}
		}
		parts[string(e[:4])] = table
	}
	return parts, nil
}

// readAll reads exactly so many bytes, and takes memory as they come: what a file says
// of its size may not be true.
func readAll(r io.Reader, size int) ([]byte, error) {
	var b bytes.Buffer
	n, err := io.Copy(&b, io.LimitReader(r, int64(size)+1))
	if err != nil || int(n) != size {
		return nil, sfnt.ErrDamaged
	}
	return b.Bytes(), nil
}
