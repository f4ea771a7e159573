package settings

import (
	"fmt"
	"slices"
	"strings"

	"warraq/content"
	"warraq/content/locale"
)

// foreignKeys are keys of front matter that other programs read, by the program
// that is named for them.
var foreignKeys = func() map[string]string {
	of := map[string]string{}
	for _, p := range []struct{ program, keys string }{
		{"pandoc", `abstract bibliography biblio-style biblio-title classoption colorlinks csl citation-style documentclass fontsize fontfamily
			geometry header-includes include-before include-after institute keywords linestretch link-citations linkcolor lof lot mainfont
			mainfontoptions margin-left margin-right margin-top margin-bottom monofont nocite number-sections numbersections papersize pdf-engine
			reference-section-title sansfont secnumdepth standalone subject suppress-bibliography thanks title-meta toc toc-depth toc-title
			toccolor top-level-division urlcolor variables CJKmainfont mathfont lang-otherlangs otherlangs babel-lang beamerarticle institute logo`},
		{"Quarto and R Markdown", `always_allow_html bookdown callout-appearance code-fold crossref editor editor_options engine execute execute-dir filters format
			format-links github-repo jupyter jupytext kernelspec knit site output page-layout params rmd_files runtime shortcodes split_by
			cover-image apple-touch-icon favicon url twitter-handle opengraph freeze order-appendix listing about code-annotations`},
		{"Jekyll", `layout permalink category categories tags tag published excerpt excerpt_separator nav_order parent grand_parent has_children has_toc
			nav_exclude render_with_liquid sitemap redirect_from redirect_to comments comment sidebar header feature_image image_alt
			last_modified_at modified_date post_id toc_label toc_icon toc_sticky author_profile read_time share related classes mathjax math mermaid pin
			search_exclude usemathjax collection lesson section subsection teaser breadcrumb bootstrap part chapter`},
		{"Hugo", `aliases archetype bookCollapseSection bookFlatSection bookHidden bookToc bookComments bookSearchExclude cascade cover_image draft
			expirydate expiryDate isCJKLanguage lastmod linkTitle linktitle markup menu menus meta outputs publishDate publishdate resources
			series_order slug summary taxonomies translationKey type videos weight featured featuredImage showToc ShowToc TocOpen
			hidemeta disableShare hideSummary searchHidden ShowReadingTime ShowBreadCrumbs ShowPostNavLinks disable_comments
			authors_ids build _build headless pre post chapterTitle geekdocCollapseSection geekdocNav toc_depth`},
		{"Docusaurus", `id custom_edit_url displayed_sidebar draft hide_title hide_table_of_contents last_update pagination_label pagination_next
			pagination_prev sidebar_class_name sidebar_custom_props sidebar_key sidebar_label sidebar_position title_meta toc_max_heading_level
			toc_min_heading_level unlisted parse_number_prefixes authors_imageURL truncate wrapperClassName`},
		{"MkDocs", `hide icon status subtitle_nav template social search revision_date disable_toc nav edit_url`},
		{"VitePress and VuePress", `actions actionText actionLink editLink footer features hero home lastUpdated layoutClass next outline prev navbar pageClass
			sidebarDepth tagline head heroText heroImage contributors_shown isHome article timeline star dirLink`},
		{"Obsidian", `alias created cssclass cssclasses date created_at date_created date_modified kanban-plugin modified publish uid up updated updated_at
			zettel source rating reviewed topics topic related excalidraw-plugin dg-publish area project`},
		{"GitBook", `layout-title page-id if visible hidden-title`},
	} {
		for _, key := range strings.Fields(p.keys) {
			of[key] = p.program
		}
	}
	return of
}()

// foreignKey is a key of front matter that is none of ours.
type foreignKey struct {
	Name string
	At   content.Pos
}

// isForeign tells, of a key that is none of ours, whether it is another program's: one
// that is nearly ours is a slip.
func isForeign(keys []Key, name string) bool {
	return foreignKeys[name] != "" || locale.English(name) == name && !strings.HasPrefix(suggestion(keys, name), "did you mean")
}

// mostForeign is how many keys are named.
const mostForeign = 12

// byProgram sorts the keys by the programs whose they are, each once, and counts them.
func (r *Reader) byProgram(keys []Key) (programs []string, by map[string][]string, count int) {
	by = map[string][]string{}
	for _, k := range r.Foreign {
		program := foreignKeys[k.Name]
		switch {
		case program != "":
		case findKey(keys, k.Name) != nil:
			program = "of the whole book, in a chapter"
		default:
			program = "unknown"
		}
		if by[program] == nil {
			programs = append(programs, program)
		}
		if !slices.Contains(by[program], k.Name) {
			by[program] = append(by[program], k.Name)
			count++
		}
	}
	return programs, by, count
}

// AdviseForeign tells once of the keys of other programs; keys are those of the book.
func (r *Reader) AdviseForeign(keys []Key) {
	if len(r.Foreign) == 0 {
		return
	}
	programs, by, count := r.byProgram(keys)
	left := mostForeign
	var said []string
	for _, program := range programs {
		names := by[program][:min(len(by[program]), left)]
		if left -= len(names); len(names) > 0 {
			said = append(said, strings.Join(names, ", ")+" ("+program+")")
		}
	}
	if count > mostForeign {
		said = append(said, fmt.Sprintf("%d others", count-mostForeign))
	}
	what := "keys of other programs in the front matter: " + strings.Join(said, "; ")
	if n := len(r.Foreign); n > count {
		what += fmt.Sprintf("; %d places in all", n)
	}
	r.advise(content.Problem{Pos: r.Foreign[0].At, Kind: "keys of other programs", What: what,
		Hint: "they have no effect here; the guide lists the keys that have"})
}
