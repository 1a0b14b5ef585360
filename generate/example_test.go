package generate_test

import (
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/mdwire/mdwire/generate"
)

// Generates from a page, changes the page, and prints the changes of the next run.
func Example() {
	dir, err := os.MkdirTemp("", "example")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	page := filepath.Join(dir, "docs", "user-get.md")
	write := func(path string) {
		text := "# Get user\n\n## HTTP request\n\n```http\nGET " + path + "\n```\n\n## Response\n\nReturns `204 No Content`.\n"
		if err := os.MkdirAll(filepath.Dir(page), 0o777); err != nil {
			log.Fatal(err)
		}
		if err := os.WriteFile(page, []byte(text), 0o666); err != nil {
			log.Fatal(err)
		}
	}
	opts := generate.Options{
		Config: generate.Config{Out: filepath.Join(dir, "graph")},
		Path:   filepath.Join(dir, "docs"),
		Cache:  filepath.Join(dir, "cache"),
	}

	write("/users/{id}")
	g, err := generate.Run(opts)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(g.Account.Operations, "operation")

	write("/me")
	g, err = generate.Prepare(opts)
	if err != nil {
		log.Fatal(err)
	}
	defer g.Close()
	fmt.Println("up to date:", g.Difference.Same())
	changes, err := g.Changes()
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range changes {
		fmt.Println(c)
	}
	if err := g.Apply(); err != nil {
		log.Fatal(err)
	}
	// Output:
	// 1 operation
	// up to date: false
	// func AtUsers removed
	// place UserGetPlace.AtUsers removed
	// server: field UserGetInput.UserID removed
	// func AtMe added
	// operation user-get changed: routes
	// place UserGetPlace.AtMe added
}
