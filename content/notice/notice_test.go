package notice

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"warraq/content"
)

// TestCatalogue holds every entry to the rules of the catalogue.
func TestCatalogue(t *testing.T) {
	c, err := read(files, "table")
	if err != nil {
		t.Fatal(err)
	}
	codes, names := map[string]bool{}, map[string]bool{}
	for _, e := range c.entries {
		if codes[e.Code] || names[e.Name] {
			t.Errorf("%s %s is there twice", e.Code, e.Name)
		}
		codes[e.Code], names[e.Name] = true, true
		whole(t, &e.says)
	}
	for i := range c.hints {
		whole(t, &c.hints[i])
	}
	for i := range c.phrases {
		whole(t, &c.phrases[i])
	}
}

// whole holds a text to the same holes in every language, and to their letters.
func whole(t *testing.T, of *text) {
	t.Helper()
	for lang := range Languages {
		if got, want := holesOf(of.in[lang]), holesOf(of.in[0]); !slices.Equal(got, want) {
			t.Errorf("%s: in %s the holes are %v", of.in[0], Languages[lang], got)
		}
		if strings.Count(of.in[lang], "`")%2 != 0 && !strings.Contains(of.in[lang], "```") && lang == 2 {
			t.Errorf("%s: an odd backtick in %s", of.in[0], of.in[lang])
		}
	}
	if code := regexp.MustCompile("`[^`]*`").ReplaceAllString(of.in[2], ""); regexp.MustCompile(`[a-z]{3,}`).MatchString(names.ReplaceAllString(code, "")) {
		t.Errorf("%s: Latin words that are no code: %s", of.in[0], of.in[2])
	}
}

// names are those of programs, files and encodings, which are alike in every language.
var names = regexp.MustCompile(`ruby|zip|OpenDocument|TrueType|OpenType|WordArt|SmartArt|Windows|Unix|Python|Julia|Kindle|Apple Books`)

// holesOf are the numbers of a text's holes, each once, without those of grammar.
func holesOf(s string) (holes []string) {
	for _, h := range holeForm.FindAllStringSubmatch(s, -1) {
		if h[2] != "-" {
			holes = append(holes, h[1])
		}
	}
	slices.Sort(holes)
	return slices.Compact(holes)
}

// told is a line of a golden that tells of a problem.
var told = regexp.MustCompile(`^(?:advice|problem|warning) (?:\S+?(?::\d+)?: )?(.*)$`)

// TestGoldens finds in the catalogue what every golden of the repository tells.
func TestGoldens(t *testing.T) {
	lines := 0
	err := filepath.WalkDir("../..", func(name string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".txtar") || !strings.Contains(filepath.ToSlash(name), "/testdata/") {
			return err
		}
		data, err := os.ReadFile(name)
		for line := range strings.Lines(string(data)) {
			if m := told.FindStringSubmatch(strings.TrimRight(line, "\n")); m != nil {
				lines++
				e := known(t, name, m[1])
				if e != nil && e.IsError() != strings.HasPrefix(line, "problem") && filepath.Base(name) != forgiven {
					t.Errorf("%s: %s is told by %s", name, line, e.Code)
				}
			}
		}
		return err
	})
	if err != nil || lines < 500 {
		t.Fatalf("%d lines, %v", lines, err)
	}
}

// forgiven is a book that says `mistakes: warn`: what are errors elsewhere is told.
const forgiven = "adopt-mistakes.txtar"

// next is where a line may be divided behind a place, -1 for nowhere.
func next(line string, at int) int {
	i := strings.Index(line[min(at+1, len(line)):], ", ")
	if i < 0 {
		return -1
	}
	return at + 1 + i
}

// known looks for a problem that is written "what, hint".
func known(t *testing.T, name, line string) *Entry {
	t.Helper()
	best := ""
	for at := 0; at >= 0; {
		what, hint := line[:at], strings.TrimPrefix(line[at:], ", ")
		if at == 0 {
			what, hint = line, ""
		}
		if e, _ := Of(&content.Problem{What: what, Hint: hint}); e != nil {
			if hint == "" && (len(e.hints) == 0 || next(line, at) < 0) || hint != "" && e.advises(hint) {
				return e
			}
			best = e.Code + " " + e.Name
		}
		at = next(line, at)
	}
	t.Errorf("%s: %s (%s)", name, line, best)
	return nil
}

// TestSay: in every language a problem has all that it is about, and in Arabic each
// isolate is closed, whatever stands in the manuscript.
func TestSay(t *testing.T) {
	for _, p := range []content.Problem{
		{What: "the class .grid has no effect on a heading", Hint: "did you mean .note?"},
		{What: "file a\u2067\u202eb.png is not there: its description and address stand in its place", Hint: "put the file there or correct its name"},
		{What: "a heading without a blank behind its #: “##عنوان\u2068”", Hint: "write `# Title`; or \\# where the sign is meant"},
		{What: "doubled space in “كلمة  كلمة” and 3 more", Hint: "delete one or set `normalize: spaces`"},
		{What: "what nobody\u2066 knows", Hint: "do\u2069 something"},
		{What: "image a.png is broken (its header)", Hint: "save it anew, as a PNG or JPEG"},
	} {
		for _, lang := range Languages {
			what, hint := Say(&p, lang)
			if lang == "en" && (what != p.What || hint != p.Hint) {
				t.Errorf("%s is said as %s", p.What, what)
			}
			if e, _ := Of(&p); lang != "en" && (e != nil) != (what != p.What && !strings.Contains(what, "nobody")) {
				t.Errorf("in %s: %s", lang, what)
			}
			if lang == "ar" && (!closed(what) || !closed(hint)) {
				t.Errorf("isolates are open in %q, %q", what, hint)
			}
		}
	}
	if what, hint := Say(&content.Problem{What: "the class .grid has no effect on a heading", Hint: "did you mean .note?"}, "ar"); what != "لا أثر للصنف \u2066`.grid`\u2069 في العنوان" || hint != "أتريد \u2068.note\u2069؟" {
		t.Errorf("%q, %q", what, hint)
	}
}

// closed tells whether the isolates of a text are closed, and nothing else turns its
// direction.
func closed(s string) bool {
	depth := 0
	for _, r := range s {
		switch {
		case r >= 0x2066 && r <= 0x2068:
			depth++
		case r == 0x2069:
			depth--
		case r >= 0x202A && r <= 0x202E:
			return false
		}
		if depth < 0 {
			return false
		}
	}
	return depth == 0
}
