package main

import (
	"bytes"
	"cmp"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/goreleaser/nfpm/v2"
	"github.com/goreleaser/nfpm/v2/deb"
	"github.com/goreleaser/nfpm/v2/files"
	"github.com/klauspost/compress/gzip"
)

// debian writes a package for each architecture of Linux.
func (r *release) debian() error {
	for _, p := range platforms {
		if p.OS != "linux" {
			continue
		}
		if err := r.debianPackage(p); err != nil {
			return fmt.Errorf("debian package of %s: %w", p.Arch, err)
		}
	}
	return nil
}

func (r *release) debianPackage(p platform) error {
	dir, err := os.MkdirTemp("", "release-deb-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	tree, err := r.debianFiles(p)
	if err != nil {
		return err
	}
	contents := files.Contents{}
	for i, f := range tree {
		from := filepath.Join(dir, fmt.Sprint(i))
		if err := os.WriteFile(from, f.data, 0o644); err != nil {
			return err
		}
		contents = append(contents, &files.Content{Source: from, Destination: "/" + f.name,
			FileInfo: &files.ContentFileInfo{Owner: "root", Group: "root", Mode: f.mode, MTime: r.time}})
	}
	info := nfpm.WithDefaults(&nfpm.Info{
		Name: r.about.Name, Arch: p.Arch, Platform: "linux", Version: debianVersion(r.version), VersionSchema: "none",
		Section: r.about.Section, Priority: "optional", Maintainer: r.about.Maintainer, License: r.about.Licence,
		Description: r.about.Summary + "\n" + strings.TrimSpace(r.about.Description), MTime: r.time,
		Overridables: nfpm.Overridables{Contents: contents},
	})
	var out bytes.Buffer
	if err := nfpm.PrepareForPackager(info, "deb"); err != nil {
		return err
	}
	if err := deb.Default.Package(info, &out); err != nil {
		return err
	}
	return r.write(fmt.Sprintf("%s_%s_%s.deb", r.about.Name, r.version, p.Arch), out.Bytes())
}

// debianFiles are the files of a package where Debian has them (Debian Policy 9, 12).
func (r *release) debianFiles(p platform) ([]file, error) {
	program, err := os.ReadFile(r.program(p))
	if err != nil {
		return nil, err
	}
	change, err := os.ReadFile("CHANGELOG.md")
	if err != nil {
		return nil, err
	}
	doc := "usr/share/doc/" + r.about.Name + "/"
	tree := []file{{"usr/bin/warraq", program, 0o755}, {doc + "copyright", r.licences, 0o644}}
	packed := []file{{doc + "changelog", change, 0o644}}
	for _, f := range r.extras {
		switch folder, rest, _ := strings.Cut(f.name, "/"); {
		case folder == "man":
			packed = append(packed, file{"usr/share/man/" + rest, f.data, f.mode})
		case completionsOf[path.Ext(rest)] != "" || rest == "_warraq":
			tree = append(tree, file{cmp.Or(completionsOf[path.Ext(rest)], "usr/share/zsh/vendor-completions/_warraq"), f.data, f.mode})
		}
	}
	for _, f := range packed {
		data, err := gzipped(f.data)
		if err != nil {
			return nil, err
		}
		tree = append(tree, file{f.name + ".gz", data, f.mode})
	}
	return tree, nil
}

// completionsOf is where a shell looks for completions, by the ending of their file.
var completionsOf = map[string]string{
	".bash": "usr/share/bash-completion/completions/warraq",
	".fish": "usr/share/fish/vendor_completions.d/warraq.fish",
}

// gzipped is data packed without a name or a time.
func gzipped(data []byte) ([]byte, error) {
	var out bytes.Buffer
	z, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := z.Write(data); err != nil {
		return nil, err
	}
	err = z.Close()
	return out.Bytes(), err
}
