//go:build ignore

// Pack writes the faces of this package: those of npm packages as they are, packed by
// woff2_compress (Debian's woff2). Its argument is the folder @expo-google-fonts that
// holds the packages in the versions below, with which they were made.
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
			pack(filepath.Join(os.Args[1], f.Key, from, stem+"_"+from+".ttf"), dir, filepath.Join(f.Key, stem+"-"+to+".woff2"))
		}
		licence, err := os.ReadFile(filepath.Join(os.Args[1], f.Key, "LICENSE_FONT"))
		check(err)
		check(os.WriteFile(filepath.Join(f.Key, "OFL.txt"), licence, 0o644))
	}
}

// pack packs a font file, in a folder that is thrown away.
func pack(from, dir, to string) {
	face, err := os.ReadFile(from)
	check(err)
	check(os.WriteFile(filepath.Join(dir, "a.ttf"), face, 0o644))
	if out, err := exec.Command("woff2_compress", filepath.Join(dir, "a.ttf")).CombinedOutput(); err != nil {
		log.Fatalf("pack: woff2_compress: %v: %s", err, out)
	}
	packed, err := os.ReadFile(filepath.Join(dir, "a.woff2"))
	check(err)
	check(os.WriteFile(to, packed, 0o644))
}

func check(err error) {
	if err != nil {
		log.Fatal("pack: ", err)
	}
}
