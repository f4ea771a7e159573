package main

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"warraq/fonts"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"warraq": main})
}

// TestScript runs the sessions in testdata: the command as a person types it.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"status": status,
			"sums":   checkSums,
			"later":  later,
			"same":   same,
			"face":   face,
			"docx":   docx,
		},
		Setup: func(env *testscript.Env) error {
			env.Setenv("SOURCE_DATE_EPOCH", "")
			return nil
		},
		RequireUniqueNames: true,
	})
}

// status N COMMAND… runs a command that must end with exit status N.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N command")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit):
		got = exit.ExitCode()
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

// face FILE KIND TEXT writes a font of the characters of TEXT, cut from Amiri:
// "ttf" as it is, "apart" without what joins its letters, "bare" without outlines.
func face(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: face FILE KIND TEXT")
	}
	var text fonts.Runes
	text.AddString(args[2])
	regular, _ := fonts.Amiri()
	data := bytes.Clone(fonts.Subset(regular, &text))
	switch args[1] {
	case "apart":
		copy(data[bytes.Index(data, []byte("GSUB")):], "gsub")
	case "bare":
		copy(data[bytes.Index(data, []byte("glyf")):], "glyx")
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o666))
}

// docx FILE BODY writes a document of Word whose text is the XML of a file.
func docx(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: docx FILE BODY")
	}
	const head = `<?xml version="1.0" encoding="UTF-8"?>`
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range [][2]string{
		{"_rels/.rels", head + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
			`<Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`},
		{"word/document.xml", head + `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + ts.ReadFile(args[1]) + `</w:body></w:document>`},
	} {
		w, err := z.Create(part[0])
		ts.Check(err)
		_, err = io.WriteString(w, part[1])
		ts.Check(err)
	}
	ts.Check(z.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b.Bytes(), 0o666))
}

// sums DIR checks every line of DIR/SHA256SUMS, and that each of the names
// that follow has one.
func checkSums(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: sums DIR NAME…")
	}
	lines := strings.Split(strings.TrimSuffix(ts.ReadFile(filepath.Join(args[0], sumsName)), "\n"), "\n")
	if len(lines) != len(args)-1 {
		ts.Fatalf("%d lines for %d files", len(lines), len(args)-1)
	}
	for i, line := range lines {
		data, err := os.ReadFile(ts.MkAbs(filepath.Join(args[0], args[i+1])))
		ts.Check(err)
		if want := fmt.Sprintf("%x  %s", sha256.Sum256(data), args[i+1]); line != want {
			ts.Fatalf("line %q, want %q", line, want)
		}
	}
}

// later waits until the clock shows another second.
func later(*testscript.TestScript, bool, []string) {
	for now := time.Now().Unix(); time.Now().Unix() == now; {
		time.Sleep(20 * time.Millisecond)
	}
}

// same A B… compares folders: the same names, the same bytes.
func same(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: same DIR DIR…")
	}
	want := contents(ts, args[0])
	for _, dir := range args[1:] {
		got := contents(ts, dir)
		for name := range want {
			if got[name] != want[name] {
				ts.Fatalf("%s/%s and %s/%s differ", args[0], name, dir, name)
			}
		}
		if len(got) != len(want) {
			ts.Fatalf("%s has %d files, %s has %d", args[0], len(want), dir, len(got))
		}
	}
}

func contents(ts *testscript.TestScript, dir string) map[string]string {
	entries, err := os.ReadDir(ts.MkAbs(dir))
	ts.Check(err)
	files := make(map[string]string)
	for _, e := range entries {
		data, err := os.ReadFile(ts.MkAbs(filepath.Join(dir, e.Name())))
		ts.Check(err)
		files[e.Name()] = string(data)
	}
	if len(files) == 0 {
		ts.Fatalf("%s is empty", dir)
	}
	return files
}
