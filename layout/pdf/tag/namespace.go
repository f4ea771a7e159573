package tag

import (
	"fmt"
	"slices"
	"strings"

	"warraq/layout/pdf/cos"
)

// namespace is whose a structure type is (ISO 32000-2 14.7.4.2).
type namespace uint8

const (
	ofTwo    namespace = iota // PDF 2.0's,
	ofOne                     // PDF 1.7's alone,
	ofWarraq                  // ours
)

// namespaceNames name them. Ours is a name, no address.
var namespaceNames = [...]string{"http://iso.org/pdf2/ssn", "http://iso.org/pdf/ssn", "urn:x-warraq:structure"}

// oldTypes are the types that we use and PDF 2.0 has only from PDF 1.7
// (ISO 32000-2 14.8.6).
var oldTypes = []string{"BlockQuote", "Code", "Index", "Reference", "TOC", "TOCI"}

// namespaceOf is whose a type is. Title, which is ours before, is one of PDF 2.0.
func namespaceOf(tag string) namespace {
	switch {
	case slices.Contains(oldTypes, tag):
		return ofOne
	case tag != "Title" && slices.ContainsFunc(ownTypes, func(t [2]string) bool { return t[0] == tag }):
		return ofWarraq
	}
	return ofTwo
}

// space is the entry of an element that tells whose its type is.
func (w *structureWriter) space(tag string) string {
	if w.version == PDF17 {
		return ""
	}
	return "/NS " + w.spaces[namespaceOf(tag)].String()
}

// types are the entries of the structure's root by which types of our own are
// known.
func (w *structureWriter) types() string {
	if w.version == PDF17 {
		return roleMap(ownTypes)
	}
	return w.namespaces()
}

// namespaces are the entries of the structure's root that tell of the namespaces,
// and map our types. All elements say whose their types are, so that the old map
// is for readers alone that know no namespaces: poppler leaves out what it does
// not know.
func (w *structureWriter) namespaces() string {
	var ours strings.Builder
	for _, t := range ownTypes {
		if namespaceOf(t[0]) == ofWarraq {
			fmt.Fprintf(&ours, "/%s[/%s %s]", t[0], t[1], w.spaces[namespaceOf(t[1])])
		}
	}
	for i, name := range namespaceNames {
		entries := "<</Type/Namespace/NS" + cos.Text(name)
		if namespace(i) == ofWarraq {
			entries += "/RoleMapNS<<" + ours.String() + ">>"
		}
		w.Put(w.spaces[i], entries+">>")
	}
	old := slices.Concat(ownTypes, [][2]string{{"FENote", "Note"}})
	return fmt.Sprintf("/Namespaces[%s %s %s]%s", w.spaces[ofTwo], w.spaces[ofOne], w.spaces[ofWarraq], roleMap(old))
}
