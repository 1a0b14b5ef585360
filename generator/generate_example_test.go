package generator_test

import (
	"fmt"
	"log"
	"os"
	"path"

	"github.com/mdwire/mdwire/generator"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/output"
	"github.com/mdwire/mdwire/parser"
	"github.com/mdwire/mdwire/specs"
)

// Generate returns files in memory. output.Write writes them to a folder.
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
	// v1/exampletest/message_gen_test.go
	// v1/message_gen.go
	// v1/server/message_gen.go
}

// A second run renders only the files that change. It needs the state of the first
// run, and the hashes of the files on disk.
func ExampleGenerate_incremental() {
	dir, err := os.MkdirTemp("", "graph")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	var state generator.State // to be stored between the runs
	for _, prose := range []string{"", "", "Another description."} {
		pages, err := parser.Load(specs.FS, parser.Options{Include: []string{"v1.0/*/message-*"}})
		if err != nil {
			log.Fatal(err)
		}
		pages.Spec.Operations[0].Doc += prose
		if state, err = generateTo(dir, pages.Spec, state); err != nil {
			log.Fatal(err)
		}
	}
	// Output:
	// wrote all files
	// wrote []
	// wrote [v1/message_gen.go]
}

// generateTo generates into a folder, and returns the state for the next run.
func generateTo(dir string, spec *ir.Spec, previous generator.State) (generator.State, error) {
	folder, err := output.Open(dir, generator.Header)
	if err != nil {
		return previous, err
	}
	defer folder.Close()
	res, err := generator.Generate(spec, generator.Options{
		Package: "graph", ImportPath: "example.com/app/graph",
		Previous: previous, OnDisk: folder.SHA256,
	})
	if err != nil {
		return previous, err
	}
	var files []output.File
	for _, f := range res.Files {
		files = append(files, output.File(f)) // unchanged files have no data
	}
	diff, err := folder.Compare(files)
	if err != nil {
		return previous, err
	}
	if len(diff.New) == len(files) {
		fmt.Println("wrote all files")
	} else {
		var changed []string
		for _, f := range diff.Changed {
			changed = append(changed, f.Path)
		}
		fmt.Println("wrote", changed)
	}
	return res.State, folder.Apply(diff, output.Origin{Tool: "v0.1.0"})
}
