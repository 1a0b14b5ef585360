package parser

import (
	"testing"

	"github.com/mdwire/mdwire/ir"
)

// TestNoBody checks texts in the place of a body.
func TestNoBody(t *testing.T) {
	for page, want := range map[string]ir.BodyKind{
		"POST /berths HTTP/1.1\nContent-Type: application/json\nContent-Length: 0\n\nNo-Content-Body": ir.NoBody,
		"POST /berths HTTP/1.1\nContent-Type: application/json\nContent-Length: 0\n\n{\"a\": 1}":      ir.JSON,
		"POST /berths HTTP/1.1\n\n\ufeff{\"a\": 1}":                                                   ir.JSONInvalid,
		"POST /berths HTTP/1.1\nContent-Type: application/pdf\n\n{\n  _content {byte[12]} byte[]\n}":  ir.Text,
		"POST /berths HTTP/1.1\nContent-Type: application/x-json\n\n{\n  \"a\": 1,\n}":                ir.JSONInvalid,
	} {
		op, _ := operation(t, "# Berth\n## HTTP request\n```http\nPOST /berths\n```\n## Example\n```http\n"+page+"\n```\n")
		if len(op.Examples) != 1 || op.Examples[0].Request.Kind != want {
			t.Errorf("%s: %+v", page, op.Examples)
		}
	}
}
