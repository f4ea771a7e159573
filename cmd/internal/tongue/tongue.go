// Package tongue has what the command says of itself, in the languages that it speaks:
// messages, and what its help says of commands and flags. What is told of manuscripts
// is in the catalogue of messages.
package tongue

import (
	"embed"
	"strings"
	"sync"

	"warraq/content/isolate"
	"warraq/content/locale"
	"warraq/content/notice"
)

//go:embed words
var files embed.FS

// book is the phrasebook, read once. A test sees to it that it reads without error.
var book = sync.OnceValue(func() *notice.Phrasebook {
	b, _ := notice.ReadPhrases(files, "words")
	return b
})

// Languages are those that the command speaks, by their tags; the first is that of its
// source.
var Languages = notice.Languages

// Chosen is the language that a person asks for: by name, or else by what the
// environment says in LC_ALL, LC_MESSAGES and LANG (POSIX.1-2024, 8.2), of which the
// first that is set counts. Where the command does not speak it, it speaks English.
func Chosen(asked string, environment ...string) string {
	for _, tag := range append([]string{asked}, environment...) {
		if tag == "" {
			continue
		}
		tag, _, _ = strings.Cut(tag, ".")
		for _, lang := range Languages {
			if locale.PrimaryLanguage(tag) == lang {
				return lang
			}
		}
		break
	}
	return Languages[0]
}

// Say is a line in a language, itself where it is not known.
func Say(line, lang string) string {
	if lang == Languages[0] {
		return line
	}
	said, _ := book().Say(line, lang)
	return said
}

// Knows tells whether a line is said in every language.
func Knows(line string) bool {
	_, known := book().Say(line, Languages[1])
	return known
}

// The isolate of UAX #9 §2.4 whose text runs from the right.
const (
	rightIsolate = string(isolate.RLI)
	endIsolate   = string(isolate.PDI)
)

// Turned is a line that is to be read in its own direction wherever it is shown, also
// behind the name of a file.
func Turned(line, lang string) string {
	if line == "" || locale.DirectionOf(lang) != locale.RTL {
		return line
	}
	lines := strings.Split(line, "\n")
	for i, l := range lines {
		if l != "" {
			lines[i] = rightIsolate + l + endIsolate
		}
	}
	return strings.Join(lines, "\n")
}
