package server

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	client "github.com/mdwire/mdwire/templates/client"
)

// synthetic returns n routes of the documented kinds that ServeMux supports.
func synthetic(n int) []string {
	forms := []string{
		"GET /%[1]s", "POST /%[1]s", "GET /%[1]s/{a}", "PATCH /%[1]s/{a}", "DELETE /%[1]s/{a}",
		"GET /%[1]s/{a}/assignments", "POST /%[1]s/{a}/assign", "GET /%[1]s/{a}/assignments/{b}",
		"GET /users/{a}/%[1]s/{b}", "POST /users/{a}/%[1]s/{b}/move", "GET /users/{a}/%[1]s/{b}/attachments/{c}/$value",
		"GET /deviceManagement/%[1]s/{a}", "GET /deviceManagement/%[1]s/{a}/userStatuses/{b}",
		"POST /deviceManagement/%[1]s/{a}/microsoft.graph.assign", "GET /groups/{a}/sites/{b}/%[1]s",
	}
	lines := make([]string, n)
	for i := range lines {
		lines[i] = fmt.Sprintf(forms[i%len(forms)], fmt.Sprintf("resource%dItems", i/len(forms)))
	}
	return lines
}

// requests returns requests for routes spread over lines.
func requests(t testing.TB, lines []string) []*http.Request {
	var reqs []*http.Request
	for i := range 64 {
		method, path, _ := strings.Cut(lines[i*7919%len(lines)], " ")
		path = placeholder.ReplaceAllString(path, "AAMkAGI2TGuLAAA=")
		reqs = append(reqs, sent(t, method, path))
	}
	return reqs
}

func newMux(lines []string) *http.ServeMux {
	mux := http.NewServeMux()
	for _, line := range lines {
		mux.HandleFunc(line, func(http.ResponseWriter, *http.Request) {})
	}
	return mux
}

var sizes = []int{10, 1_000, 9_000}

func BenchmarkMatch(b *testing.B) {
	for _, n := range sizes {
		lines := synthetic(n)
		rt, reqs := table(lines...), requests(b, lines)
		b.Run(fmt.Sprintf("trie/%d", n), func(b *testing.B) {
			b.ReportAllocs()
			var m match
			i := 0
			for b.Loop() {
				if _, err := rt.find(&m, reqs[i%len(reqs)]); err != nil {
					b.Fatal(err)
				}
				i++
			}
		})
		mux := newMux(lines)
		b.Run(fmt.Sprintf("ServeMux/%d", n), func(b *testing.B) {
			b.ReportAllocs()
			i := 0
			for b.Loop() {
				if _, pattern := mux.Handler(reqs[i%len(reqs)]); pattern == "" {
					b.Fatal(reqs[i%len(reqs)].URL)
				}
				i++
			}
		})
	}
}

func BenchmarkMatchCorpus(b *testing.B) {
	lines := documentedRoutes(b, corpus(b))
	rt := table(lines...)
	var reqs []*http.Request
	for i := 0; i < len(lines); i += 97 {
		method, target, _ := writings[0].request(lines[i])
		reqs = append(reqs, sent(b, method, target))
	}
	b.ReportAllocs()
	var m match
	i := 0
	for b.Loop() {
		rt.find(&m, reqs[i%len(reqs)])
		i++
	}
}

func BenchmarkNew(b *testing.B) {
	for _, n := range sizes {
		lines := synthetic(n)
		var operations []operation
		for _, line := range lines {
			method, template, _ := strings.Cut(line, " ")
			operations = append(operations, operation{op: &client.OperationInfo{Routes: []client.RouteInfo{{Method: method, Template: template}}}})
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				newRouter(operations, nil)
			}
		})
	}
}

// TestMatchCost checks that matching does not allocate and takes at most half the
// time of ServeMux. It compares the fastest of several runs, which depends little
// on the load of the machine.
func TestMatchCost(t *testing.T) {
	lines := synthetic(1_000)
	rt, mux, reqs := table(lines...), newMux(lines), requests(t, lines)
	var m match
	find := func() {
		for _, r := range reqs {
			rt.find(&m, r)
		}
	}
	if n := testing.AllocsPerRun(10, find); n > 0 {
		t.Errorf("%v allocations for %d requests, want none", n, len(reqs))
	}
	if testing.Short() || raceEnabled {
		t.Skip("times are not compared in short mode or with the race detector")
	}
	ours := fastest(find)
	theirs := fastest(func() {
		for _, r := range reqs {
			mux.Handler(r)
		}
	})
	t.Logf("%v, ServeMux %v for %d requests", ours, theirs, len(reqs))
	if ours > theirs/2 {
		t.Errorf("took %v, want at most half the time of ServeMux, %v", ours, theirs)
	}
}

func fastest(f func()) time.Duration {
	best := time.Hour
	for range 50 {
		start := time.Now()
		for range 10 {
			f()
		}
		best = min(best, time.Since(start))
	}
	return best
}

// TestHostilePath checks that the time to match is limited for paths that match
// almost completely in many ways.
func TestHostilePath(t *testing.T) {
	rt := table("GET /d/{a}:/{b}:/{c}:/{d}:/content", "GET /x/root:/{p}:/y", "GET /a({x})/{y}", "GET /{a}/{b}/{c}/{d}/{e}/f")
	for _, path := range []string{
		"/d" + strings.Repeat("/a:", maxPath/3-2), "/x/root:" + strings.Repeat("/a:", maxPath/3-10),
		"/a(" + strings.Repeat("'',", maxPath/3-10) + ")/x", "/" + strings.Repeat("(", maxPath-10) + ")",
	} {
		r := &http.Request{Method: "GET", URL: &url.URL{Path: path, RawPath: path}}
		start := time.Now()
		var m match
		rt.find(&m, r)
		if d := time.Since(start); d > time.Second {
			t.Errorf("%.20s… took %v, want at most 1s", path, d)
		}
	}
}
