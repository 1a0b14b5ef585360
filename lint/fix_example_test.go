package lint_test

import (
	"fmt"
	"testing/fstest"

	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/lint/rules"
)

func ExampleFixer() {
	const page = "# Overview\n\n[Home](https://docs.microsoft.com/en-us/graph/overview)\n"
	tree := fstest.MapFS{"overview.md": {Data: []byte(page)}}
	opts := lint.Options{Rules: lint.Catalog{rules.All.Find("link-form")}}
	result, err := lint.Run(tree, opts)
	if err != nil {
		fmt.Println(err)
		return
	}
	fixer := &lint.Fixer{
		FS: tree, Options: opts,
		Read: func(file string) []byte { return tree[file].Data },
		Write: func(file string, data []byte) error {
			tree[file].Data = data
			return nil
		},
	}
	fixed, err := fixer.Fix(result.Diagnostics)
	fmt.Println(fixed.Count, len(fixed.Diagnostics), err)
	fmt.Print(string(tree["overview.md"].Data))
	// Output:
	// 1 0 <nil>
	// # Overview
	//
	// [Home](/graph/overview)
}
