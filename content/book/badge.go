package book

import (
	"net/url"
	"slices"
	"strings"

	"warraq/content"
	"warraq/content/pattern"
)

// badgeHosts make nothing but badges: small pictures on a project's page that tell
// how its last build went.
var badgeHosts = []string{"img.shields.io", "shields.io", "badge.fury.io", "badgen.net", "travis-ci.org", "travis-ci.com", "api.travis-ci.org",
	"api.travis-ci.com", "ci.appveyor.com", "circleci.com", "codecov.io", "coveralls.io", "snyk.io", "david-dm.org", "isitmaintained.com",
	"badges.gitter.im", "badges.greenkeeper.io", "forthebadge.com", "hits.seeyoufarm.com", "visitor-badge.laobi.icu", "komarev.com",
	"mybinder.org", "colab.research.google.com", "zenodo.org", "licensebuttons.net", "i.creativecommons.org", "deepsource.io",
	"goreportcard.com", "godoc.org", "pkg.go.dev", "awesome.re", "opencollective.com", "contrib.rocks", "bestpractices.coreinfrastructure.org"}

// badgePath is the path of a badge on a host that has other things too.
var badgePath = pattern.Of(`(?i)(^|[/_.-])badges?([/_.-]|$)`)

// isBadge tells the address of a badge.
func isBadge(src string) bool {
	u, err := url.Parse(src)
	if err != nil || u.Host == "" {
		return false
	}
	return slices.Contains(badgeHosts, strings.ToLower(u.Hostname())) || badgePath.MatchString(u.Path)
}

// dropBadges leaves badges out, and the links and paragraphs that are nothing else.
func (b *manuscript) dropBadges() {
	emptied := map[*content.Link]bool{}
	dropped := false
	drop := func(at content.Pos) {
		const kind = "a badge, which is no part of a book"
		dropped = true
		b.advise(content.Problem{Pos: at, Kind: kind, What: kind + ", is left out", Hint: "delete it"})
	}
	content.EditInlines(b.doc, func(in content.Inline, around *content.Link) []content.Inline {
		switch in := in.(type) {
		case *content.Image:
			if isBadge(in.Src) {
				drop(in.Pos)
				emptied[around] = true
				return nil
			}
		case *content.Link:
			if emptied[in] && blank(in.Inlines) {
				return nil
			}
		}
		return []content.Inline{in}
	})
	content.EditBlocks(b.doc, func(block content.Block) []content.Block {
		switch block := block.(type) {
		case *content.Figure:
			if isBadge(block.Src) {
				drop(block.Pos)
				return nil
			}
		case *content.Paragraph:
			if dropped && blank(block.Inlines) {
				return nil
			}
		}
		return []content.Block{block}
	})
}

// blank tells a text of which nothing is left.
func blank(text []content.Inline) bool {
	for _, in := range text {
		switch in := in.(type) {
		case *content.Text:
			if strings.TrimSpace(in.Value) != "" {
				return false
			}
		case *content.LineBreak:
		default:
			return false
		}
	}
	return true
}
