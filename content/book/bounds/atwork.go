package bounds

import (
	"context"

	"golang.org/x/sync/semaphore"
)

// mostAtWork is how many pixels are decoded side by side, and one picture by itself if it
// has more.
const mostAtWork = 50_000_000

// AtWork keeps what pictures take while they are decoded side by side within bounds.
type AtWork struct{ pixels *semaphore.Weighted }

// NewAtWork has nothing at work yet.
func NewAtWork() AtWork { return AtWork{semaphore.NewWeighted(mostAtWork)} }

// Do decodes a picture that has so many pixels in memory meanwhile, once there is room.
func (w AtWork) Do(pixels int64, decode func()) {
	n := min(pixels, mostAtWork)
	_ = w.pixels.Acquire(context.Background(), n) // which nobody ends
	defer w.pixels.Release(n)
	decode()
}
