package spell

// Ways are the ways of writing text that the bench of the readers leaves out,
// to show what each is for: `go test -tags readers -run Readers -v
// ./layout/pdf`. Its results are in READERS.md.
type Ways uint8

const (
	Unordered   Ways = 1 << iota // a line is drawn from left to right, whatever runs it has
	Unguarded                    // without marks of direction
	Unjoined                     // without spaces that pdf.js cannot overlook
	Unstretched                  // no line is stretched
	Unended                      // no spaces at the ends of lines
	Upright                      // no space leans on the code before it
	Joined                       // no other spaces than those that pdf.js cannot overlook
)
