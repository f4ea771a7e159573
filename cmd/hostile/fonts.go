package main

import (
	"encoding/binary"
	"os"
	"strings"
)

// fontFiles are faces that a manuscript brings: our own, damaged, or no face at all. None
// holds a table that would keep a shaper busy; those are tried by the tests of
// package fonts, small and over lowered bounds.
func fontFiles() (all []input) {
	one := func(name string, data func() string) {
		all = append(all, book("font: "+name, is(head+"fonts: {regular: f.ttf}\n")).with("f.ttf", data))
	}
	face := func() []byte {
		data, err := os.ReadFile("fonts/amiri/Amiri-Regular.ttf")
		if err != nil {
			panic(err)
		}
		return data
	}
	damaged := func(change func(data []byte) []byte) func() string {
		return func() string { return string(change(face())) }
	}
	one("empty", is(""))
	one("header alone", is("\x00\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"))
	one("header of many tables", is("\x00\x01\x00\x00\xff\xff\x00\x00\x00\x00\x00\x00"))
	one("text", is("this is no font\n"))
	one("picture", is(pngOf(8, 8)))
	one("WOFF", is("wOFF\x00\x01\x00\x00"+strings.Repeat("\x00", 40)))
	one("WOFF2", is("wOF2\x00\x01\x00\x00"+strings.Repeat("\x00", 40)))
	one("collection", is("ttcf\x00\x01\x00\x00\xff\xff\xff\xff"))
	one("OTTO of nothing", is("OTTO\x00\x00\x00\x00\x00\x00\x00\x00"))
	one("cut in half", damaged(func(d []byte) []byte { return d[:len(d)/2] }))
	one("cut by a byte", damaged(func(d []byte) []byte { return d[:len(d)-1] }))
	one("with more behind it", damaged(func(d []byte) []byte { return append(d, make([]byte, 1<<20)...) }))
	for _, table := range []string{"GSUB", "GPOS", "GDEF", "glyf", "loca", "cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post"} {
		one("without "+table, damaged(func(d []byte) []byte { return rename(d, table) }))
		one("damaged "+table, damaged(func(d []byte) []byte { return scatter(d, table) }))
		one("zeros for "+table, damaged(func(d []byte) []byte { return fill(d, table, 0) }))
		one("ones for "+table, damaged(func(d []byte) []byte { return fill(d, table, 0xff) }))
		one("table outside "+table, damaged(func(d []byte) []byte {
			binary.BigEndian.PutUint32(record(d, table)[8:], 1<<31)
			return d
		}))
	}
	return all
}

// record is the entry of a table in the directory.
func record(d []byte, table string) []byte {
	for i := range int(binary.BigEndian.Uint16(d[4:])) {
		if r := d[12+16*i:][:16]; string(r[:4]) == table {
			return r
		}
	}
	return make([]byte, 16)
}

func rename(d []byte, table string) []byte {
	copy(record(d, table), "XXXX")
	return d
}

// body is the bytes of a table.
func body(d []byte, table string) []byte {
	r := record(d, table)
	return d[binary.BigEndian.Uint32(r[8:]):][:binary.BigEndian.Uint32(r[12:])]
}

// scatter changes a byte in every 97 of a table.
func scatter(d []byte, table string) []byte {
	b := body(d, table)
	for i := 0; i < len(b); i += 97 {
		b[i] ^= byte(i%255 + 1)
	}
	return d
}

func fill(d []byte, table string, with byte) []byte {
	b := body(d, table)
	for i := range b {
		b[i] = with
	}
	return d
}
