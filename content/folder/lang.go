package folder

import (
	"path"
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// rightToLeft are the languages that are written so, which go before the others where
// a folder has a book in several.
var rightToLeft = []string{"ar", "fa", "ur", "he", "ps", "ckb", "ku", "ug", "sd", "yi", "dv", "az-arab", "pnb"}

// pickLang takes one of the languages that a list names, each with its folder.
func (s *seeker) pickLang(root string, nodes []*node) (dir string) {
	var dirs []string
	for _, n := range nodes {
		if n.file != "" {
			d := n.file
			if IsText(d) {
				d = path.Dir(d)
			}
			if s.isFolder(d) && d != root {
				dirs = append(dirs, d)
			}
		}
	}
	return s.pickOf(dirs, "")
}

// pickOf takes one of the folders that have a book in a language each, and says so.
func (s *seeker) pickOf(dirs []string, wanted string) (dir string) {
	if len(dirs) == 0 {
		return ""
	}
	best, least := 0, len(rightToLeft)+1
	for i, d := range dirs {
		at := slices.Index(rightToLeft, strings.ToLower(langOf(path.Base(d))))
		if path.Base(d) == wanted {
			at = -2
		}
		if at != -1 && at < least {
			best, least = i, at
		}
	}
	dir = dirs[best]
	s.picked = langOf(path.Base(dir))
	if len(dirs) > 1 {
		others := slices.DeleteFunc(slices.Clone(dirs), func(d string) bool { return d == dir })
		s.say(dir, "the folder has the book in several languages, this one is taken", "build "+strings.Join(others[:min(len(others), 5)], ", ")+" for the others")
	}
	return dir
}

// langOf is the language that the name of a folder says, alone or behind what else it
// says; "" for none.
func langOf(name string) string {
	if isLang(name) {
		return name
	}
	return ending(name, "-_.")
}

// ending is the language behind a name and one of the marks; "" for none.
func ending(name, marks string) string {
	for i, r := range name {
		if i > 0 && strings.ContainsRune(marks, r) && isLang(name[i+1:]) {
			return name[i+1:]
		}
	}
	return ""
}

// WithoutLang is the name of a file, without its extension, without the language behind
// it: notes.fa, notes_fa. A hyphen parts words.
func WithoutLang(name string) string {
	if lang := ending(name, "_."); lang != "" {
		return name[:len(name)-len(lang)-1]
	}
	return name
}

// isLang tells the name of a language, as folders of translations have it.
func isLang(name string) bool {
	base, _, _ := strings.Cut(name, "-")
	return isRareLang(name) && translated[base]
}

// isRareLang tells the name of any language, which may be an abbreviation of something
// else.
func isRareLang(name string) bool {
	base, _, _ := strings.Cut(name, "-")
	if len(base) < 2 || len(base) > 3 || strings.ToLower(base) != base {
		return false
	}
	_, err := language.Parse(name)
	return err == nil
}

// translated are the languages of which books are commonly found in several; other
// names of two letters are abbreviations.
var translated = setOf(`ar fa ur he ps ku ckb ug sd yi en fr de es pt it ru tr zh ja ko id ms hi bn uk pl nl sv vi az uz kk`)
