package settings

import (
	"encoding/json"
	"io/fs"
	"maps"
	"os"
	"regexp"
	"slices"
	"testing"

	"go.yaml.in/yaml/v4"

	"warraq/content"
	"warraq/content/design"
	"warraq/content/roles"
	"warraq/content/samples"
	"warraq/content/setup"
)

// schema is the part of a JSON Schema that these tests look at.
type schema struct {
	Description          string
	AdditionalProperties *bool
	Properties           map[string]schema
	AnyOf                []schema
	Defs                 map[string]schema `json:"$defs"`
	Pattern              string
	Enum                 []string
}

func readSchema(t *testing.T, file string) schema {
	t.Helper()
	data, err := os.ReadFile("../" + file)
	if err != nil {
		t.Fatal(err)
	}
	var s schema
	if err := json.Unmarshal(data, &s); err != nil {
		t.Fatal(err)
	}
	return s
}

// TestSchemaKeys: the schema and the reader know the same keys.
func TestSchemaKeys(t *testing.T) {
	s := readSchema(t, "book.schema.json")
	var m Manifest
	sameKeys(t, "book.yaml", s, m.Keys())
	sameKeys(t, "fonts", s.Properties["fonts"], m.fontKeys())
	sameKeys(t, "font", s.Defs["font"].AnyOf[1], new(fontFile).keys())
	sameKeys(t, "fonts of a part", s.Defs["fonts"].AnyOf[1], append(m.familyKeys(setup.LatinFont), new(fontFile).keys()...))
	sameKeys(t, "index", s.Properties["index"], m.indexKeys())
	sameKeys(t, "folios", s.Properties["folios"], m.folioKeys())
	sameKeys(t, "normalize", s.Properties["normalize"].AnyOf[1], m.normalizeKeys())
	sameKeys(t, "locale", s.Properties["locale"].AnyOf[1], m.localeKeys())
	sameKeys(t, "series", s.Properties["series"].AnyOf[1], m.seriesKeys())
	sameKeys(t, "accessibility", s.Properties["accessibility"], m.accessKeys())
	list := readSchema(t, "catalogue.schema.json")
	sameKeys(t, "catalogue.yaml", list, new(Catalogue).Keys())
	sameKeys(t, "a title", list.Defs["title"], new(CatalogueTitle).keys())
	var p person
	sameKeys(t, "author", s.Defs["person"].AnyOf[1], p.keys())
	sameKeys(t, "contributors", s.Defs["contributor"].AnyOf[1], p.roleKeys())
	for i, r := range content.ContributorRoles {
		if roles := s.Defs["contributor"].AnyOf[1].Properties["role"].Enum; i >= len(roles) || roles[i] != r.Name {
			t.Errorf("contributors: the schema does not have the role %s", r.Name)
		}
	}
	sameKeys(t, "kashida", s.Properties["kashida"], m.kashidaKeys())
	sameKeys(t, "cover", s.Properties["cover"].AnyOf[1], m.coverKeys())
	sameKeys(t, "page", s.Properties["page"].AnyOf[1], m.pageKeys())
	sameKeys(t, "paper", s.Properties["paper"].AnyOf[1], new(leaf).keys())
	booklet := s.Properties["booklet"].AnyOf[1]
	sameKeys(t, "booklet", booklet, m.BookletKeys())
	sameKeys(t, "caliper", booklet.Properties["caliper"].AnyOf[1], new(paper).keys())
	sameKeys(t, "chapters", s.Defs["chapter"].AnyOf[1], new(Entry).keys(nil))
	if names := s.Defs["chapter"].AnyOf[1].Properties["role"].Enum; !slices.Equal(names, roles.Names()) {
		t.Errorf("chapters: the schema has the roles %v", names)
	}
	sameKeys(t, "imprint", s.Properties["imprint"].AnyOf[1], m.imprintKeys())
	sameKeys(t, "running-heads", s.Properties["running-heads"].AnyOf[1], m.headKeys())
	sameKeys(t, "press", s.Properties["press"], m.PressKeys())
}

// problemsOf are those of a YAML text.
func problemsOf(text, file string, keys []Key) (problems []content.Problem) {
	r := NewReader(func(p content.Problem) {
		problems = append(problems, p)
	}, func(...content.Problem) {}, func(string) bool { return false })
	r.ReadYAML(text, file, 1, keys)
	return problems
}

func sameKeys(t *testing.T, what string, s schema, keys []Key) {
	t.Helper()
	var known []string
	for _, k := range keys {
		known = append(known, k.name)
		if s.Properties[k.name].Description == "" {
			t.Errorf("%s: %s has no description", what, k.name)
		}
	}
	slices.Sort(known)
	if described := slices.Sorted(maps.Keys(s.Properties)); !slices.Equal(known, described) {
		t.Errorf("%s: the reader knows %v, the schema %v", what, known, described)
	}
	if s.AdditionalProperties == nil || *s.AdditionalProperties {
		t.Errorf("%s: the schema lets unknown keys pass", what)
	}
}

// TestSchemaChoices: the reader takes what the schema lists.
func TestSchemaChoices(t *testing.T) {
	for name, property := range readSchema(t, "book.schema.json").Properties {
		for _, choice := range property.Enum {
			var m Manifest
			if problems := problemsOf(name+": "+choice, "book.yaml", m.Keys()); len(problems) > 0 {
				t.Errorf("%s: %s: %v", name, choice, problems)
			}
		}
	}
}

// TestSchemaSheets: the schema names the schemes, edges and papers that the reader
// takes.
func TestSchemaSheets(t *testing.T) {
	s := readSchema(t, "book.schema.json")
	booklet := s.Properties["booklet"].AnyOf[1]
	if got := s.Defs["imposition"].Enum; !slices.Equal(got, setup.Impositions) {
		t.Errorf("the schema imposes by %v, the reader by %v", got, setup.Impositions)
	}
	if got := booklet.Properties["duplex"].Enum; !slices.Equal(got, setup.Duplexes) {
		t.Errorf("the schema turns about %v, the reader about %v", got, setup.Duplexes)
	}
	sheet := regexp.MustCompile(booklet.Properties["sheet"].Pattern)
	for _, p := range setup.Papers {
		if !sheet.MatchString(p.Name) {
			t.Errorf("the schema knows no paper %s", p.Name)
		}
	}
}

// TestBookletKeys: the booklet has only keys that the schema knows.
func TestBookletKeys(t *testing.T) {
	data, err := fs.ReadFile(samples.FS(), "booklet/book.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var keys map[string]any
	if err := yaml.Unmarshal(data, &keys); err != nil {
		t.Fatal(err)
	}
	properties := readSchema(t, "book.schema.json").Properties
	for k := range keys {
		if _, ok := properties[k]; !ok {
			t.Errorf("the schema does not know %s", k)
		}
	}
}

// TestPageKeys: under page a book has the size, and all that a theme has there.
func TestPageKeys(t *testing.T) {
	want := []string{"size"}
	for _, g := range NewTheme(design.Plain()).groups() {
		if g.name == "page" {
			want = append(want, namesOf(g.keys)...)
		}
	}
	if got := namesOf(new(Manifest).pageKeys()); !slices.Equal(got, want) {
		t.Errorf("a book has %v, a theme with the size %v", got, want)
	}
}
