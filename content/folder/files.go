package folder

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"warraq/content"
)

// IsText tells by its name a file that is written in Markdown.
func IsText(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".markdown", ".mdx", ".qmd", ".rmd", ".txt", ".text":
		return true
	}
	return false
}

func isPlain(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".txt" || ext == ".text"
}

// notOfBook are names of files, without their extension, that tell of a repository.
var notOfBook = map[string]bool{
	"license": true, "licence": true, "copying": true, "contributing": true, "contribution": true, "code_of_conduct": true, "code-of-conduct": true,
	"changelog": true, "pull_request_template": true, "issue_template": true, "bug_report": true, "feature_request": true, "summary": true, "_sidebar": true, "_navbar": true,
	"_coverpage": true, "_footer": true, "_404": true, "404": true, "sidebar": true, "langs": true, "robots": true, "humans": true,
	"requirements": true, "cmakelists": true, "claude": true, "agents": true, "copilot-instructions": true, "cname": true,
}

// inCapitals are names that do so when they are written in capitals, and else can be
// chapters.
var inCapitals = map[string]bool{
	"AUTHORS": true, "CONTRIBUTORS": true, "CHANGES": true, "HISTORY": true, "NEWS": true, "INSTALL": true, "SECURITY": true,
	"SUPPORT": true, "TODO": true, "NOTICE": true, "MAINTAINERS": true, "GOVERNANCE": true, "STYLE": true, "STYLEGUIDE": true, "ROADMAP": true,
}

// ofRepository tells a file that is of the repository and not of the book.
func ofRepository(name string) bool {
	stem := stemOf(name)
	return notOfBook[strings.ToLower(stem)] || inCapitals[stem] || notOfBook[strings.ToLower(path.Base(name))]
}

func stemOf(name string) string { return strings.TrimSuffix(path.Base(name), path.Ext(name)) }

// notOfBookFolders are folders that programs fill.
var notOfBookFolders = map[string]bool{
	"node_modules": true, "_site": true, "_book": true, "_bookdown_files": true, "_freeze": true, "vendor": true, "venv": true, "env": true,
	"__pycache__": true, "target": true, "dist": true, "build": true, "site-packages": true, "_includes": true, "_layouts": true, "_sass": true,
	"_data": true, "_drafts": true, "_plugins": true, "themes": true, "layouts": true, "archetypes": true, "test": true, "tests": true,
}

// IsIndex tells the file that a folder opens, by its name.
func IsIndex(name string) bool {
	switch strings.ToLower(WithoutLang(stemOf(name))) {
	case "index", "_index", "readme":
		return true
	}
	return false
}

// left are the files and folders that were met and are not the book's.
type left struct{ files, folders []string }

// walk lists the texts below a folder in the order of their names, with what is left
// out.
func (s *seeker) walk(dir string) (files []string, out left) {
	var visit func(dir string, depth int)
	visit = func(dir string, depth int) {
		entries, err := fs.ReadDir(s.fsys, path.Join(s.root, dir))
		if err != nil || depth > maxDepth {
			return
		}
		slices.SortFunc(entries, func(a, b fs.DirEntry) int { return Compare(a.Name(), b.Name()) })
		for _, e := range entries {
			name := path.Join(dir, e.Name())
			switch {
			case strings.HasPrefix(e.Name(), "."):
				if e.IsDir() && e.Name() != ".git" && depth == 0 {
					out.folders = append(out.folders, name+"/")
				}
			case e.IsDir() && (notOfBookFolders[strings.ToLower(e.Name())] || strings.HasPrefix(e.Name(), "_") && !s.collection(name)):
				out.folders = append(out.folders, name+"/")
			case e.IsDir():
				visit(name, depth+1)
			case !IsText(name) || len(files) >= maxFiles:
			case ofRepository(name):
				out.files = append(out.files, name)
			default:
				files = append(files, name)
			}
		}
	}
	visit(dir, 0)
	texts := slices.DeleteFunc(slices.Clone(files), isPlain)
	if len(texts) > 0 && len(texts) < len(files) { // notes of programs beside Markdown
		for _, name := range files {
			if isPlain(name) {
				out.files = append(out.files, name)
			}
		}
		files = texts
	}
	return files, out
}

// collection tells a folder that Jekyll makes pages of.
func (s *seeker) collection(name string) bool {
	return s.plan.Program == "Jekyll" || path.Base(name) == "_posts"
}

// sayLeft tells of the texts of the folder that the book has not.
func (s *seeker) sayLeft() {
	if len(s.plan.Entries) == 0 {
		return
	}
	used := map[string]bool{}
	for _, e := range s.plan.Entries {
		used[e.File] = true
	}
	files, out := s.walk("")
	var others []string
	for _, name := range files {
		if !used[name] {
			others = append(others, name)
		}
	}
	apart := slices.DeleteFunc(slices.Concat(out.files, out.folders), func(name string) bool { return used[name] || name == s.plan.List })
	if len(apart) > 0 {
		s.plan.Said = append(s.plan.Said, content.Problem{What: "these are not taken for the book's: " + SomeOf(apart), Hint: "list what is under `chapters:`"})
	}
	if len(others) > 0 {
		s.plan.Said = append(s.plan.Said, content.Problem{What: "these texts are in the folder and not in the book: " + SomeOf(others), Hint: "list what is under `chapters:`"})
	}
}

// SomeOf names the first of several files.
func SomeOf(names []string) string {
	const most = 6
	if len(names) <= most {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d others", strings.Join(names[:most], ", "), len(names)-most)
}

// IsList tells by its name a file in which a program keeps the list of a book's
// chapters, or its settings of a book.
func IsList(name string) bool {
	switch name {
	case "SUMMARY.md", "LANGS.md", "book.toml", "book.json", ".gitbook.yaml", "_quarto.yml", "_quarto.yaml", "_bookdown.yml", "mkdocs.yml", "mkdocs.yaml",
		"_sidebar.md", "sidebars.json", "docusaurus.config.js", "docusaurus.config.ts", "hugo.toml", "hugo.yaml", "_config.yml":
		return true
	}
	return false
}
