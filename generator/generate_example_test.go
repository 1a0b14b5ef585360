package generator_test

import (
	"fmt"
	"log"
	"path"

	"github.com/mdwire/mdwire/generator"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser"
	"github.com/mdwire/mdwire/specs"
)

// The files come out in memory; Write brings a folder to hold them.
func ExampleGenerate() {
	pages, err := parser.Load(specs.FS, parser.Options{})
	if err != nil {
		log.Fatal(err)
	}
	res, err := generator.Generate(pages.Spec, generator.Options{
		Package: "graph", ImportPath: "example.com/app/graph",
		Selected: func(op *ir.Operation) bool { return op.Version == "v1.0" && op.Name == "message-move" },
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(res.Account.Operations, "operation,", res.Account.Tested, "tested example")
	for _, f := range res.Files {
		if ok, _ := path.Match("message_gen*", path.Base(f.Path)); ok {
			fmt.Println(f.Path)
		}
	}
	// Output:
	// 1 operation, 1 tested example
	// exampletest/message_gen_test.go
	// message_gen.go
	// server/message_gen.go
}
