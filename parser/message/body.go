package message

import (
	"encoding/json"
	"strings"

	"github.com/mdwire/mdwire/ir"
)

// bodyKind returns the kind of a body by its text and then by the content type.
// text is the same as body, passed separately to avoid a copy.
func bodyKind(contentType, text string, body []byte) ir.BodyKind {
	text = strings.TrimSpace(strings.TrimPrefix(text, "\ufeff"))
	contentType = mediaType(contentType)
	isJSON := isJSONType(contentType)
	structured := text != "" && (text[0] == '{' || text[0] == '[' || text[0] == '"')
	switch {
	case text == "":
		return ir.NoBody
	case strings.HasPrefix(contentType, "multipart/"), isMultipart(text):
		return ir.Multipart
	case (structured || isJSON) && json.Valid(body):
		return ir.JSON
	case isBytePlaceholder(text):
		return ir.Binary
	case looksLikeJSON(text):
		return ir.JSONInvalid
	case isBinary(contentType):
		return ir.Binary
	case isJSON && !strings.HasPrefix(text, "<"):
		return ir.JSONInvalid
	}
	return ir.Text
}

func isJSONType(mediaType string) bool {
	return mediaType == "application/json" || strings.HasSuffix(mediaType, "+json")
}

// mediaType returns a content type without its parameters.
func mediaType(contentType string) string {
	t, _, _ := strings.Cut(contentType, ";")
	return strings.ToLower(strings.TrimSpace(t))
}

func isMultipart(text string) bool {
	return strings.HasPrefix(text, "--") && strings.Contains(strings.ToLower(text), "content-disposition")
}

// looksLikeJSON reports whether a text is meant as JSON: an object, an array,
// or the inside of an object.
func looksLikeJSON(text string) bool {
	if text == "" {
		return false
	}
	if text[0] == '{' || text[0] == '[' {
		return true
	}
	if text[0] != '"' {
		return false
	}
	end := strings.IndexByte(text[1:], '"')
	return end >= 0 && strings.HasPrefix(strings.TrimLeft(text[end+2:], " "), ":")
}

// isBinary reports whether bytes of a media type cannot be shown on a page.
// application/octet-stream can be: reports use it for CSV.
func isBinary(mediaType string) bool {
	major, minor, _ := strings.Cut(mediaType, "/")
	switch major {
	case "image":
		return minor != "svg+xml"
	case "audio", "video", "font":
		return true
	case "application":
		return minor == "pdf" || minor == "zip" || strings.HasPrefix(minor, "vnd.openxmlformats")
	}
	return false
}

var (
	byteNouns    = []string{"binary", "byte", "bytes", "raw", "stream", "octets"}
	contentNouns = []string{"image", "photo", "picture", "file", "zip", "content", "contents", "data", "attachment", "video", "audio", "base64"}
)

// isBytePlaceholder reports whether a body is a placeholder for bytes: "{binary
// data}", "<bytes 0-25 of the file>", "Binary data for the image". In brackets,
// any noun for such content is enough.
func isBytePlaceholder(text string) bool {
	if len(text) > 200 || strings.ContainsAny(text, "\n\":") {
		return false
	}
	words := strings.FieldsFunc(strings.ToLower(text), func(c rune) bool { return c < 'a' || c > 'z' })
	if hasWord(words, byteNouns) {
		return true
	}
	bracketed := strings.IndexByte("{[<(", text[0]) >= 0 && strings.IndexByte("}]>)", text[len(text)-1]) >= 0
	return bracketed && hasWord(words, contentNouns)
}

func hasWord(words, of []string) bool {
	for _, w := range words {
		for _, o := range of {
			if w == o {
				return true
			}
		}
	}
	return false
}
