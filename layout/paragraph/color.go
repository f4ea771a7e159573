package paragraph

import (
	"fmt"
	"math"
)

// Color is a colour of ink in sRGB. The zero value is black.
type Color struct{ R, G, B uint8 }

// Gray is a gray ink: 0 black … 1 white.
func Gray(level float64) Color {
	v := uint8(math.Round(min(max(level, 0), 1) * 255))
	return Color{v, v, v}
}

// Neutral tells whether the colour is a gray, and which: 0 black … 1 white, to
// three places.
func (c Color) Neutral() (level float64, ok bool) {
	return math.Round(float64(c.R)/255*1000) / 1000, c.R == c.G && c.G == c.B
}

// String is "gray 0.35" or "#1a4f8b".
func (c Color) String() string {
	if level, ok := c.Neutral(); ok {
		return fmt.Sprintf("gray %.2f", level)
	}
	return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
}
