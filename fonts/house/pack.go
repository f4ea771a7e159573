//go:build ignore

// Pack writes the faces of this package: what books in Arabic letters need of those of
// npm packages, parted by hb-subset (Debian's libharfbuzz-bin) with all of its rules and
// without hints, which no press asks for, and packed by woff2_compress (Debian's woff2).
// Its argument is the folder @expo-google-fonts that holds the packages in the versions
// below, with which they were made.
package main

import (
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"warraq/fonts/house"
)

// versions are those of the packages, which are named as the families are.
var versions = map[string]string{
	"aref-ruqaa":         "0.4.1",
	"markazi-text":       "0.4.1",
	"noto-naskh-arabic":  "0.4.5",
	"noto-nastaliq-urdu": "0.4.2",
	"reem-kufi":          "0.4.2",
	"vazirmatn":          "0.4.1",
}

// arabic is the letters, marks, digits and signs of Arabic, and the digits, brackets and
// punctuation that stand among them; latin is of faces that are seen beside words in
// Latin letters. Others have those of Amiri.
const (
	arabic = "20-40,5B-5F,7B-7D,A0,A7,AB,B0,B7,BB,D7,F7,600-6FF,750-77F,8A0-8FF,200B-200F,2010-2015,2018-201E,2022,2026,2030-2033,2039,203A,2044,20AC,2212,25CC,FD3E,FD3F,FDF2,FDFA-FDFD"
	latin  = ",41-5A,61-7A,A1-17F"
)

// arabicAlone are the families without Latin letters.
var arabicAlone = map[string]bool{"aref-ruqaa": true, "noto-nastaliq-urdu": true}

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("pack: give it the folder @expo-google-fonts")
	}
	dir, err := os.MkdirTemp("", "pack")
	check(err)
	defer os.RemoveAll(dir)
	for _, f := range house.Families() {
		log.Printf("%s %s", f.Key, versions[f.Key])
		stem := strings.ReplaceAll(f.Name, " ", "")
		check(os.MkdirAll(f.Key, 0o777))
		for from, to := range map[string]string{"400Regular": "Regular", "700Bold": "Bold"} {
			if to == "Bold" && f.Data(true) == nil {
				continue
			}
			blocks := arabic
			if !arabicAlone[f.Key] {
				blocks += latin
			}
			pack(filepath.Join(os.Args[1], f.Key, from, stem+"_"+from+".ttf"), blocks, dir, filepath.Join(f.Key, stem+"-"+to+".woff2"))
		}
		licence, err := os.ReadFile(filepath.Join(os.Args[1], f.Key, "LICENSE_FONT"))
		check(err)
		check(os.WriteFile(filepath.Join(f.Key, "OFL.txt"), licence, 0o644))
	}
}

// pack packs some blocks of a font file, in a folder that is thrown away.
func pack(from, blocks, dir, to string) {
	part := filepath.Join(dir, "a.ttf")
	run("hb-subset", from, "--unicodes="+blocks, "--output-file="+part, "--no-hinting", "--layout-features=*", "--drop-tables+=STAT,DSIG,meta")
	run("woff2_compress", part)
	packed, err := os.ReadFile(filepath.Join(dir, "a.woff2"))
	check(err)
	check(os.WriteFile(to, packed, 0o644))
}

func run(name string, args ...string) {
	if out, err := exec.Command(name, args...).CombinedOutput(); err != nil {
		log.Fatalf("pack: %s: %v: %s", name, err, out)
	}
}

func check(err error) {
	if err != nil {
		log.Fatal("pack: ", err)
	}
}
