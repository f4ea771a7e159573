package css

import (
	"fmt"
	"strconv"
	"strings"

	"warraq/content"
	"warraq/content/design"
)

// Extent is the size that an author asks of a picture.
type Extent struct{ width, height design.Length }

// ExtentOf is the size that is asked for with a picture.
func ExtentOf(a *content.Attr) Extent { return Extent{a.Length("width"), a.Length("height")} }

// Rule is the class of a size. A part of the height is one of the screen's.
func (x Extent) Rule(class string) string {
	var b strings.Builder
	fmt.Fprintf(&b, ".%s {", class)
	measure(&b, "width", "%", x.width)
	measure(&b, "height", "vh", x.height)
	b.WriteString(" }\n")
	return b.String()
}

// measure writes a property, parts of the whole in a unit that counts hundredths.
func measure(b *strings.Builder, property, part string, l design.Length) {
	switch {
	case l.Value <= 0:
	case l.Unit == design.Parts:
		fmt.Fprintf(b, " %s: %s%s;", property, decimal(l.Value*100), part)
	default:
		fmt.Fprintf(b, " %s: %spt;", property, decimal(l.Value))
	}
}

func decimal(v float64) string {
	s := strconv.FormatFloat(v, 'f', 2, 64)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}
