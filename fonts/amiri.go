package fonts

import _ "embed"

//go:embed amiri/Amiri-Regular.ttf
var amiriRegular []byte

//go:embed amiri/Amiri-Bold.ttf
var amiriBold []byte

//go:embed amiri/OFL.txt
var amiriLicence string

// Amiri gives the two embedded faces, Amiri 1.002 regular and bold, as
// TrueType files. They must not be written to.
func Amiri() (regular, bold []byte) { return amiriRegular, amiriBold }

// AmiriLicence is the text of the SIL Open Font License under which Amiri
// comes; whoever embeds the whole font file ships it too.
func AmiriLicence() string { return amiriLicence }
