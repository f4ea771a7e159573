package book

import (
	"bytes"
	"strings"

	"warraq/content"
	"warraq/content/charset"
	"warraq/content/mend"
	"warraq/content/pattern"
)

// text makes text of a file's bytes and keeps what there is to say of them.
func (b *manuscript) text(file string, src []byte) string {
	if text := string(src); b.opt.Memory.isClean(file, text) {
		return text
	}
	src, ok := b.decoded(file, src)
	if !ok {
		return ""
	}
	text, advice, problems := mend.Source(file, src)
	b.advise(advice...)
	b.problems = append(b.problems, problems...)
	return text
}

// decoded is the bytes of a file as UTF-8, which most are. Others are read as
// `encoding:` says, and where it says nothing are named; what begins with the mark of
// UTF-16 is that.
func (b *manuscript) decoded(file string, src []byte) (text []byte, ok bool) {
	if charset.IsUTF8(src) {
		return src, true
	}
	which := b.manifest.Encoding
	if which == 0 {
		which = encodingKey(src, file == b.manifest.File && !b.single)
	}
	mark := charset.Marked(src)
	if which == 0 {
		which = mark
	}
	if which == 0 {
		return b.named(file, src)
	}
	text, err := charset.Decode(which, src)
	if err != nil {
		b.stop(file)
		b.problem(content.Pos{File: file, Line: 1}, "the file cannot be read as "+charset.Names[which]+": "+err.Error(), "save it as UTF-8")
		return nil, false
	}
	if which == mark {
		b.advise(content.Problem{Pos: content.Pos{File: file, Line: 1}, Kind: "a file in another encoding", What: "the file is UTF-16 and is read as that", Hint: "save it as UTF-8"})
	}
	return text, true
}

// named tells which encoding a file is most likely in; where that is not plain it is
// UTF-8 with slips, which are told line by line.
func (b *manuscript) named(file string, src []byte) (text []byte, ok bool) {
	guess := charset.Guess(src)
	if guess == 0 {
		return src, true
	}
	b.settings.Unread = true
	b.stop(file)
	b.problem(content.Pos{File: file, Line: 1}, "the file is not UTF-8, it looks like "+charset.Titles[guess],
		"write `encoding: "+charset.Names[guess]+"` in book.yaml or the front matter, or save the file as UTF-8")
	return nil, false
}

// stop keeps that a file cannot be read.
func (b *manuscript) stop(file string) {
	if b.stops == nil {
		b.stops = map[string]bool{}
	}
	b.stops[file] = true
}

var encodingLine = pattern.Of(`(?m)^encoding:[ \t]*["']?([\w-]+)`)

// encodingKey is what the front matter of a file, or the manifest, says of its own bytes,
// which every encoding but UTF-16 writes alike.
func encodingKey(src []byte, manifest bool) int {
	head := src
	if !manifest {
		if !bytes.HasPrefix(src, []byte("---")) {
			return 0
		}
		head, _, _ = bytes.Cut(src[3:], []byte("\n---"))
	}
	m := encodingLine.FindSubmatch(head)
	if m == nil {
		return 0
	}
	return charset.Named(strings.ToLower(string(m[1])))
}
