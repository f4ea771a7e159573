// Package press is what a print shop asks of a file beside the pages: how it is
// printed, colours as ink, the boxes of a sheet and the marks outside them.
package press

import (
	_ "embed"
	"errors"
	"fmt"

	"warraq/content/setup"
	"warraq/layout/pdf/cos"
)

// Condition is how a book is printed: on what paper, with what inks, how dense.
type Condition struct {
	// Name is that of the characterization data, "FOGRA39".
	Name string
	// Info says it in words.
	Info string
	// Registered names are those of the registry of the ICC.
	Registered bool
	// Profile is a profile of the condition (ISO 15076-1), of class prtr and from
	// CMYK. Nil: the one that comes with the program, if [HasProfile].
	Profile []byte
}

// registry is where characterization data are registered (ISO 15930-7).
const registry = "http://www.color.org"

// Check refuses a condition that a print shop would not know what to do with.
func (c *Condition) Check() error {
	switch {
	case c.Name == "":
		return errors.New("press: the printing condition has no name")
	case !c.Registered && c.Profile == nil:
		return fmt.Errorf("press: the printing condition %s is not registered, and there is no profile of it", c.Name)
	case c.Profile != nil && !setup.IsPressProfile(c.Profile):
		return fmt.Errorf("press: the profile of %s is not one of a press with four inks", c.Name)
	}
	return nil
}

// fogra39 is the profile that comes with the program; LICENCE.txt beside it tells
// what it was made of, how, and how true it is.
//
//go:generate go run -C fogra39 pack.go
//go:embed fogra39/fogra39.icc
var fogra39 []byte

// HasProfile tells whether a profile of a condition comes with the program.
func HasProfile(condition string) bool { return ProfileOf(condition) != nil }

// ProfileOf is the profile of a condition that comes with the program; nil
// where there is none.
func ProfileOf(name string) []byte {
	if name == "FOGRA39" {
		return fogra39
	}
	return nil
}

// Entries are those of an output intent of the condition, but for its profile
// (ISO 32000-1 14.11.5; ISO 15930-7).
func (c *Condition) Entries() string {
	entries := "/Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier" + cos.Text(c.Name) + "/OutputCondition" + cos.Text(c.Info) + "/Info" + cos.Text(c.Info)
	if c.Registered {
		entries += "/RegistryName(" + registry + ")"
	}
	return entries
}
