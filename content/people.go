package content

// Contributor is someone who made the book beside its authors.
type Contributor struct{ Name, Role string }

// ContributorRoles are the roles of contributors, each with its code in the
// MARC list of relators, which EPUB and libraries name them by.
var ContributorRoles = []struct{ Name, Relator string }{
	{"translator", "trl"},
	{"editor", "edt"},
	{"illustrator", "ill"},
	{"photographer", "pht"},
	{"annotator", "ann"},
	{"compiler", "com"},
	{"preface", "wpr"},
	{"introduction", "win"},
	{"designer", "bkd"},
	{"cover", "cov"},
	{"proofreader", "pfr"},
}

// Relator is the MARC code of the contributor's role; "ctb", a contributor of
// any kind, where none is named.
func (c Contributor) Relator() string {
	for _, r := range ContributorRoles {
		if r.Name == c.Role {
			return r.Relator
		}
	}
	return "ctb"
}

// Series is what the book is a volume of. Number is as catalogues sort by it:
// 3, or 3.2 for the second part of the third.
type Series struct{ Name, Number string }

// AccessClaim is what someone who has evaluated the book says of its
// accessibility (EPUB Accessibility 1.1, 4); the program makes no such claim.
type AccessClaim struct {
	ConformsTo  string // "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"
	CertifiedBy string
	Credential  string // of the certifier: a name or an address
	Report      string // the address of the evaluation
}
