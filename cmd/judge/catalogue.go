package main

import (
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// fewTitles are how many titles the judges see.
const fewTitles = "24"

// catalogue makes generated titles in one piece and as an array of Slurm that loses a
// node, asks judges about its page and feeds, and has join find what is wrong with parts.
func (c *court) catalogue() error {
	top := filepath.Join(c.work, "catalogue")
	titles, whole := filepath.Join(top, "titles"), filepath.Join(top, "whole")
	if _, err := c.command("go", "run", "./cmd/bench", "-titles", fewTitles, "-write", titles); err != nil {
		return err
	}
	if _, err := c.command(c.warraq, "build", titles, "-q", "-o", whole); err != nil {
		return err
	}
	if err := c.titlesPage(whole); err != nil {
		return err
	}
	if err := c.feeds(whole); err != nil {
		return err
	}
	if err := c.interrupted(top, titles, whole); err != nil {
		return err
	}
	if err := c.parts(top, titles, whole); err != nil {
		return err
	}
	return c.array(top, titles, whole)
}

// titlesPage asks vnu about the page of a catalogue.
func (c *court) titlesPage(whole string) error {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	server := &http.Server{Handler: http.FileServer(http.Dir(whole))}
	go server.Serve(l)
	defer server.Close()
	jar := filepath.Join(c.home, "node_modules/vnu-jar/build/dist/vnu.jar")
	_, complaint, err := c.commandSays("java", "-Dnu.validator.servlet.allow-forbidden-hosts=true", "-jar", jar, "--format", "gnu",
		"http://"+l.Addr().String()+"/index.html")
	if err != nil || complaint != "" {
		c.fail("vnu catalogue", "%v: %s", err, firstLines(complaint, 10))
		return nil
	}
	c.pass("vnu catalogue", "the page: no message")
	return nil
}

// interrupted kills a build amid its titles, and begins it again: what was made stays, and
// the files are those of a build that nobody killed. Then a word of one title changes.
func (c *court) interrupted(top, titles, whole string) error {
	dir := filepath.Join(top, "interrupted")
	records := func() int {
		all, _ := filepath.Glob(filepath.Join(dir, "*", "title.json"))
		return len(all)
	}
	for kills := range 3 {
		cmd := exec.Command(c.warraq, "build", titles, "-q", "-o", dir)
		if err := cmd.Start(); err != nil {
			return err
		}
		for end := time.Now().Add(30 * time.Second); records() < 5*(kills+1) && time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		}
		cmd.Process.Kill()
		cmd.Wait()
	}
	left := records()
	out, err := c.command(c.warraq, "build", titles, "-o", dir)
	if err != nil {
		return err
	}
	if left >= 24 || !strings.Contains(out, "titles are up to date") {
		c.fail("catalogue", "%d titles were there when it began again: %s", left, firstLines(out, 3))
	} else {
		c.pass("catalogue", "killed three times, %d titles were there when it began again", left)
	}
	if err := c.sameTrees("killed and begun again", whole, dir); err != nil {
		return err
	}
	chapter := filepath.Join(titles, "t0006", "01.md")
	before, err := os.ReadFile(chapter)
	if err != nil {
		return err
	}
	defer os.WriteFile(chapter, before, 0o666)
	if err := os.WriteFile(chapter, append(before, "\nword\n"...), 0o666); err != nil {
		return err
	}
	if out, err = c.command(c.warraq, "build", titles, "-o", dir); err != nil {
		return err
	}
	if !strings.Contains(out, "23 titles are up to date") || strings.Count(out, "\n") != 2 {
		c.fail("catalogue", "a word of one title changed: %s", firstLines(out, 3))
	} else {
		c.pass("catalogue", "a word of one title changed: it alone is made again")
	}
	return nil
}

// parts makes a catalogue in three parts, and spoils them one way after the other: join
// must name what is wrong, and be content before.
func (c *court) parts(top, titles, whole string) error {
	dir := filepath.Join(top, "parts")
	other := filepath.Join(top, "warraq-other")
	if _, err := c.command("go", "build", "-buildvcs=false", "-ldflags", "-X main.version=0.0.1", "-o", other, "./cmd/warraq"); err != nil {
		return err
	}
	part := func(program, shard string, more ...string) error {
		_, err := c.command(append([]string{program, "build", titles, "-q", "-o", dir, "--shard", shard}, more...)...)
		return err
	}
	for _, shard := range []string{"1/3", "2/3", "3/3"} {
		if err := part(c.warraq, shard); err != nil {
			return err
		}
	}
	if _, err := c.command(c.warraq, "catalogue", "join", dir); err != nil {
		c.fail("catalogue", "three parts: %v", err)
	} else if err := c.sameTrees("three parts", whole, dir); err != nil {
		return err
	}
	records := func(n string) []string {
		all, _ := filepath.Glob(filepath.Join(dir, "shards", n+"-of-*.json"))
		return all
	}
	for _, fault := range []struct {
		what, says string
		spoil      func() error
	}{
		{"a lost part", "part 2 of 3 is not there", func() error { return os.Remove(records("2")[0]) }},
		{"another version", "part 2 of 3 was made by version 0.0.1", func() error { return part(other, "2/3") }},
		{"other options", "part 2 of 3 was made with other options", func() error { return part(c.warraq, "2/3", "--pdf", "ua2") }},
		{"a part made twice", "part 2 of 3 was made twice, and not with the same bytes: t", func() error {
			first, err := os.ReadFile(records("2")[0])
			if err != nil {
				return err
			}
			if err := part(c.warraq, "2/3"); err != nil {
				return err
			}
			return os.WriteFile(filepath.Join(dir, "shards", "2-of-3-000000000000.json"), first, 0o666)
		}},
		{"another file", "t0007/t0007.epub has other bytes", func() error {
			if err := part(c.warraq, "2/3"); err != nil {
				return err
			}
			return os.WriteFile(filepath.Join(dir, "t0007", "t0007.epub"), []byte("x"), 0o666)
		}},
	} {
		if err := fault.spoil(); err != nil {
			return err
		}
		_, said, err := c.commandSays(c.warraq, "catalogue", "join", dir)
		if err == nil || !strings.Contains(said, fault.says) {
			c.fail("catalogue", "%s: join says %q", fault.what, firstLines(said, 4))
			continue
		}
		c.pass("catalogue", "%s is named: %s", fault.what, fault.says)
	}
	return nil
}

// sameTrees compares the files of two catalogues, what tells of the parts aside.
func (c *court) sameTrees(what, one, other string) error {
	names := map[string]int{}
	for i, dir := range []string{one, other} {
		err := filepath.WalkDir(dir, func(name string, e os.DirEntry, err error) error {
			if err != nil {
				return err
			}
			rel, _ := filepath.Rel(dir, name)
			if e.IsDir() && (rel == "shards" || rel == ".warraq") {
				return filepath.SkipDir
			}
			if !e.IsDir() {
				names[rel] |= 1 << i
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	differ := 0
	for name, in := range names {
		place, err := firstDifference(filepath.Join(one, name), filepath.Join(other, name))
		if in != 3 || err != nil || place >= 0 {
			differ++
			c.fail("catalogue", "%s: %s is not the same (%v)", what, name, err)
		}
	}
	if len(names) < 100 {
		return fmt.Errorf("only %d files in %s", len(names), one)
	}
	if differ == 0 {
		c.pass("catalogue", "%s: %d files are those of one process", what, len(names))
	}
	return nil
}
