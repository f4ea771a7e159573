package book

import (
	"maps"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"warraq/content"
	"warraq/content/char"
)

// checkLinks resolves the links inside the book and reports those that lead
// nowhere, and anchors that are there twice.
func (b *manuscript) checkLinks() {
	b.checkAnchors()
	l := linker{b: b, anchors: content.Anchors(b.doc)}
	content.Texts(b.doc, func(_ *content.Place, text []content.Inline) {
		content.Inlines(text, func(in content.Inline) {
			if link, ok := in.(*content.Link); ok {
				l.resolve(link)
			}
		})
	})
	b.checkReferences(&l)
}

func (b *manuscript) checkAnchors() {
	first := map[string]content.Pos{}
	check := func(name string, at content.Pos) {
		if name == "" {
			return
		}
		if was, ok := first[name]; ok {
			b.problem(at, "anchor #"+name+" is already at "+was.String(), "give one of them another name")
			return
		}
		first[name] = at
	}
	content.Walk(b.doc, func(_ any, place *content.Place) { check(place.Anchor, place.Pos) })
	content.Texts(b.doc, func(_ *content.Place, text []content.Inline) {
		content.Inlines(text, func(in content.Inline) {
			if span, ok := in.(*content.Span); ok {
				check(span.Anchor, span.Pos)
			}
		})
	})
}

// linker resolves links.
type linker struct {
	b       *manuscript
	anchors map[string]any
	slugs   map[string]string // anchor by the text of the heading; nil until needed
}

// resolve makes a link to a chapter file a link to the chapter, and one to the
// words of a heading, as other programs make them, one to its anchor.
func (l *linker) resolve(link *content.Link) {
	target, fragment, _ := strings.Cut(link.URL, "#")
	if target+fragment == "" {
		l.b.problem(link.Pos, "a link without an address", "write it: [text](address)")
		return
	}
	if target != "" {
		anchor, ok := l.chapter(target, link)
		if !ok {
			return
		}
		if fragment == "" {
			link.URL = "#" + anchor
			return
		}
	}
	if plain, err := url.PathUnescape(fragment); err == nil {
		fragment = plain
	}
	if l.anchors[fragment] == nil {
		if anchor, ok := l.slug(fragment); ok {
			fragment = anchor
		} else {
			l.b.problem(link.Pos, "link leads to #"+fragment+", which is not there", l.near(fragment))
		}
	}
	link.URL = "#" + fragment
}

// chapter gives the anchor of the chapter that a file opens.
func (l *linker) chapter(target string, link *content.Link) (anchor string, ok bool) {
	if plain, err := url.PathUnescape(target); err == nil {
		target = plain
	}
	file := path.Join(path.Dir(link.Pos.File), target)
	for _, s := range l.b.chapters {
		if s.file == file && len(s.chapters) > 0 {
			return s.chapters[0].Anchor, true
		}
	}
	if ext := strings.ToLower(path.Ext(target)); !strings.Contains(target, ":") && (ext == ".md" || ext == ".txt") {
		l.b.problem(link.Pos, "link leads to "+target+", which is no chapter", "correct its name or list it under `chapters:`")
	} else {
		l.b.adviseAddress(target, link)
	}
	return "", false
}

func (l *linker) slug(fragment string) (anchor string, ok bool) {
	if l.slugs == nil {
		l.slugs = map[string]string{}
		add := func(title []content.Inline, anchor string) {
			if s := slug(content.PlainText(title)); l.slugs[s] == "" {
				l.slugs[s] = anchor
			}
		}
		content.Walk(l.b.doc, func(part any, place *content.Place) {
			switch part := part.(type) {
			case *content.Chapter:
				add(part.Title, place.Anchor)
			case *content.Heading:
				add(part.Inlines, place.Anchor)
			}
		})
	}
	anchor = l.slugs[slug(fragment)]
	return anchor, anchor != ""
}

// near is the hint for an anchor that is not there: the one that is nearest, or begins
// alike.
func (l *linker) near(fragment string) string {
	anchors := nearby{list: func() []string { return namesOf(l.anchors) }}
	if hint := anchors.hint(fragment, ""); hint != "" {
		return strings.Replace(hint, "mean ", "mean #", 1)
	}
	headings := slices.Sorted(maps.Keys(l.slugs))
	for _, s := range headings {
		if strings.HasPrefix(s, slug(fragment)+"-") {
			return "did you mean #" + s + "?"
		}
	}
	if near := content.Nearest(slug(fragment), headings); near != "" {
		return "did you mean #" + near + "?"
	}
	return "write {#" + fragment + "} after a heading"
}

// slug makes of a heading's text what sites that show Markdown make of it: its
// letters and digits in lower case, hyphens for blanks.
func slug(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return '-'
		case char.IsLetter(r) || char.IsDigit(r) || char.IsMark(r) || r == '-' || r == '_':
			return unicode.ToLower(r)
		}
		return -1
	}, strings.TrimSpace(text))
}

// addressSlips are addresses that lead elsewhere than they were meant to. Where it
// is plain what was meant, that is taken: the part that the form finds is written so.
var addressSlips = []struct {
	form       *regexp.Regexp
	kind, hint string
	meant      string
}{
	{regexp.MustCompile(`(?i)^(www\.)`), "an address without https://", "write https:// before it", "https://$1"},
	{regexp.MustCompile(`^([^\s/:@]+@[^\s/:@]+\.[a-z]+)$`), "a mail address without mailto:", "write mailto: before it", "mailto:$1"},
	{regexp.MustCompile(`(?i)^(?:h{0,2}t{1,3}ps?:?/+|https?[;.]//)([^/])`), "an address whose beginning is misspelt", "write https://", "https://$1"},
	{regexp.MustCompile(`(?i)^[^:]+\.(png|jpe?g|gif|webp|svg)$`), "a link to a picture", "write ! before it to show the picture: ![description](file.png)", ""},
	{regexp.MustCompile(`^(?:/|\.{0,2}/?[^:?#]*\.(?:html?|pdf|docx?|php)$)`), "a link to a file that is no part of the book", "give its address on the web, or leave the link out", ""},
}

var goodAddress = regexp.MustCompile(`(?i)^https?://[^/]`)

// adviseAddress tells of an address that leads nowhere, and mends the link where it
// is plain where it was to lead.
func (b *manuscript) adviseAddress(target string, link *content.Link) {
	for _, s := range addressSlips {
		if s.form.MatchString(target) && !goodAddress.MatchString(target) {
			b.advise(content.Problem{Pos: link.Pos, Kind: s.kind, What: s.kind + ": " + target, Hint: s.hint, Warns: true})
			if s.meant != "" {
				link.URL = s.form.ReplaceAllString(link.URL, s.meant)
			}
			return
		}
	}
}
