package settings

import "strconv"

// mostFirst is the greatest number that the first page may have.
const mostFirst = 9999

// firstPage is the number of the first page: odd, as that of a page that begins a book.
func (m *Manifest) firstPage(v value) {
	n := v.whole(1, mostFirst)
	if n > 0 && n%2 == 0 {
		v.problem(v.name+": "+strconv.Itoa(n)+" is even, and the first page of a book is odd", "write "+strconv.Itoa(n-1)+" or "+strconv.Itoa(n+1))
		return
	}
	m.Setup.Folios.First = n
}

// draft reads `draft: true`, or the words that stand behind the text of a draft.
func (m *Manifest) draft(v value) {
	d := &m.Setup.Draft
	switch text := v.text(); text {
	case "", "false":
	case "true":
		d.On = true
	default:
		d.On, d.Words = true, text
	}
}
