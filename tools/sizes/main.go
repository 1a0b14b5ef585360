//go:build unix

// Sizes measures the cost of a program with three calls: CPU time and memory to compile
// it without the standard library, and the size of the binary. It compares a program
// written by hand, one with a generated client of a whole API version and, with -sdk,
// one with msgraph-sdk-go, which it downloads. Each is built from an empty build
// cache.
//
//	go run ./tools/sizes -corpus DIR [-sdk]
package main

import (
	"cmp"
	"embed"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"time"

	"github.com/mdwire/mdwire/generator"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser"
)

//go:embed programs
var programs embed.FS

func main() {
	log.SetFlags(0)
	corpus := flag.String("corpus", "", "folder of a documentation tree")
	include := flag.String("include", "v1.0/api/*", "pages to generate the client from")
	sdk := flag.Bool("sdk", false, "also measure msgraph-sdk-go")
	flag.Parse()
	if *corpus == "" {
		log.Fatal("usage: go run ./tools/sizes -corpus DIR [-include GLOB] [-sdk]")
	}
	if err := run(*corpus, *include, *sdk); err != nil {
		log.Fatal(err)
	}
}

func run(corpus, include string, sdk bool) error {
	dir, err := os.MkdirTemp("", "sizes")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	lines, operations, err := generate(filepath.Join(dir, "mdwire"), corpus, include)
	if err != nil {
		return err
	}
	fmt.Printf("%d operations, %.1f lines per operation, including types\n\n", operations, float64(lines)/float64(operations))
	fmt.Printf("%-8s %14s %12s %10s\n", "", "compile CPU", "peak memory", "binary")
	names := []string{"hand", "mdwire"}
	if sdk {
		names = append(names, "sdk")
	}
	for _, name := range names {
		c, err := measure(filepath.Join(dir, name), name)
		if err != nil {
			return err
		}
		fmt.Printf("%-8s %12.1f s %9.2f GB %7.2f MB\n", name, c.cpu.Seconds(), float64(c.memory)/1e9, float64(c.binary)/1e6)
	}
	return nil
}

// generate writes a client of the chosen pages to the module of a program.
func generate(dir, corpus, include string) (lines, operations int, err error) {
	pages, err := parser.Load(os.DirFS(corpus), parser.Options{Include: []string{include}})
	if err != nil {
		return 0, 0, err
	}
	made, err := generator.Generate(pages.Spec, generator.Options{
		Package: "graph", ImportPath: "sizes/graph",
		Selected: func(op *ir.Operation) bool { return pages.Selected(op.File) },
	})
	if err != nil {
		return 0, 0, err
	}
	for _, f := range made.Files {
		if dir := "/" + path.Dir(f.Path) + "/"; strings.Contains(dir, "/server/") || strings.Contains(dir, "/exampletest/") {
			continue
		}
		if strings.HasSuffix(f.Path, "_gen.go") {
			lines += strings.Count(string(f.Data), "\n")
		}
		if err := write(filepath.Join(dir, "graph", path.Base(f.Path)), f.Data); err != nil {
			return 0, 0, err
		}
	}
	return lines, made.Account.Operations, nil
}

// cost is the cost of one program.
type cost struct {
	cpu    time.Duration // to compile, without the standard library
	memory int64         // in bytes, of the largest process
	binary int64         // in bytes
}

func measure(dir, name string) (c cost, err error) {
	program, err := programs.ReadFile("programs/" + name + ".go.txt")
	if err != nil {
		return c, err
	}
	if err := write(filepath.Join(dir, "main.go"), program); err != nil {
		return c, err
	}
	b := builder{dir: dir, cache: dir + "-cache"}
	b.do("mod", "init", "sizes")
	if name == "sdk" {
		b.do("mod", "tidy")
	}
	b.do("build", "std")
	usage := b.do("build", "-p", "2", "-o", "program", ".")
	if b.err != nil {
		return c, b.err
	}
	info, err := os.Stat(filepath.Join(dir, "program"))
	if err != nil {
		return c, err
	}
	used := time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
	return cost{used, maxRSS(usage), info.Size()}, os.RemoveAll(b.cache)
}

// maxRSS returns bytes. Darwin reports bytes, other systems kilobytes.
func maxRSS(u *syscall.Rusage) int64 {
	if runtime.GOOS == "darwin" {
		return u.Maxrss
	}
	return u.Maxrss * 1024
}

// builder runs the go command in a module with a separate build cache.
type builder struct {
	dir, cache string
	err        error
}

func (b *builder) do(args ...string) *syscall.Rusage {
	if b.err != nil {
		return nil
	}
	cmd := exec.Command("go", args...)
	cmd.Dir = b.dir
	cmd.Env = append(os.Environ(), "GOCACHE="+b.cache, "GOFLAGS=-mod=mod", "GOWORK=off")
	if out, err := cmd.CombinedOutput(); err != nil {
		b.err = fmt.Errorf("go %s: %w\n%s", args[0], err, cmp.Or(string(out), "no output"))
		return nil
	}
	return cmd.ProcessState.SysUsage().(*syscall.Rusage)
}

func write(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	return os.WriteFile(name, data, 0o666)
}
