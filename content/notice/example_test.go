package notice_test

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"warraq"
	"warraq/content/notice"
)

// TestExamples makes a book of each example and finds that it is told so.
func TestExamples(t *testing.T) {
	shown := 0
	for _, e := range notice.All() {
		if e.Chapter == "" && e.Settings == "" {
			continue
		}
		shown++
		t.Run(e.Code, func(t *testing.T) {
			t.Parallel()
			b, err := warraq.Open(book(e), ".", warraq.Options{})
			told := codes(b.Problems(), err)
			if !told[e.Code] && err == nil {
				_, err = b.Make(warraq.PDF, warraq.EPUB)
				told = codes(b.Problems(), err)
			}
			if !told[e.Code] {
				t.Errorf("%s: told are %v, %v", e.Name, told, err)
			}
		})
	}
	if shown < 150 {
		t.Errorf("%d examples", shown)
	}
}

// book is a book of an example, in Arabic.
func book(e *notice.Entry) fstest.MapFS {
	manifest := e.Settings
	for _, key := range []string{"title: كتاب\n", "language: ar\n"} {
		if name, _, _ := strings.Cut(key, ":"); !strings.Contains(manifest, name+":") || strings.Contains(manifest, "sub"+name) {
			manifest = key + manifest
		}
	}
	chapter := e.Chapter
	if !strings.HasPrefix(chapter, "# ") {
		chapter = "# فصل\n\n" + chapter
	}
	return fstest.MapFS{"book.yaml": {Data: []byte(manifest)}, "01.md": {Data: []byte(chapter)}}
}

// codes are those of what is told of a book.
func codes(ps []warraq.Problem, err error) map[string]bool {
	var more warraq.Problems
	errors.As(err, &more)
	told := map[string]bool{}
	for _, p := range append(ps, more...) {
		code := p.What
		if e, _ := notice.Of(&p); e != nil {
			code = e.Code
		}
		told[code] = true
	}
	return told
}
