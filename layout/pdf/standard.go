package pdf

import (
	"warraq/content"
	"warraq/layout/display"
	"warraq/layout/pdf/tag"
)

// Standard says which standards a file keeps.
type Standard uint8

const (
	// UA1 is PDF 1.7 that keeps PDF/UA-1 and PDF/A-2a.
	UA1 Standard = iota
	// UA2 is PDF 2.0 that keeps PDF/UA-2, Well-Tagged PDF 1.0 (its level of
	// accessibility) and PDF/A-4.
	UA2
)

// dialect is all in which the standards differ: the same pages, tagged and
// described in the words of one or the other.
type dialect struct {
	version string // of PDF
	info    bool   // Info says again what XMP says (ISO 19005-4 6.1.3 wants none)
	more    string // entries of Info beside those

	tags tag.Version // in whose words the structure is told
	// lead is the entry of what leads to a part of the book, address the value of
	// a name of one.
	lead, address func(*job, content.ID, display.Spot) string
	// catalog is what the root says beside pages, metadata and language.
	catalog func(*job) string
	// claims are the properties of XMP that name the standards, schemas the
	// namespaces that they need.
	claims  func(*job) string
	schemas string
}

// dialects are those of the standards.
var dialects = [...]dialect{
	UA1: {
		version: "1.7", info: true,
		lead:    func(j *job, _ content.ID, spot display.Spot) string { return "/Dest" + j.destination(spot) },
		address: func(j *job, _ content.ID, spot display.Spot) string { return j.destination(spot) },
		catalog: (*job).readingCatalog, claims: (*job).claims, schemas: identifying,
	},
	UA2: {
		version: "2.0", tags: tag.PDF20,
		lead: func(j *job, id content.ID, spot display.Spot) string {
			return "/A<</S/GoTo" + j.destinations(id, spot) + ">>"
		},
		address: func(j *job, id content.ID, spot display.Spot) string {
			return "<<" + j.destinations(id, spot) + ">>"
		},
		catalog: (*job).readingCatalog, claims: (*job).claimsOfTwo, schemas: identifyingTwo,
	},
}
