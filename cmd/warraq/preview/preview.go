// Package preview shows a book while it is written: a server on this machine alone, whose
// pages are drawn again as its files change. It opens no connection, and serves
// nothing but the book's pages and its own files.
package preview

import (
	"context"
	"errors"
	"net"
	"net/http"
	"runtime"
	"runtime/debug"
	"sync"
	"time"

	"warraq"
)

// State is what came of reading and laying out the manuscript once.
type State struct {
	View     *warraq.View // nil where the book cannot be made
	Errors   []warraq.Problem
	Problems []warraq.Problem
	EPUB     func() ([]byte, error) // made when it is asked for
}

// Options are what a preview needs.
type Options struct {
	// Build makes the book of the manuscript as it is now; it is never called twice at
	// once. What it can keep from call to call is its own affair.
	Build func() State
	// Dir is the folder of the manuscript, "" for one in the program, whose files have no
	// place.
	Dir string
	// Watch are folders, with those in them, and files, at whose changes the book is made
	// again.
	Watch []string
	// Open opens an editor at a line of a file; nil where none is named.
	Open func(file string, line int) error
	// Tell is told how long each build took.
	Tell func(time.Duration)
}

// Server is a preview at work.
type Server struct {
	opt  Options
	hub  hub
	torn int // states that were not shown since one was

	mu    sync.Mutex
	first chan struct{} // closed when there is a state
	book  book          // as it stands
}

// New begins a preview. Nothing is built before it runs.
func New(opt Options) *Server {
	return &Server{opt: opt, first: make(chan struct{})}
}

// Listen takes a port of this machine that nothing else has; 0 is any.
func Listen(port int) (net.Listener, error) {
	return net.ListenTCP("tcp4", &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: port})
}

// Run serves until ctx is done, and builds whenever a file has changed.
func (s *Server) Run(ctx context.Context, l net.Listener) error {
	watched, err := watch(ctx, s.opt.Watch)
	if err != nil {
		l.Close()
		return err
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	server := &http.Server{Handler: s.Handler(l.Addr().String()), ReadHeaderTimeout: 10 * time.Second,
		BaseContext: func(net.Listener) context.Context { return ctx }}
	var work sync.WaitGroup
	work.Go(func() { s.follow(watched) })
	work.Go(func() {
		<-ctx.Done()
		server.Close()
	})
	err = server.Serve(l)
	cancel()
	work.Wait()
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

// rest is how long nothing has changed when what earlier states took is given back: the
// collector then runs while nobody waits for a page.
const rest = 250 * time.Millisecond

// follow makes the book, and again at each change.
func (s *Server) follow(watched *watcher) {
	s.rebuild(watched)
	const late = 100 // percent by which the heap may grow at least while somebody waits
	idle := time.After(rest)
	for {
		select {
		case _, open := <-watched.changes:
			if !open {
				return
			}
			usual := debug.SetGCPercent(late)
			debug.SetGCPercent(max(usual, late))
			s.rebuild(watched)
			debug.SetGCPercent(usual)
			idle = time.After(rest)
		case <-idle:
			runtime.GC()
		}
	}
}

// mostTorn is how many states in a row are not shown because files changed meanwhile:
// who never rests sees something too.
const mostTorn = 2

// rebuild makes the book again, and tells those who look at it. What was read while files
// were being written may be half a book, and is not shown: the change that came meanwhile
// is yet to be told of, and the whole is made then.
func (s *Server) rebuild(watched *watcher) {
	start, seen := time.Now(), watched.seen.Load()
	state := s.opt.Build()
	if s.torn < mostTorn && watched.seen.Load() != seen {
		s.torn++
		return
	}
	s.torn = 0
	s.mu.Lock()
	event, first := s.book.take(state, start), s.book.version == 1
	s.mu.Unlock()
	s.hub.send("book", event)
	if first {
		close(s.first)
	}
	if s.opt.Tell != nil {
		s.opt.Tell(time.Since(start))
	}
}

// now is the book as it stands, once there is one.
func (s *Server) now(ctx context.Context) book {
	select {
	case <-s.first:
	case <-ctx.Done():
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.book
}
