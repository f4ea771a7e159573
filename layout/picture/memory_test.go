package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/gif"
	"image/png"
	"maps"
	"reflect"
	"sync"
	"testing"
)

// shelf is what is kept, and how often it is asked for and given something.
type shelf struct {
	mu       sync.Mutex
	kept     map[string][]byte
	got, put int
}

func (s *shelf) Get(key string) ([]byte, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	data, ok := s.kept[key]
	if ok {
		s.got++
	}
	return data, ok
}

func (s *shelf) Put(key string, data []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.put++
	s.kept[key] = bytes.Clone(data)
}

// files are pictures of several kinds, and some that are none.
func files(t testing.TB) map[string][]byte {
	t.Helper()
	all := map[string][]byte{"nothing": nil, "cut": []byte(pngSignature + "x"), "text": []byte("text"),
		"drawing": []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>`)}
	see := image.NewNRGBA(image.Rect(0, 0, 7, 5))
	solid, palette := image.NewGray(see.Rect), image.NewPaletted(see.Rect, color.Palette{color.White, color.Transparent, color.Black})
	for i := range 35 {
		see.SetNRGBA(i%7, i/7, color.NRGBA{uint8(i), uint8(3 * i), 9, uint8(7 * i)})
		solid.SetGray(i%7, i/7, color.Gray{uint8(5 * i)})
		palette.SetColorIndex(i%7, i/7, uint8(i%3))
	}
	for name, m := range map[string]image.Image{"see-through": see, "gray": solid, "palette": palette} {
		var b bytes.Buffer
		if err := png.Encode(&b, m); err != nil {
			t.Fatal(err)
		}
		all[name] = b.Bytes()
		all[name+" and more"] = append(bytes.Clone(b.Bytes()), "behind"...)
	}
	var b bytes.Buffer
	if err := gif.Encode(&b, palette, nil); err != nil {
		t.Fatal(err)
	}
	all["gif"] = b.Bytes()
	return all
}

// TestMemory: pictures are the same whatever is remembered or kept, also where what is
// kept is broken, and what is decoded is decoded once.
func TestMemory(t *testing.T) {
	s := &shelf{kept: map[string][]byte{}}
	check := func(what string, m *Memory) {
		t.Helper()
		for name, data := range files(t) {
			want, wrong := Read(data)
			got, err := m.Read(data)
			if (err == nil) != (wrong == nil) || err != nil && err.Error() != wrong.Error() {
				t.Errorf("%s, %s: %v, want %v", what, name, err, wrong)
			} else if err == nil && (!reflect.DeepEqual(got.Color, want.Color) || !reflect.DeepEqual(got.Alpha, want.Alpha) || got.DPI != want.DPI || got.Turn != want.Turn || got.Width != want.Width || got.Height != want.Height || got.Sum() != want.Sum()) {
				t.Errorf("%s, %s: %+v, want %+v", what, name, got, want)
			}
			sound, unsound := Sound(data)
			heard, err := m.Sound(data)
			if (err == nil) != (unsound == nil) || !bytes.Equal(heard, sound) {
				t.Errorf("%s, %s: %d bytes, %v, want %d, %v", what, name, len(heard), err, len(sound), unsound)
			}
		}
	}
	check("nothing", nil)
	check("empty", new(Memory))
	again := new(Memory)
	for range 4 {
		again.Turn()
		check("again", again)
	}
	check("kept first", &Memory{Kept: s})
	put := s.put
	check("kept", &Memory{Kept: s})
	if s.put != put || s.got < 8 {
		t.Errorf("%d are put anew, %d were found", s.put-put, s.got)
	}
	whole := maps.Clone(s.kept)
	for cut := range 3 {
		for key, data := range whole {
			s.kept[key] = [][]byte{nil, data[:max(len(data)-1, 0)], append(bytes.Clone(data), 0)}[cut]
		}
		check("broken", &Memory{Kept: s})
	}
}

// TestMemoryTurns: what two books did not ask for is forgotten.
func TestMemoryTurns(t *testing.T) {
	m, data := new(Memory), files(t)["gray"]
	one, _ := m.Read(data)
	m.Turn()
	two, _ := m.Read(data)
	m.Turn()
	m.Turn()
	three, _ := m.Read(data)
	if one != two || two == three {
		t.Error("it is forgotten too soon or never")
	}
}

// FuzzUnpacked: whatever is kept, it is a picture that packs so or none.
func FuzzUnpacked(f *testing.F) {
	for _, data := range files(f) {
		if p, err := Read(data); err == nil && p.Drawing == nil {
			f.Add(packed(p))
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := unpacked(data)
		if err != nil {
			return
		}
		again, err := unpacked(packed(p))
		if err != nil || !bytes.Equal(packed(again), packed(p)) {
			t.Errorf("%v", err)
		}
	})
}
