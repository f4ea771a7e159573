package tag

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"warraq/content/locale"
	"warraq/layout/display"
	"warraq/layout/pdf/cos"
)

// Write writes the elements (ISO 32000-1 14.7): the tree of them, the way
// back from the pages' content and annotations, the types that are ours and the
// names of notes and headers. It gives the root of them.
func (t *Tags) Write(in *Site) (cos.Ref, error) {
	top := in.Reserve()
	w := structureWriter{Tags: t, File: in.File, site: in, parents: make([]cos.Ref, len(in.Notes))}
	if t.version == PDF20 {
		for i := range w.spaces {
			w.spaces[i] = in.Reserve()
		}
	}
	t.root.reserve(in.File)
	w.element(t.root, top)
	if i := slices.Index(w.parents, 0); i >= 0 {
		return 0, fmt.Errorf("link %d belongs to no element", i+1)
	}
	in.Put(top, fmt.Sprintf("<</Type/StructTreeRoot/K %s%s/ParentTree %s/ParentTreeNextKey %d%s>>",
		t.root.ref, w.types(), w.parentTree(), len(in.Pages)+len(w.parents), w.idTree()))
	return top, nil
}

// Site is the file that a structure is written to, and what is in it before.
type Site struct {
	*cos.File
	Pages  []cos.Ref // of the pages
	Notes  map[*display.Link]Annotation
	Height float64 // of the pages, points
}

// Annotation is that of a link: its object and its number in the book.
type Annotation struct {
	Ref cos.Ref
	N   int
}

// roleMap is the entry that maps types to those of PDF 1.7.
func roleMap(types [][2]string) string {
	var roles strings.Builder
	for _, r := range types {
		fmt.Fprintf(&roles, "/%s/%s", r[0], r[1])
	}
	return "/RoleMap<<" + roles.String() + ">>"
}

// reserve gives an element and those under it their numbers.
func (e *Element) reserve(f *cos.File) {
	e.Object(f)
	for _, k := range e.kids {
		if k.elem != nil {
			k.elem.reserve(f)
		}
	}
}

// Object is the object of an element in a file, reserved unless it is.
func (e *Element) Object(f *cos.File) cos.Ref {
	if e.ref == 0 {
		e.ref = f.Reserve()
	}
	return e.ref
}

// structureWriter writes elements.
type structureWriter struct {
	*Tags
	*cos.File
	site    *Site
	spaces  [len(namespaceNames)]cos.Ref // of the types; PDF 2.0
	parents []cos.Ref                    // of the annotations, by their keys behind those of the pages
	ids     []*Element
	body    []byte // scratch space
}

// element writes an element and those under it.
func (w *structureWriter) element(e *Element, parent cos.Ref) {
	b := append(append(w.body[:0], "<</Type/StructElem/S/"...), e.Type...)
	b = parent.AppendTo(append(append(b, w.space(e.Type)...), "/P "...))
	page := e.firstPage()
	if page >= 0 {
		b = w.site.Pages[page].AppendTo(append(b, "/Pg "...))
	}
	if e.lang != "" && (e.parent == nil || e.lang != w.langOf(e.parent)) {
		b = cos.AppendText(append(b, "/Lang"...), e.lang)
	}
	if e.alt != "" {
		b = cos.AppendText(append(b, "/Alt"...), e.alt)
	}
	if e.actual != "" {
		b = cos.AppendText(append(b, "/ActualText"...), e.actual)
	}
	if e.long != nil { // ISO 32000-1 14.9.5
		b = cos.AppendText(append(b, "/E"...), e.before+*e.long+e.behind)
	}
	if e.id != "" {
		b = cos.AppendText(append(b, "/ID"...), e.id)
		w.ids = append(w.ids, e)
	}
	switch a := w.attributes(e); len(a) {
	case 0:
	case 1:
		b = append(append(b, "/A"...), a[0]...)
	default:
		b = append(append(append(b, "/A["...), strings.Join(a, "")...), ']')
	}
	if len(e.refs) > 0 {
		b = append(b, "/Ref["...)
		for _, r := range e.refs {
			b = append(r.ref.AppendTo(b), ' ')
		}
		b = append(b, ']')
	}
	b = append(w.appendKids(b, e, page), ">>"...)
	w.Put(e.ref, string(b))
	w.body = b
	for _, k := range e.kids {
		if k.elem != nil {
			w.element(k.elem, e.ref)
		}
	}
}

// firstPage is the index of the page on which an element's own content begins,
// -1 where it has none.
func (e *Element) firstPage() int {
	for _, k := range e.kids {
		if k.elem == nil {
			return k.page
		}
	}
	return -1
}

// appendKids writes the members of an element, those on its page in short.
func (w *structureWriter) appendKids(b []byte, e *Element, page int) []byte {
	if len(e.kids) == 0 {
		return b
	}
	b = append(b, "/K["...)
	for i, k := range e.kids {
		if i > 0 {
			b = append(b, ' ')
		}
		switch {
		case k.elem != nil:
			b = k.elem.ref.AppendTo(b)
		case k.note != nil:
			note := w.site.Notes[k.note]
			b = fmt.Appendf(b, "<</Type/OBJR/Pg %s/Obj %s>>", w.site.Pages[k.page], note.Ref)
			w.parents[note.N] = e.ref
		case k.page == page:
			b = strconv.AppendInt(b, int64(k.mcid), 10)
		default:
			b = fmt.Appendf(b, "<</Type/MCR/Pg %s/MCID %d>>", w.site.Pages[k.page], k.mcid)
		}
	}
	return append(b, ']')
}

// attributes are what an element's type asks for: a document runs from right to
// left, a figure has the box of its picture.
func (w *structureWriter) attributes(e *Element) (all []string) {
	if e.attr != "" {
		all = append(all, e.attr)
	}
	var form string
	if dir := w.dirOf(e); e.parent == nil || dir != w.dirOf(e.parent) {
		form = "/WritingMode/RlTb"
		if dir == locale.LTR {
			form = "/WritingMode/LrTb"
		}
	}
	if e.figure {
		form += "/BBox" + w.site.box(e.box)
		if !e.inline {
			form += "/Placement/Block"
		}
	}
	if form != "" {
		all = append(all, "<</O/Layout"+form+">>")
	}
	return all
}

func (s *Site) box(r display.Rect) string {
	top := s.Height - r.Y
	return fmt.Sprintf("[%s %s %s %s]", cos.Num(r.X), cos.Num(top-r.H), cos.Num(r.X+r.W), cos.Num(top))
}

// parentTree leads from the marked content of each page, and from each
// annotation, to its element (ISO 32000-1 14.7.4.4).
func (w *structureWriter) parentTree() cos.Ref {
	nums := []byte("<</Nums[")
	entry := func(key int, r cos.Ref) {
		nums = append(strconv.AppendInt(nums, int64(key), 10), ' ')
		nums = append(r.AppendTo(nums), ' ')
	}
	for i := range w.site.Pages {
		list := append(w.body[:0], '[')
		for k, e := range w.Pages[i].marks {
			if k > 0 {
				list = append(list, ' ')
			}
			list = e.ref.AppendTo(list)
		}
		w.body = append(list, ']')
		entry(i, w.Add(string(w.body)))
	}
	for i, parent := range w.parents {
		entry(len(w.site.Pages)+i, parent)
	}
	return w.Add(string(append(nums, "]>>"...)))
}

// idTree leads from the names of elements to them.
func (w *structureWriter) idTree() string {
	if len(w.ids) == 0 {
		return ""
	}
	slices.SortFunc(w.ids, func(a, b *Element) int { return cmp.Compare(a.id, b.id) })
	var b strings.Builder
	fmt.Fprintf(&b, "<</Limits[%s %s]/Names[", cos.Text(w.ids[0].id), cos.Text(w.ids[len(w.ids)-1].id))
	for _, e := range w.ids {
		b.WriteString(cos.Text(e.id) + e.ref.String() + " ")
	}
	b.WriteString("]>>")
	return "/IDTree<</Kids[" + w.Add(b.String()).String() + "]>>"
}
