package book

import (
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"

	"warraq/content"
	"warraq/content/number"
	"warraq/content/pattern"
)

// checkLinks resolves the links inside the book and reports those that lead
// nowhere, and anchors that are there twice.
func (b *manuscript) checkLinks() {
	b.checkAnchors()
	l := newLinker(b)
	content.EditInlines(b.doc, func(in content.Inline, _ *content.Link) []content.Inline {
		if link, ok := in.(*content.Link); ok && !l.resolve(link) {
			return link.Inlines
		}
		return []content.Inline{in}
	})
	b.checkReferences(l)
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
	targets targets
	names   *siteNames // of the headings; nil until needed
}

func newLinker(b *manuscript) *linker {
	return &linker{b: b, anchors: number.Anchors(b.doc), targets: b.targets()}
}

// resolve makes a link to a chapter file a link to the chapter, and one to the
// words of a heading, as other programs make them, one to its anchor. It tells
// whether anything is there that the link leads to; else its words are text.
func (l *linker) resolve(link *content.Link) bool {
	target, fragment, _ := strings.Cut(link.URL, "#")
	fragment = unescaped(fragment)
	switch {
	case target+fragment == "":
		l.b.lostLink(link, "a link without an address", "", "write it: [text](address)")
		return false
	case target == "":
		return l.within(link, link.Pos.File, fragment)
	case l.outward(target, link):
		return true
	}
	s := l.targets.find(link.Pos.File, target)
	if s == nil {
		l.lost(target, link)
		return false
	}
	if fragment == "" || fragment == "top" {
		link.URL = "#" + s.anchor()
		return true
	}
	if !l.within(link, s.file, fragment) {
		link.URL = "#" + s.anchor()
	}
	return true
}

// within makes a link lead to a place that a file of the book names.
func (l *linker) within(link *content.Link, file, fragment string) bool {
	if l.anchors[fragment] == nil {
		anchor, ok := l.siteName(file, fragment)
		if !ok {
			l.b.lostLink(link, "link leads to #"+fragment+", which is not there", "a link to a place that is not there", l.near(fragment))
			return false
		}
		fragment = anchor
	}
	link.URL = "#" + fragment
	return true
}

// lostLink tells of a link that leads nowhere.
func (b *manuscript) lostLink(link *content.Link, what, kind, hint string) {
	b.advise(content.Problem{Pos: link.Pos, What: what, Kind: kind, Hint: hint, Warns: true})
}

// outward tells an address on the web, and mends what is nearly one; a file of the
// repository that the manuscript lies in becomes that file.
func (l *linker) outward(target string, link *content.Link) bool {
	if in := branch.FindString(link.URL); in != "" {
		inside, _, _ := strings.Cut(link.URL[len(in):], "#")
		if s := l.targets.find("", "/"+inside); s != nil {
			link.URL = "#" + s.anchor()
		}
		return true
	}
	if strings.HasPrefix(target, "//") {
		link.URL = "https:" + link.URL
		return true
	}
	return l.b.mendAddress(target, link) || content.Follows(strings.ToLower(strings.TrimSuffix(scheme.FindString(target), ":")))
}

// scheme is how an address begins that is no file (RFC 3986 §3.1); one letter is a
// drive of Windows.
var scheme = pattern.Of(`^[A-Za-z][A-Za-z0-9+.-]+:`)

// lost tells of a link to a file that is no chapter.
func (l *linker) lost(target string, link *content.Link) {
	const kind = "a link to a file that is no part of the book"
	hint := "give its address on the web, or leave the link out"
	switch ext := strings.ToLower(path.Ext(unescaped(target))); {
	case scheme.MatchString(target):
		l.b.lostLink(link, "link to "+link.URL+" cannot be followed from a book", "a link that cannot be followed from a book", "use https:, mailto: or #anchor")
		return
	case pictureName.MatchString(target):
		l.b.lostLink(link, "a link to a picture: "+target, "a link to a picture", "write ! before it to show the picture: ![description](file.png)")
		return
	case ext == ".md" || ext == ".txt":
		l.b.lostLink(link, "link leads to "+unescaped(target)+", which is no chapter", "a link to a file that is no chapter", "correct its name or list it under `chapters:`")
		return
	}
	l.b.lostLink(link, kind+": "+target, kind, hint)
}

var pictureName = pattern.Of(`(?i)\.(png|jpe?g|gif|webp|svg)$`)

// unescaped is an address without its percent signs.
func unescaped(s string) string {
	if plain, err := url.PathUnescape(s); err == nil {
		return plain
	}
	return s
}

func (l *linker) siteName(file, fragment string) (anchor string, ok bool) {
	if l.names == nil {
		l.names = siteNamesOf(l.b.doc)
	}
	return l.names.find(file, fragment)
}

// near is the hint for an anchor that is not there: the one that is nearest, or begins
// alike.
func (l *linker) near(fragment string) string {
	anchors := nearby{list: func() []string { return namesOf(l.anchors) }}
	if hint := anchors.hint(fragment, ""); hint != "" {
		return strings.Replace(hint, "mean ", "mean #", 1)
	}
	headings := slices.Sorted(maps.Keys(l.names.all))
	for _, s := range headings {
		if strings.HasPrefix(s, siteName(fragment)+"-") {
			return "did you mean #" + s + "?"
		}
	}
	if near := content.Nearest(siteName(fragment), headings); near != "" {
		return "did you mean #" + near + "?"
	}
	return "write {#" + fragment + "} after a heading"
}

// addressSlips are addresses that lead elsewhere than they were meant to, where it is
// plain what was meant: the part that the form finds is written so.
var addressSlips = []struct {
	form       *pattern.Pattern
	kind, hint string
	meant      string
}{
	{pattern.Of(`(?i)^(www\.)`), "an address without https://", "write https:// before it", "https://$1"},
	{pattern.Of(`^([^\s/:@]+@[^\s/:@]+\.[a-z]+)$`), "a mail address without mailto:", "write mailto: before it", "mailto:$1"},
	{pattern.Of(`(?i)^(?:h{0,2}t{1,3}ps?:?/+|https?[;.]//)([^/])`), "an address whose beginning is misspelt", "write https://", "https://$1"},
	{pattern.Of(`(?i)^((?:[a-z0-9-]+\.)+(?:com|org|net|edu|gov|info|io)(?:/|$))`), "an address without https://", "write https:// before it", "https://$1"},
}

var goodAddress = pattern.Of(`(?i)^https?://[^/]`)

// mendAddress tells of an address that leads elsewhere than it was meant to, and
// mends the link.
func (b *manuscript) mendAddress(target string, link *content.Link) bool {
	for _, s := range addressSlips {
		if s.form.MatchString(target) && !goodAddress.MatchString(target) {
			b.advise(content.Problem{Pos: link.Pos, Kind: s.kind, What: s.kind + ": " + target, Hint: s.hint, Warns: true})
			link.URL = s.form.ReplaceAllString(link.URL, s.meant)
			return true
		}
	}
	return false
}
