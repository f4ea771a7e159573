package fonts

import (
	"errors"

	"warraq/fonts/instance"
	"warraq/fonts/internal/sfnt"
)

// Ink reads the outlines of a TrueType file, and nothing else of it: what is embedded in
// a PDF may lack all tables but theirs (ISO 32000-1, 9.9). Such a face cannot be shaped.
func Ink(data []byte) (f *Face, err error) {
	defer func() {
		if recover() != nil {
			f, err = nil, sfnt.ErrDamaged
		}
	}()
	tables, err := sfnt.Tables(data)
	if err != nil {
		return nil, err
	}
	if tables["glyf"] == nil {
		return nil, instance.ErrNoOutlines
	}
	f = &Face{}
	if err := f.readMetrics(tables); err != nil {
		return nil, err
	}
	return f, nil
}

// Table is a table of a font file by its tag, nil for none.
func Table(data []byte, tag string) []byte {
	tables, err := sfnt.Tables(data)
	if errors.Is(err, sfnt.ErrDamaged) {
		return nil
	}
	return tables[tag]
}
