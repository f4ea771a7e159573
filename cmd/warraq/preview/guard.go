package preview

import (
	"net"
	"net/http"
)

// policy is what a page of ours may load: its own files, and nothing from elsewhere.
// An editor may show it in a pane.
const policy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'; connect-src 'self'; " +
	"font-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self' vscode-webview:"

// guard lets through what this machine asks of this server. A page from elsewhere that
// a browser has open is refused: by its Origin, by what the browser says of whence it
// comes, and, where it gave its own name to this address, by the Host.
func guard(address string, next http.Handler) http.Handler {
	_, port, _ := net.SplitHostPort(address)
	hosts := map[string]bool{"127.0.0.1:" + port: true, "localhost:" + port: true}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		origin, site := r.Header.Get("Origin"), r.Header.Get("Sec-Fetch-Site")
		switch {
		case !hosts[r.Host]:
			http.Error(w, "this is no host of the preview", http.StatusMisdirectedRequest)
		case origin != "" && origin != "http://"+r.Host:
			http.Error(w, "the preview answers its own pages alone", http.StatusForbidden)
		case (site == "cross-site" || site == "same-site") && r.URL.Path != "/":
			http.Error(w, "the preview answers its own pages alone", http.StatusForbidden)
		default:
			next.ServeHTTP(w, r)
		}
	})
}
