package message

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/specs"
)

func TestKindOf(t *testing.T) {
	for _, tt := range []struct {
		text string
		want Kind
	}{
		{"GET /books", Request},
		{"\n\n  DELETE https://api.example.com/books/1", Request},
		{"+GET /books", Request},
		{"get /books", Request},
		{"DELETE/books", Request},
		{"POST ** no such path **", Request},
		{"GET /books\nGET /authors", Request},
		{"HTTP/1.1 200 OK", Response},
		{"http/1.1 200 ok", Response},
		{"HTTP 201 Created", Response},
		{"HTTP code: 200 OK", Response},
		{"404 Not Found", Response},
		{"HTTP/1.1 OK", Response},
		{"{\n}", JSON},
		{"[1, 2", JSON},
		{"\"name\": {}", JSON},
		{"", Other},
		{"Get the book", Other},
		{"https://api.example.com/books", Other},
		{"Prefer: x", Other},
		{"\"a string\"", Other},
		{"200 books, each of 300 pages", Other},
		{"1234", Other},
	} {
		if got := KindOf(tt.text); got != tt.want {
			t.Errorf("KindOf(%q) = %d; want %d", tt.text, got, tt.want)
		}
	}
}

// outline prints the main parts of a message, with the texts of its faults.
func outline(text string, m Message) string {
	var b strings.Builder
	switch m.Kind {
	case Request:
		fmt.Fprintf(&b, "%s %s", m.Method, m.URL)
	case Response:
		fmt.Fprintf(&b, "%d %s", m.Status, m.Reason)
	}
	for _, h := range m.Headers {
		fmt.Fprintf(&b, " | %s=%s", h.Name, h.Value)
	}
	fmt.Fprintf(&b, " | %s %q", m.BodyKind, m.Body)
	for _, f := range m.Faults {
		fmt.Fprintf(&b, " ! %s %q", f.Kind, text[f.Start:f.End])
	}
	return b.String()
}

func TestParse(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string
	}{
		// good
		{"GET /books", []string{`GET /books | none ""`}},
		{"GET /books HTTP/1.1\nHost: x", []string{`GET /books | Host=x | none ""`}},
		{"GET /books?$filter=name eq 'a b'  \n", []string{`GET /books?$filter=name eq 'a b' | none ""`}},
		{
			"POST https://api.example.com/books\ncontent-type:  application/json \n\n{\n  \"a\": 1\n}\n\n",
			[]string{`POST https://api.example.com/books | content-type=application/json | json "{\n  \"a\": 1\n}"`},
		},
		{"POST /b\r\nA: b\r\n\r\nx\r\ny\r\n", []string{`POST /b | A=b | text "x\ny"`}},
		{"HTTP/1.1 204 No Content\nX-Empty:", []string{`204 No Content | X-Empty= | none ""`}},
		{"HTTP/1.1 200 OK\nContent-Type: text/plain\n\n42", []string{`200 OK | Content-Type=text/plain | text "42"`}},
		{"\n{\"a\": 1}\n", []string{` | json "{\"a\": 1}"`}},
		{"", []string{` | none ""`}},
		{
			"POST /batch\nContent-Type: multipart/mixed\n\n--x\n\nGET /a/b\n--x--",
			[]string{`POST /batch | Content-Type=multipart/mixed | multipart "--x\n\nGET /a/b\n--x--"`},
		},
		// bad
		{"+GET /books", []string{`GET /books | none "" ! remove the sign before the method "+GET /books"`}},
		{"get /books", []string{`GET /books | none "" ! write the method in capitals "get /books"`}},
		{"DELETE/books", []string{`DELETE /books | none "" ! add a space after the method "DELETE/books"`}},
		{"GET ", []string{`GET  | none "" ! add the URL to the request line "GET "`}},
		{
			"PATCH /books/1\n\nContent-Type: application/json\nIf-Match: x\n\n{}",
			[]string{`PATCH /books/1 | Content-Type=application/json | If-Match=x | json "{}" ! remove the blank line before the headers "\n"`},
		},
		{"PATCH /books/1\n\nNote: no header", []string{`PATCH /books/1 | text "Note: no header"`}},
		{
			"PATCH /books/1\nA: b\n{}",
			[]string{`PATCH /books/1 | A=b | json "{}" ! add a blank line before the body ""`},
		},
		{
			"GET /books?\n  $top=1\n  &$skip=2\nA: b",
			[]string{`GET /books?$top=1&$skip=2 | A=b | none "" ! write the URL on one line "/books?\n  $top=1\n  &$skip=2"`},
		},
		{
			"GET /f(ids=[\n\"x\"\n])\nA: b",
			[]string{`GET /f(ids=["x"]) | A=b | none "" ! write the URL on one line "/f(ids=[\n\"x\"\n])"`},
		},
		{
			"GET /a\nPrefer x\nB: c\nD : e",
			[]string{`GET /a | B=c | D=e | none "" ! write the header as "Name: value" "Prefer x" ! remove the space before the colon "D : "`},
		},
		{
			"GET /a/b\nX: y\n\nPOST /c/d\n\n{}\n\nHTTP/1.1 200 OK",
			[]string{
				`GET /a/b | X=y | none ""`,
				`POST /c/d | json "{}" ! put each message in its own block "POST /c/d"`,
				`200 OK | none "" ! put each message in its own block "HTTP/1.1 200 OK"`,
			},
		},
		{
			"GET /a/b\n\n### Response\n\nSome words.\n\n```http\nHTTP/1.1 200 OK\n\n{}",
			[]string{
				`GET /a/b | none "" ! remove the Markdown "### Response"`,
				`200 OK | json "{}" ! put each message in its own block "HTTP/1.1 200 OK"`,
			},
		},
		{
			"POST /a/b\nC: d\n\n```json\n{\"a\":1}\n",
			[]string{"POST /a/b | C=d | json \"{\\\"a\\\":1}\" ! remove the Markdown \"```json\""},
		},
		{
			"POST /a/b\n```json\n\n{}\n\n```json\n[]\n",
			[]string{"POST /a/b | json \"{}\" ! remove the Markdown \"```json\" ! remove the Markdown \"```json\""},
		},
		{
			"GET /a/b\n\n```http\nHTTP/1.1 200 OK\n",
			[]string{
				"GET /a/b | none \"\" ! remove the Markdown \"```http\"",
				"200 OK | none \"\" ! put each message in its own block \"HTTP/1.1 200 OK\"",
			},
		},
		{"HTTP 201 Created\nA: b", []string{`201 Created | A=b | none "" ! add the HTTP version to the status line, as in "HTTP/1.1 200 OK" "HTTP 201 Created"`}},
		{"http/1.1 200 ok", []string{`200 ok | none "" ! write HTTP in capitals "http/1.1 200 ok"`}},
		{"HTTP/1.1 200 ", []string{`200  | none "" ! add the reason to the status line, as in "HTTP/1.1 200 OK" "HTTP/1.1 200 "`}},
		{"HTTP/1.1 Fine", []string{`0 Fine | none "" ! add the status code to the status line, as in "HTTP/1.1 200 OK" "HTTP/1.1 Fine"`}},
		{"404 Not Found\n\n{}", []string{`404 Not Found | json "{}" ! add the HTTP version to the status line, as in "HTTP/1.1 200 OK" "404 Not Found"`}},
	} {
		ms := Parse(tt.text)
		var got []string
		for _, m := range ms {
			got = append(got, outline(tt.text, m))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("Parse(%q):\n%s", tt.text, diff)
		}
		checkSpans(t, tt.text, ms)
	}
}

// checkSpans checks that positions match the text.
func checkSpans(t *testing.T, text string, ms []Message) {
	t.Helper()
	at := func(s Span) string {
		if s.Start < 0 || s.End < s.Start || s.End > len(text) {
			t.Fatalf("%q: bad span %v", text, s)
		}
		return text[s.Start:s.End]
	}
	for _, m := range ms {
		at(m.At)
		for _, f := range m.Faults {
			if at(f.Span); f.Kind.String() == "" {
				t.Fatalf("%q: fault without a name", text)
			}
		}
		if m.Command { // may be escaped
			at(m.MethodAt)
			at(m.URLAt)
			at(m.BodyAt)
			for _, h := range m.Headers {
				at(h.NameAt)
				at(h.ValueAt)
			}
			continue
		}
		for _, h := range m.Headers {
			if at(h.NameAt) != h.Name || at(h.ValueAt) != h.Value {
				t.Fatalf("%q: header %v is at %q, %q", text, h, at(h.NameAt), at(h.ValueAt))
			}
		}
		if body := strings.ReplaceAll(at(m.BodyAt), "\r\n", "\n"); body != string(m.Body) {
			t.Fatalf("%q: body %q is at %q", text, m.Body, body)
		}
		if strings.ToUpper(at(m.MethodAt)) != m.Method {
			t.Fatalf("%q: method %q is at %q", text, m.Method, at(m.MethodAt))
		}
		if url := at(m.URLAt); url != m.URL && !strings.Contains(url, "\n") {
			t.Fatalf("%q: URL %q is at %q", text, m.URL, url)
		}
	}
}

func TestBodyKind(t *testing.T) {
	for _, tt := range []struct {
		contentType, body string
		want              ir.BodyKind
	}{
		{"", "", ir.NoBody},
		{"application/json", " \n", ir.NoBody},
		{"", `{"a": 1}`, ir.JSON},
		{"application/json; charset=utf-8", `"a"`, ir.JSON},
		{"application/json", `12`, ir.JSON},
		{"text/plain", `12`, ir.Text},
		{"", `{"a": 1,}`, ir.JSONInvalid},
		{"text/plain", `[1, 2`, ir.JSONInvalid},
		{"", `"a": 1`, ir.JSONInvalid},
		{"application/json", `nothing`, ir.JSONInvalid},
		{"application/json", `<html/>`, ir.Text},
		{"", "a,b\n1,2", ir.Text},
		{"application/octet-stream", "a,b", ir.Text},
		{"image/png", "iVBORw0", ir.Binary},
		{"", "Binary data of the cover", ir.Binary},
		{"", "<bytes 0-25 of the file>", ir.Binary},
		{"", "{raw bytes}", ir.Binary},
		{"application/json", "[Zip file with books]", ir.Binary},
		{"text/plain", "The file goes here.", ir.Text},
		{"multipart/form-data; boundary=x", "--x", ir.Multipart},
		{"", "--x\nContent-Disposition: form-data\n\ny\n--x--", ir.Multipart},
	} {
		if got := bodyKind(tt.contentType, tt.body, []byte(tt.body)); got != tt.want {
			t.Errorf("body %q of type %q is %s; want %s", tt.body, tt.contentType, got, tt.want)
		}
	}
}

func TestParseHostile(t *testing.T) {
	for _, unit := range []string{"GET /a/b\n", "\n", " \n", "A: b\n", "x\n", "### x\n", "```\n", "(", "?\n", "\r", "HTTP/1.1 200\n\n", "<", "'", "\\", "$A", "-d x ", "-F x ", "# x\n", "curl /a\n", "curl \r\n", "{\n", "\n  -d x"} {
		for _, head := range []string{"GET /a(\n", "GET /a\n", "HTTP/1.1 200 OK\n\n", "curl /a ", ""} {
			text := head + strings.Repeat(unit, 50_000)
			start := time.Now()
			Parse(text)
			if took := time.Since(start); took > 2*time.Second {
				t.Errorf("%q and many %q took %v", head, unit, took)
			}
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"POST https://a/b\nA: b\n\n{}", "+get /a?\n  b(\n c)\n\nContent-Type : x\n{", "HTTP 200\r\n\r\nx\r\n\r\nGET /a/b",
		"http/1.1 200 ok\n\n--x\nContent-Disposition: y", "```\n### a\nDELETE/a", "404 Not Found",
		"$ curl -XPUT \\\n -H 'A: b' \"$U/a\" -d '{}' | jq\n{}\ncurl -G a/b -d @x --data-urlencode 'a=b c'", "curl \n curl \r\n",
	} {
		f.Add(s)
	}
	files, err := fs.Glob(specs.FS, "api-reference/*/api/*.md")
	if err != nil || len(files) == 0 {
		f.Fatal("no bundled pages", err)
	}
	for _, file := range files {
		src, err := fs.ReadFile(specs.FS, file)
		if err != nil {
			f.Fatal(err)
		}
		for i, block := range strings.Split(string(src), "```") {
			if _, content, ok := strings.Cut(block, "\n"); ok && i%2 == 1 {
				f.Add(content)
			}
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		ms := Parse(text)
		if len(ms) == 0 {
			t.Fatalf("%q has no messages", text)
		}
		if k := KindOf(text); ms[0].Kind != k {
			t.Fatalf("%q is of kind %d, its first message of %d", text, k, ms[0].Kind)
		}
		checkSpans(t, text, ms)
	})
}

func TestCurl(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"get", "curl https://api.example.com/books", []string{`GET https://api.example.com/books | none ""`}},
		{"attached method, quotes", "curl -XDELETE -H \"Authorization:Token <your token>\" \"https://<tenant>.example.com/books/<id>/\"", []string{
			`DELETE https://<tenant>.example.com/books/<id>/ | Authorization=Token <your token> | none ""`,
		}},
		{"data in quotes over several lines", "curl -X POST -H 'Content-Type: application/json' \"https://h/books\" -d '{\n  \"a\": 1\n}'\n", []string{
			`POST https://h/books | Content-Type=application/json | json "{\n  \"a\": 1\n}"`,
		}},
		{"long options, continued lines", "curl --request PATCH \\\n  --url=https://h/books/1 \\\n  --header 'If-Match: \"a\"' \\\n  --data-raw '{}'", []string{
			`PATCH https://h/books/1 | If-Match="a" | json "{}"`,
		}},
		{"a line without its backslash", "curl https://h/books\n  --data '{}'\n", []string{`POST https://h/books | json "{}"`}},
		{"other continuations", "curl ^\n -X PUT `\n https://h/a -d {}", []string{`PUT https://h/a | json "{}"`}},
		{"escapes in quotes", `curl https://h/a -d "{\"a\": \"b\"}"`, []string{`POST https://h/a | json "{\"a\": \"b\"}"`}},
		{"an apostrophe", `curl https://h/a -d '{"a": "it'\''s"}'`, []string{`POST https://h/a | json "{\"a\": \"it's\"}"`}},
		{"the command on Windows", "curl.exe -X PUT https://h/a -d {}", []string{`PUT https://h/a | json "{}"`}},
		{"a form", "curl -d a=b -d 'c=d e' https://h/a", []string{`POST https://h/a | Content-Type=application/x-www-form-urlencoded | text "a=b&c=d e"`}},
		{"an encoded form", "curl --data-urlencode 'a=b c&d' https://h/a", []string{`POST https://h/a | Content-Type=application/x-www-form-urlencoded | text "a=b%20c%26d"`}},
		{"a query", "curl -G https://h/a -d 'x=1' --data-urlencode 'y=a b'", []string{`GET https://h/a?x=1&y=a%20b | none ""`}},
		{"a query without quotes", "curl https://h/a?x=1&$top=2", []string{`GET https://h/a?x=1&$top=2 | none ""`}},
		{"other options", "curl -sSLX POST -o out.json -k --max-time 5 -I https://h/a | jq -r .id", []string{`HEAD https://h/a | none ""`}},
		{"a user", "curl -u a:b https://h/a", []string{`GET https://h/a | Authorization=Basic YTpi | none ""`}},
		{"variables", "curl -H \"Authorization: Bearer $TOKEN\" \"${base}/a?$filter=x\"", []string{
			`GET https://{base}/a?$filter=x | Authorization=Bearer {TOKEN} | none ""`,
		}},
		{"a URL without a scheme", "curl localhost:8200/a", []string{`GET http://localhost:8200/a | none ""`}},
		{"json", "curl --json '{\"a\": 1}' https://h/a", []string{`POST https://h/a | Content-Type=application/json | json "{\"a\": 1}"`}},
		{"an upload", "curl -T <photo file> https://h/a", []string{`PUT https://h/a | binary "<photo file>"`}},
		{"bytes of a file", "curl --data-binary @photo.png -H 'Content-Type: image/png' https://h/a", []string{`POST https://h/a | Content-Type=image/png | binary "@photo.png"`}},
		{"a body in a file", "curl -d @book.json https://h/a", []string{
			`POST https://h/a | jsonInvalid "" ! show the body in place of the name of its file "@book.json"`,
		}},
		{"parts of a form", "curl -F a=b -F 'c=@d' https://h/a", []string{
			`POST https://h/a | multipart "" ! the body of a form is not read from options; write the request as HTTP "a=b -F 'c=@d"`,
		}},
		{"an option that is not known", "curl --frobnicate 3 https://h/a", []string{
			`GET https://h/a | none "" ! this option of curl is not read; write the request as HTTP "--frobnicate"`,
		}},
		{"a header without a colon", "curl -H x https://h/a", []string{`GET https://h/a | none "" ! write the header as "Name: value" "x"`}},
		{"no URL", "curl -X POST", []string{`POST  | none "" ! add the URL to the request line "curl"`}},
		{"an open quote", "curl 'https://h/a", []string{`GET https://h/a | none ""`}},
		{
			"a session", "# all books\nexport T=x\n$ curl https://h/books\n\n{\"a\": 1}\n$ curl https://h/books/1\nHTTP/1.1 404 Not Found\n\n{}",
			[]string{`GET https://h/books | none ""`, ` | json "{\"a\": 1}"`, `GET https://h/books/1 | none ""`, `404 Not Found | json "{}"`},
		},
		{"commands without a URL and with CRLF", "curl \n curl \r\n", []string{
			`GET  | none "" ! add the URL to the request line "curl"`,
			`GET  | none "" ! add the URL to the request line "curl"`,
		}},
		{"CRLF", "curl https://h/a \\\r\n -d '{\r\n}'\r\n", []string{`POST https://h/a | json "{\n}"`}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := KindOf(tt.text); got != Request {
				t.Errorf("kind %d", got)
			}
			var got []string
			for _, m := range Parse(tt.text) {
				got = append(got, outline(tt.text, m))
			}
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Error(d)
			}
		})
	}
	for _, text := range []string{"curl is a program", "curls", "A curl https://h/a", "# a comment"} {
		if got := KindOf(text); got != Other {
			t.Errorf("KindOf(%q) = %d", text, got)
		}
	}
}

// TestCurlPositions checks that parts of a command are where the text has them.
func TestCurlPositions(t *testing.T) {
	const text = "curl -XPATCH \\\n  -H \"If-Match:  x\" --url='https://h/a' \\\n  -d '{\"a\":\n1}'"
	m := Parse(text)[0]
	for _, tt := range []struct {
		at   Span
		want string
	}{
		{m.At, text},
		{m.MethodAt, "PATCH"},
		{m.URLAt, "https://h/a"},
		{m.BodyAt, "{\"a\":\n1}"},
		{m.Headers[0].NameAt, "If-Match"},
		{m.Headers[0].ValueAt, "x"},
	} {
		if got := text[tt.at.Start:tt.at.End]; got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}
