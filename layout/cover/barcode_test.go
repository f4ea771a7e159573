package cover

import "testing"

// TestISBN13: a number of ten digits becomes one of thirteen with the check digit
// that is right for it, hyphens where they were.
func TestISBN13(t *testing.T) {
	for _, c := range []struct{ isbn, digits, written string }{
		{"978-3-16-148410-0", "9783161484100", "978-3-16-148410-0"},
		{"9783161484100", "9783161484100", "9783161484100"},
		{"0-306-40615-2", "9780306406157", "978-0-306-40615-7"},
		{"0-8044-2957-X", "9780804429573", "978-0-8044-2957-3"},
		{" 99921 58 10 7 ", "9789992158104", "978-99921 58 10 4"},
	} {
		if digits, written := isbn13(c.isbn); digits != c.digits || written != c.written {
			t.Errorf("%s: %s %s, want %s %s", c.isbn, digits, written, c.digits, c.written)
		}
	}
}
