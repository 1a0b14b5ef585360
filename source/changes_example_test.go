package source_test

import (
	"fmt"
	"log"

	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/lint/rules"
	"github.com/mdwire/mdwire/source"
)

// Reports the findings on lines that have changed since a revision.
func ExampleChangedSince() {
	tree, err := source.OpenTree("docs")
	if err != nil {
		log.Fatal(err)
	}
	result, err := lint.Run(tree.FS, lint.Options{Rules: rules.All, Include: tree.Globs(), Select: tree.Selects})
	if err != nil {
		log.Fatal(err)
	}
	changes, err := source.ChangedSince(tree.Root, "origin/main")
	if err != nil {
		log.Fatal(err)
	}
	for _, d := range result.Diagnostics {
		if changes.Touch(d.At) {
			fmt.Println(d.At, d.Message)
		}
	}
}
