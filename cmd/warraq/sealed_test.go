//go:build faults && linux

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// sealed is what a server may give a build: no interfaces of a network, every file system
// to be read alone but for one folder, nobody's user without a home or any other word of
// the environment, and 128 MB.
const sealed = `
mount --make-rprivate / && mount --bind "$1" "$1" || exit 90
awk '{print $2}' /proc/self/mounts | while read -r m; do
	[ "$m" = "$1" ] || mount -o remount,bind,ro "$m" 2>/dev/null
done
mount -o remount,bind,rw "$1" || exit 91
touch "$1/../probe" 2>/dev/null && exit 92
[ "$(grep -c : /proc/net/dev)" = 1 ] || exit 93
exec setpriv --reuid 65534 --regid 65534 --clear-groups env -i "$2" build booklet: -q -o "$1"
`

// TestSealed makes the booklet on a server that gives it nothing but one folder.
func TestSealed(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("only root can take everything from a build")
	}
	if said, err := exec.Command("unshare", "--net", "--mount", "true").CombinedOutput(); err != nil {
		t.Skipf("this machine gives no namespaces: %v\n%s", err, said)
	}
	dir := t.TempDir()
	for d := dir; d != os.TempDir() && d != "/"; d = filepath.Dir(d) {
		os.Chmod(d, 0o755)
	}
	program, out := filepath.Join(dir, "warraq"), filepath.Join(dir, "out")
	if said, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	if err := os.Mkdir(out, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.Chown(out, 65534, 65534); err != nil {
		t.Fatal(err)
	}
	enter := within(t, 128<<20)
	c := exec.Command("unshare", "--net", "--mount", "sh", "-c", enter+sealed, "sh", out, program)
	if said, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	for _, name := range []string{"booklet.pdf", "booklet.epub", "booklet-booklet.pdf", sumsName} {
		if _, err := os.Stat(filepath.Join(out, name)); err != nil {
			t.Error(err)
		}
	}
}

// within gives the words of a shell that put it in a group of processes that have so
// much memory together, in bytes.
func within(t *testing.T, most int) string {
	for _, group := range []struct{ top, limit string }{
		{"/sys/fs/cgroup/memory", "memory.limit_in_bytes"}, {"/sys/fs/cgroup", "memory.max"},
	} {
		dir := filepath.Join(group.top, fmt.Sprintf("warraq-%d", os.Getpid()))
		if os.Mkdir(dir, 0o755) != nil {
			continue
		}
		t.Cleanup(func() { os.Remove(dir) })
		if os.WriteFile(filepath.Join(dir, group.limit), fmt.Append(nil, most), 0o644) != nil {
			os.Remove(dir)
			continue
		}
		return "echo $$ > " + filepath.Join(dir, "cgroup.procs") + " || exit 94\n"
	}
	t.Log("this machine has no groups of processes with a limit of memory: that is not tried")
	return ""
}
