//go:build ignore

// Gencldr writes cldr.go and ummalqura.go. It reads the JSON of the Unicode
// CLDR project from folders that hold the unpacked packages cldr-dates-full,
// cldr-cal-islamic-full and cldr-numbers-full, each as NAME/main/LOCALE/*.json,
// and asks ICU, by way of node, for the months of the Umm al-Qura calendar:
//
//	CLDR=FOLDER go generate ./content/locale/cldr
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/format"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
)

// languages are written whole, in this order; regional holds what differs in a
// region. All regions of Arabic are looked at.
var (
	languages = strings.Fields("ar ckb de en es fa fr ha he id it ku ms nl ps pt sd so sw tr ug ur yi zgh")
	regional  = strings.Fields("de-AT de-CH en-AU en-CA en-GB en-IE en-NZ en-ZA es-MX fa-AF fr-BE fr-CA fr-CH fr-MA pt-PT ur-IN")
)

// arabicScript are the languages that take from Arabic the Hijri names and the
// era that CLDR has for them in Latin letters only.
var arabicScript = strings.Fields("ckb fa ps sd ug ur")

// corrections mend what is plainly a slip of the keyboard in CLDR 48.
var corrections = strings.NewReplacer("ر بیع", "ربیع")

type names map[string]string

type calendar struct {
	Months struct{ Format struct{ Wide names } }
	Eras   struct {
		EraAbbr names `json:"eraAbbr"`
	}
	DateFormats     map[string]any `json:"dateFormats"`
	DateTimeFormats struct {
		AvailableFormats names `json:"availableFormats"`
	} `json:"dateTimeFormats"`
}

// record is a literal of the Go type cldrLocale, a field an entry.
type record map[string]string

var fields = strings.Fields("months hijri era gregorian islamic latn arab arabext least")

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 || os.Args[1] == "" {
		log.Fatal("usage: CLDR=FOLDER go generate ./content/locale/cldr")
	}
	folder := os.Args[1]
	arabic := readLocale(folder, "ar", nil)
	locales := map[string]record{}
	for _, tag := range languages {
		locales[tag] = readLocale(folder, tag, arabic)
	}
	regions, err := filepath.Glob(filepath.Join(folder, "cldr-dates-full/main/ar-*"))
	check(err)
	for _, r := range regions {
		regional = append(regional, filepath.Base(r))
	}
	for _, tag := range regional {
		base, _, _ := strings.Cut(tag, "-")
		r := readLocale(folder, tag, arabic)
		for f, v := range r {
			if v == locales[base][f] {
				delete(r, f)
			}
		}
		if len(r) > 0 {
			locales[tag] = r
		}
	}
	writeLocales(locales)
	writeUmmAlQura()
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

// read decodes one file and gives the value at a path of keys, as JSON.
func read(file string, into any, path ...string) {
	data, err := os.ReadFile(file)
	check(err)
	for _, key := range path {
		var m map[string]json.RawMessage
		check(json.Unmarshal(data, &m))
		data = m[key]
	}
	check(json.Unmarshal(data, into))
}

func readLocale(folder, tag string, arabic record) record {
	var g, i calendar
	read(filepath.Join(folder, "cldr-dates-full/main", tag, "ca-gregorian.json"), &g,
		"main", tag, "dates", "calendars", "gregorian")
	read(filepath.Join(folder, "cldr-cal-islamic-full/main", tag, "ca-islamic.json"), &i,
		"main", tag, "dates", "calendars", "islamic")
	r := record{
		"months":    twelve(g.Months.Format.Wide),
		"hijri":     corrections.Replace(twelve(i.Months.Format.Wide)),
		"era":       i.Eras.EraAbbr["0"],
		"gregorian": patterns(tag, &g, "yMd", "yMMMM", "y"),
		"islamic":   patterns(tag, &i, "yyyyMd", "yyyyMMMM", "yyyy"),
	}
	if base, _, _ := strings.Cut(tag, "-"); slices.Contains(arabicScript, base) {
		r["hijri"] = withoutLatin(r["hijri"], arabic["hijri"])
		r["era"] = withoutLatin(r["era"], arabic["era"])
	}
	readNumbers(filepath.Join(folder, "cldr-numbers-full/main", tag, "numbers.json"), tag, r)
	return r
}

func twelve(months names) string {
	list := make([]string, 12)
	for m := range list {
		list[m] = months[fmt.Sprint(m+1)]
	}
	return strings.Join(list, "|")
}

// withoutLatin puts in the place of each name that has Latin letters the one
// that Arabic has.
func withoutLatin(list, arabic string) string {
	names, others := strings.Split(list, "|"), strings.Split(arabic, "|")
	for i, name := range names {
		if strings.ContainsFunc(name, func(r rune) bool { return unicode.Is(unicode.Latin, r) }) {
			names[i] = others[i]
		}
	}
	return strings.Join(names, "|")
}

// patterns gives those of the styles: long, short, month, year.
func patterns(tag string, c *calendar, short, month, year string) string {
	long, ok := c.DateFormats["long"].(string)
	if !ok {
		long = c.DateFormats["long"].(map[string]any)["_value"].(string)
	}
	list := []string{long}
	for _, skeleton := range []string{short, month, year} {
		list = append(list, c.DateTimeFormats.AvailableFormats[skeleton])
	}
	for i, p := range list {
		list[i] = strings.ReplaceAll(p, "GGGGG", "G")
		literal := false
		for _, r := range list[i] {
			literal = literal != (r == '\'')
			if !literal && r < 0x80 && unicode.IsLetter(r) && !strings.ContainsRune("dMyG", r) || p == "" || strings.Contains(p, "|") {
				log.Fatalf("%s: pattern %q has a letter that date.go does not know", tag, p)
			}
		}
	}
	return strings.Join(list, "|")
}

// readNumbers reads the symbols of each numbering system: decimal, group,
// percent, minus, and the pattern of a percentage.
func readNumbers(file, tag string, r record) {
	var numbers map[string]json.RawMessage
	read(file, &numbers, "main", tag, "numbers")
	for _, system := range []string{"latn", "arab", "arabext"} {
		var symbols struct{ Decimal, Group, PercentSign, MinusSign string }
		var percents, decimals struct{ Standard string }
		if numbers["symbols-numberSystem-"+system] == nil {
			continue
		}
		check(json.Unmarshal(numbers["symbols-numberSystem-"+system], &symbols))
		check(json.Unmarshal(numbers["percentFormats-numberSystem-"+system], &percents))
		check(json.Unmarshal(numbers["decimalFormats-numberSystem-"+system], &decimals))
		if decimals.Standard != "#,##0.###" || !strings.Contains(percents.Standard, "#,##0") {
			log.Fatalf("%s: numbers are not grouped by threes: %s", tag, decimals.Standard)
		}
		percent := strings.Replace(percents.Standard, "#,##0", "#", 1)
		r[system] = strings.Join([]string{symbols.Decimal, symbols.Group, symbols.PercentSign, symbols.MinusSign, percent}, "|")
	}
	var least string
	check(json.Unmarshal(numbers["minimumGroupingDigits"], &least))
	if least != "1" {
		r["least"] = least
	}
}

const notice = `// Code generated by gencldr.go; DO NOT EDIT.

// The data are from %s,
// Copyright © 2004-2026 Unicode, Inc., under the Unicode License v3
// (SPDX-License-Identifier: Unicode-3.0), see LICENSE-UNICODE beside this file.

package cldr

`

func writeLocales(locales map[string]record) {
	var b bytes.Buffer
	fmt.Fprintf(&b, notice, "the Unicode CLDR project, version 48.2")
	b.WriteString("// cldr holds the locales in the order of their tags. A region has only what is\n// other than in its language.\nvar cldr = [...]cldrLocale{\n")
	tags := make([]string, 0, len(locales))
	for tag := range locales {
		tags = append(tags, tag)
	}
	slices.Sort(tags)
	for _, tag := range tags {
		fmt.Fprintf(&b, "{tag: %q", tag)
		for _, f := range fields {
			switch v, ok := locales[tag][f]; {
			case ok && f == "least":
				fmt.Fprintf(&b, ",\n%s: %s", f, v)
			case ok:
				fmt.Fprintf(&b, ",\n%s: %s", f, literal(v))
			}
		}
		b.WriteString("},\n")
	}
	b.WriteString("}\n")
	write("cldr.go", b.Bytes())
}

// literal is a Go string in which characters that cannot be seen are escaped
// and letters are not.
func literal(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r != ' ' && !unicode.IsGraphic(r) || r == 0xa0 || r == 0x202f:
			fmt.Fprintf(&b, "\\u%04x", r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// monthLengths prints a number for each Hijri year from 1300 to 1600: twelve
// bits, that of Muharram the highest, set where the month has thirty days.
const monthLengths = `
const f = new Intl.DateTimeFormat("en-u-ca-islamic-umalqura", {timeZone: "UTC", year: "numeric", month: "numeric", day: "numeric"});
const bits = {};
for (let t = Date.UTC(1882, 9, 1); t < Date.UTC(2175, 0, 1); t += 864e5) {
	const p = {};
	for (const part of f.formatToParts(t)) p[part.type] = Number.parseInt(part.value);
	if (p.year < 1300 || p.year > 1600) continue;
	bits[p.year] ??= 0;
	if (p.day == 30) bits[p.year] |= 1 << 12 - p.month;
}
for (let y = 1300; y <= 1600; y++) console.log(bits[y]);
`

func writeUmmAlQura() {
	out, err := exec.Command("node", "-e", monthLengths).Output()
	check(err)
	var b bytes.Buffer
	fmt.Fprintf(&b, notice, "the Unicode ICU project, version 78.2")
	b.WriteString("// ummAlQura has for each year from ummAlQuraFirst on twelve bits, that of Muharram\n// the highest, set where the month has thirty days and not 29.\nvar ummAlQura = [...]uint16{\n")
	for i, l := range strings.Fields(string(out)) {
		var bits int
		fmt.Sscan(l, &bits)
		fmt.Fprintf(&b, "0x%03x,", bits)
		if i%12 == 11 {
			b.WriteByte('\n')
		}
	}
	b.WriteString("\n}\n")
	write("ummalqura.go", b.Bytes())
}

func write(name string, source []byte) {
	formatted, err := format.Source(source)
	check(err)
	check(os.WriteFile(name, formatted, 0o644))
}
