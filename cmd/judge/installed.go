package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

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
		return !strings.HasPrefix(name, "warraq-npm-") && !strings.HasPrefix(name, "warraq-linux-"+map[string]string{"amd64": "x64", "arm64": "arm64"}[runtime.GOARCH]+"-")
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
