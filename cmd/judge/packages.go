package main

import (
	"archive/tar"
	"archive/zip"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// mostBytes is how large the program for linux-amd64 may be.
const mostBytes = 25_000_000

// carried is what each archive has beside the program.
var carried = []string{
	"LICENCES.txt", "LICENSE", "README.md", "completions/warraq.bash", "completions/_warraq", "completions/warraq.fish",
	"completions/warraq.ps1", "man/man1/warraq.1", "man/man1/warraq-build.1", "man/ar/man1/warraq-build.1", "man/fr/man1/warraq-build.1",
}

// packages tries what a release is made of, as people take it.
func (c *court) packages() error {
	dir, err := c.released("one")
	if err != nil {
		return err
	}
	program := filepath.Join(dir, "../build/linux-amd64/warraq")
	info, err := os.Stat(program)
	if err != nil {
		return err
	}
	if info.Size() >= mostBytes {
		c.fail("packages", "the program for linux-amd64 has %d bytes, %d at most", info.Size(), mostBytes)
	}
	for _, try := range []func(dir, program string) error{c.sums, c.archives, c.bills, c.emptyRoot, c.busybox, c.dpkg, c.npmPackages} {
		if err := try(dir, program); err != nil {
			c.fail("packages", "%v", err)
		}
	}
	c.pass("packages", "the program for linux-amd64 has %d bytes", info.Size())
	return nil
}

// sums asks sha256sum whether every file is in the list, as it is.
func (c *court) sums(dir, _ string) error {
	if _, complaint, err := c.commandIn(dir, "sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"); err != nil {
		return fmt.Errorf("SHA256SUMS: %s", complaint)
	}
	list, err := os.ReadFile(filepath.Join(dir, "SHA256SUMS"))
	if err != nil {
		return err
	}
	files, err := os.ReadDir(dir)
	if n := strings.Count(string(list), "\n"); err == nil && n != len(files)-1 {
		return fmt.Errorf("SHA256SUMS lists %d files of %d", n, len(files)-1)
	}
	return err
}

// archives looks into the archive of each platform.
func (c *court) archives(dir, _ string) error {
	tars, _ := filepath.Glob(filepath.Join(dir, "*.tar.gz"))
	zips, _ := filepath.Glob(filepath.Join(dir, "*.zip"))
	if len(tars) != 4 || len(zips) != 2 {
		return fmt.Errorf("there are archives %s", append(tars, zips...))
	}
	for _, name := range append(tars, zips...) {
		names, err := namesIn(name)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		program := "warraq"
		if filepath.Ext(name) == ".zip" {
			program = "warraq.exe"
		}
		for _, want := range append([]string{program}, carried...) {
			if !slices.ContainsFunc(names, func(n string) bool { _, rest, _ := strings.Cut(n, "/"); return rest == want }) {
				c.fail("packages", "%s has no %s", filepath.Base(name), want)
			}
		}
	}
	c.pass("packages", "%d archives have the program, its licences, completions and man pages", len(tars)+len(zips))
	return nil
}

// namesIn are the names of files in an archive.
func namesIn(file string) (names []string, err error) {
	if filepath.Ext(file) == ".zip" {
		z, err := zip.OpenReader(file)
		if err != nil {
			return nil, err
		}
		defer z.Close()
		for _, f := range z.File {
			names = append(names, f.Name)
		}
		return names, nil
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	for t := tar.NewReader(z); ; {
		head, err := t.Next()
		if errors.Is(err, io.EOF) {
			return names, nil
		}
		if err != nil {
			return nil, err
		}
		names = append(names, head.Name)
	}
}

// bills reads the bills of materials: each module of the program stands in that of its
// platform, with a licence.
func (c *court) bills(dir, program string) error {
	files, _ := filepath.Glob(filepath.Join(dir, "*.cdx.json"))
	if len(files) != 6 {
		return fmt.Errorf("there are %d bills of materials", len(files))
	}
	var bill struct {
		BOMFormat, SpecVersion, SerialNumber string
		Components                           []struct {
			Name     string
			Licenses []any
		}
	}
	linux, _ := filepath.Glob(filepath.Join(dir, "*-linux-amd64.cdx.json"))
	data, err := os.ReadFile(linux[0])
	if err == nil {
		err = json.Unmarshal(data, &bill)
	}
	if err != nil || bill.BOMFormat != "CycloneDX" || !strings.HasPrefix(bill.SerialNumber, "urn:uuid:") {
		return fmt.Errorf("%s is no bill of materials: %w", linux[0], err)
	}
	known := make(map[string]bool)
	for _, part := range bill.Components {
		if known[part.Name] = true; len(part.Licenses) == 0 {
			c.fail("packages", "%s has no licence in %s", part.Name, filepath.Base(linux[0]))
		}
	}
	said, err := c.command("go", "version", "-m", program)
	if err != nil {
		return err
	}
	modules := 0
	for line := range strings.Lines(said) {
		if words := strings.Fields(line); len(words) > 1 && words[0] == "dep" {
			if modules++; !known[words[1]] {
				c.fail("packages", "%s is not in %s", words[1], filepath.Base(linux[0]))
			}
		}
	}
	c.pass("packages", "%d modules of the program stand in its bill of materials, %d components, each with a licence", modules, len(known))
	return nil
}

// emptyRoot runs the steps of the Dockerfile by hand: nothing but the program in a root
// that is only read, a user without rights, no network, one folder to write into.
func (c *court) emptyRoot(dir, program string) error {
	said, err := os.ReadFile(filepath.Join(c.root, "cmd/release/Dockerfile"))
	if err != nil {
		return err
	}
	for _, step := range []string{"FROM scratch", "COPY build/linux-${TARGETARCH}/warraq /warraq", "COPY release/LICENCES.txt /LICENCES.txt", "USER 65534:65534", "WORKDIR /book", `ENTRYPOINT ["/warraq"]`} {
		if !strings.Contains(string(said), "\n"+step+"\n") {
			return fmt.Errorf("the Dockerfile has no step %s", step)
		}
	}
	root := filepath.Join(c.work, "scratch")
	if err := c.root65534(root, program); err != nil {
		return err
	}
	const script = `mount --bind "$0" "$0" && mount --bind "$0/out" "$0/out" && mount -o remount,bind,ro "$0" &&
		! touch "$0/written" 2>/dev/null && chroot --userspec=65534:65534 "$0" /warraq build /book -o /out -q &&
		chroot --userspec=65534:65534 "$0" /warraq version`
	out, err := c.asRoot("unshare", "--mount", "--net", "--pid", "--fork", "sh", "-c", script, root)
	if err != nil {
		return fmt.Errorf("in an empty root: %w", err)
	}
	return c.madeIn("an empty root, only read, as user 65534", filepath.Join(root, "out"), out)
}

// busybox runs the program in the root of a system without glibc, of which Alpine is one:
// a shell of busybox is all there is beside it.
func (c *court) busybox(dir, program string) error {
	root := filepath.Join(c.work, "busybox")
	if err := c.root65534(root, program); err != nil {
		return err
	}
	shell, err := os.ReadFile("/usr/bin/busybox")
	if os.IsNotExist(err) {
		shell, err = os.ReadFile("/bin/busybox")
	}
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(root, "sh"), shell, 0o755); err != nil {
		return err
	}
	out, err := c.asRoot("chroot", "--userspec=65534:65534", root, "/sh", "-c", "/warraq build /book -o /out -q && /warraq version")
	if err != nil {
		return fmt.Errorf("in a root of busybox: %w", err)
	}
	return c.madeIn("a root of busybox without a C library", filepath.Join(root, "out"), out)
}

// root65534 lays out a root with the program, a manuscript, and a folder that is the
// user's.
func (c *court) root65534(root, program string) error {
	for _, name := range []string{"book", "out"} {
		if err := os.MkdirAll(filepath.Join(root, name), 0o755); err != nil {
			return err
		}
	}
	data, err := os.ReadFile(program)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(root, "warraq"), data, 0o755); err != nil {
		return err
	}
	if err := os.Chmod(c.work, 0o755); err != nil { // a temporary folder is its maker's alone
		return err
	}
	text := []byte("---\ntitle: كتاب\nlanguage: ar\nname: book\n---\n\n# باب\n\nنص.\n")
	if err := os.WriteFile(filepath.Join(root, "book/book.md"), text, 0o644); err != nil {
		return err
	}
	_, err = c.asRoot("chown", "65534:65534", filepath.Join(root, "out"))
	return err
}

// madeIn tells that a book was made in a folder.
func (c *court) madeIn(where, dir, version string) error {
	for _, ending := range []string{".pdf", ".epub"} {
		if made, _ := filepath.Glob(filepath.Join(dir, "*"+ending)); len(made) == 0 {
			return fmt.Errorf("in %s no %s was made", where, ending)
		}
	}
	c.pass("packages", "%s: %s makes a book", where, strings.TrimSpace(version))
	return nil
}

// dpkg installs the package, uses it, and takes it away.
func (c *court) dpkg(dir, _ string) error {
	if _, err := exec.LookPath("warraq"); err == nil {
		return fmt.Errorf("there is a warraq on this machine already: the package was not tried")
	}
	arch, err := c.command("dpkg", "--print-architecture")
	if err != nil {
		return err
	}
	files, _ := filepath.Glob(filepath.Join(dir, "warraq_*_"+strings.TrimSpace(arch)+".deb"))
	if len(files) != 1 {
		return fmt.Errorf("there is no package for %s", arch)
	}
	// some images of Debian leave manuals out
	if _, err := c.asRoot("dpkg", "--path-include=/usr/share/man/*", "--path-include=/usr/share/doc/*", "-i", files[0]); err != nil {
		return err
	}
	list, err := c.command("dpkg", "-L", "warraq")
	if err == nil {
		err = c.installed(list)
	}
	for _, away := range []string{"-r", "-P"} {
		if _, gone := c.asRoot("dpkg", away, "warraq"); gone != nil && away == "-r" {
			err = errors.Join(err, gone)
		}
	}
	if err != nil {
		return err
	}
	for name := range strings.Lines(list) {
		if name = strings.TrimSpace(name); strings.Contains(name, "warraq") && there(name) {
			return fmt.Errorf("%s is left when the package is gone", name)
		}
	}
	if _, err := c.command("dpkg", "-s", "warraq"); err == nil {
		return fmt.Errorf("dpkg knows the package when it is gone")
	}
	c.pass("packages", "dpkg installs %s, it makes the booklet, and it is gone when it is taken away", filepath.Base(files[0]))
	return nil
}

// installed tries a package that is installed, with the files that dpkg lists.
func (c *court) installed(list string) error {
	for _, want := range []string{
		"/usr/bin/warraq", "/usr/share/man/man1/warraq.1.gz", "/usr/share/man/ar/man1/warraq-build.1.gz",
		"/usr/share/bash-completion/completions/warraq", "/usr/share/zsh/vendor-completions/_warraq",
		"/usr/share/fish/vendor_completions.d/warraq.fish", "/usr/share/doc/warraq/copyright", "/usr/share/doc/warraq/changelog.gz",
	} {
		if !strings.Contains(list, want+"\n") || !there(want) {
			return fmt.Errorf("the package has no %s", want)
		}
	}
	out := filepath.Join(c.work, "installed")
	if _, err := c.command("/usr/bin/warraq", "build", "booklet:", "-q", "-o", out); err != nil {
		return err
	}
	if _, err := c.command("bash", "-nc", "source /usr/share/bash-completion/completions/warraq"); err != nil {
		return err
	}
	page, err := c.command("man", "--pager=cat", "/usr/share/man/man1/warraq-build.1.gz")
	if err == nil && !strings.Contains(page, "EXIT STATUS") {
		err = fmt.Errorf("man does not show the page of build")
	}
	if !there(filepath.Join(out, "booklet.pdf")) {
		err = errors.Join(err, fmt.Errorf("the installed program makes no booklet"))
	}
	return err
}

// npmPackages installs the packages of npm without a registry and runs the program.
func (c *court) npmPackages(dir, _ string) error {
	files, _ := filepath.Glob(filepath.Join(dir, "*-npm-*.tgz"))
	if len(files) != 7 {
		return fmt.Errorf("there are %d packages of npm", len(files))
	}
	files = slices.DeleteFunc(files, func(name string) bool {
		name = filepath.Base(name)
		return !strings.HasPrefix(name, "warraq-npm-") && !strings.HasPrefix(name, "warraq-linux-x64-")
	})
	home := filepath.Join(c.work, "npm")
	if _, err := c.command(append([]string{"npm", "install", "--prefix", home, "--offline", "--no-audit", "--no-fund", "--silent"}, files...)...); err != nil {
		return err
	}
	said, err := c.command(filepath.Join(home, "node_modules/.bin/warraq"), "version")
	if err == nil && !strings.HasPrefix(said, "warraq ") {
		err = fmt.Errorf("the package of npm says %s", said)
	}
	if err == nil {
		c.pass("packages", "npm installs two packages, and %s runs", strings.TrimSpace(said))
	}
	return err
}

// asRoot is command as root.
func (c *court) asRoot(args ...string) (string, error) {
	if os.Geteuid() != 0 {
		args = append([]string{"sudo"}, args...)
	}
	return c.command(args...)
}
