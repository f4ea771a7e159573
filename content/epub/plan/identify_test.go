package plan

import (
	"testing"
	"time"
)

func TestModified(t *testing.T) {
	for _, c := range []struct {
		date time.Time
		own  string
		want string
	}{
		{time.Date(2024, 1, 2, 3, 4, 5, 6, time.FixedZone("", 3600)), "1999", "2024-01-02T02:04:05Z"},
		{time.Time{}, "2023-05", "2023-05-01T00:00:00Z"},
		{time.Time{}, "", "1980-01-01T00:00:00Z"},
		{time.Time{}, "قريبًا", "1980-01-01T00:00:00Z"},
	} {
		if got := modified(c.date, c.own); got != c.want {
			t.Errorf("%v %q: %s", c.date, c.own, got)
		}
	}
}
