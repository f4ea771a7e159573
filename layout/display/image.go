package display

// Turned is how samples lie (Exif 2.3, Orientation) that lie so in a picture which
// is itself turned.
func Turned(samples int, turn Turn) int {
	right := [...]int{1: 6, 2: 7, 3: 8, 4: 5, 5: 2, 6: 3, 7: 4, 8: 1}
	for range (4 - int(turn)) % 4 {
		samples = right[samples]
	}
	return samples
}

// Frame maps the unit square, y downwards, in which samples lie so (Exif), to a
// rectangle in which they are seen upright: x, y to a·x + c·y + e, b·x + d·y + f.
func (r Rect) Frame(samples int) (m [6]float64) {
	right, foot := r.X+r.W, r.Y+r.H
	switch samples {
	case 2:
		return [6]float64{-r.W, 0, 0, r.H, right, r.Y}
	case 3:
		return [6]float64{-r.W, 0, 0, -r.H, right, foot}
	case 4:
		return [6]float64{r.W, 0, 0, -r.H, r.X, foot}
	case 5:
		return [6]float64{0, r.H, r.W, 0, r.X, r.Y}
	case 6:
		return [6]float64{0, r.H, -r.W, 0, right, r.Y}
	case 7:
		return [6]float64{0, -r.H, -r.W, 0, right, foot}
	case 8:
		return [6]float64{0, -r.H, r.W, 0, r.X, foot}
	}
	return [6]float64{r.W, 0, 0, r.H, r.X, r.Y}
}
