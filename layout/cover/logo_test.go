package cover_test

import (
	"slices"
	"testing"

	"warraq/content"
	"warraq/content/design"
	"warraq/content/locale"
	"warraq/layout/cover"
	"warraq/layout/display"
)

// TestLogo: each style shows the logo on the front once, within the panel and clear of
// every text; on a dark ground it lies on a white plate.
func TestLogo(t *testing.T) {
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="#123"/></svg>`
	for _, style := range []design.CoverStyle{design.CoverFrame, design.CoverBlock, design.CoverLattice, design.CoverPlate, design.CoverHills} {
		for _, dark := range []bool{false, true} {
			theme := *design.Plain()
			theme.Cover.Style = style
			theme.Cover.Ground, theme.Cover.Ink, theme.Cover.Ornament = design.Ink{Color: design.White}, design.Ink{}, design.Ink{Tone: design.NoInk}
			if dark {
				theme.Cover.Ground, theme.Cover.Ink = design.Ink{Color: design.Color{G: 0x30}}, design.Ink{Color: design.White}
			}
			doc := &content.Document{
				Meta:   content.Meta{Title: "عنوان طويل للكتاب", Subtitle: "تحته", Authors: []string{"كاتبه"}, Publisher: "ناشره", Lang: "ar", Dir: locale.RTL, Logo: "logo.svg"},
				Assets: map[string]*content.Asset{"logo.svg": {Name: "logo.svg", Data: []byte(svg)}},
			}
			doc.Setup.Theme = &theme
			checkLogo(t, cover.LeafOf(doc, faces(t)), style, dark)
		}
	}
}

// TestLogoOnScreen: the front of an e-book has the logo, which the panel does not draw
// itself in silence.
func TestLogoOnScreen(t *testing.T) {
	doc := &content.Document{
		Meta:   content.Meta{Title: "عنوان", Publisher: "ناشره", Lang: "ar", Dir: locale.RTL, Logo: "logo.svg"},
		Assets: map[string]*content.Asset{"logo.svg": {Name: "logo.svg", Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="#123"/></svg>`)}},
	}
	front := cover.Front(doc, faces(t), cover.ScreenSize(doc))
	if _, err := front.PNG(100); front.Drawn() || err == nil {
		t.Errorf("drawn %v, %v", front.Drawn(), err)
	}
	doc.Meta.Logo = ""
	if front := cover.Front(doc, faces(t), cover.ScreenSize(doc)); !front.Drawn() {
		t.Error("a panel without a logo is not drawn by itself")
	}
}

func checkLogo(t *testing.T, l *cover.Leaf, style design.CoverStyle, dark bool) {
	t.Helper()
	var at display.Rect
	plates := 0
	for _, it := range l.Front.Items {
		switch it := it.(type) {
		case *display.Image:
			if it.Asset == "front-logo" {
				if at.W > 0 {
					t.Errorf("style %d: two logos", style)
				}
				at = it.Rect
			}
		case *display.Rule:
			if it.W < 100 && it.H > 10 && it.H < 100 {
				plates++
			}
		}
	}
	if at.W == 0 || at.W/at.H < 1.99 || at.W/at.H > 2.01 {
		t.Fatalf("style %d: the logo is %v", style, at)
	}
	if plated := dark && style != design.CoverBlock; plated != (plates > 0) {
		t.Errorf("style %d, dark %v: %d plates", style, dark, plates)
	}
	if !slices.ContainsFunc(l.Back.Items, func(it display.Item) bool {
		m, ok := it.(*display.Image)
		return ok && m.Asset == "back-logo"
	}) {
		t.Errorf("style %d: the back has no logo", style)
	}
	for _, it := range l.Front.Items {
		if text, ok := it.(*display.Text); ok && text.Y > at.Y && text.Y-text.Line.Height < at.Y+at.H-1 {
			t.Errorf("style %d: a text stands on the logo", style)
		}
	}
}
