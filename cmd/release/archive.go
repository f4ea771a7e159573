package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/klauspost/compress/gzip"
)

// file is what an archive holds.
type file struct {
	name string // with slashes
	data []byte
	mode fs.FileMode
}

// archive writes one for each platform: the program, what it is, and what a shell and
// man know of it, in a folder of its own.
func (r *release) archive() error {
	for _, p := range platforms {
		files, err := r.contents(p)
		if err != nil {
			return err
		}
		stem := fmt.Sprintf("%s-%s-%s-%s", r.about.Name, r.version, p.OS, p.Arch)
		for i := range files {
			files[i].name = stem + "/" + files[i].name
		}
		pack, name := tarball, stem+".tar.gz"
		if p.OS == "windows" {
			pack, name = zipped, stem+".zip"
		}
		data, err := pack(files, r.time)
		if err != nil {
			return err
		}
		if err := r.write(name, data); err != nil {
			return err
		}
		sum := sha256.Sum256(data)
		r.archives = append(r.archives, artifact{p, name, hex.EncodeToString(sum[:])})
	}
	return nil
}

// contents are the files of a platform's archive.
func (r *release) contents(p platform) ([]file, error) {
	program, err := os.ReadFile(r.program(p))
	if err != nil {
		return nil, err
	}
	files := []file{{p.program(), program, 0o755}, {"LICENCES.txt", r.licences, 0o644}}
	for _, name := range []string{"README.md", "CHANGELOG.md", "LICENSE", "SECURITY.md"} {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		files = append(files, file{name, data, 0o644})
	}
	return append(files, r.extras...), nil
}

// write writes a file of the release.
func (r *release) write(name string, data []byte) error {
	fmt.Println(filepath.Join(r.to, name))
	return os.WriteFile(filepath.Join(r.to, name), data, 0o644)
}

func tarball(files []file, at time.Time) ([]byte, error) {
	var out bytes.Buffer
	z, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	t := tar.NewWriter(z)
	for _, f := range files {
		head := &tar.Header{Name: f.name, Mode: int64(f.mode), Size: int64(len(f.data)), ModTime: at, Format: tar.FormatUSTAR}
		if err := t.WriteHeader(head); err != nil {
			return nil, err
		}
		if _, err := t.Write(f.data); err != nil {
			return nil, err
		}
	}
	if err := t.Close(); err != nil {
		return nil, err
	}
	err = z.Close()
	return out.Bytes(), err
}

func zipped(files []file, at time.Time) ([]byte, error) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestCompression) })
	for _, f := range files {
		head := &zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: at}
		head.SetMode(f.mode)
		w, err := z.CreateHeader(head)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(f.data); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return out.Bytes(), err
}

// sums writes SHA256SUMS over all files of the release.
func (r *release) sums() error {
	entries, err := os.ReadDir(r.to)
	if err != nil {
		return err
	}
	var lines []string
	for _, e := range entries {
		if e.Name() == "SHA256SUMS" {
			continue
		}
		data, err := os.ReadFile(filepath.Join(r.to, e.Name()))
		if err != nil {
			return err
		}
		lines = append(lines, fmt.Sprintf("%x  %s\n", sha256.Sum256(data), e.Name()))
	}
	slices.SortFunc(lines, func(a, b string) int { return strings.Compare(a[66:], b[66:]) })
	return r.write("SHA256SUMS", []byte(strings.Join(lines, "")))
}
