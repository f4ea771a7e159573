package pdf

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"warraq/content/locale"
	"warraq/layout/display"
	"warraq/layout/pdf/cos"
)

// structure writes the elements (ISO 32000-1 14.7): the tree of them, the way
// back from the pages' content and annotations, the types that are ours and the
// names of notes and headers.
func structure(j *job) error {
	j.structure = j.Reserve()
	w := structureWriter{job: j, parents: make([]cos.Ref, len(j.notes))}
	if j.edition.revise != nil {
		for i := range j.spaces {
			j.spaces[i] = j.Reserve()
		}
	}
	j.tags.root.reserve(j)
	w.element(j.tags.root, j.structure)
	if i := slices.Index(w.parents, 0); i >= 0 {
		return fmt.Errorf("link %d belongs to no element", i+1)
	}
	j.Put(j.structure, fmt.Sprintf("<</Type/StructTreeRoot/K %s%s/ParentTree %s/ParentTreeNextKey %d%s>>",
		j.tags.root.ref, j.edition.types(j), w.parentTree(), len(j.pages)+len(w.parents), w.idTree()))
	return nil
}

// roleMap is the entry that maps types to those of PDF 1.7.
func roleMap(types [][2]string) string {
	var roles strings.Builder
	for _, r := range types {
		fmt.Fprintf(&roles, "/%s/%s", r[0], r[1])
	}
	return "/RoleMap<<" + roles.String() + ">>"
}

// prune takes away the elements without content. The cells of a table stay as
// long as the row has any: all rows have as many.
func (e *element) prune() bool {
	full := false
	kept := e.kids[:0]
	for _, k := range e.kids {
		if k.elem == nil || k.elem.prune() {
			full = true
		} else if !k.elem.cell {
			k.elem.pruned = true
			continue
		}
		kept = append(kept, k)
	}
	e.kids = kept
	return full
}

// number gives the headings their types. None lies more than one level below
// the one before it, nor is the first below H1 (ISO 14289-1 7.4.2).
func (e *element) number(level *int) {
	if e.level > 0 {
		*level = min(e.level, *level+1)
		e.tag = [...]string{"H1", "H2", "H3", "H4", "H5", "H6"}[*level-1]
	}
	for _, k := range e.kids {
		if k.elem != nil {
			k.elem.number(level)
		}
	}
}

// reserve gives an element and those under it their numbers.
func (e *element) reserve(j *job) {
	j.numbered(e)
	for _, k := range e.kids {
		if k.elem != nil {
			k.elem.reserve(j)
		}
	}
}

// numbered gives an element its number, unless it has one, and tells it.
func (j *job) numbered(e *element) cos.Ref {
	if e.ref == 0 {
		e.ref = j.Reserve()
	}
	return e.ref
}

// structureWriter writes elements.
type structureWriter struct {
	*job
	parents []cos.Ref // of the annotations, by their keys behind those of the pages
	ids     []*element
}

// element writes an element and those under it.
func (w *structureWriter) element(e *element, parent cos.Ref) {
	var b strings.Builder
	fmt.Fprintf(&b, "<</Type/StructElem/S/%s%s/P %s", e.tag, w.edition.space(w.job, e.tag), parent)
	page := e.firstPage()
	if page >= 0 {
		fmt.Fprintf(&b, "/Pg %s", w.pages[page])
	}
	if e.lang != "" && (e.parent == nil || e.lang != w.tags.langOf(e.parent)) {
		b.WriteString("/Lang" + cos.Text(e.lang))
	}
	if e.alt != "" {
		b.WriteString("/Alt" + cos.Text(e.alt))
	}
	if e.actual != "" {
		b.WriteString("/ActualText" + cos.Text(e.actual))
	}
	if e.long != nil { // ISO 32000-1 14.9.5
		b.WriteString("/E" + cos.Text(e.before+*e.long+e.behind))
	}
	if e.id != "" {
		b.WriteString("/ID" + cos.Text(e.id))
		w.ids = append(w.ids, e)
	}
	switch a := w.attributes(e); len(a) {
	case 0:
	case 1:
		b.WriteString("/A" + a[0])
	default:
		b.WriteString("/A[" + strings.Join(a, "") + "]")
	}
	if len(e.refs) > 0 {
		b.WriteString("/Ref[")
		for _, r := range e.refs {
			b.WriteString(r.ref.String() + " ")
		}
		b.WriteByte(']')
	}
	w.kids(&b, e, page)
	w.Put(e.ref, b.String()+">>")
	for _, k := range e.kids {
		if k.elem != nil {
			w.element(k.elem, e.ref)
		}
	}
}

// firstPage is the index of the page on which an element's own content begins,
// -1 where it has none.
func (e *element) firstPage() int {
	for _, k := range e.kids {
		if k.elem == nil {
			return k.page
		}
	}
	return -1
}

// kids writes the members of an element, those on its page in short.
func (w *structureWriter) kids(b *strings.Builder, e *element, page int) {
	if len(e.kids) == 0 {
		return
	}
	b.WriteString("/K[")
	for i, k := range e.kids {
		if i > 0 {
			b.WriteByte(' ')
		}
		switch {
		case k.elem != nil:
			b.WriteString(k.elem.ref.String())
		case k.note != nil:
			note := w.notes[k.note]
			fmt.Fprintf(b, "<</Type/OBJR/Pg %s/Obj %s>>", w.pages[k.page], note.ref)
			w.parents[note.n] = e.ref
		case k.page == page:
			fmt.Fprintf(b, "%d", k.mcid)
		default:
			fmt.Fprintf(b, "<</Type/MCR/Pg %s/MCID %d>>", w.pages[k.page], k.mcid)
		}
	}
	b.WriteByte(']')
}

// attributes are what an element's type asks for: a document runs from right to
// left, a figure has the box of its picture.
func (w *structureWriter) attributes(e *element) (all []string) {
	if e.attr != "" {
		all = append(all, e.attr)
	}
	var form string
	if dir := w.tags.dirOf(e); e.parent == nil || dir != w.tags.dirOf(e.parent) {
		form = "/WritingMode/RlTb"
		if dir == locale.LTR {
			form = "/WritingMode/LrTb"
		}
	}
	if e.figure {
		form += "/BBox" + w.box(e.box)
		if !e.inline {
			form += "/Placement/Block"
		}
	}
	if form != "" {
		all = append(all, "<</O/Layout"+form+">>")
	}
	return all
}

func (j *job) box(r display.Rect) string {
	top := j.book.Style.Trim.H - r.Y
	return fmt.Sprintf("[%s %s %s %s]", cos.Num(r.X), cos.Num(top-r.H), cos.Num(r.X+r.W), cos.Num(top))
}

// parentTree leads from the marked content of each page, and from each
// annotation, to its element (ISO 32000-1 14.7.4.4).
func (w *structureWriter) parentTree() cos.Ref {
	var b strings.Builder
	b.WriteString("<</Nums[")
	for i := range w.pages {
		var list strings.Builder
		for _, e := range w.tags.pages[i].marks {
			list.WriteString(e.ref.String() + " ")
		}
		fmt.Fprintf(&b, "%d %s ", i, w.Add("["+strings.TrimSuffix(list.String(), " ")+"]"))
	}
	for i, parent := range w.parents {
		fmt.Fprintf(&b, "%d %s ", len(w.pages)+i, parent)
	}
	b.WriteString("]>>")
	return w.Add(b.String())
}

// idTree leads from the names of elements to them.
func (w *structureWriter) idTree() string {
	if len(w.ids) == 0 {
		return ""
	}
	slices.SortFunc(w.ids, func(a, b *element) int { return cmp.Compare(a.id, b.id) })
	var b strings.Builder
	fmt.Fprintf(&b, "<</Limits[%s %s]/Names[", cos.Text(w.ids[0].id), cos.Text(w.ids[len(w.ids)-1].id))
	for _, e := range w.ids {
		b.WriteString(cos.Text(e.id) + e.ref.String() + " ")
	}
	b.WriteString("]>>")
	return "/IDTree<</Kids[" + w.Add(b.String()).String() + "]>>"
}
