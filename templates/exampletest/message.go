package exampletest

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
	"net/textproto"
	"regexp"
	"strconv"
	"strings"
)

// message is a documented request or response; see parseMessage.
type message struct {
	method, target string // only of requests
	status         int    // only of responses
	header         http.Header
	body           []byte
}

var (
	requestLine = regexp.MustCompile(`^\+?([A-Z]+)\s*(\S.*?)(\s+HTTP/[0-9.]+)?\s*$`)
	statusLine  = regexp.MustCompile(`^HTTP(?:/[0-9.]+)?\s+([0-9]{3})\b`)
	headerLine  = regexp.MustCompile(`^([A-Za-z][A-Za-z0-9-]*):(.*)$`)
	// lateHeader matches the headers that may follow a blank line. Other lines
	// that look like headers may be text there.
	lateHeader = regexp.MustCompile(`(?i)^(content-(type|length|range)|authorization|accept|prefer|if-(none-)?match|consistencylevel|host|location|workbook-session-id):`)
)

func parseRequest(data []byte) (message, error) {
	first, others := cutLine(bytes.TrimLeft(data, "\r\n"))
	m := requestLine.FindStringSubmatch(first)
	if m == nil {
		return message{}, errors.New("no request line")
	}
	msg := parseMessage(others)
	msg.method, msg.target = m[1], m[2]
	return msg, nil
}

// parseResponse parses a response. A message without a status line is a body with
// the status success because some pages show only the body.
func parseResponse(data []byte, success int) (message, error) {
	data = bytes.TrimLeft(data, "\r\n")
	first, others := cutLine(data)
	m := statusLine.FindStringSubmatch(first)
	if m == nil {
		if len(data) == 0 {
			return message{}, errors.New("no status line and no body")
		}
		return message{status: success, header: http.Header{}, body: data}, nil
	}
	msg := parseMessage(others)
	msg.status, _ = strconv.Atoi(m[1])
	return msg, nil
}

// parseMessage parses headers and body. It is lenient: some pages have a blank line
// before the headers, or none before the body.
func parseMessage(data []byte) message {
	msg := message{header: http.Header{}}
	if line, _ := cutLine(bytes.TrimLeft(data, "\r\n")); lateHeader.MatchString(line) {
		data = bytes.TrimLeft(data, "\r\n")
	}
	for len(data) > 0 {
		line, others := cutLine(data)
		if line == "" {
			data = others
			break
		}
		m := headerLine.FindStringSubmatch(line)
		if m == nil {
			break
		}
		name := textproto.CanonicalMIMEHeaderKey(m[1])
		msg.header[name] = append(msg.header[name], strings.TrimSpace(m[2]))
		data = others
	}
	msg.body = data
	return msg
}

func cutLine(data []byte) (string, []byte) {
	line, others, _ := bytes.Cut(data, []byte("\n"))
	return strings.TrimRight(string(line), "\r \t"), others
}

// isEmpty reports whether the body is empty or white space.
func (m message) isEmpty() bool { return len(bytes.TrimSpace(m.body)) == 0 }

func (m message) isJSON() bool { return json.Valid(m.body) }
