package content

import "strings"

// Pictures gives the images of a run of inlines that has nothing else but
// blanks: pictures side by side. It gives nil for any other run.
func Pictures(text []Inline) []*Image {
	if len(text) < 2 {
		return nil
	}
	if _, ok := text[0].(*Image); !ok {
		return nil
	}
	var all []*Image
	for _, in := range text {
		switch in := in.(type) {
		case *Image:
			all = append(all, in)
		case *Text:
			if strings.TrimSpace(in.Value) != "" {
				return nil
			}
		case *LineBreak:
		default:
			return nil
		}
	}
	return all
}
