#!/bin/sh
# go-sarif 3.3.1 (Go module): Validate refuses valid logs that its own FromString reads.
#
# Expected: the least log that SARIF 2.1.0 allows (OASIS, 3.13 and 3.14: a version, a run,
# a tool with a name, results) is read and found valid; `language` and `newlineSequences`
# may be left out (3.14.7, 3.14.18).
# Seen: Validate looks not at the log but at what the library writes of its own types,
# which has an empty language and an empty list of newline sequences where the log had
# none, and an empty `$schema`: things that the schema forbids. A test of one's logs that leans on it fails
# for logs that are right, or is turned off.
set -eu
. "$(dirname "$0")/lib/sh.sh"

cat >main.go <<'EOF'
package main

import (
	"fmt"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
)

const log = `{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"t"}},"results":[{"message":{"text":"m"}}]}]}`

func main() {
	r, err := sarif.FromString(log)
	fmt.Println("read:", err)
	fmt.Println(r.Validate())
}
EOF
gomod github.com/owenrumney/go-sarif/v3@v3.3.1
go run . 2>&1 | sed 's/validation failed: //; s/[][]//g; s/^ *//; /^$/d' | sort | seen '$schema: Does not match format '"'uri'"'
read: <nil>
runs.0.language: Does not match pattern '"'^a-zA-Z{2}(-a-zA-Z{2})?\$'"'
runs.0.newlineSequences: Array must have at least 1 items
runs.0.tool.driver.language: Does not match pattern '"'^a-zA-Z{2}(-a-zA-Z{2})?\$'"
