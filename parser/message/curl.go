package message

import (
	"encoding/base64"
	"net/url"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/ir"
)

// commandAt returns the offset in a text of the curl command that it begins with,
// after comments, assignments and a prompt; -1 when it begins with something else.
func commandAt(text string) int {
	r := reader{text: text}
	for !r.eof() {
		l := r.line()
		if n := promptLen(l.text); isCurl(l.text[n:]) {
			return l.start + n
		}
		if t := strings.TrimSpace(l.text); t != "" && t[0] != '#' && !isAssignment(t) {
			return -1
		}
		r.pos = l.next
	}
	return -1
}

// promptLen returns the length of the blanks and the prompt before a command.
func promptLen(line string) int {
	rest := strings.TrimLeft(line, " \t")
	for _, prompt := range [...]string{"$ ", "> ", "% ", "# "} {
		if strings.HasPrefix(rest, prompt) {
			rest = strings.TrimLeft(rest[len(prompt):], " \t")
			break
		}
	}
	return len(line) - len(rest)
}

// exe ends the name of the command on Windows.
const exe = ".exe"

// isCurl reports whether a line begins with "curl" and an option or a URL.
func isCurl(line string) bool {
	rest, ok := strings.CutPrefix(line, "curl")
	rest = strings.TrimPrefix(rest, exe)
	if !ok || rest == "" || !isSpaceByte(rest[0]) {
		return false
	}
	rest = strings.TrimLeft(rest, " \t")
	word, _, _ := strings.Cut(rest, " ")
	return word == "" || strings.IndexByte("-\\^`'\"$<{", word[0]) >= 0 || strings.ContainsAny(word, "/:")
}

// isAssignment reports whether a line sets a variable: "export TOKEN=x".
func isAssignment(line string) bool {
	name, _, ok := strings.Cut(strings.TrimPrefix(line, "export "), "=")
	if !ok || name == "" {
		return false
	}
	for i := range len(name) {
		if !isWordByte(name[i]) || name[i] == '-' {
			return false
		}
	}
	return true
}

// curlOption is what an option of curl says about the request.
type curlOption int

const (
	ignoredFlag     curlOption = iota + 1 // does not change the request
	ignoredArgument                       // the same, with an argument
	methodOption
	headerOption
	dataOption
	binaryOption
	encodedOption
	jsonOption
	formOption
	uploadOption
	urlOption
	userOption
	bearerOption
	cookieOption
	agentOption
	refererOption
	getFlag
	headFlag
)

var curlOptions = map[string]curlOption{
	"-X": methodOption, "--request": methodOption, "-H": headerOption, "--header": headerOption,
	"-d": dataOption, "--data": dataOption, "--data-ascii": dataOption, "--data-raw": dataOption,
	"--data-binary": binaryOption, "--data-urlencode": encodedOption, "--json": jsonOption,
	"-F": formOption, "--form": formOption, "--form-string": formOption, "-T": uploadOption, "--upload-file": uploadOption,
	"--url": urlOption, "-u": userOption, "--user": userOption, "--oauth2-bearer": bearerOption,
	"-b": cookieOption, "--cookie": cookieOption, "-A": agentOption, "--user-agent": agentOption, "-e": refererOption, "--referer": refererOption,
	"-G": getFlag, "--get": getFlag, "-I": headFlag, "--head": headFlag,
	"-s": ignoredFlag, "-S": ignoredFlag, "-k": ignoredFlag, "-i": ignoredFlag, "-v": ignoredFlag, "-L": ignoredFlag, "-f": ignoredFlag, "-g": ignoredFlag,
	"-N": ignoredFlag, "-O": ignoredFlag, "-J": ignoredFlag, "-#": ignoredFlag, "-0": ignoredFlag, "-4": ignoredFlag, "-6": ignoredFlag, "-n": ignoredFlag,
	"--silent": ignoredFlag, "--show-error": ignoredFlag, "--insecure": ignoredFlag, "--include": ignoredFlag, "--show-headers": ignoredFlag,
	"--verbose": ignoredFlag, "--location": ignoredFlag, "--location-trusted": ignoredFlag, "--fail": ignoredFlag, "--fail-with-body": ignoredFlag,
	"--globoff": ignoredFlag, "--no-buffer": ignoredFlag, "--remote-name": ignoredFlag, "--remote-header-name": ignoredFlag, "--progress-bar": ignoredFlag,
	"--compressed": ignoredFlag, "--http1.0": ignoredFlag, "--http1.1": ignoredFlag, "--http2": ignoredFlag, "--http3": ignoredFlag,
	"--basic": ignoredFlag, "--digest": ignoredFlag, "--netrc": ignoredFlag, "--tlsv1.2": ignoredFlag, "--tlsv1.3": ignoredFlag, "--ipv4": ignoredFlag, "--ipv6": ignoredFlag,
	"-o": ignoredArgument, "--output": ignoredArgument, "-w": ignoredArgument, "--write-out": ignoredArgument, "-m": ignoredArgument, "--max-time": ignoredArgument,
	"--connect-timeout": ignoredArgument, "-E": ignoredArgument, "--cert": ignoredArgument, "--key": ignoredArgument, "--cacert": ignoredArgument, "--capath": ignoredArgument,
	"--retry": ignoredArgument, "-x": ignoredArgument, "--proxy": ignoredArgument, "--resolve": ignoredArgument, "-c": ignoredArgument, "--cookie-jar": ignoredArgument,
	"-D": ignoredArgument, "--dump-header": ignoredArgument, "--ciphers": ignoredArgument, "--unix-socket": ignoredArgument, "--max-redirs": ignoredArgument,
}

// curl is the state of reading one curl command.
type curl struct {
	*reader
	words []shellWord
	next  int
	data  []curlData
	get   bool
}

// curlData is the argument of an option that gives the body or a part of it.
type curlData struct {
	shellWord
	option curlOption
}

// curl reads the command at an offset as a request.
func (r *reader) curl(at int) {
	s := shell{text: r.text, pos: at + len("curl")}
	if strings.HasPrefix(r.text[s.pos:], exe) {
		s.pos += len(exe)
	}
	c := curl{reader: r, words: s.words()}
	r.pos = s.pos
	r.m.Kind, r.m.Command = Request, true
	for c.next < len(c.words) {
		w := c.words[c.next]
		c.next++
		if !strings.HasPrefix(w.text, "-") || len(w.text) == 1 {
			c.url(w)
			continue
		}
		c.option(w)
	}
	c.sendData()
	if r.m.BodyKind == 0 {
		r.m.BodyKind = bodyKind(r.m.Header("Content-Type"), string(r.m.Body), r.m.Body)
	}
	if r.m.Method == "" {
		r.m.Method = "GET"
	}
	if r.m.URL == "" {
		r.fault(Span{at, at + len("curl")}, NoURL)
	}
}

// option reads an option and its argument: "--request POST", "--request=POST",
// "-X POST", "-XPOST", and flags that are written together, "-sSX POST".
func (c *curl) option(w shellWord) {
	if strings.HasPrefix(w.text, "--") {
		name, value, ok := strings.Cut(w.text, "=")
		arg := shellWord{}
		if ok {
			arg = c.rest(w, value)
		}
		c.set(curlOptions[name], w, arg)
		return
	}
	for i := 1; i < len(w.text); i++ {
		option := curlOptions["-"+w.text[i:i+1]]
		if option == ignoredFlag || option == getFlag || option == headFlag {
			c.set(option, w, shellWord{})
			continue
		}
		arg := shellWord{}
		if rest := w.text[i+1:]; rest != "" {
			arg = c.rest(w, rest)
		}
		c.set(option, w, arg)
		return
	}
}

// rest returns the end of a word, from the value of an option on.
func (c *curl) rest(w shellWord, value string) shellWord {
	end := w.at.End
	if end > w.at.Start && strings.IndexByte(`"'`, c.text[end-1]) >= 0 {
		end--
	}
	out := shellWord{text: value, at: w.at}
	if start := end - len(value); start >= w.at.Start && c.text[start:end] == value {
		out.at, out.exact = Span{start, end}, true
	}
	return out
}

// set applies an option. arg is its argument if it is part of the same word.
func (c *curl) set(option curlOption, w, arg shellWord) {
	switch option {
	case ignoredFlag:
		return
	case getFlag:
		c.get = true
		return
	case headFlag:
		c.m.Method = "HEAD"
		return
	case 0:
		c.fault(w.at, CurlOption)
		return
	}
	if arg.at == (Span{}) {
		if c.next == len(c.words) {
			c.fault(w.at, CurlOption)
			return
		}
		arg = c.words[c.next]
		c.next++
	}
	c.argument(option, arg)
}

func (c *curl) argument(option curlOption, arg shellWord) {
	switch option {
	case methodOption:
		c.m.Method, c.m.MethodAt = strings.ToUpper(arg.text), arg.at
	case urlOption:
		c.url(arg)
	case headerOption:
		c.header(arg)
	case userOption:
		c.addHeader("Authorization", "Basic "+base64.StdEncoding.EncodeToString([]byte(arg.text)), arg)
	case bearerOption:
		c.addHeader("Authorization", "Bearer "+arg.text, arg)
	case cookieOption:
		c.addHeader("Cookie", arg.text, arg)
	case agentOption:
		c.addHeader("User-Agent", arg.text, arg)
	case refererOption:
		c.addHeader("Referer", arg.text, arg)
	case dataOption, binaryOption, encodedOption, jsonOption, formOption, uploadOption:
		c.data = append(c.data, curlData{arg, option})
	}
}

// url sets the URL. A word that cannot be one is an argument of an option that is
// not known.
func (c *curl) url(w shellWord) {
	text := variables(w.text)
	if c.m.URL != "" || !strings.ContainsAny(text, "/.:{<") {
		if !slices.ContainsFunc(c.m.Faults, func(f Fault) bool { return f.Kind == CurlOption }) {
			c.fault(w.at, CurlOption)
		}
		return
	}
	switch host, _, ok := strings.Cut(text, "/"); {
	case strings.Contains(text, "://"):
	case strings.HasPrefix(text, "{") && strings.HasSuffix(host, "}") && ok: // a variable for the first part of the URL
		text = "https://" + text
	case strings.ContainsAny(host, ".:"):
		text = "http://" + text
	}
	c.m.URL, c.m.URLAt = text, w.at
}

// variables writes the variables of a shell as placeholders: "$HOST" and "${host}"
// become "{HOST}" and "{host}". "$filter" is not a variable but an option of a
// query.
func variables(s string) string {
	if strings.IndexByte(s, '$') < 0 {
		return s
	}
	var sb strings.Builder
	for {
		i := strings.IndexByte(s, '$')
		if i < 0 {
			sb.WriteString(s)
			return sb.String()
		}
		sb.WriteString(s[:i])
		s = s[i+1:]
		n := 0
		for n < len(s) && (s[n] >= 'A' && s[n] <= 'Z' || s[n] == '_' || n > 0 && s[n] >= '0' && s[n] <= '9') {
			n++
		}
		switch {
		case strings.HasPrefix(s, "{"): // ${host}: the braces stay
		case n > 0:
			sb.WriteString("{" + s[:n] + "}")
			s = s[n:]
		default:
			sb.WriteByte('$')
		}
	}
}

// header reads "Name: value".
func (c *curl) header(w shellWord) {
	name, value, ok := strings.Cut(w.text, ":")
	if !ok || strings.TrimSpace(name) == "" || strings.HasPrefix(w.text, "@") {
		c.fault(w.at, HeaderMalformed)
		return
	}
	h := Header{Name: strings.TrimSpace(name), Value: variables(strings.TrimSpace(value)), NameAt: w.at, ValueAt: w.at}
	if w.exact {
		h.NameAt.End = w.at.Start + len(strings.TrimRight(name, " "))
		h.ValueAt.Start = w.at.End - len(strings.TrimLeft(value, " "))
	}
	c.m.Headers = append(c.m.Headers, h)
}

func (c *curl) addHeader(name, value string, w shellWord) {
	c.m.Headers = append(c.m.Headers, Header{Name: name, Value: variables(value), NameAt: w.at, ValueAt: w.at})
}

// sendData makes the body, or the query of a request with --get, of the data.
func (c *curl) sendData() {
	if len(c.data) == 0 {
		return
	}
	if c.get {
		c.query()
		return
	}
	first, last := c.data[0], c.data[len(c.data)-1]
	if c.m.Method == "" {
		c.m.Method = "POST"
		if first.option == uploadOption {
			c.m.Method = "PUT"
		}
	}
	switch {
	case first.option == formOption:
		c.m.BodyAt = Span{first.at.Start, last.at.End}
		c.m.BodyKind = ir.Multipart
		c.fault(c.m.BodyAt, FormNotShown)
	case first.option == uploadOption, strings.HasPrefix(first.text, "@") && first.option != encodedOption:
		c.file(first)
	case len(c.data) == 1 && first.exact && first.option != encodedOption:
		c.setBody(first.at.Start, first.at.End)
	default: // several data, or data whose text is not as in the page
		sep := "&"
		if first.option == jsonOption {
			sep = ""
		}
		c.m.BodyAt = Span{first.at.Start, last.at.End}
		c.m.Body = []byte(strings.ReplaceAll(c.joined(sep), "\r\n", "\n"))
	}
	c.contentType(first)
}

// file reads a body whose bytes are in a file. Bytes that a page could not show
// anyway are a placeholder.
func (c *curl) file(d curlData) {
	c.m.BodyAt = d.at
	if d.option == jsonOption || strings.HasSuffix(d.text, ".json") || isJSONType(mediaType(c.m.Header("Content-Type"))) {
		c.m.BodyKind = ir.JSONInvalid
		c.fault(d.at, BodyInFile)
		return
	}
	c.m.BodyKind, c.m.Body = ir.Binary, []byte(d.text)
}

// joined returns the data with a separator between them.
func (c *curl) joined(sep string) string {
	var parts []string
	for _, d := range c.data {
		text := strings.TrimSpace(d.text)
		if d.option == encodedOption {
			text = encoded(text)
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, sep)
}

// contentType adds the Content-Type that curl sends for data that begin with first.
// Pages often omit the header for JSON, for which curl would need it.
func (c *curl) contentType(first curlData) {
	if c.m.Header("Content-Type") != "" || c.m.BodyKind != 0 || first.option == binaryOption {
		return
	}
	switch text := strings.TrimSpace(string(c.m.Body)); {
	case first.option == jsonOption:
		c.addHeader("Content-Type", "application/json", first.shellWord)
	case text != "" && !looksLikeJSON(text):
		c.addHeader("Content-Type", "application/x-www-form-urlencoded", first.shellWord)
	}
}

// query adds the data to the URL.
func (c *curl) query() {
	for i := range c.data {
		c.data[i].text = variables(c.data[i].text)
	}
	sep := "?"
	if strings.Contains(c.m.URL, "?") {
		sep = "&"
	}
	c.m.URL += sep + c.joined("&")
}

// encoded escapes the value of "name=value".
func encoded(text string) string {
	name, value, ok := strings.Cut(text, "=")
	if !ok {
		return escape(text)
	}
	if name == "" {
		return escape(value)
	}
	return name + "=" + escape(value)
}

// escape escapes a value of a query or form, except for placeholders.
func escape(value string) string {
	if strings.ContainsAny(value, "{}<>") {
		return value
	}
	return strings.ReplaceAll(url.QueryEscape(value), "+", "%20")
}
