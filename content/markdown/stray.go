package markdown

import "regexp"

// stray is a mark that came to nothing. Where the form has a group, that is what
// is told of.
type stray struct {
	needs string // bytes without which there is none
	form  *regexp.Regexp
	slip  slip
	meant func(piece string) (hint string) // "": it is none
}

// strays are looked for in this order; what one has taken no other takes.
var strays = []stray{
	{"{%", regexp.MustCompile(`\{%[^\n]*?%\}`), slip{kind: "a tag of another program, printed as typed",
		hint: "delete it, or write a box: `::: note` above and `:::` below"}, nil},
	{"{\x04", regexp.MustCompile(`\{\x04\}`), slip{kind: "a field in two pairs of braces", hint: "one pair is enough: {date}"}, nil},
	{"{}", regexp.MustCompile(`\{\{[^\n{}]*\}\}`), slip{kind: "a variable of another program, printed as typed",
		hint: "write the text itself, or a field such as {date}"}, nil},
	{"$", regexp.MustCompile(`(?s)\$\$[^$\x00]+\$\$`), formulaSlip, nil},
	{"$", regexp.MustCompile(`\$[A-Za-z\\(][^$\n\x00-\x04\p{Arabic}]*[\\^_={}+/<>-][^$\n\x00-\x04\p{Arabic}]*\$`), formulaSlip, nil},
	{"$", regexp.MustCompile(`\$[^\s$\d\x00-\x04][^$\n\x00-\x04]*[\\^{}][^$\n\x00-\x04]*\$`), formulaSlip, nil},
	{"$", regexp.MustCompile(`\$\$|\$(?:[\pL\d\\(][^\s$\x00-\x04]*(?:[\\^{}=+]|_[\d{])[^\s$\x00-\x04]*|\\[a-z]+)`), slip{kind: "a $ without its partner, printed as typed",
		hint: "put one at either end of the formula, or a backslash before a sign that is meant"}, nil},
	{"\\", regexp.MustCompile(`(?:^|[\s(«"\p{Arabic}])(\\(?:newpage|pagebreak|clearpage|noindent|textbf|textit|emph|underline|footnote|cite[a-z]*|ref|pageref|label|index|section|subsection|chapter|begin|end|item|includegraphics|ldots|dots|quad|hspace|vspace|par)\b(?:\{[^}\n]*\})?)`),
		slip{kind: "a command of TeX, printed as typed", hint: "write it in Markdown, or between backticks if its readers are to see it"}, nil},
	{"[]", regexp.MustCompile(`!?\[\[[^\[\]\n]+\]\]`), slip{kind: "a link in double brackets, printed as typed",
		hint: "write [text](file.md), or {ref: heading} for its name or number"}, nil},
	{"[]@", regexp.MustCompile(`\[[^\[\]\n@]{0,30}-?@[A-Za-z][^\[\]\n]*\]`), slip{kind: "a citation key, printed as typed",
		hint: "write the source in a note, ^[Author, Title, page], and the list of sources in a chapter of class {.sources}"}, nil},
	{":", regexp.MustCompile(`(?:^|[\s\p{Arabic}،.()«»!؟])(:[a-z][a-z0-9_+-]+:)(?:$|[\s\p{Arabic}،.()«»!؟])`), slip{kind: "a name of an emoji, printed as typed",
		hint: "write the sign itself, or leave it out"}, nil},
	{"[^", regexp.MustCompile(`\[\^[^\[\]\n]+\]`), slip{kind: "the name of a note with a space in it, which calls none",
		hint: "write its name without a space, [^name], or the note in its place, ^[text]"}, nil},
	{"^[", regexp.MustCompile(`\^\[[^\[\]\n]+(?:\n|$)`), slip{kind: "a note in its place that nothing closes", hint: "end it with ]"}, nil},
	{"[](", regexp.MustCompile(`! ?\[[^\[\]\n]*\] ?\([^()\n]*\.(?:png|jpe?g|gif|webp|svg|PNG|JPE?G)[^()\n]*\)`), slip{kind: "an image with a space in its marks",
		hint: "write ![description](file.png), no space behind ! and ], and < > around a name with spaces"}, nil},
	{"[](", regexp.MustCompile(`\[[^\[\]\n]+\] \((?:https?://|www\.|mailto:|#|[^()\n]*\.(?:md|html?)[)#])[^()\n]*\)`), slip{kind: "a link with a space between ] and (",
		hint: "write [text](address)"}, nil},
	{"[](", regexp.MustCompile(`(?m)\[[^\[\]\n]+\]\((?:https?://|www\.|mailto:|#|[\w./-]+\.(?:md|html?|png|jpe?g|svg)\b)[^()\n]*$`), slip{kind: "a link that nothing closes",
		hint: "write ) right behind the address"}, nil},
	{"[](", regexp.MustCompile(`\[[^\[\]\n]+\]\([^()\n]* [^()\n]*\)`), slip{kind: "an address with a space in it, which makes no link",
		hint: "write [text](<address with spaces>), or %20 for each space"}, nil},
	{"[](", regexp.MustCompile(`\([^()\n]+\)\[(?:https?://|www\.)[^\[\]\n]+\]`), slip{kind: "a link whose brackets are the wrong way about",
		hint: "write [text](address)"}, nil},
	{"[]", regexp.MustCompile(`\[[^\[\]\n\x00-\x04]*\pL[^\[\]\n\x00-\x04]*\]\[[^\[\]\n\x00-\x04]*\]`), slip{kind: "a link whose address is defined nowhere",
		hint: "write [text](address), or a line `[name]: address`"}, nil},
	{"]{", regexp.MustCompile(`\] \{(?:[.#][\pL]|[a-z-]+=)[^{}\n]*\}`), slip{kind: "a space between a bracket and its braces",
		hint: "write [text]{.class}"}, nil},
	{"]{", regexp.MustCompile(`\]\{[^{}\n]*\}?`), slip{kind: "braces behind a bracket that are no attributes",
		hint: "write .class, #name or key=value in them, such as [texte]{lang=fr}"}, nil},
	{"{=}", regexp.MustCompile(`\x00(\{=[A-Za-z0-9+]+\})`), slip{kind: "code that is meant for another format, printed as typed",
		hint: "delete it, or the braces where its readers are to see the code"}, nil},
	{"{}", regexp.MustCompile(`[\x00\x02](\{ *[.#:]?[A-Za-z][^{}\n]*\})`), slip{kind: "attributes that belong to nothing, printed as typed",
		hint: "put them in a line of their own above the block, or right behind [words in brackets]"}, nil},
	{"{}", regexp.MustCompile(`\{ *(?:[.#]\pL[^{}\n]*|(?:lang|dir|width|height|key|see|sort|abbr|class|id)=[^{}\n]*)\}`), slip{kind: "attributes that belong to nothing, printed as typed",
		hint: "put them in a line of their own above the block, or right behind [words in brackets]"}, nil},
	{"{", regexp.MustCompile(`(?m)(?:^|\s)(\{ *[.#]\pL[^{}\n]*)$`), slip{kind: "attributes that nothing closes, printed as typed", hint: "end them with }"}, nil},
	{"{}", regexp.MustCompile(`\{ *[A-Za-z]{2,9} *[:} ][^{}\n]*\}?`), slip{kind: "braces that are no field, printed as typed"}, meantField},
	{"{}", regexp.MustCompile(`(?m)^\{[A-Za-z][A-Za-z -]*\}$`), slip{kind: "a word in braces that is no attribute", hint: "write a class with a full stop before it: {.grid}"}, nil},
	{"[]#", regexp.MustCompile(`(?m)[^\S\n](\[#[\w-]+\])$`), slip{kind: "an anchor of another program, printed as typed", hint: "write {#name} in its place"}, nil},
	{"&;", regexp.MustCompile(`&[A-Za-z]{3,12};`), slip{kind: "a character that HTML does not know by this name, printed as typed"}, meantEntity},
	{"&", regexp.MustCompile(`(&(?:nbsp|amp|lt|gt|quot|hellip|mdash|ndash|laquo|raquo|zwnj|lrm|rlm))(?:[\s\p{Arabic}.,،]|$)`), slip{kind: "a named character that nothing closes, printed as typed",
		hint: "end it with ;"}, nil},
	{"{}", regexp.MustCompile(`(?m)[^\S\n](\{[A-Za-z][A-Za-z-]*\})$`), slip{kind: "a word in braces at the end of a line, printed as typed", hint: "write a class with a full stop before it, such as {.grid}; write \\{ where braces are meant", mild: true}, nil},
	{"{:}", regexp.MustCompile(`\{: *[^{}\n]*\}`), slip{kind: "attributes of another program, printed as typed",
		hint: "write them without the colon, in a line of their own above the block: {.grid}"}, nil},
	{"{=}", regexp.MustCompile(`\{[A-Za-z][A-Za-z-]*=(?:"[^"\n]*"|'[^'\n]*'|[^{}\s"']+)(?: +[.#A-Za-z][^{}\n]*)?\}`), slip{kind: "attributes that belong to nothing, printed as typed",
		hint: "put them in a line of their own above the block, or right behind [words in brackets]; write \\{ where braces are meant", mild: true}, nil},
	{":/", regexp.MustCompile(`\bhttps?://[^\s\x00-\x04<>()«»،]+`), slip{kind: "an address that is no link", hint: "write it between < and >", mild: true}, nil},
	{"*", regexp.MustCompile(`\*\*[ \t]+[^*\n\x00-\x04]{1,80}\*\*|\*\*[^*\n\x00-\x04]{1,80}[ \t]\*\*`), slip{kind: "stars with a space inside them, which make nothing bold",
		hint: "write **words** without a space behind the first stars and before the last"}, nil},
	{"*", regexp.MustCompile(`[^\s\d*](\*\*+)|(\*\*+)[^\s\d*]`), slip{kind: "stars that came to nothing, printed as typed",
		hint: "put ** right before and right behind the words that are bold, or a backslash before stars that are meant"}, nil},
	{"*", regexp.MustCompile(`(?:^|[\s(«])(\* [^*\n\x00-\x04\d=_+()[\]{}]{0,60}\pL\pL[^*\n\x00-\x04\d=_+()[\]{}]{0,60} \*)(?:[\s.,،؛:!؟)»]|$)`), slip{kind: "stars with a space inside them, which mark nothing",
		hint: "write *words*"}, nil},
	{"*", regexp.MustCompile(`(?:^|[\s(«])[وفبلك]?(\*)[\p{Arabic}«]`), slip{kind: "a star that came to nothing, printed as typed",
		hint: "put one at either end of the words, a blank behind it for a list, or a backslash before it"}, nil},
	{"_", regexp.MustCompile(`__ [^_\n\x00-\x04]{0,60}\pL\pL[^_\n\x00-\x04]{0,60} __`), slip{kind: "underscores with a space inside them, which make nothing bold",
		hint: "write **words**"}, nil},
	{"_", regexp.MustCompile(`(?:^|[\s(«])[وفبلك](__?[^_\s\x00-\x04][^_\n\x00-\x04]{0,60}__?)(?:[\s.،؛:!؟)»]|$)`), slip{kind: "underscores behind a letter, which mark nothing",
		hint: "write stars: و*كلمة*"}, nil},
	{"_", regexp.MustCompile(`(?:^|[\s(«])[وفبلك]?(__?)[\p{Arabic}«]`), slip{kind: "underscores that came to nothing, printed as typed",
		hint: "write stars at either end of the words, or a backslash before underscores that are meant"}, nil},
	{"=", regexp.MustCompile(`(?:^|\s)(== [^=\n]{1,60} ==)(?:[\s.،؛:!؟]|$)`), slip{kind: "== with a space inside, which mark nothing", hint: "write ==words=="}, nil},
	{"~", regexp.MustCompile(`(?:^|\s)(~~ [^~\n]{1,60} ~~)(?:[\s.،؛:!؟]|$)`), slip{kind: "~~ with a space inside, which strike nothing", hint: "write ~~words~~"}, nil},
	{"=", regexp.MustCompile(`(==)\p{Arabic}|\p{Arabic}==`), slip{kind: "== that came to nothing, printed as typed", hint: "put == at either end of the words"}, nil},
	{"~", regexp.MustCompile(`(~~)[^\s~]|[^\s~]~~`), slip{kind: "~~ that came to nothing, printed as typed", hint: "put ~~ at either end of the words"}, nil},
	{"`'", regexp.MustCompile("``[^`'\n\x00]+''"), slip{kind: "quotation marks of TeX, printed as typed", hint: "write « and »"}, nil},
	{"`", regexp.MustCompile("(`+)\\p{Arabic}|\\p{Arabic}`+"), tickSlip, nil},
	{"`", regexp.MustCompile("`+"), slip{kind: tickSlip.kind, hint: tickSlip.hint, mild: true}, nil}, // it may be a letter: `Abd
}

var tickSlip = slip{kind: "a backtick without its partner", hint: "put one at either end of the code, or a backslash before it"}

var formulaSlip = slip{kind: "a formula of TeX, printed as typed",
	hint: "write it with x^2^ and H~2~O, as an image, or between backticks"}
