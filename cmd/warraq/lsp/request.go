package lsp

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
)

// placeOf is what a request asks of.
func (s *server) placeOf(uri string, pos position) (*place, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.texts[uri] == nil {
		return nil, fmt.Errorf("%s is not open", uri)
	}
	b, name, err := s.bookOf(uri)
	if err != nil {
		return nil, err
	}
	p := &place{book: b, files: b.files(s.open(b)), name: name, line: pos.Line, lang: s.lang}
	p.byte = byteAt(p.file().line(pos.Line), pos.Character)
	return p, nil
}

// locations are where marks stand, as an editor finds them.
func (p *place) locations(all []found) []location {
	at := []location{}
	for _, f := range all {
		at = append(at, location{p.uri(f.name), f.place()})
	}
	return at
}

func (p *place) uri(name string) string { return uriOf(filepath.Join(p.dir, filepath.FromSlash(name))) }

func (s *server) completion(_ context.Context, q at) ([]item, error) {
	p, err := s.placeOf(q.Document.URI, q.Position)
	if err != nil {
		return nil, err
	}
	return append([]item{}, p.complete()...), nil
}

func (s *server) hover(_ context.Context, q at) (*hover, error) {
	p, err := s.placeOf(q.Document.URI, q.Position)
	if err != nil {
		return nil, err
	}
	if text, at := p.hover(); text != "" {
		return &hover{markup{"markdown", text}, at}, nil
	}
	return nil, nil
}

func (s *server) definition(_ context.Context, q at) ([]location, error) {
	p, err := s.placeOf(q.Document.URI, q.Position)
	if err != nil {
		return nil, err
	}
	return p.locations(p.definition()), nil
}

func (s *server) references(_ context.Context, q referring) ([]location, error) {
	p, err := s.placeOf(q.Document.URI, q.Position)
	if err != nil {
		return nil, err
	}
	m := p.file().at(p.line, p.byte)
	if m == nil {
		return []location{}, nil
	}
	all := p.twins(m)
	if !q.Context.Declaration {
		all = slices.DeleteFunc(all, func(f found) bool { return defines(f.mark) })
	}
	return p.locations(all), nil
}

func (s *server) prepareRename(_ context.Context, q at) (*span, error) {
	p, err := s.placeOf(q.Document.URI, q.Position)
	if err != nil {
		return nil, err
	}
	if m := p.file().at(p.line, p.byte); m != nil && (isNote(m) || isLink(m)) {
		at := p.file().spanOf(m)
		return &at, nil
	}
	return nil, nil
}

func (s *server) rename(_ context.Context, q renaming) (*workspaceEdit, error) {
	p, err := s.placeOf(q.Document.URI, q.Position)
	if err != nil {
		return nil, err
	}
	edits, err := p.rename(q.Name)
	if err != nil {
		return nil, err
	}
	all := workspaceEdit{map[string][]edit{}}
	for name, e := range edits {
		all.Changes[p.uri(name)] = e
	}
	return &all, nil
}

// fileOf is the marks of an open document.
func (s *server) fileOf(uri string) (*file, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if f := s.texts[uri]; f != nil {
		return f, nil
	}
	return nil, fmt.Errorf("%s is not open", uri)
}

func (s *server) documentSymbol(_ context.Context, q at) ([]*symbol, error) {
	f, err := s.fileOf(q.Document.URI)
	if err != nil {
		return nil, err
	}
	return append([]*symbol{}, f.outline()...), nil
}

func (s *server) foldingRange(_ context.Context, q at) ([]fold, error) {
	f, err := s.fileOf(q.Document.URI)
	if err != nil {
		return nil, err
	}
	return append([]fold{}, f.folds...), nil
}

func (s *server) formatting(_ context.Context, q at) ([]edit, error) {
	f, err := s.fileOf(q.Document.URI)
	if err != nil {
		return nil, err
	}
	return f.tidied(), nil
}
