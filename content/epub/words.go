package epub

import "warraq/content/locale"

// numeral is n in the book's digits.
func (e *edition) numeral(n int) string { return locale.FormatInt(n, e.digits) }
