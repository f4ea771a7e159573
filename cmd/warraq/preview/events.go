package preview

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"sync"
	"time"
)

// hub sends what happens to all who listen (HTML, 9.2: server-sent events).
type hub struct {
	mu        sync.Mutex
	listeners map[chan []byte]bool
}

// mostWaiting is how many events wait for one who listens; who is slower than that is
// let go, comes again and asks for the whole.
const mostWaiting = 32

// send sends an event.
func (h *hub) send(name string, what any) {
	message := bytes.NewBufferString("event: " + name + "\ndata: ")
	enc := json.NewEncoder(message) // which ends with a line feed
	enc.SetEscapeHTML(false)        // pages are nearly all brackets
	if enc.Encode(what) != nil {
		return
	}
	message.WriteByte('\n')
	h.mu.Lock()
	defer h.mu.Unlock()
	for l := range h.listeners {
		select {
		case l <- message.Bytes():
		default:
			delete(h.listeners, l)
			close(l)
		}
	}
}

// join begins to listen.
func (h *hub) join() chan []byte {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.listeners == nil {
		h.listeners = make(map[chan []byte]bool)
	}
	l := make(chan []byte, mostWaiting)
	h.listeners[l] = true
	return l
}

// leave ends that.
func (h *hub) leave(l chan []byte) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.listeners, l)
}

// beat is how often a sign of life is sent, so that who has gone is noticed.
const beat = 20 * time.Second

// events sends events to one who listens, the version of the book first: who has
// another asks for the whole.
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	flusher, ok := w.(http.Flusher)
	if !ok {
		http.Error(w, "no events here", http.StatusNotImplemented)
		return
	}
	l := s.hub.join()
	defer s.hub.leave(l)
	w.Header().Set("Content-Type", "text/event-stream")
	b := s.now(r.Context())
	fmt.Fprintf(w, "retry: 1000\nevent: version\ndata: %d\n\n", b.version)
	flusher.Flush()
	tick := time.NewTicker(beat)
	defer tick.Stop()
	for {
		select {
		case <-r.Context().Done():
			return
		case <-tick.C:
			fmt.Fprint(w, ": \n\n")
		case message, open := <-l:
			if !open {
				return
			}
			w.Write(message)
		}
		flusher.Flush()
	}
}
