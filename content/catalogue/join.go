package catalogue

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"
)

// Fault is what keeps parts from being one catalogue.
type Fault struct {
	Kind  Kind
	Title string // its name
	File  string // from the folder
	Shard int
	Of    int    // shards
	Other string // what was found in the place of what was to be
	Want  string
}

// Kind is what is wrong.
type Kind string

// The kinds of faults.
const (
	NoParts      Kind = "no-parts"      // nothing of a catalogue is there
	LostShard    Kind = "lost-shard"    // a machine has left no manifest
	TwiceShard   Kind = "twice-shard"   // one machine's part was made twice, with other bytes
	OtherCount   Kind = "other-count"   // a part is of another number of parts
	OtherPlan    Kind = "other-plan"    // a part is of another list of titles
	OtherProgram Kind = "other-program" // a part was made by another version
	OtherAsked   Kind = "other-asked"   // a part was made with other options
	LostTitle    Kind = "lost-title"    // a title is in no part
	TwiceTitle   Kind = "twice-title"   // a title is in two parts
	FailedTitle  Kind = "failed-title"  // of a title no book was made
	OtherEntry   Kind = "other-entry"   // the record in a title's folder is not that of the part
	LostFile     Kind = "lost-file"     // a file of a title is not there
	OtherFile    Kind = "other-file"    // a file has other bytes
	Broken       Kind = "broken"        // a record cannot be read
)

// Kinds are all kinds of faults.
var Kinds = []Kind{NoParts, LostShard, TwiceShard, OtherCount, OtherPlan, OtherProgram, OtherAsked, LostTitle, TwiceTitle, FailedTitle, OtherEntry, LostFile, OtherFile, Broken}

// Join proves that all parts of a catalogue lie in a folder, with every file that they
// made, and gives the record of the whole. Where there are no parts it proves the
// catalogue that was made in one piece.
func Join(fsys fs.FS) (*Manifest, []Fault, error) {
	names, err := fs.Glob(fsys, ShardsFolder+"/*.json")
	if err != nil {
		return nil, nil, err
	}
	j := &joiner{fsys: fsys}
	if len(names) == 0 {
		return j.whole()
	}
	var parts []*Manifest
	for _, name := range names {
		if m := j.read(name); m != nil {
			parts = append(parts, m)
		}
	}
	if len(parts) == 0 {
		return nil, j.faults, nil
	}
	m := j.join(parts)
	return m, j.faults, nil
}

// joiner is a catalogue that is being proven.
type joiner struct {
	fsys   fs.FS
	faults []Fault
}

func (j *joiner) fault(f Fault) { j.faults = append(j.faults, f) }

// read reads a manifest.
func (j *joiner) read(name string) *Manifest {
	data, err := fs.ReadFile(j.fsys, name)
	if err == nil {
		var m *Manifest
		if m, err = ReadManifest(data); err == nil {
			return m
		}
	}
	if errors.Is(err, fs.ErrNotExist) {
		j.fault(Fault{Kind: NoParts, File: name})
	} else {
		j.fault(Fault{Kind: Broken, File: name, Other: err.Error()})
	}
	return nil
}

// whole proves a catalogue of one piece.
func (j *joiner) whole() (*Manifest, []Fault, error) {
	m := j.read(ManifestName)
	if m == nil {
		return nil, j.faults, nil
	}
	j.failed(m)
	j.prove(m.Titles)
	return m, j.faults, nil
}

// join makes one record of those of the parts.
func (j *joiner) join(parts []*Manifest) *Manifest {
	slices.SortStableFunc(parts, func(a, b *Manifest) int { return cmp.Compare(a.Shard, b.Shard) })
	first := j.common(parts)
	m := &Manifest{Format: format, Program: first.Program, Title: first.Title, Language: first.Language, Publisher: first.Publisher, Asked: first.Asked, Date: first.Date, Titles: []Entry{}}
	in := make(map[string]int) // shards by title
	seen := make(map[int]bool)
	for _, p := range parts {
		if seen[p.Shard] {
			j.twice(parts, p.Shard)
			continue
		}
		seen[p.Shard] = true
		m.Failed = append(m.Failed, p.Failed...)
		for _, t := range p.Titles {
			if at := in[t.Name]; at != 0 {
				j.fault(Fault{Kind: TwiceTitle, Title: t.Name, Shard: at, Of: p.Shard})
				continue
			}
			in[t.Name] = p.Shard
			m.Titles = append(m.Titles, t)
		}
	}
	j.lost(first, seen, in, m.Failed)
	m.Sort()
	j.failed(m)
	j.prove(m.Titles)
	return m
}

// common finds the parts that are not of one catalogue: by what most of them are of.
func (j *joiner) common(parts []*Manifest) *Manifest {
	most := func(of func(*Manifest) string) string {
		n := map[string]int{}
		for _, p := range parts {
			n[of(p)]++
		}
		best := of(parts[0])
		for _, p := range parts {
			if n[of(p)] > n[best] {
				best = of(p)
			}
		}
		return best
	}
	plan := func(m *Manifest) string { return strings.Join(m.Plan, "/") }
	count := func(m *Manifest) string { return fmt.Sprint(m.Shards) }
	program := func(m *Manifest) string { return m.Program }
	asked := func(m *Manifest) string { return m.Asked + m.Date }
	wantPlan, wantCount, wantProgram, wantAsked := most(plan), most(count), most(program), most(asked)
	first := parts[0]
	for i := len(parts) - 1; i >= 0; i-- {
		switch p := parts[i]; {
		case count(p) != wantCount:
			j.fault(Fault{Kind: OtherCount, Shard: p.Shard, Of: p.Shards, Want: wantCount})
		case program(p) != wantProgram:
			j.fault(Fault{Kind: OtherProgram, Shard: p.Shard, Of: p.Shards, Other: p.Program, Want: wantProgram})
		case plan(p) != wantPlan:
			j.fault(Fault{Kind: OtherPlan, Shard: p.Shard, Of: p.Shards})
		case asked(p) != wantAsked:
			j.fault(Fault{Kind: OtherAsked, Shard: p.Shard, Of: p.Shards})
		default:
			first = p
		}
	}
	slices.Reverse(j.faults) // in the order of the shards
	return first
}

// twice tells of a part that was made twice: which of its titles differ.
func (j *joiner) twice(parts []*Manifest, shard int) {
	var runs []*Manifest
	for _, p := range parts {
		if p.Shard == shard {
			runs = append(runs, p)
		}
	}
	j.fault(Fault{Kind: TwiceShard, Shard: shard, Of: runs[0].Shards, Title: strings.Join(differing(runs[0], runs[1]), ", ")})
}

// differing are the titles of which two runs made other files.
func differing(a, b *Manifest) (names []string) {
	of := make(map[string][]byte)
	for _, t := range a.Titles {
		of[t.Name], _ = JSON(t)
	}
	for _, t := range b.Titles {
		if data, _ := JSON(t); !bytes.Equal(of[t.Name], data) {
			names = append(names, t.Name)
		}
	}
	return names
}

// lost finds the parts and titles that are not there.
func (j *joiner) lost(first *Manifest, seen map[int]bool, in map[string]int, failed []Failure) {
	gone := 0
	for n := 1; n <= first.Shards; n++ {
		if !seen[n] {
			j.fault(Fault{Kind: LostShard, Shard: n, Of: first.Shards})
			gone++
		}
	}
	for _, f := range failed {
		in[f.Name] = -1
	}
	if gone > 0 {
		return // whose titles are lost with them
	}
	for _, name := range first.Plan {
		if in[name] == 0 {
			j.fault(Fault{Kind: LostTitle, Title: name})
		}
	}
}

// failed tells of the titles of which no book was made.
func (j *joiner) failed(m *Manifest) {
	for _, f := range m.Failed {
		j.fault(Fault{Kind: FailedTitle, Title: f.Name, File: f.At, Other: f.What})
	}
}

// prove finds the files of titles that are not there or are others.
func (j *joiner) prove(titles []Entry) {
	found := make([][]Fault, len(titles))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i := range titles {
		group.Go(func() error {
			found[i] = faultsOf(j.fsys, &titles[i])
			return nil
		})
	}
	group.Wait()
	j.faults = append(j.faults, slices.Concat(found...)...)
}

// faultsOf are what is wrong with the files of a title.
func faultsOf(fsys fs.FS, t *Entry) (faults []Fault) {
	want, _ := JSON(t)
	switch have, err := fs.ReadFile(fsys, path.Join(t.Name, EntryName)); {
	case err != nil:
		faults = append(faults, Fault{Kind: LostFile, Title: t.Name, File: path.Join(t.Name, EntryName)})
	case !bytes.Equal(have, want):
		faults = append(faults, Fault{Kind: OtherEntry, Title: t.Name, File: path.Join(t.Name, EntryName)})
	}
	for _, f := range t.Files {
		name := path.Join(t.Name, f.Name)
		sum, err := sumOf(fsys, name)
		switch {
		case err != nil:
			faults = append(faults, Fault{Kind: LostFile, Title: t.Name, File: name})
		case sum != f.SHA256:
			faults = append(faults, Fault{Kind: OtherFile, Title: t.Name, File: name})
		}
	}
	return faults
}

// sumOf is the digest of a file.
func sumOf(fsys fs.FS, name string) (string, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return fmt.Sprintf("%x", h.Sum(nil)), nil
}
