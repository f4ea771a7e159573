package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
)

// TestNothingFetched builds manuscripts that name files outside their folder,
// in every way there is: each is an error that says so, nothing is written, and
// a server that listens hears nothing.
func TestNothingFetched(t *testing.T) {
	var hits atomic.Int64
	listener := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { hits.Add(1) }))
	defer listener.Close()
	outside := filepath.Join(t.TempDir(), "outside.png")
	writeTestFile(t, outside, "\x89PNG\r\n\x1a\n")
	url := listener.URL + "/a.png"
	const front, text = "title: كتاب\nlanguage: ar\n", "# باب\n\nنص.\n"

	for _, c := range []struct{ name, manifest, chapter, says string }{
		{"image", front, text + "\n![صورة](" + url + ")\n", "one.md:5: image " + url + " is not in the manuscript's folder"},
		{"inline image", front, text + "\nنص ![صورة](" + url + ") نص\n", "one.md:5: image " + url},
		{"reference", front, text + "\n![صورة][a]\n\n[a]: " + url + "\n", "one.md:5: image " + url},
		{"no scheme", front, text + "\n![صورة](//127.0.0.1/a.png)\n", "is not in the manuscript's folder"},
		{"data", front, text + "\n![صورة](data:image/png;base64,iVBORw0KGgo=)\n", "an image is written out in the text"},
		{"file", front, text + "\n![صورة](file://" + outside + ")\n", "is not in the manuscript's folder"},
		{"absolute", front, text + "\n![صورة](" + outside + ")\n", "is not in the manuscript's folder"},
		{"above", front, text + "\n![صورة](../outside.png)\n", "is outside the manuscript's folder"},
		{"above, hidden", front, text + "\n![صورة](a/../../outside.png)\n", "is outside the manuscript's folder"},
		{"link", front, text + "\n![صورة](link.png)\n", "one.md:5: link.png is a link that leads outside the manuscript's folder"},
		{"folder link", front, text + "\n![صورة](folder/outside.png)\n", "one.md:5: folder is a link that leads outside"},
		{"drawing", front + "chapters: [one.md]\n", text + "\n![رسم](drawing.svg)\n", "image drawing.svg loads " + url},
		{"cover", front + "cover: " + url + "\n", text, "book.yaml:3: " + url + " is not in the manuscript's folder"},
		{"cover link", front + "cover: link.png\n", text, "book.yaml:3: link.png is a link that leads outside"},
		{"cover file", front + "cover: file://" + outside + "\n", text, "book.yaml:3: "},
		{"font", front + "fonts: {regular: '" + url + "'}\n", text, "book.yaml:3: " + url + " is not in the manuscript's folder"},
		{"font above", front + "fonts: {fallback: [../outside.ttf]}\n", text, "is outside the manuscript's folder"},
		{"theme", front + "theme: " + listener.URL + "/theme.yaml\n", text, "book.yaml:3: "},
		{"chapter", front + "chapters: ['" + listener.URL + "/one.md']\n", text, "book.yaml:3: "},
		{"chapter link", front + "chapters: [link.md]\n", text, "book.yaml:3: link.md is a link that leads outside"},
	} {
		dir := filepath.Join(t.TempDir(), "book")
		writeTestFile(t, filepath.Join(dir, "book.yaml"), c.manifest)
		writeTestFile(t, filepath.Join(dir, "one.md"), c.chapter)
		writeTestFile(t, filepath.Join(dir, "drawing.svg"), `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><image href="`+url+`"/></svg>`)
		for link, to := range map[string]string{"link.png": outside, "link.md": outside, "folder": filepath.Dir(outside)} {
			if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
				t.Skip("no links here:", err)
			}
		}
		for _, only := range []string{"pdf", "epub"} {
			if c.name == "drawing" && only == "pdf" {
				continue // there its description is printed, with a warning
			}
			out := filepath.Join(dir, "dist")
			messages, status := program("build", dir, "-o", out, "--only", only, "--strict")
			if status != 3 || !strings.Contains(messages, c.says) {
				t.Errorf("%s, %s: status %d, %s", c.name, only, status, messages)
			}
			if _, err := os.Stat(out); err == nil {
				t.Errorf("%s, %s: something was written", c.name, only)
			}
		}
	}
	for _, picture := range []string{url, outside, "../outside.png", "//127.0.0.1/a.png"} {
		file := filepath.Join(t.TempDir(), "one.md")
		writeTestFile(t, file, "---\n"+front+"---\n"+text+"\n![صورة]("+picture+")\n")
		if messages, status := program("build", file, "-o", filepath.Join(filepath.Dir(file), "dist")); status != 0 || !strings.Contains(messages, "stand in its place") {
			t.Errorf("%s: status %d, %s", picture, status, messages)
		}
	}
	if n := hits.Load(); n != 0 {
		t.Errorf("%d requests", n)
	}
}

// TestHTMLImage: an image in HTML is one like any other, and named where it is none of
// the manuscript's; nothing is fetched for it, nor by a reader of the book.
func TestHTMLImage(t *testing.T) {
	var hits atomic.Int64
	listener := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { hits.Add(1) }))
	defer listener.Close()
	dir := t.TempDir()
	file := filepath.Join(dir, "one.md")
	writeTestFile(t, file, fmt.Sprintf("---\ntitle: كتاب\nlanguage: ar\n---\n# باب\n\n<img src=\"%[1]s/a.png\"/>\n\nنص <img src=\"%[1]s/b.png\"> نص\n", listener.URL))
	messages, status := program("build", file, "-o", filepath.Join(dir, "dist"), "-v")
	for _, name := range []string{"one.md:7", "one.md:9", "a.png", "b.png"} {
		if !strings.Contains(messages, name) {
			t.Errorf("status %d, %s", status, messages)
		}
	}
	if n := hits.Load(); n != 0 {
		t.Errorf("%d requests", n)
	}
	if status != 0 {
		return
	}
	for _, part := range epubParts(t, filepath.Join(dir, "dist", "one.epub")) {
		if strings.Contains(part, `src="http`) {
			t.Error(part)
		}
	}
}

// TestLinkedManuscript: the file that the person asking names may be a link, if that is
// said.
func TestLinkedManuscript(t *testing.T) {
	dir := t.TempDir()
	writeTestFile(t, filepath.Join(dir, "far", "one.md"), "---\ntitle: كتاب\nlanguage: ar\n---\n# باب\n\nنص.\n")
	link := filepath.Join(dir, "near.md")
	if err := os.Symlink(filepath.Join(dir, "far", "one.md"), link); err != nil {
		t.Skip("no links here:", err)
	}
	if messages, status := program("build", link, "-o", filepath.Join(dir, "dist"), "--only", "epub"); status != 1 || !strings.Contains(messages, "--follow") {
		t.Errorf("status %d, %s", status, messages)
	}
	if messages, status := program("build", link, "-o", filepath.Join(dir, "dist"), "--only", "epub", "--follow"); status != 0 {
		t.Errorf("status %d, %s", status, messages)
	}
}

// warraq carries out a command line and gives all it says, and its status.
func program(args ...string) (messages string, status int) {
	var out, errs bytes.Buffer
	status = newUI(&out, &errs, new(halt)).run(args)
	return out.String() + errs.String(), status
}

func writeTestFile(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// epubParts are the texts of an EPUB's parts.
func epubParts(t *testing.T, name string) (parts []string) {
	t.Helper()
	z, err := zip.OpenReader(name)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts = append(parts, string(data))
	}
	return parts
}
