package lint_test

import (
	"fmt"
	"log"
	"testing/fstest"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/lint/rules"
)

// A rule is turned off for all pages.
func ExampleRun() {
	docs := fstest.MapFS{"overview.md": {Data: []byte("# Overview\n\nSee [users](users.md).\n")}}
	config := lint.DefaultConfig()
	config.Level = diag.Warning
	config.Rules = map[diag.Code]diag.Severity{"frontmatter-missing-key": lint.Off}
	res, err := lint.Run(docs, lint.Options{Rules: rules.All, Config: config})
	if err != nil {
		log.Fatal(err)
	}
	for _, d := range res.Diagnostics {
		fmt.Printf("%s:%d:%d: %s: %s [%s]\n", d.At.Path, d.At.Start.Line, d.At.Start.Column, d.Severity, d.Message, d.Code)
	}
	// Output:
	// overview.md:3:13: error: the link "users.md" is broken: the file "users.md" does not exist [link-dead]
}
