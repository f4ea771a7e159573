package lsp

// What follows are the parts of LSP 3.17 that the server speaks, by its names.

type position struct {
	Line      int `json:"line"`      // from 0
	Character int `json:"character"` // in UTF-16 units
}

type span struct {
	Start position `json:"start"`
	End   position `json:"end"`
}

type location struct {
	URI   string `json:"uri"`
	Range span   `json:"range"`
}

type document struct {
	URI     string `json:"uri"`
	Text    string `json:"text"`
	Version int    `json:"version"`
}

// at is what most requests ask of: a place in a document.
type at struct {
	Document document `json:"textDocument"`
	Position position `json:"position"`
}

type initializing struct {
	Root    string   `json:"rootUri"`
	Folders []folder `json:"workspaceFolders"`
	Locale  string   `json:"locale"` // of the editor, "fr"
}

type folder struct {
	URI string `json:"uri"`
}

type changed struct {
	Document document `json:"textDocument"`
	Changes  []change `json:"contentChanges"`
}

// change is new text for a range, or for the whole document where there is none.
type change struct {
	Range *span  `json:"range"`
	Text  string `json:"text"`
}

type opened struct {
	Document document `json:"textDocument"`
}

type renaming struct {
	at
	Name string `json:"newName"`
}

type referring struct {
	at
	Context struct {
		Declaration bool `json:"includeDeclaration"`
	} `json:"context"`
}

type edit struct {
	Range span   `json:"range"`
	Text  string `json:"newText"`
}

type workspaceEdit struct {
	Changes map[string][]edit `json:"changes"`
}

// Severities of a diagnostic.
const (
	isError = 1 + iota
	isWarning
	isInformation
)

type diagnostic struct {
	Range    span   `json:"range"`
	Severity int    `json:"severity"`
	Code     string `json:"code,omitempty"`
	Source   string `json:"source"`
	Message  string `json:"message"`
}

type diagnostics struct {
	URI  string       `json:"uri"`
	List []diagnostic `json:"diagnostics"`
}

// Kinds of items of a completion.
const (
	itemClass     = 7
	itemProperty  = 10
	itemValue     = 12
	itemKeyword   = 14
	itemReference = 18
)

type item struct {
	Label  string `json:"label"`
	Kind   int    `json:"kind"`
	Detail string `json:"detail,omitempty"`
	Says   string `json:"documentation,omitempty"`
	Edit   *edit  `json:"textEdit,omitempty"`
}

type markup struct {
	Kind  string `json:"kind"`
	Value string `json:"value"`
}

type hover struct {
	Contents markup `json:"contents"`
	Range    span   `json:"range"`
}

// symbolString is LSP's kind of a heading.
const symbolString = 15

type symbol struct {
	Name      string    `json:"name"`
	Kind      int       `json:"kind"`
	Range     span      `json:"range"`
	Selection span      `json:"selectionRange"`
	Children  []*symbol `json:"children,omitempty"`
}

type fold struct {
	From int    `json:"startLine"`
	To   int    `json:"endLine"`
	Kind string `json:"kind,omitempty"`
}

// abilities are what the server can do, as an editor asks for them.
var abilities = map[string]any{
	"positionEncoding":           "utf-16",
	"textDocumentSync":           map[string]any{"openClose": true, "change": 2, "save": true},
	"completionProvider":         map[string]any{"triggerCharacters": []string{"{", ":", "#", "^", ".", " "}},
	"hoverProvider":              true,
	"definitionProvider":         true,
	"referencesProvider":         true,
	"renameProvider":             map[string]any{"prepareProvider": true},
	"documentSymbolProvider":     true,
	"foldingRangeProvider":       true,
	"documentFormattingProvider": true,
}
