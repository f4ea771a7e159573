#!/bin/sh
# goldmark 1.8.7: an item that opens with a link named x is a ticked task.
#
# Expected: by the GFM specification (5.3) a task's mark is followed by white space, and
# micromark-extension-gfm-task-list-item keeps to that.
# Seen: the extension TaskList takes [x] off the link [x](address): the box is ticked, the
# address is printed between brackets, the link is gone. So lists of letters or variables
# (x, X) that link to their explanations, as glossaries of mathematics have, lose those two.
set -eu
. "$(dirname "$0")/lib/sh.sh"
cat >main.go <<'G'
package main

import (
	"os"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
)

func main() {
	md := goldmark.New(goldmark.WithExtensions(extension.TaskList))
	md.Convert([]byte("- [x](x.html)\n- [y](y.html)\n"), os.Stdout)
}
G
gomod github.com/yuin/goldmark@v1.8.7
npms micromark@4.0.2 micromark-extension-gfm-task-list-item@2.1.0
cat >gfm.mjs <<'J'
import { micromark } from 'micromark'
import { gfmTaskListItem, gfmTaskListItemHtml } from 'micromark-extension-gfm-task-list-item'
console.log(micromark('- [x](x.html)\n- [y](y.html)\n', { extensions: [gfmTaskListItem()], htmlExtensions: [gfmTaskListItemHtml()] }))
J
{
	go run .
	node gfm.mjs
} | seen '<ul>
<li><input checked="" disabled="" type="checkbox"> (x.html)</li>
<li><a href="y.html">y</a></li>
</ul>
<ul>
<li><a href="x.html">x</a></li>
<li><a href="y.html">y</a></li>
</ul>
'
