package main

import (
	"archive/zip"
	_ "embed"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"net"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
)

//go:embed web.mjs
var webScript []byte

// web makes each book as a folder of pages. vnu may have nothing to say of their HTML,
// axe nothing of how they are to use; in Chromium their links lead somewhere, nothing
// comes from elsewhere, and they say what the EPUB says.
func (c *court) web() error {
	top := filepath.Join(c.work, "web")
	if err := os.RemoveAll(top); err != nil {
		return err
	}
	var folders []string
	for _, b := range c.books {
		args := []string{c.warraq, "build", "-q", "--only", "web", "-o", filepath.Join(top, b.name)}
		if _, err := c.command(append(args, b.named(b.source)...)...); err != nil {
			return err
		}
		home, _ := filepath.Glob(filepath.Join(top, b.name, "*-web"))
		if len(home) != 1 {
			return fmt.Errorf("%s: %d folders", b.name, len(home))
		}
		folders = append(folders, b.name+"/"+filepath.Base(home[0]))
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	server := &http.Server{Handler: http.FileServer(http.Dir(top))}
	go server.Serve(l)
	defer server.Close()
	address := "http://" + l.Addr().String()
	if err := c.html(top, address); err != nil {
		return err
	}
	texts := filepath.Join(top, "texts.json")
	said, err := c.script("web.mjs", webScript, append([]string{address, texts, top}, folders...)...)
	if err := errors.Join(err, c.heard("web", said)); err != nil {
		return err
	}
	return c.sameWords(texts, folders)
}

// guessed is what vnu says where it takes the words of a page for another language than
// the page says. It guesses by letters drawn by lot, so that one page is told of in one run
// of some forty: vocalised Arabic of few lines, which it took for Sindhi. What languages
// pages say is held to their books elsewhere.
const guessed = ".*This document appears to be written in.*"

// html asks vnu about every page. It is served: of a file vnu says that what lies beside
// it is of another origin.
func (c *court) html(top, address string) error {
	names, err := filepath.Glob(filepath.Join(top, "*", "*", "*.html"))
	if err != nil {
		return err
	}
	jar := filepath.Join(c.home, "node_modules/vnu-jar/build/dist/vnu.jar")
	args := []string{"java", "-Dnu.validator.servlet.allow-forbidden-hosts=true", "-jar", jar, "--format", "gnu", "--filterpattern", guessed}
	for _, name := range names {
		rel, _ := filepath.Rel(top, name)
		args = append(args, address+"/"+filepath.ToSlash(rel))
	}
	_, complaint, err := c.commandSays(args...)
	if err != nil || complaint != "" {
		c.fail("vnu", "%v: %s", err, firstLines(complaint, 20))
		return nil
	}
	c.pass("vnu", "%d pages: no message", len(names))
	return nil
}

// sameWords holds the pages to the letters of the EPUB's documents, one after the other.
func (c *court) sameWords(texts string, folders []string) error {
	data, err := os.ReadFile(texts)
	if err != nil {
		return err
	}
	said := make(map[string][]string)
	if err := json.Unmarshal(data, &said); err != nil {
		return err
	}
	for i, b := range c.books {
		documents, err := documentsOf(b.epub)
		if err != nil {
			return err
		}
		pages := said[folders[i]]
		if len(documents) == 0 || len(pages) != len(documents) {
			c.fail("web "+b.name, "%d pages of %d documents", len(pages), len(documents))
			continue
		}
		wrong := 0
		for n, text := range pages {
			if text != documents[n] {
				wrong++
				c.fail("web "+b.name, "page %d says other words than the EPUB", n+1)
			}
		}
		if wrong > 0 {
			continue
		}
		c.pass("web "+b.name, "%d pages say what the EPUB says", len(documents))
	}
	return nil
}

// documentsOf are the letters of an EPUB's chapters, in order, which is that of their
// names.
func documentsOf(epub string) ([]string, error) {
	z, err := zip.OpenReader(epub)
	if err != nil {
		return nil, err
	}
	defer z.Close()
	all := make(map[string]string)
	for _, f := range z.File {
		name := strings.TrimSuffix(path.Base(f.Name), ".xhtml")
		if !strings.HasSuffix(f.Name, ".xhtml") || slices.Contains([]string{"nav", "cover", "titlepage"}, name) {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		all[name], err = lettersOf(r)
		if err = errors.Join(err, r.Close()); err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name, err)
		}
	}
	var texts []string
	for _, name := range slices.Sorted(maps.Keys(all)) {
		texts = append(texts, all[name])
	}
	return texts, nil
}

// lettersOf is what the body of a document says, without white space.
func lettersOf(r io.Reader) (string, error) {
	d := xml.NewDecoder(r)
	var b strings.Builder
	for within := false; ; {
		token, err := d.Token()
		if err == io.EOF {
			return strings.Map(func(r rune) rune {
				if unicode.IsSpace(r) || r == '\uFEFF' { // which JavaScript takes for white space
					return -1
				}
				return r
			}, b.String()), nil
		}
		if err != nil {
			return "", err
		}
		switch token := token.(type) {
		case xml.StartElement:
			within = within || token.Name.Local == "body"
		case xml.CharData:
			if within {
				b.Write(token)
			}
		}
	}
}
