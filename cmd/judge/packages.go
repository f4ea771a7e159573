package main

import (
	"archive/tar"
	"archive/zip"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// mostBytes is how large the program for linux-amd64 may be.
const mostBytes = 25_000_000

// carried is what each archive has beside the program.
var carried = []string{
	"LICENCES.txt", "LICENSE", "README.md", "completions/warraq.bash", "completions/_warraq", "completions/warraq.fish",
	"completions/warraq.ps1", "man/man1/warraq.1", "man/man1/warraq-build.1", "man/ar/man1/warraq-build.1", "man/fr/man1/warraq-build.1",
}

// packages tries what a release is made of, as people take it.
func (c *court) packages() error {
	dir, err := c.released("one")
	if err != nil {
		return err
	}
	program := filepath.Join(dir, "../build/linux-amd64/warraq")
	info, err := os.Stat(program)
	if err != nil {
		return err
	}
	if info.Size() < mostBytes {
		c.pass("packages", "the program for linux-amd64 has %d bytes", info.Size())
	} else {
		c.fail("packages", "the program for linux-amd64 has %d bytes, and is to have less than %d", info.Size(), mostBytes)
	}
	for _, try := range []func(dir, program string) error{c.sums, c.archives, c.bills, c.emptyRoot, c.busybox, c.dpkg, c.npmPackages} {
		if err := try(dir, program); err != nil {
			c.fail("packages", "%v", err)
		}
	}
	return nil
}

// sums asks sha256sum whether every file is in the list, as it is.
func (c *court) sums(dir, _ string) error {
	if _, complaint, err := c.commandIn(dir, "sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"); err != nil {
		return fmt.Errorf("SHA256SUMS: %s", complaint)
	}
	list, err := os.ReadFile(filepath.Join(dir, "SHA256SUMS"))
	if err != nil {
		return err
	}
	files, err := os.ReadDir(dir)
	if n := strings.Count(string(list), "\n"); err == nil && n != len(files)-1 {
		return fmt.Errorf("SHA256SUMS lists %d files of %d", n, len(files)-1)
	}
	return err
}

// archives looks into the archive of each platform.
func (c *court) archives(dir, _ string) error {
	tars, _ := filepath.Glob(filepath.Join(dir, "*.tar.gz"))
	zips, _ := filepath.Glob(filepath.Join(dir, "*.zip"))
	if len(tars) != 4 || len(zips) != 2 {
		return fmt.Errorf("there are archives %s", append(tars, zips...))
	}
	for _, name := range append(tars, zips...) {
		names, err := namesIn(name)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		program := "warraq"
		if filepath.Ext(name) == ".zip" {
			program = "warraq.exe"
		}
		for _, want := range append([]string{program}, carried...) {
			if !slices.ContainsFunc(names, func(n string) bool { _, rest, _ := strings.Cut(n, "/"); return rest == want }) {
				c.fail("packages", "%s has no %s", filepath.Base(name), want)
			}
		}
	}
	c.pass("packages", "%d archives have the program, its licences, completions and man pages", len(tars)+len(zips))
	return nil
}

// namesIn are the names of files in an archive.
func namesIn(file string) (names []string, err error) {
	if filepath.Ext(file) == ".zip" {
		z, err := zip.OpenReader(file)
		if err != nil {
			return nil, err
		}
		defer z.Close()
		for _, f := range z.File {
			names = append(names, f.Name)
		}
		return names, nil
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	for t := tar.NewReader(z); ; {
		head, err := t.Next()
		if errors.Is(err, io.EOF) {
			return names, nil
		}
		if err != nil {
			return nil, err
		}
		names = append(names, head.Name)
	}
}

// bills reads the bills of materials: each module of the program stands in that of its
// platform, with a licence.
func (c *court) bills(dir, program string) error {
	files, _ := filepath.Glob(filepath.Join(dir, "*.cdx.json"))
	if len(files) != 6 {
		return fmt.Errorf("there are %d bills of materials", len(files))
	}
	var bill struct {
		BOMFormat, SpecVersion, SerialNumber string
		Components                           []struct {
			Name     string
			Licenses []any
		}
	}
	linux, _ := filepath.Glob(filepath.Join(dir, "*-linux-amd64.cdx.json"))
	data, err := os.ReadFile(linux[0])
	if err == nil {
		err = json.Unmarshal(data, &bill)
	}
	if err != nil || bill.BOMFormat != "CycloneDX" || !strings.HasPrefix(bill.SerialNumber, "urn:uuid:") {
		return fmt.Errorf("%s is no bill of materials: %w", linux[0], err)
	}
	known, found := make(map[string]bool), c.found
	for _, part := range bill.Components {
		if known[part.Name] = true; len(part.Licenses) == 0 {
			c.fail("packages", "%s has no licence in %s", part.Name, filepath.Base(linux[0]))
		}
	}
	said, err := c.command("go", "version", "-m", program)
	if err != nil {
		return err
	}
	modules := 0
	for line := range strings.Lines(said) {
		if words := strings.Fields(line); len(words) > 1 && words[0] == "dep" {
			if modules++; !known[words[1]] {
				c.fail("packages", "%s is not in %s", words[1], filepath.Base(linux[0]))
			}
		}
	}
	if c.found > found {
		return nil
	}
	c.pass("packages", "%d modules of the program stand in its bill of materials, %d components, each with a licence", modules, len(known))
	return nil
}
