package parser_test

import (
	"fmt"
	"log"
	"testing/fstest"

	"github.com/mdwire/mdwire/parser"
)

// Pages are read from any file system: os.DirFS, embed.FS, an archive.
func ExampleLoad() {
	docs := fstest.MapFS{"api-reference/v1.0/api/user-delete.md": {Data: []byte(`# Delete user

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Delegated (work or school account)|User.ReadWrite.All|
|Delegated (personal Microsoft account)|Not supported.|
|Application|User.ReadWrite.All|

## HTTP request

` + "```http" + `
DELETE /users/{id}
` + "```" + `

## Response

If successful, returns a ` + "`204 No Content`" + ` response code.
`)}}
	res, err := parser.Load(docs, parser.Options{})
	if err != nil {
		log.Fatal(err)
	}
	for _, op := range res.Spec.Operations {
		fmt.Println(op.Name, op.Routes[0].Method, op.Routes[0].Path, op.Responses[0].Status)
	}
	for _, d := range res.Diagnostics {
		fmt.Printf("%s:%d: %s [%s]\n", d.At.Path, d.At.Start.Line, d.Message, d.Code)
	}
	// Output:
	// user-delete DELETE /users/{id} 204
	// api-reference/v1.0/api/user-delete.md:1: the page has no example request [example-request-missing]
}
