package webpage

import (
	"bytes"
	"encoding/base64"
	"hash/fnv"
	"image"
	_ "image/gif"  // sizes
	_ "image/jpeg" // sizes
	_ "image/png"  // sizes
	"path"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"warraq/content"
	"warraq/content/intake"
	"warraq/content/scribe"
)

// mostPicture and mostPictures bound one picture and all of a book.
const (
	mostPicture  = 64 << 20
	mostPictures = 512 << 20
)

// smallest is how many points of the screen a picture has that only places.
const smallest = 16

// picture reads an img. One alone in its paragraph becomes a figure.
func (f *flow) picture(n *html.Node, st state) {
	alt := strings.Join(strings.Fields(get(n, "alt")), " ")
	src := strings.TrimSpace(get(n, "src"))
	for _, other := range []string{"data-src", "data-original", "xlink:href", "href"} {
		if s := get(n, other); src == "" || strings.HasPrefix(src, "data:image/gif") && s != "" {
			src = strings.TrimSpace(s)
		}
	}
	name, why := f.b.pictureName(f.page, src)
	if why == "small" {
		f.b.counts.dots++
		return
	}
	if name == "" {
		f.b.text.Report.Lost("pictures that are not there or that no book can hold stay away; what is said of them stays", path.Base(cut(src))+why, "put them into the folder of images as PNG or JPEG, and write ![description](images/name.png) in their place")
		if alt != "" {
			f.text(" "+alt+" ", st)
		}
		return
	}
	f.begin(st)
	f.line().Put(&content.Image{Src: "images/" + name, Alt: alt}, scribe.Look{Link: st.look.Link, Title: st.look.Title})
	f.spaced, f.ended = false, false
}

// cut shortens an address for a message.
func cut(s string) string {
	const most = 80
	if len(s) > most {
		return s[:most] + "…"
	}
	return s
}

// pictureName takes a picture into the text and gives its name there; why says what is
// wrong with one that cannot be taken.
func (b *Book) pictureName(p *page, src string) (name, why string) {
	data, from, why := b.pictureData(p, src)
	if why != "" || len(data) == 0 {
		return "", why
	}
	if name := b.files[from]; name != "" {
		return name, ""
	}
	ext := intake.PictureExtension(data)
	switch {
	case ext == "":
		return "", " (no picture that a book can hold)"
	case ext != ".svg" && ext != ".webp" && ext != ".pdf":
		c, _, err := image.DecodeConfig(bytes.NewReader(data))
		if err != nil {
			return "", " (" + err.Error() + ")"
		}
		if c.Width*c.Height <= smallest {
			return "", "small"
		}
	}
	if b.weight += len(data); b.weight > mostPictures {
		return "", " (more pictures than any book holds)"
	}
	base := path.Base(strings.TrimPrefix(from, "file "))
	stem := named(strings.TrimSuffix(base, path.Ext(base)))
	if strings.HasPrefix(from, "data ") || strings.Trim(stem, "-") == "" {
		stem = "picture"
	}
	name = b.opt.Prefix + stem + ext
	for n := 2; b.pictured[name] > 0; n++ {
		name = b.opt.Prefix + stem + "-" + strconv.Itoa(n) + ext
	}
	b.pictured[name], b.files[from] = 1, name
	b.text.Pictures = append(b.text.Pictures, intake.Picture{Name: name, Data: data})
	return name, ""
}

// pictureData is the bytes of a picture, and what they are known by.
func (b *Book) pictureData(p *page, src string) (data []byte, from, why string) {
	switch s := scheme(src); {
	case s == "data":
		head, body, ok := strings.Cut(src, ",")
		if !ok || len(body) > mostPicture {
			return nil, "", " (it cannot be read)"
		}
		if strings.Contains(head, "base64") {
			if body = unescaped(body); strings.ContainsAny(body, " \n\r\t") {
				body = strings.Join(strings.Fields(body), "")
			}
			data, err := base64.RawStdEncoding.DecodeString(strings.TrimRight(body, "="))
			if err != nil {
				return nil, "", " (it cannot be read)"
			}
			return data, "data " + digest(data), ""
		}
		return []byte(unescaped(body)), "data " + digest([]byte(body)), ""
	case s == "http" || s == "https" || strings.HasPrefix(src, "//"):
		return nil, "", " (it lies in the web)"
	case src == "" || b.opt.File == nil:
		return nil, "", " (it is not there)"
	}
	name, _, _ := strings.Cut(src, "?")
	name, _, _ = strings.Cut(name, "#")
	if name = Beside(p.name, name); name == "" {
		return nil, "", " (it lies outside the folder)"
	}
	data, err := b.opt.File(name)
	if err != nil || len(data) > mostPicture {
		return nil, "", " (it is not there)"
	}
	return data, "file " + name, ""
}

func digest(data []byte) string {
	h := fnv.New64a()
	h.Write(data)
	return strconv.FormatUint(h.Sum64(), 36)
}

// drawing reads an svg within a page: one that only shows a picture is that, what is
// written in any other stays away.
func (f *flow) drawing(n *html.Node, st state) {
	var shown *html.Node
	others := 0
	var visit func(*html.Node)
	visit = func(n *html.Node) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type != html.ElementNode {
				continue
			}
			switch c.Data {
			case "image", "img":
				shown = c
			case "g", "title", "desc", "metadata", "defs":
			default:
				others++
			}
			visit(c)
		}
	}
	visit(n)
	if shown != nil && others == 0 {
		f.picture(shown, st)
		return
	}
	if spoken(n) != "" {
		f.b.lost("drawings (SVG) within the page", n)
	} else {
		f.b.text.Report.Lost("drawings (SVG) within the page stay away", get(n, "aria-label"), "save the drawing as a file, and write ![description](images/name.svg) in its place")
	}
}
