package fonts

import (
	"bytes"
	"strings"

	"golang.org/x/sync/errgroup"
)

// Fault is a font file that no book can be set in, and why.
type Fault struct {
	File string // its name
	Err  error
}

// Faults is an error that lists every such file of a book once.
type Faults []Fault

// Error gives a file a line.
func (fs Faults) Error() string {
	lines := make([]string, len(fs))
	for i, f := range fs {
		lines[i] = "font " + f.File + ": " + f.Err.Error()
	}
	return strings.Join(lines, "\n")
}

// faceReader reads several font files at once, files of the same bytes once.
type faceReader struct {
	files []File
	ours  int // how many of them, at the head, are embedded
}

// add gives the index of a file among the faces.
func (r *faceReader) add(f File) int {
	for i, other := range r.files {
		if bytes.Equal(other.Data, f.Data) {
			return i
		}
	}
	r.files = append(r.files, f)
	return len(r.files) - 1
}

// or adds a file, or gives another index where it is not given.
func (r *faceReader) or(f File, otherwise int) int {
	if len(f.Data) == 0 {
		return otherwise
	}
	return r.add(f)
}

func (r *faceReader) read() ([]*Face, error) {
	faces, errs := make([]*Face, len(r.files)), make([]error, len(r.files))
	var group errgroup.Group
	for i, f := range r.files {
		group.Go(func() error {
			if faces[i], errs[i] = ReadFace(f.Data); errs[i] == nil && i >= r.ours {
				faces[i].File = f.Name
				if errs[i] = faces[i].bearable(usualFont); errs[i] == nil {
					errs[i] = faces[i].prove()
				}
			}
			return nil
		})
	}
	group.Wait()
	var faults Faults
	for i, err := range errs {
		if err != nil {
			faults = append(faults, Fault{r.files[i].Name, err})
		}
	}
	if faults != nil {
		return nil, faults
	}
	return faces, nil
}
