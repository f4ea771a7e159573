package fonts

import (
	"testing"

	"warraq/fonts/instance"
)

// TestAt: a set gives the designs of its faces that letters ask for, as far as the font
// goes, each made once; a set of fonts without others is itself.
func TestAt(t *testing.T) {
	whole := probe(t, "variable.ttf")
	file := func(c instance.Choice) File {
		d, err := Static(whole, c)
		if err != nil {
			t.Fatal(err)
		}
		return File{Name: "v.ttf", Data: d.Data, Varying: &Varying{whole, c}}
	}
	set, err := NewSet(Files{Regular: file(instance.Choice{}), Bold: file(instance.Choice{Weight: 700})})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		wish Wish
		bold bool
		want int
	}{
		{Wish{Weight: 300}, false, 300}, {Wish{Weight: 2}, false, 100}, {Wish{Weight: 1000}, true, 900},
		{Wish{Axes: "wght=650,XXXX=3"}, true, 650}, {Wish{Weight: 300, Axes: "wght=500"}, false, 500},
	} {
		style := Style{Bold: c.bold}
		got := set.At(c.wish).Face(style)
		if got.Weight != c.want || got.File != "v.ttf" {
			t.Errorf("%+v is %d, of %s", c.wish, got.Weight, got.File)
		}
		if got != set.At(c.wish).Face(style) {
			t.Errorf("%+v is made twice", c.wish)
		}
	}
	for _, same := range []Wish{{}, {Weight: 400, Stretch: 75, Size: 12, Axes: "nope"}} {
		if got := set.At(same).Face(Style{}); got != set.Face(Style{}) {
			t.Errorf("%+v is another face, of %d", same, got.Weight)
		}
	}
	fixed, err := NewSet(Files{})
	if err != nil {
		t.Fatal(err)
	}
	if fixed.Varies() || fixed.At(Wish{Weight: 300}) != fixed {
		t.Error("a font of one design has others")
	}
}

// TestMostDesigns: a drawing that asks for very many designs gets the book's for some.
func TestMostDesigns(t *testing.T) {
	whole := probe(t, "variable.ttf")
	d, err := Static(whole, instance.Choice{})
	if err != nil {
		t.Fatal(err)
	}
	set, err := NewSet(Files{Regular: File{Name: "v.ttf", Data: d.Data, Varying: &Varying{Whole: whole}}})
	if err != nil {
		t.Fatal(err)
	}
	made := make(map[*Face]bool)
	for weight := 101; weight < 101+2*mostDesigns; weight++ {
		made[set.At(Wish{Weight: weight}).Face(Style{})] = true
	}
	if len(made) != mostDesigns+1 {
		t.Errorf("%d designs", len(made))
	}
}
