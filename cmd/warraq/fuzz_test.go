package main

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// FuzzCommandLine carries out command lines, an argument a line, in a folder with one
// small manuscript, under what the environment says: each ends with a status that the
// manual knows, and one that failed says so, and leaves the folder as it was.
func FuzzCommandLine(f *testing.F) {
	for _, line := range []string{
		"", "build", "build a.md -q -o out", "build --only pdf,epub --impose 2up", "build --press --page-order reversed --strict",
		"build a.md --limits server,notes=3,memory=1G", "build --limits text=9999999999G", "build --timeout -1s", "build --theme t.yaml", "build --page 17x24cm --opening any",
		"build --page 1e308x0mm", "build --title \u202e --author \x1b[2J --lang ar-MA", "build -qv", "build -o", "build --only=", "build --output=a.md", "build -- -x",
		"dump document", "dump words a.md", "dump pages --follow", "dump theme report", "dump theme \u2067", "dump nope", "new b --title كتاب", "new b --from a.md --lang fr", "new --adopt .",
		"import a.md", "import a.html -o b", "version", "man m", "help build", "completion bash", "__complete build --only ", "--version", "-h", "--no-such", "biuld",
	} {
		f.Add(strings.ReplaceAll(line, " ", "\n"), "", "")
	}
	f.Add("build", "server", "0")
	f.Add("build", "notes=-1", "253402300800")
	f.Fuzz(func(t *testing.T, line, limits, epoch string) {
		args := strings.Split(line, "\n")
		if leaves(args) || strings.Contains(limits+epoch, "\x00") {
			t.Skip()
		}
		t.Chdir(t.TempDir())
		t.Setenv("GOMEMLIMIT", "1GiB") // else the limit of memory is this process's
		t.Setenv("WARRAQ_LIMITS", limits)
		t.Setenv("SOURCE_DATE_EPOCH", epoch)
		if err := os.WriteFile("a.md", []byte("---\ntitle: كتاب\nlanguage: ar\n---\n\n# فصل\n\nنص[^1] قصير.\n\n[^1]: حاشية\n"), 0o666); err != nil {
			t.Fatal(err)
		}
		var out, said bytes.Buffer
		status := newUI(&out, &said, new(halt)).run(args)
		entries, _ := os.ReadDir(".")
		switch {
		case status < 0 || status > 3:
			t.Errorf("%q: status %d", args, status)
		case status != 0 && !strings.HasPrefix(said.String(), "warraq: ") && !strings.Contains(said.String(), "\nwarraq: "):
			t.Errorf("%q: status %d, and says %q", args, status, said.String())
		case status != 0 && len(entries) != 1:
			t.Errorf("%q: status %d, and left %v", args, status, entries)
		case said.String() != visible(said.String()):
			t.Errorf("%q: says what is not seen: %q", args, said.String())
		}
	})
}

// leaves tells a command line that may write outside of the working folder, ends the
// process by a clock or builds one of the large books in the program.
func leaves(args []string) bool {
	all := strings.Join(args, "\n")
	for _, s := range []string{"/", "..", "~", "\x00", "--timeout", "booklet:", "specimen:", "guide:", cobra.ShellCompRequestCmd + "\n-"} {
		if strings.Contains(all, s) && all != "build\n--timeout\n-1s" {
			return true
		}
	}
	return false
}
