package setup

import "testing"

// FuzzPressProfile looks at what is said to be a profile of a press.
func FuzzPressProfile(f *testing.F) {
	head := make([]byte, 132)
	copy(head[12:], "prtrCMYKLab ")
	copy(head[36:], "acsp")
	f.Add(head)
	f.Add(head[:40])
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, data []byte) {
		if IsPressProfile(data) && len(data) < 128 {
			t.Errorf("%d bytes are a profile", len(data))
		}
	})
}
