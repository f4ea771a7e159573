package catalogue

import (
	"fmt"
	"path"
	"slices"
	"testing"
	"testing/fstest"
)

// parts is a folder with a catalogue of six titles in three parts.
func parts(t *testing.T) fstest.MapFS {
	t.Helper()
	fsys := fstest.MapFS{}
	l := new(List)
	for i := range 6 {
		l.Titles = append(l.Titles, Title{Name: fmt.Sprintf("t%d", i), Bytes: int64(i)})
	}
	for s, shard := range Shards(l.Titles, 3) {
		m := NewManifest(l, "1.0.0")
		m.Shard, m.Shards = s+1, 3
		for _, title := range l.Titles {
			m.Plan = append(m.Plan, title.Name)
		}
		for _, i := range shard {
			name := l.Titles[i].Name
			data := []byte("book " + name)
			e := Entry{Name: name, Program: "1.0.0", Facts: Facts{Title: name}, Files: []Output{OutputOf(name+".epub", "epub", data)}}
			m.Titles = append(m.Titles, e)
			put(t, fsys, path.Join(name, name+".epub"), data)
			putJSON(t, fsys, path.Join(name, EntryName), e)
		}
		putPart(t, fsys, m)
	}
	return fsys
}

func put(t *testing.T, fsys fstest.MapFS, name string, data []byte) {
	fsys[name] = &fstest.MapFile{Data: data}
}

func putJSON(t *testing.T, fsys fstest.MapFS, name string, v any) []byte {
	t.Helper()
	data, err := JSON(v)
	if err != nil {
		t.Fatal(err)
	}
	put(t, fsys, name, data)
	return data
}

func putPart(t *testing.T, fsys fstest.MapFS, m *Manifest) {
	t.Helper()
	data, err := JSON(m)
	if err != nil {
		t.Fatal(err)
	}
	put(t, fsys, m.ShardName(data), data)
}

// partOf takes a part out of a folder, to be put back otherwise.
func partOf(t *testing.T, fsys fstest.MapFS, n int) *Manifest {
	t.Helper()
	for name, f := range fsys {
		if path.Dir(name) != ShardsFolder {
			continue
		}
		m, err := ReadManifest(f.Data)
		if err != nil {
			t.Fatal(err)
		}
		if m.Shard == n {
			delete(fsys, name)
			return m
		}
	}
	t.Fatalf("no part %d", n)
	return nil
}

// TestJoin: what is wrong with parts is named, each kind of fault by itself.
func TestJoin(t *testing.T) {
	seen := map[Kind]bool{}
	for what, c := range map[string]struct {
		spoil func(fstest.MapFS)
		want  []Kind
	}{
		"whole":           {func(fstest.MapFS) {}, nil},
		"a part lost":     {func(f fstest.MapFS) { partOf(t, f, 2) }, []Kind{LostShard}},
		"another count":   {func(f fstest.MapFS) { m := partOf(t, f, 2); m.Shards = 4; putPart(t, f, m) }, []Kind{OtherCount}},
		"another list":    {func(f fstest.MapFS) { m := partOf(t, f, 1); m.Plan = m.Plan[1:]; putPart(t, f, m) }, []Kind{OtherPlan}},
		"another version": {func(f fstest.MapFS) { m := partOf(t, f, 1); m.Program = "0.9.0"; putPart(t, f, m) }, []Kind{OtherProgram}},
		"other options":   {func(f fstest.MapFS) { m := partOf(t, f, 3); m.Asked = "x"; putPart(t, f, m) }, []Kind{OtherAsked}},
		"made twice": {func(f fstest.MapFS) {
			m := partOf(t, f, 2)
			putPart(t, f, m)
			m.Titles = slices.Clone(m.Titles)
			m.Titles[0].Pages++
			putPart(t, f, m)
		}, []Kind{TwiceShard}},
		"a title lost": {func(f fstest.MapFS) { m := partOf(t, f, 2); m.Titles = m.Titles[1:]; putPart(t, f, m) }, []Kind{LostTitle}},
		"a title twice": {func(f fstest.MapFS) {
			m, other := partOf(t, f, 2), partOf(t, f, 1)
			putPart(t, f, other)
			m.Titles = append(m.Titles, other.Titles[0])
			putPart(t, f, m)
		}, []Kind{TwiceTitle}},
		"a title that failed": {func(f fstest.MapFS) {
			m := partOf(t, f, 2)
			m.Failed, m.Titles = []Failure{{Name: m.Titles[0].Name, What: "x"}}, m.Titles[1:]
			putPart(t, f, m)
		}, []Kind{FailedTitle}},
		"another record": {func(f fstest.MapFS) { put(t, f, "t3/title.json", []byte("{}")) }, []Kind{OtherEntry}},
		"a file lost":    {func(f fstest.MapFS) { delete(f, "t3/t3.epub") }, []Kind{LostFile}},
		"another file":   {func(f fstest.MapFS) { put(t, f, "t3/t3.epub", []byte("x")) }, []Kind{OtherFile}},
		"broken":         {func(f fstest.MapFS) { put(t, f, "shards/x.json", []byte("{")) }, []Kind{Broken}},
		"nothing":        {func(f fstest.MapFS) { clear(f) }, []Kind{NoParts}},
	} {
		fsys := parts(t)
		c.spoil(fsys)
		_, faults, err := Join(fsys)
		var got []Kind
		for _, f := range faults {
			got = append(got, f.Kind)
			seen[f.Kind] = true
		}
		// A part of another count is lost for the rest too.
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%s: %v (%v), want %v", what, got, err, c.want)
		}
	}
	for _, k := range Kinds {
		if !seen[k] {
			t.Errorf("%s is never found", k)
		}
	}
}

// TestJoined: the record of the parts is that of one piece, which proves itself.
func TestJoined(t *testing.T) {
	fsys := parts(t)
	m, faults, err := Join(fsys)
	if err != nil || len(faults) > 0 || len(m.Titles) != 6 || m.Shards != 0 {
		t.Fatal(m, faults, err)
	}
	for name := range fsys {
		if path.Dir(name) == ShardsFolder {
			delete(fsys, name)
		}
	}
	want := putJSON(t, fsys, ManifestName, m)
	again, faults, err := Join(fsys)
	if err != nil || len(faults) > 0 {
		t.Fatal(faults, err)
	}
	if got, _ := JSON(again); string(got) != string(want) {
		t.Errorf("%s", got)
	}
}
