package folder

import (
	"path"
	"slices"
	"strings"
)

// A folder may have a book in several languages: a folder for each, or the language
// behind the names of the files. One is taken.

// oneLanguage leaves of texts in several languages those of one.
func (s *seeker) oneLanguage(files []string) []string {
	above, dirs := langFolders(files)
	has := fileSet(files)
	if len(dirs) == 0 {
		return s.oneEnding(files)
	}
	if len(dirs) == 1 && !beside(has, above, dirs[0]) {
		return files
	}
	taken := s.pickOf(dirs, s.plan.Lang)
	return slices.DeleteFunc(files, func(f string) bool {
		if !within(f, above) {
			return false
		}
		for _, d := range dirs {
			if within(f, d) {
				return d != taken
			}
		}
		return has[path.Join(taken, strings.TrimPrefix(f, above+"/"))] // the same in the language of the site
	})
}

// within tells a file of a folder; "" has all.
func within(file, dir string) bool { return dir == "" || strings.HasPrefix(file, dir+"/") }

// beside tells whether files of a folder of a language are beside it too, in that of
// the site.
func beside(files map[string]bool, above, dir string) bool {
	for f := range files {
		if within(f, dir) && files[path.Join(above, strings.TrimPrefix(f, dir+"/"))] {
			return true
		}
	}
	return false
}

// langFolders are the folders of languages that have most files, all in one folder.
func langFolders(files []string) (above string, dirs []string) {
	of := map[string][]string{}
	for _, f := range files {
		parts := strings.Split(path.Dir(f), "/")
		for i, part := range parts {
			if isLang(part) {
				in, d := path.Join(parts[:i]...), path.Join(parts[:i+1]...)
				if !slices.Contains(of[in], d) {
					of[in] = append(of[in], d)
				}
				break
			}
		}
	}
	for in, all := range of { // in any order: the choice does not depend on it
		if len(all) > len(dirs) || len(all) == len(dirs) && in < above {
			above, dirs = in, all
		}
	}
	if len(dirs) > 1 {
		dirs = withSiblings(files, above, dirs)
	}
	slices.Sort(dirs)
	return above, dirs
}

// withSiblings adds to folders of languages those beside them that are named for
// rarer ones.
func withSiblings(files []string, above string, dirs []string) []string {
	for _, f := range files {
		if !within(f, above) {
			continue
		}
		first, _, below := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(f, above), "/"), "/")
		if d := path.Join(above, first); below && isRareLang(first) && !slices.Contains(dirs, d) {
			dirs = append(dirs, d)
		}
	}
	return dirs
}

// oneEnding is oneLanguage for names with the language before the extension.
func (s *seeker) oneEnding(files []string) []string {
	bare := func(f string) (name, lang string) {
		stem := stemOf(f)
		name = WithoutLang(stem)
		if name != stem {
			lang = stem[len(name)+1:]
		}
		return path.Join(path.Dir(f), name), lang
	}
	variants := map[string][]string{} // languages of a text
	for _, f := range files {
		name, lang := bare(f)
		variants[name] = append(variants[name], lang)
	}
	count := map[string]int{}
	for _, langs := range variants {
		for _, lang := range langs {
			if len(langs) > 1 && lang != "" {
				count[lang]++
			}
		}
	}
	taken := mostOf(count)
	if taken == "" {
		return files
	}
	s.picked = taken
	s.say("", "the folder has texts in several languages, those in "+taken+" are taken where there are any", "list others under `chapters:`")
	return slices.DeleteFunc(files, func(f string) bool {
		name, lang := bare(f)
		return lang != taken && (slices.Contains(variants[name], taken) || count[lang] > 0)
	})
}

// mostOf is the language of which there are most texts, two at least, of those written
// from the right before others.
func mostOf(count map[string]int) (taken string) {
	for _, lang := range rightToLeft {
		if count[lang] > max(1, count[taken]) {
			taken = lang
		}
	}
	for _, lang := range sortedNames(count) {
		if !slices.Contains(rightToLeft, taken) && count[lang] > max(1, count[taken]) {
			taken = lang
		}
	}
	return taken
}

func fileSet(files []string) map[string]bool {
	set := make(map[string]bool, len(files))
	for _, f := range files {
		set[f] = true
	}
	return set
}

func sortedNames(of map[string]int) []string {
	names := make([]string, 0, len(of))
	for n := range of {
		names = append(names, n)
	}
	slices.Sort(names)
	return names
}
