package drawing

import "strings"

// styleOf is the style of an element within one of a style: its attributes, then the
// rules by weight, then its own declarations, and what is important of them again
// (CSS 2.1, 6.4).
func (d *drafter) styleOf(e *element, around style) style {
	s := around
	s.opacity, s.clip, s.mask, s.absent, s.overflow, s.err = 1, "", "", false, e.parent == nil || !framed[e.name], nil
	s.blend, s.alone, s.maskAlpha, s.unscaled = "", false, false, false
	s.transform, s.origin = e.attrs["transform"], e.attrs["transform-origin"]
	s.stopColor, s.stopAlpha, s.rise = paint{}, 1, 0
	if around.err != nil {
		return around
	}
	if s.err = d.cascade(e); s.err != nil {
		return s
	}
	for _, key := range properties {
		value, set := d.values[key]
		if !set {
			continue
		}
		if value = d.resolved(value); value != "" && value != "inherit" && value != "unset" {
			s.set(d, e, key, value)
		} else if value == "inherit" {
			s.inherit(&around, key)
		}
	}
	if space := e.attrs["xml:space"]; space != "" {
		s.preserve = space == "preserve"
	}
	for _, p := range []*paint{&s.fill, &s.stroke} {
		if p.current {
			*p = s.color
			p.current = true
		}
	}
	for _, key := range []string{"text-decoration", "text-decoration-line"} {
		if value := d.values[key]; strings.Contains(value, "line") {
			s.ruled(d.resolved(value))
		}
	}
	d.em = s.size
	return s
}

// framed are the elements beyond whose frame nothing is seen, unless they say so.
var framed = map[string]bool{"svg": true, "symbol": true, "marker": true, "pattern": true, "image": true, "foreignObject": true}

// cascade finds what is said of an element.
func (d *drafter) cascade(e *element) error {
	if d.values == nil {
		d.values = make(map[string]string)
	}
	clear(d.values)
	for key, v := range e.attrs {
		if attributed[key] && v != "" {
			d.values[key] = v
		}
	}
	found, err := d.matching(e)
	if err != nil {
		return err
	}
	own := d.declarations(uncommented(e.attrs["style"]))
	for _, important := range []bool{false, true} {
		for _, r := range found {
			if err := d.declare(r.declarations, important); err != nil {
				return err
			}
		}
		if err := d.declare(own, important); err != nil {
			return err
		}
	}
	return nil
}

func (d *drafter) declare(all []declaration, important bool) error {
	for _, one := range all {
		if one.important == important {
			d.values[one.key] = one.value
			if one.key == "font" { // what it does not say is as at first
				for _, key := range []string{"font-size", "font-weight", "font-style", "font-family", "font-stretch", "font-variation-settings"} {
					delete(d.values, key)
				}
			}
			if one.key == "marker" {
				for _, key := range []string{"marker-start", "marker-mid", "marker-end"} {
					d.values[key] = one.value
				}
			}
		}
	}
	return d.step(len(all))
}

// resolved is a value with what the author named elsewhere, and the one for light paper.
func (d *drafter) resolved(value string) string {
	for range 8 {
		at := strings.Index(value, "var(")
		if at < 0 {
			break
		}
		inner, rest := enclosed(value[at+4:], '(', ')')
		name, other, _ := strings.Cut(inner, ",")
		word := d.own[strings.TrimSpace(name)]
		if word == "" {
			word = strings.TrimSpace(other)
		}
		value = strings.TrimSpace(value[:at] + word + rest)
		if len(value) > 1000 {
			return ""
		}
	}
	if inner, found := strings.CutPrefix(value, "light-dark("); found {
		for i, depth := 0, 0; i < len(inner); i++ {
			switch inner[i] {
			case '(':
				depth++
			case ')':
				depth--
			case ',':
				if depth == 0 {
					return strings.TrimSpace(inner[:i])
				}
			}
		}
	}
	return value
}

// inherit takes a property from the element around.
func (s *style) inherit(around *style, key string) {
	switch key {
	case "opacity":
		s.opacity = around.opacity
	case "overflow":
		s.overflow = around.overflow
	case "clip-path":
		s.clip = around.clip
	case "mask":
		s.mask = around.mask
	case "stop-color":
		s.stopColor = around.stopColor
	case "stop-opacity":
		s.stopAlpha = around.stopAlpha
	}
}
