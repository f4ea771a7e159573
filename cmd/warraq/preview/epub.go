package preview

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// chapter is a document of the EPUB in its order.
type chapter struct {
	Title string `json:"title"`
	URL   string `json:"url"`
}

// members are the files of an EPUB, with their media types.
type members map[string]member

type member struct {
	file  *zip.File
	media string
}

// parcel is the package document of an EPUB (EPUB 3.3, 5).
type parcel struct {
	Manifest []struct {
		ID    string `xml:"id,attr"`
		Href  string `xml:"href,attr"`
		Media string `xml:"media-type,attr"`
	} `xml:"manifest>item"`
	Spine []struct {
		ID string `xml:"idref,attr"`
	} `xml:"spine>itemref"`
}

// open reads the EPUB's list of files and the order of its documents.
func (s *State) open() (all members, order []string, err error) {
	if s.EPUB == nil {
		return nil, nil, errors.New("there is no EPUB")
	}
	data, err := s.EPUB()
	if err != nil {
		return nil, nil, err
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, nil, err
	}
	files := make(map[string]*zip.File)
	var main string
	for _, f := range z.File {
		files[f.Name] = f
		if strings.HasSuffix(f.Name, ".opf") {
			main = f.Name
		}
	}
	if files[main] == nil {
		return nil, nil, errors.New("the EPUB has no package document")
	}
	text, err := read(files[main])
	if err != nil {
		return nil, nil, err
	}
	var p parcel
	if err := xml.Unmarshal(text, &p); err != nil {
		return nil, nil, err
	}
	all, order = p.listed(path.Dir(main), files)
	return all, order, nil
}

// listed are the files that a package document in a folder lists, and its documents in
// their order.
func (p *parcel) listed(folder string, files map[string]*zip.File) (all members, order []string) {
	all = make(members)
	byID := make(map[string]string)
	for _, item := range p.Manifest {
		name := path.Join(folder, item.Href)
		byID[item.ID] = name
		if f := files[name]; f != nil {
			all[name] = member{f, item.Media}
		}
	}
	for _, ref := range p.Spine {
		order = append(order, byID[ref.ID])
	}
	return all, order
}

// chapters are the documents of the EPUB, at addresses of a version, so that none is
// taken for an older one.
func (s *State) chapters(version int) (chapters []chapter, err error) {
	all, order, err := s.open()
	if err != nil {
		return nil, err
	}
	for _, name := range order {
		m, ok := all[name]
		if !ok {
			continue
		}
		text, err := read(m.file)
		if err != nil {
			return nil, err
		}
		chapters = append(chapters, chapter{titleOf(text), fmt.Sprintf("/epub/%d/%s", version, name)})
	}
	return chapters, nil
}

// titleOf is the title of a document.
func titleOf(text []byte) string {
	_, behind, _ := bytes.Cut(text, []byte("<title>"))
	title, _, _ := bytes.Cut(behind, []byte("</title>"))
	var plain string
	if xml.Unmarshal(append(append([]byte("<t>"), title...), "</t>"...), &plain) != nil {
		return ""
	}
	return plain
}

// member is a file of the EPUB by its address, a version and its name.
func (s *State) member(address string) (data []byte, media string, ok bool) {
	_, name, _ := strings.Cut(address, "/")
	all, _, err := s.open()
	if err != nil {
		return nil, "", false
	}
	m, ok := all[name]
	if !ok {
		return nil, "", false
	}
	data, err = read(m.file)
	return data, m.media, err == nil
}

// read is the data of a file in a zip of our own making.
func read(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}
