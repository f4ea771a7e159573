package pdf

// ways are the ways of writing text that the bench of the readers leaves out,
// to show what each is for: `go test -tags readers -run Readers -v
// ./layout/pdf`. Its results are in READERS.md.
type ways uint8

const (
	unordered   ways = 1 << iota // a line is drawn from left to right, whatever runs it has
	unguarded                    // without marks of direction
	unjoined                     // without spaces that pdf.js cannot overlook
	unstretched                  // no line is stretched
	unended                      // no spaces at the ends of lines
	upright                      // no space leans on the code before it
	joined                       // no other spaces than those that pdf.js cannot overlook
)

// redraw writes a show in another order than from left to right.
type redraw func(t *typeset, out []byte, s *show, tags *pageTags) []byte
