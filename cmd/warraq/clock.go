package main

import (
	"fmt"
	"os"
	"strconv"
	"time"
)

// epoch is the date that goes into the files in place of the manuscript's: that of
// SOURCE_DATE_EPOCH where it is set. The present time never enters a book, so that
// the same manuscript gives the same bytes on any day.
func epoch() (time.Time, error) {
	if epoch := os.Getenv("SOURCE_DATE_EPOCH"); epoch != "" {
		return parseEpoch(epoch)
	}
	return time.Time{}, nil
}

// parseEpoch reads SOURCE_DATE_EPOCH: seconds since 1970 in decimal, within
// the years that PDF and EPUB can write.
func parseEpoch(s string) (time.Time, error) {
	n, err := strconv.ParseInt(s, 10, 64)
	t := time.Unix(n, 0).UTC()
	if err != nil || n < 0 || t.Year() > 9999 {
		return time.Time{}, &usageError{
			fmt.Errorf("SOURCE_DATE_EPOCH is %q, not a number of seconds since 1970", s),
			"unset it, or set it as in SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)",
		}
	}
	return t, nil
}
