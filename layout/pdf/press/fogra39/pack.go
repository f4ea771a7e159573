//go:build ignore

// Pack lets colprof, of Argyll, make a profile of the measured data FOGRA39L.ti3 and
// writes the one that is shipped, fogra39.icc: the same tables, the description and
// the target that the registry of the ICC asks for, no clock, and no tag that only
// one program reads. Both are packages of Debian: argyll, icc-profiles-free.
package main

import (
	"bytes"
	"encoding/binary"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

const (
	described = "Based on FOGRA39 (offset, coated paper, ISO 12647-2:2004/Amd 1)"
	copyright = "Made from the characterization data FOGRA39L of Fogra, www.fogra.org. Neither made nor endorsed by Fogra. May be used, embedded, copied, changed and passed on without restriction; no warranty."
	target    = "ICCHDAT FOGRA39"
)

var created = []uint16{2026, 11, 25, 0, 0, 0}

func main() {
	data := flag.String("data", "/usr/share/color/icc/FOGRA39L.ti3", "measured data, in the form that colprof reads")
	flag.Parse()
	in, err := profile(*data)
	if err == nil {
		err = os.WriteFile("fogra39.icc", pack(in), 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// profile is what colprof makes of a file of measured data.
func profile(data string) ([]byte, error) {
	dir, err := os.MkdirTemp("", "fogra39-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	measured, err := os.ReadFile(data)
	if err != nil {
		return nil, err
	}
	if err := os.WriteFile(filepath.Join(dir, "FOGRA39L.ti3"), measured, 0o644); err != nil {
		return nil, err
	}
	cmd := exec.Command("colprof", strings.Fields("-nc -qm -bm -l300 -kp 0 .2 1 1 .6 -D x -C x -O raw.icc FOGRA39L")...)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("colprof: %w: %s", err, out)
	}
	return os.ReadFile(filepath.Join(dir, "raw.icc"))
}

func pack(in []byte) []byte {
	be := binary.BigEndian
	old := map[string][]byte{}
	for i := range int(be.Uint32(in[128:])) {
		e := in[132+12*i:]
		old[string(e[:4])] = in[be.Uint32(e[4:]):][:be.Uint32(e[8:])]
	}
	tags := []struct {
		names []string
		data  []byte
	}{
		{[]string{"desc"}, description(described)},
		{[]string{"cprt"}, text(copyright)},
		{[]string{"wtpt"}, old["wtpt"]},
		{[]string{"targ"}, text(target)},
		{[]string{"A2B0", "A2B1", "A2B2"}, old["A2B1"]},
		{[]string{"B2A0", "B2A1", "B2A2"}, old["B2A1"]},
		{[]string{"gamt"}, old["gamt"]},
	}
	count := 0
	for _, t := range tags {
		count += len(t.names)
	}
	table := be.AppendUint32(nil, uint32(count))
	var body []byte
	for _, t := range tags {
		at := 128 + 4 + 12*count + len(body)
		for _, n := range t.names {
			table = append(table, n...)
			table = be.AppendUint32(table, uint32(at))
			table = be.AppendUint32(table, uint32(len(t.data)))
		}
		body = append(body, t.data...)
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
	}
	head := bytes.Clone(in[:128])
	clear(head[4:8]) // no colour engine is preferred
	for i, v := range created {
		be.PutUint16(head[24+2*i:], v)
	}
	clear(head[40:44]) // nor a platform
	clear(head[84:])   // reserved before version 4 (ICC.1:2001-04 6.1)
	out := append(append(head, table...), body...)
	be.PutUint32(out, uint32(len(out)))
	return out
}

// text is a textType (ICC.1:2001-04 6.5.18).
func text(s string) []byte { return append([]byte("text\x00\x00\x00\x00"+s), 0) }

// description is a textDescriptionType (ICC.1:2001-04 6.5.17), in ASCII alone.
func description(s string) []byte {
	d := append([]byte("desc"), 0, 0, 0, 0)
	d = binary.BigEndian.AppendUint32(d, uint32(len(s)+1))
	d = append(append(d, s...), 0)
	return append(d, make([]byte, 4+4+2+1+67)...)
}
