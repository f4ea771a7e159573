// Command release makes the files of a release of the program that `make release` has
// built for each platform: archives with completions, man pages and licences, packages
// of Debian, Homebrew, Scoop and npm, a bill of materials of each program, and
// SHA256SUMS of all. The same programs give the same bytes.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"time"
)

func main() {
	r := new(release)
	flag.StringVar(&r.version, "version", "", "version of the program")
	flag.StringVar(&r.built, "built", "dist/build", "folder with a folder of each platform, with the program for it")
	flag.StringVar(&r.to, "to", "dist/release", "folder of the release")
	flag.StringVar(&r.base, "base", "", "address below which the release can be fetched; without it the packages of Homebrew and Scoop name the archives beside them")
	epoch := flag.String("epoch", "0", "time of all files, seconds since 1970")
	flag.Parse()
	seconds, err := strconv.ParseInt(*epoch, 10, 64)
	if err == nil {
		r.time = time.Unix(seconds, 0).UTC()
		err = r.make()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(1)
	}
}

// release is what is asked for, and what there is of it so far.
type release struct {
	version, built, to, base string
	time                     time.Time

	about    description
	licences []byte     // those of all that is in the program, one below the other
	extras   []file     // completions and man pages
	archives []artifact // one a platform
}

// artifact is a file of the release for a platform.
type artifact struct {
	platform
	name, sum string // SHA-256, in hexadecimal digits
}

// platform is a folder of what was built, and what others call it.
type platform struct {
	OS, Arch string // as Go names them
}

// platforms are those of a release.
var platforms = []platform{
	{"linux", "amd64"}, {"linux", "arm64"}, {"darwin", "amd64"}, {"darwin", "arm64"}, {"windows", "amd64"}, {"windows", "arm64"},
}

// program is the name of the program on a platform.
func (p platform) program() string {
	if p.OS == "windows" {
		return "warraq.exe"
	}
	return "warraq"
}

// program is the file that was built for a platform.
func (r *release) program(p platform) string {
	return filepath.Join(r.built, p.OS+"-"+p.Arch, p.program())
}

// make takes the steps, of which later ones need what earlier ones gave.
func (r *release) make() error {
	for _, step := range []func() error{
		r.describe, r.gatherLicences, r.gatherExtras, r.archive, r.debian, r.bill, r.npm, r.wrap, r.sums,
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}
