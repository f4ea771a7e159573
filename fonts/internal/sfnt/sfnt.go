// Package sfnt is the form that font files have: named tables, and the packing of
// points in one of them (OpenType 1.9, "Font Tables", "glyf").
package sfnt

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"sort"
)

// ErrDamaged marks a table, or a file, that ends before its contents do.
var ErrDamaged = errors.New("font is truncated or damaged; get a fresh copy")

// Tables gives the tables of a file by tag (OpenType 1.9, "Table Directory").
func Tables(data []byte) (map[string][]byte, error) { return TablesAt(data, 0) }

// TablesAt does so for the font whose directory begins at a place of a collection.
func TablesAt(data []byte, at uint32) (map[string][]byte, error) {
	if uint64(at)+12 > uint64(len(data)) {
		return nil, ErrDamaged
	}
	head := data[at:]
	n := int(binary.BigEndian.Uint16(head[4:]))
	if len(head) < 12+16*n {
		return nil, ErrDamaged
	}
	tables := make(map[string][]byte, n)
	for i := range n {
		entry := head[12+16*i:]
		from, length := uint64(binary.BigEndian.Uint32(entry[8:])), uint64(binary.BigEndian.Uint32(entry[12:]))
		if from+length > uint64(len(data)) {
			return nil, ErrDamaged
		}
		tables[string(entry[:4])] = data[from : from+length]
	}
	return tables, nil
}

// least are the least lengths of tables that every font has: those of their first
// versions.
var least = []struct {
	tag  string
	size int
}{{"head", 54}, {"hhea", 36}, {"maxp", 6}, {"hmtx", 4}, {"loca", 4}}

// Whole says which of some tables that every font has is missing, or too short to be one.
func Whole(tables map[string][]byte, tags ...string) error {
	for _, t := range least {
		if len(tables[t.tag]) < t.size && slices.Contains(tags, t.tag) {
			return fmt.Errorf("table %s: %w", t.tag, ErrDamaged)
		}
	}
	return nil
}

// Words writes 16-bit numbers, as most small tables are made of.
func Words(values ...int) []byte {
	b := make([]byte, 0, 2*len(values))
	for _, v := range values {
		b = binary.BigEndian.AppendUint16(b, uint16(v))
	}
	return b
}

// Assemble writes a TrueType file, its tables sorted by tag.
func Assemble(tables map[string][]byte) []byte {
	tags := make([]string, 0, len(tables))
	size := 12
	for tag, data := range tables {
		tags = append(tags, tag)
		size += 16 + (len(data)+3)&^3
	}
	sort.Strings(tags)
	log := 0
	for 2<<log <= len(tags) {
		log++
	}
	file := make([]byte, 0, size)
	file = append(file, 0, 1, 0, 0)
	for _, v := range [...]int{len(tags), 16 << log, log, 16 * (len(tags) - 1<<log)} {
		file = binary.BigEndian.AppendUint16(file, uint16(v))
	}
	at := 12 + 16*len(tags)
	for _, tag := range tags {
		file = append(file, tag...)
		file = binary.BigEndian.AppendUint32(file, Checksum(tables[tag]))
		file = binary.BigEndian.AppendUint32(file, uint32(at))
		file = binary.BigEndian.AppendUint32(file, uint32(len(tables[tag])))
		at += (len(tables[tag]) + 3) &^ 3
	}
	for _, tag := range tags {
		file = Pad4(append(file, tables[tag]...), 0)
	}
	return file
}

// Pad4 pads what begins at from to words of four bytes.
func Pad4(b []byte, from int) []byte {
	for (len(b)-from)%4 != 0 {
		b = append(b, 0)
	}
	return b
}

// Checksum is the sum of a table's big-endian words (OpenType 1.9,
// "Calculating Checksums").
func Checksum(data []byte) uint32 {
	var sum uint32
	for len(data) >= 4 {
		sum += binary.BigEndian.Uint32(data)
		data = data[4:]
	}
	var last [4]byte
	copy(last[:], data)
	return sum + binary.BigEndian.Uint32(last[:])
}

// wholeSum is what all words of a font add up to (OpenType 1.9, "head").
const wholeSum = 0xB1B0AFBA

// Seal writes into the table head of a file what makes its words add up to that.
func Seal(file []byte) {
	tables, err := Tables(file)
	if err != nil || len(tables["head"]) < 12 {
		return
	}
	binary.BigEndian.PutUint32(tables["head"][8:], 0)
	binary.BigEndian.PutUint32(tables["head"][8:], wholeSum-Checksum(file))
}
